import { useState } from 'react';
import type { Closure } from '@shouwen/domain/closure/closure';
import type { ClosureCommand } from '@shouwen/domain/closure/command';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { shownPapers } from '@shouwen/domain/refund/cash-hand-over';
import { useTranslation } from 'react-i18next';
import { ReasonSheet } from '../../parts/ReasonSheet.tsx';
import { useNow } from '../../parts/use-now.ts';
import type { Created } from '../../platform/outbox/create-document.ts';
import { type Asked, openPaper, type OpenedPaper } from '../../records/closure-identity.ts';
import { sendClosureEntry } from '../../records/send-closure.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { useClosureRefusal } from './closure-refusal.ts';
import { EvidenceSheet } from './EvidenceSheet.tsx';
import { type SecondPersonAct, secondPersonActs } from './second-person-acts.ts';
import './SecondPersonCard.css';

interface Props {
  closure: Closure;
  staff: Staff;
}

/** What a second person is asked for, the customer's paper, and how a closing is taken back. */
export function SecondPersonCard({ closure, staff }: Props) {
  const { t } = useTranslation('closure');
  const now = useNow();
  const [open, setOpen] = useState<SecondPersonAct | null>(null);
  const [trouble, setTrouble] = useState<Exclude<Created, 'created'> | null>(null);
  const [entryId, setEntryId] = useState<string>(() => crypto.randomUUID());
  const acts = secondPersonActs(closure, staff, now);
  const send = async (command: ClosureCommand): Promise<void> => {
    setOpen(null);
    const sent = await sendClosureEntry(closure.id, entryId, command, staff.uid);
    if (sent === 'created') setEntryId(crypto.randomUUID());
    setTrouble(sent === 'created' ? null : sent);
  };
  const { confirmReasons, confirmed, cancel } = closure;
  if (acts.length === 0 && confirmReasons.length === 0 && cancel === null) return null;
  return (
    <Card title={t(closure.state === 'awaitingConfirmation' ? 'second.heading' : cancel ? 'cancel.heading' : 'second.heading')}>
      {confirmReasons.length > 0 && (
        <p>{t('second.needed', { reasons: confirmReasons.map((reason) => t(`second.reason.${reason}`)).join(t('second.and')) })}</p>
      )}
      <PaperLine closure={closure} canOpen={acts.includes('open')} />
      {confirmed && <p>{t('second.confirmedBy', { name: confirmed.byName })}</p>}
      {closure.refusal && <p>{`${closure.refusal.byName}: ${closure.refusal.reason}`}</p>}
      {cancel && closure.open && <Notice tone="info">{t('cancel.asked', { name: cancel.byName, reason: cancel.reason })}</Notice>}
      <div className="second-person-acts">
        {acts.flatMap((act) =>
          act === 'open' ? (
            []
          ) : (
            <Button key={act} kind={act === 'confirm' || act === 'confirmCancel' ? 'main' : 'other'} onClick={() => setOpen(act)}>
              {t(actTexts[act])}
            </Button>
          ),
        )}
      </div>
      {trouble && <Notice tone="danger">{t(`form.trouble.${trouble}`)}</Notice>}
      {open === 'file' && <EvidenceSheet closure={closure} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'file' && open !== 'open' && (
        <ActSheet act={open} closure={closure} onSend={(command) => void send(command)} onClose={() => setOpen(null)} />
      )}
    </Card>
  );
}

const actTexts = {
  file: 'second.file',
  confirm: 'second.confirm',
  refuse: 'second.refuse',
  withdraw: 'second.withdraw',
  cancel: 'cancel.ask',
  confirmCancel: 'cancel.approve',
  refuseCancel: 'cancel.refuse',
} as const;

const hints = {
  confirm: 'second.confirmHint',
  refuse: 'second.refuseHint',
  withdraw: 'second.refuseHint',
  cancel: 'cancel.askHint',
  confirmCancel: 'cancel.approveHint',
  refuseCancel: 'cancel.askHint',
} as const;

interface ActProps {
  act: keyof typeof hints;
  closure: Closure;
  onSend: (command: ClosureCommand) => void;
  onClose: () => void;
}

function ActSheet({ act, closure, onSend, onClose }: ActProps) {
  const { t } = useTranslation('closure');
  const needsReason = act === 'refuse' || act === 'withdraw' || act === 'cancel';
  return (
    <ReasonSheet
      title={t(actTexts[act])}
      hint={t(hints[act])}
      label={needsReason ? t('second.reasonLabel') : null}
      submit={t(actTexts[act])}
      onSubmit={(reason) => onSend(commandOf(act, closure, reason))}
      onClose={onClose}
    />
  );
}

function commandOf(act: ActProps['act'], { seq }: Closure, reason: string): ClosureCommand {
  switch (act) {
    case 'confirm':
      return { type: 'confirm', seq };
    case 'refuse':
    case 'withdraw':
      return { type: 'refuse', reason };
    case 'cancel':
      return { type: 'cancel', reason };
    case 'confirmCancel':
    case 'refuseCancel':
      return { type: act };
  }
}

/** The customer's paper, masked until somebody whose word it is for opens it. */
function PaperLine({ closure, canOpen }: { closure: Closure; canOpen: boolean }) {
  const { t } = useTranslation('closure');
  const sentence = useClosureRefusal();
  const [paper, setPaper] = useState<Asked<OpenedPaper> | null>(null);
  const { evidence, confirmReasons } = closure;
  if (!evidence) return confirmReasons.length > 0 && closure.open ? <p className="warning-text">{t('second.noEvidence')}</p> : null;
  const [kind = '', masked = ''] = evidence.paperMasked.split(' ');
  const known = shownPapers.find((one) => one === kind);
  return (
    <>
      <p>{t('second.evidence', { paper: `${known ? t(`second.paper.${known}`) : kind} ${masked}`, name: evidence.byName })}</p>
      {canOpen && paper?.kind !== 'done' && <Button onClick={() => void openPaper(closure.id).then(setPaper)}>{t('second.open')}</Button>}
      {paper?.kind === 'done' && (
        <figure className="paper-opened">
          <img src={paper.answer.photoUrl} alt={t('second.photoAlt')} />
          <figcaption>
            {paper.answer.paperNo} <small>{t('second.opened')}</small>
          </figcaption>
        </figure>
      )}
      {paper?.kind === 'refused' && <Notice tone="danger">{t('second.failed', { reason: sentence(paper.code) })}</Notice>}
      {paper?.kind === 'unreachable' && <Notice tone="danger">{t('second.unreachable')}</Notice>}
    </>
  );
}
