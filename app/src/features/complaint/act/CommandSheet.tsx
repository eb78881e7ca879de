import { useEffect, useRef, useState } from 'react';
import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../../i18n/format.ts';
import { StorageFailure } from '../../../platform/storage/local-database.ts';
import { enqueueEntry } from '../../../platform/outbox/outbox.ts';
import { Notice } from '../../../ui/telling/Notice.tsx';
import { CommandField } from './CommandField.tsx';
import { CommandForesight } from './CommandForesight.tsx';
import { type KeptCommand, useCommandDraft } from './command-draft.ts';
import { buildCommand, type CommandDraft, fieldsOf, startOf } from './command-form.ts';
import { foreseenRefusal, seeing } from './foreseen-refusal.ts';
import type { ComplaintView } from '../complaint-view.ts';
import { useColleaguesNow } from '../../../records/colleagues-now.ts';
import { useRefusalSentence } from '../../../parts/refusal-sentence.ts';
import { Sheet } from '../../../ui/sheet/Sheet.tsx';
import { Button } from '../../../ui/action/Button.tsx';
import { focusFirstProblem, Form } from '../../../ui/field/Form.tsx';

interface Props {
  type: StaffCommandType;
  /** What a refused entry had said, when it is being done again. */
  start: CommandDraft;
  view: ComplaintView;
  staff: Staff;
  onClose: () => void;
  onSaved: (type: StaffCommandType) => void;
}

type Trouble =
  { kind: 'missing'; fields: string[] } | { kind: 'foreseen'; code: string } | { kind: 'notSaved'; message: 'storageFull' | 'storageBroken' | 'failed' } | null;

const hinted = [
  'confirmCause',
  'answer',
  'awaitCustomer',
  'outOfScope',
  'close',
  'merge',
  'withdraw',
  'return',
  'handOver',
  'agreeTime',
  'correct',
  'nameLink',
  'leadToManager',
  'escalate',
] as const;

/** What no server can see otherwise, however old this phone's copy is: there is nothing to submit anyway. */
const certain: readonly string[] = ['beyondStatutory', 'urgencyMissing', 'momentInThePast', 'momentInQuietHours'];

/** The form of one command. What is typed stays until the entry lies in the outbox, however the form is left. */
export function CommandSheet(props: Props) {
  const { type, start, view, staff } = props;
  const kept = useCommandDraft(staff.uid, view.complaint.id, type, { ...startOf(type, view.complaint), ...start });
  return kept && <OpenedSheet {...props} kept={kept} />;
}

function OpenedSheet({ type, view, staff, kept, onClose, onSaved }: Omit<Props, 'start'> & { kept: KeptCommand }) {
  const { t } = useTranslation('complaint');
  const { draft, wasKept, change, forget } = kept;
  const seen = seeing(view, useColleaguesNow([draft['toUid'] ?? '']).people);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (trouble?.kind === 'missing') focusFirstProblem(form.current);
  }, [trouble]);
  const format = useFormat();
  const hint = hinted.find((candidate) => candidate === type);

  const submit = async (): Promise<void> => {
    const built = buildCommand(type, draft, view.complaint);
    if (!built.ok) return setTrouble({ kind: 'missing', fields: built.missing });
    const foreseen = canOverrule(trouble) ? null : foreseenRefusal(seen, built.command);
    if (foreseen !== null) return setTrouble({ kind: 'foreseen', code: foreseen });
    setSaving(true);
    try {
      await enqueueEntry('complaints', view.complaint.id, built.command);
      forget();
      onSaved(type);
    } catch (error) {
      setTrouble({ kind: 'notSaved', message: messageOf(error) });
    } finally {
      setSaving(false);
    }
  };

  return (
    <Sheet title={t(`command.${type}`)} onClose={onClose}>
      <Form ref={form} onSubmit={submit}>
        {hint && <p className="small-print">{t(`hint.${hint}`, hintFigures(view, format))}</p>}
        {wasKept && <p className="small-print">{t('form.kept')}</p>}
        {fieldsOf[type].map((field) => (
          <CommandField
            key={field.name}
            type={type}
            field={field}
            draft={draft}
            missing={trouble?.kind === 'missing' ? trouble.fields : []}
            view={view}
            staff={staff}
            onChange={(name, value) => {
              setTrouble(null);
              change(name, value);
            }}
          />
        ))}
        <CommandForesight type={type} draft={draft} view={seen} />
        <TroubleNotice trouble={trouble} />
        <Button type="submit" kind="main" disabled={isSaving}>
          {t(isSaving ? 'form.sending' : canOverrule(trouble) ? 'form.submitAnyway' : 'form.submit')}
        </Button>
      </Form>
    </Sheet>
  );
}

/** The pack's figures that a hint names; a phone that has no pack yet says them without. */
function hintFigures({ predictContext }: ComplaintView, format: Format) {
  const pack = predictContext?.pack;
  return { days: pack?.windows.reopenDays ?? '', sum: pack ? format.money(pack.refunds.proofAboveFen) : '' };
}

/** The phone may be behind, so most of what it foresees is told once and can be overruled: the server decides. */
function canOverrule(trouble: Trouble): boolean {
  return trouble?.kind === 'foreseen' && !certain.includes(trouble.code);
}

function TroubleNotice({ trouble }: { trouble: Trouble }) {
  const { t } = useTranslation('complaint');
  const sentence = useRefusalSentence();
  if (trouble?.kind === 'foreseen')
    return (
      <Notice tone="warning">{certain.includes(trouble.code) ? sentence(trouble.code) : t('form.willBeRefused', { reason: sentence(trouble.code) })}</Notice>
    );
  if (trouble?.kind === 'notSaved') return <Notice tone="danger">{t(`form.${trouble.message}`)}</Notice>;
  return null;
}

function messageOf(error: unknown): 'storageFull' | 'storageBroken' | 'failed' {
  if (!(error instanceof StorageFailure)) return 'failed';
  return error.kind === 'full' ? 'storageFull' : 'storageBroken';
}
