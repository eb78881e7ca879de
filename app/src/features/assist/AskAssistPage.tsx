import '../../i18n/later-texts.ts';
import { useRef, useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { assistRequestSchema, longestOutsideName, longestQuestion } from '@shouwen/domain/assist/assist-request';
import { type SharedPart, sharedParts } from '@shouwen/domain/assist/assist-values';
import { deadlinesOf } from '@shouwen/domain/assist/deadlines';
import { type OutsideKind, outsideKinds } from '@shouwen/domain/complaint/assist-standing';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { AppPage } from '../../frame/AppPage.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { useFormat } from '../../i18n/format.ts';
import { DateField } from '../../parts/DateField.tsx';
import { Unreadable } from '../../parts/Unreadable.tsx';
import { nowMs } from '../../platform/device/clock.ts';
import { formatLocalMoment, parseLocalMoment } from '../../platform/device/local-moment.ts';
import { useDraft } from '../../platform/drafts/use-draft.ts';
import { type Reference, useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { type AskedAssist, askAssist } from '../../records/assist/ask-assist.ts';
import { useLiveComplaint } from '../../records/live-complaint.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Chips } from '../../ui/action/Chip.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { Choice, ChoiceGroup } from '../../ui/field/Choice.tsx';
import { focusFirstProblem, Form } from '../../ui/field/Form.tsx';
import { Select } from '../../ui/field/Select.tsx';
import { TextArea, TextField } from '../../ui/field/TextField.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { UnitSelect } from './UnitSelect.tsx';

/** AST-1: asking somebody else for one thing by a time, while the complaint stays. */
export function AskAssistPage() {
  const { id = '' } = useParams();
  const session = useSession();
  return session && <AskOf key={id} complaintId={id} staff={session.staff} />;
}

function AskOf({ complaintId, staff }: { complaintId: string; staff: Staff }) {
  const { t } = useTranslation(['assist', 'complaint']);
  const live = useLiveComplaint(complaintId);
  const reference = useReference();
  const isHere = live.status === 'here' && reference !== null;
  return (
    <AppPage title={t('ask.title')} backTo={`/complaint/${complaintId}`}>
      {(live.status === 'loading' || (live.status === 'here' && !isHere)) && <Loading rows={4} />}
      {live.status === 'absent' && <Blank icon="search" title={t('complaint:absent.title')} text={t('complaint:absent.text')} />}
      {live.status === 'unreachable' && <Blank icon="offline" title={t('complaint:unavailable.title')} text={t('complaint:unavailable.text')} />}
      {live.status === 'unreadable' && <Unreadable />}
      {isHere && <AskForm complaint={live.aggregate} staff={staff} reference={reference} />}
    </AppPage>
  );
}

interface Typed {
  where: 'unit' | 'outside';
  toUnitId: string;
  kind: OutsideKind;
  name: string;
  question: string;
  shares: readonly SharedPart[];
  wanted: string;
}

const blank = (): Typed => ({ where: 'unit', toUnitId: '', kind: 'province', name: '', question: '', shares: ['what', 'category'], wanted: '' });

interface Props {
  complaint: Complaint;
  staff: Staff;
  reference: Reference;
}

function AskForm({ complaint, staff, reference }: Props) {
  const { t } = useTranslation('assist');
  const router = useIonRouter();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft<Typed>(staff.uid, { form: 'command', id: `command/${complaint.id}/askAssist` }, blank);
  const [isTried, setTried] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  if (!draft) return <Loading rows={4} />;
  const typed = draft.content;
  const isToUnit = typed.where === 'unit';
  const missing = (isEmpty: boolean, field: string) => (isTried && isEmpty ? t('form.missing', { field }) : null);
  const isPast = typed.wanted !== '' && !(parseLocalMoment(typed.wanted) > nowMs());
  const submit = async (): Promise<void> => {
    setTried(true);
    const asked = askedOf(typed, complaint.id);
    if (!asked || isPast) return focusFirstProblem(form.current);
    try {
      await askAssist(asked, staff, reference.pack);
      draft.forget();
      router.push(`/complaint/${complaint.id}`, 'back', 'pop');
    } catch {
      setFailed(true);
    }
  };
  return (
    <CardColumn>
      <Card>
        <Form ref={form} onSubmit={submit}>
          <p>{t('ask.stays')}</p>
          <Chips
            label={t('ask.where')}
            choices={(['unit', 'outside'] as const).map((id) => ({ id, name: t(`ask.${id}`) }))}
            chosen={[typed.where]}
            onChoose={(where) => draft.put({ where })}
          />
          {isToUnit && (
            <UnitSelect
              label={t('ask.toUnit')}
              pack={complaint.pack}
              without={complaint.handlingUnitId === null ? [] : [complaint.handlingUnitId]}
              value={typed.toUnitId}
              problem={missing(typed.toUnitId === '', t('ask.toUnit'))}
              onChoose={(toUnitId) => draft.put({ toUnitId })}
            />
          )}
          {!isToUnit && (
            <>
              <Select
                label={t('ask.kind')}
                value={typed.kind}
                onChoose={(chosen) => draft.put({ kind: outsideKinds.find((kind) => kind === chosen) ?? 'other' })}
                options={outsideKinds.map((kind) => ({ value: kind, text: t(`outside.${kind}`) }))}
              />
              <TextField
                label={t('ask.name')}
                problem={missing(typed.name.trim() === '', t('ask.name'))}
                longest={longestOutsideName}
                value={typed.name}
                onType={(name) => draft.put({ name })}
              />
            </>
          )}
          <TextArea
            label={t('ask.question')}
            hint={t('ask.questionHint')}
            problem={missing(typed.question.trim() === '', t('ask.question'))}
            rows={4}
            longest={longestQuestion}
            value={typed.question}
            onType={(question) => draft.put({ question })}
          />
          {isToUnit && (
            <ChoiceGroup layout="stack" label={t('shares.label')} hint={t('shares.hint')}>
              {partsOf(complaint).map((part) => (
                <Choice
                  key={part}
                  kind="checkbox"
                  isChosen={typed.shares.includes(part)}
                  onChoose={(isChosen) => draft.put({ shares: isChosen ? [...typed.shares, part] : typed.shares.filter((other) => other !== part) })}
                >
                  {t(`shares.${part}`)}
                </Choice>
              ))}
            </ChoiceGroup>
          )}
          <DateField
            label={t('ask.wanted')}
            problem={isPast ? t('ask.wantedPast') : null}
            type="datetime-local"
            min={formatLocalMoment(nowMs())}
            value={typed.wanted}
            onType={(wanted) => draft.put({ wanted })}
          />
          <Foreseen typed={typed} complaint={complaint} reference={reference} />
          {hasFailed && <Notice tone="danger">{t('form.failed')}</Notice>}
          <Button type="submit" kind="main">
            {t('ask.submit')}
          </Button>
        </Form>
      </Card>
    </CardColumn>
  );
}

/** AST-2: the clocks that it will get, by the rules that the server applies. */
function Foreseen({ typed, complaint, reference: { pack, calendar, units } }: { typed: Typed; complaint: Complaint; reference: Reference }) {
  const { t } = useTranslation('assist');
  const format = useFormat();
  const facts = { pack, calendar, units, complaint, requester: null, headUid: null, arbiterUids: [] };
  const wantedAtMs = typed.wanted === '' ? null : parseLocalMoment(typed.wanted);
  const outside = typed.where === 'unit' ? null : typed.kind;
  const { acceptDueAtMs, dueAtMs } = deadlinesOf(complaint, { outside, wantedAtMs }, nowMs(), facts);
  const answer = format.moment(dueAtMs);
  return (
    <p className="small-print" role="status">
      {acceptDueAtMs === null ? t('ask.foreseenOutside', { answer }) : t('ask.foreseen', { accept: format.moment(acceptDueAtMs), answer })}
    </p>
  );
}

/** Parts that are there to be shown. */
function partsOf({ particulars, mailItem, cause, homeRegion }: Complaint): SharedPart[] {
  const absent: SharedPart[] = [
    ...(particulars ? [] : ['particulars' as const]),
    ...(mailItem === null ? ['mailItem' as const] : []),
    ...(cause ? [] : ['cause' as const]),
    ...(homeRegion === null ? ['region' as const] : []),
  ];
  return sharedParts.filter((part) => !absent.includes(part));
}

const writtenShape = assistRequestSchema.pick({ complaintId: true, toUnitId: true, outside: true, question: true, shares: true, wantedAtMs: true });

function askedOf({ where, toUnitId, kind, name, question, shares, wanted }: Typed, complaintId: string): AskedAssist | null {
  const isToUnit = where === 'unit';
  const asked = {
    complaintId,
    toUnitId: isToUnit ? toUnitId : null,
    outside: isToUnit ? null : { kind, name },
    question,
    shares: isToUnit ? [...shares] : [],
    wantedAtMs: wanted === '' ? null : parseLocalMoment(wanted),
  };
  return writtenShape.safeParse(asked).data ?? null;
}
