import { useState } from 'react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { concernedNumber } from '@shouwen/domain/customer/concerned-number';
import { useTranslation } from 'react-i18next';
import { type Concerned, ConcernedFields } from '../../parts/concerned/ConcernedFields.tsx';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import { nowMs } from '../../platform/device/clock.ts';
import { useDraft } from '../../platform/drafts/use-draft.ts';
import { type Corrected, sendCorrection } from '../../records/correct-concerned.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { TextArea } from '../../ui/field/TextField.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';

interface Props {
  complaint: Complaint;
  uid: string;
  onClose: () => void;
  onDone: () => void;
}

/** What is typed, with the id that it is sent under. */
interface Typed extends Concerned {
  entryId: string;
  reason: string;
}

/** Puts right what number or account it is about (REC-2). What was typed stays until the server has it. */
export function CorrectConcerned({ complaint, uid, onClose, onDone }: Props) {
  const { t } = useTranslation(['complaint', 'recording']);
  const sentence = useRefusalSentence();
  const kept = useDraft<Typed>(uid, { form: 'command', id: `command/${complaint.id}/correctConcerned` }, () => startOf(complaint));
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Corrected | null>(null);
  if (kept === null) return null;
  const typed = kept.content;
  const missing = missingIn(typed);
  const change = (part: Partial<Typed>): void => {
    setOutcome(null);
    kept.put(part);
  };
  const submit = async (): Promise<void> => {
    setChecked(true);
    if (missing.length > 0) return;
    setSending(true);
    const answer = await sendCorrection({ complaintId: complaint.id, entryId: typed.entryId, reason: typed.reason.trim(), ...numberOf(typed) });
    setSending(false);
    if (answer.kind !== 'done') return setOutcome(answer);
    kept.forget();
    onDone();
  };
  const problem = (name: Missing, text: string): string | null => (isChecked && missing.includes(name) ? text : null);
  return (
    <Sheet title={t('concerned.correct')} onClose={onClose}>
      <Form onSubmit={submit}>
        <p className="small-print">{t('concerned.hint')}</p>
        {kept.wasKept && <p className="small-print">{t('form.kept')}</p>}
        <ConcernedFields
          said={typed}
          occurredAtMs={complaint.occurredAtMs}
          nowMs={nowMs()}
          problems={{
            concerned: problem('concerned', t('recording:missing.concerned')),
            ownedUntilMs: problem('ownedUntilMs', t('recording:missing.ownedUntilMs')),
          }}
          onChange={change}
        />
        <TextArea
          label={t('form.reason')}
          problem={problem('reason', t('form.missing', { field: t('form.reason') }))}
          rows={3}
          longest={500}
          value={typed.reason}
          onType={(reason) => change({ reason })}
        />
        {outcome?.kind === 'unreachable' && <Notice tone="danger">{t('concerned.unreachable')}</Notice>}
        {outcome?.kind === 'refused' && <Notice tone="danger">{sentence(outcome.code)}</Notice>}
        <Button type="submit" kind="main" disabled={isSending}>
          {t(isSending ? 'form.sending' : 'form.submit')}
        </Button>
      </Form>
    </Sheet>
  );
}

/** The number in full is not shown again: whoever corrects types it. */
function startOf({ concernedMasked }: Complaint): Typed {
  const ownedUntilMs = concernedMasked?.ownedUntilMs ?? null;
  return {
    entryId: crypto.randomUUID(),
    reason: '',
    isAboutAnother: concernedMasked !== null,
    concerned: '',
    isOfFormerOwner: ownedUntilMs !== null,
    ownedUntilMs,
  };
}

type Missing = 'concerned' | 'ownedUntilMs' | 'reason';

function missingIn(typed: Typed): Missing[] {
  const { isAboutAnother, concerned = '', isOfFormerOwner, ownedUntilMs = null, reason } = typed;
  const isMissing: Record<Missing, boolean> = {
    concerned: isAboutAnother === true && concernedNumber(concerned) === null,
    ownedUntilMs: isAboutAnother === true && isOfFormerOwner === true && (ownedUntilMs === null || ownedUntilMs > nowMs()),
    reason: reason.trim() === '',
  };
  return (Object.keys(isMissing) as Missing[]).filter((name) => isMissing[name]);
}

function numberOf({ isAboutAnother, concerned = '', isOfFormerOwner, ownedUntilMs = null }: Typed): { concerned: string | null; ownedUntilMs: number | null } {
  if (isAboutAnother !== true) return { concerned: null, ownedUntilMs: null };
  return { concerned, ownedUntilMs: isOfFormerOwner === true ? ownedUntilMs : null };
}
