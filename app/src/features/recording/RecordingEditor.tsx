import { useRef, useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { useTranslation } from 'react-i18next';
import { isPhone, normalisePhone } from '@shouwen/domain/customer/phone-number';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useFormat } from '../../i18n/format.ts';
import { useUpdateGuard } from '../../platform/device/app-update.ts';
import { nowMs } from '../../platform/device/clock.ts';
import type { RecordingDraft } from '../../records/recording-drafts.ts';
import type { ShrunkPhoto } from '../../platform/device/shrunk-photo.ts';
import type { Reference } from '../../platform/reference/reference.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { DraftList } from './DraftList.tsx';
import { expectationsOf } from './expectations.ts';
import type { Earlier } from './customer/find-repeats.ts';
import { addToEarlier, recordComplaint } from './record-complaint.ts';
import { concernedPhone, filledIn, missingParts } from './recording-form.ts';
import type { Recorded } from './RecordedView.tsx';
import { RecordingFields } from './RecordingFields.tsx';
import { StorageProblem } from './StorageProblem.tsx';
import { useNumberAnswer } from './customer/use-number-answer.ts';
import { useKnownCustomer } from './customer/use-known-customer.ts';
import { useRecordingDraft } from './use-recording-draft.ts';
import { useRepeats } from './customer/use-repeats.ts';
import { Button } from '../../ui/action/Button.tsx';
import { focusTooLong } from '../../ui/field/Form.tsx';
import { BarButton } from '../../ui/action/BarButton.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import type { RecordingPart } from './recording-form.ts';
import './RecordingEditor.css';

interface Props {
  start: { draft: RecordingDraft; photos: ShrunkPhoto[]; isNew: boolean };
  staff: Staff;
  reference: Reference;
  onRecorded: (recorded: Recorded) => void;
  /** The draft is done with, one way or another: begin with a blank one. */
  onBlank: () => void;
}

/** The form with what it is surrounded by: what is known, what is expected, what is missing, and whether it is safe on the phone. */
export function RecordingEditor({ start, staff, reference, onRecorded, onBlank }: Props) {
  const { t } = useTranslation('recording');
  const router = useIonRouter();
  const session = useRecordingDraft(staff.uid, start);
  const { draft, kept } = session;
  const { pack } = reference;
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const fields = useRef<HTMLFormElement>(null);
  useUpdateGuard(kept !== 'untouched');

  const { name, category } = draft.form;
  const phone = isPhone(draft.form.phone) ? normalisePhone(draft.form.phone) : null;
  const answer = useNumberAnswer(phone);
  const { acquaintance, nameMasked } = useKnownCustomer(staff, phone, answer, (known, before) => session.change(filledIn(session.draft.form, known, before)));
  const concerned = concernedPhone(draft.form);
  const concernedAnswer = useNumberAnswer(concerned);
  const repeats = useRepeats({ id: draft.id, phone, name, category, concerned }, [answer, concernedAnswer], pack);
  const missing = isChecked ? missingParts(draft.form, pack, nowMs()) : [];
  const expected = expectationsOf(draft.form, reference, nowMs());

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await session.keeper.end();
      await work();
    } catch (error) {
      session.keeper.resume(draft);
      setFailure(error);
    }
    setBusy(false);
  };
  const save = (): void => {
    if (focusTooLong(fields.current)) return;
    setChecked(true);
    const [first] = missingParts(draft.form, pack, nowMs());
    if (first !== undefined) return focusOn(fields.current, first);
    if (repeats.length > 0 && draft.earlierIds.length === 0) return focusOn(fields.current, 'repeat');
    void attempt(async () => {
      const { id, number } = await recordComplaint(draft, session.photos, staff, pack);
      onRecorded({ id, number, token: draft.token, replyDueAtMs: expected.clocks?.replyDueAtMs ?? null });
    });
  };
  const join = (earlier: Earlier): void => {
    if (focusTooLong(fields.current)) return;
    void attempt(async () => {
      await addToEarlier(earlier.id, draft, session.photos);
      await session.abandon();
      onBlank();
      router.push(`/complaint/${earlier.id}`, 'forward');
    });
  };
  const putAside = async (): Promise<void> => {
    await session.keeper.flush();
    onBlank();
    router.push('/worklist', 'back');
  };

  return (
    <AppPage
      title={t('title')}
      backTo="/worklist"
      actions={kept === 'untouched' ? undefined : <BarButton onClick={() => void putAside()}>{t('draft.putAside')}</BarButton>}
      footer={<SaveBar promisedAtMs={expected.clocks?.replyDueAtMs ?? null} missing={missing} isBusy={isBusy} onSave={save} />}
    >
      <form ref={fields} noValidate onSubmit={(event) => event.preventDefault()}>
        <CardColumn className="recording">
          {kept === 'untouched' && <DraftList ownerUid={staff.uid} />}
          <StorageProblem failure={failure ?? session.failure} draft={draft} />
          <RecordingFields
            {...{ session, staff, reference, missing, expected, acquaintance, nameMasked, repeats }}
            isResumed={!start.isNew}
            onAddToEarlier={join}
          />
          <p className="draft-state" role="status">
            {kept === 'kept' ? t('draft.kept') : ''}
          </p>
        </CardColumn>
      </form>
    </AppPage>
  );
}

interface SaveBarProps {
  promisedAtMs: number | null;
  missing: readonly RecordingPart[];
  isBusy: boolean;
  onSave: () => void;
}

/** Always in reach of the thumb, with the one thing that the customer wants to hear. */
function SaveBar({ promisedAtMs, missing, isBusy, onSave }: SaveBarProps) {
  const { t } = useTranslation('recording');
  const format = useFormat();
  const names = missing.map((name) => t(`part.${name}`)).join(t('listComma'));
  return (
    <div className="save-bar">
      <p role="status">
        {missing.length > 0
          ? t('missing.summary', { parts: names })
          : promisedAtMs === null
            ? ''
            : t('expected.promised', { moment: format.moment(promisedAtMs) })}
      </p>
      <Button kind="main" disabled={isBusy} onClick={onSave}>
        {t('save')}
      </Button>
    </div>
  );
}

/** Takes the person to the first part that needs them. The page scrolls to whatever has the focus. */
function focusOn(fields: HTMLElement | null, name: RecordingPart | 'repeat'): void {
  const part = fields?.querySelector<HTMLElement>(`[data-field="${name}"]`);
  const control = part?.querySelector<HTMLElement>('input, textarea, select, button');
  part?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
