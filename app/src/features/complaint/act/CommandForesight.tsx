import { latestAgreeableMs } from '@shouwen/domain/complaint/time/clocks';
import { handlingUnit } from '@shouwen/domain/complaint/intake/assignment';
import type { StaffCommand, StaffCommandType } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { decide } from '@shouwen/domain/complaint/decide';
import { type PredictContext, predict } from '@shouwen/domain/complaint/view/predict';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { clockOffsetMs, nowMs, phoneNowMs } from '../../../platform/device/clock.ts';
import { unitName } from '../../../platform/reference/reference.ts';
import { Notice } from '../../../ui/telling/Notice.tsx';
import { useRefusalSentence } from '../../../parts/refusal-sentence.ts';
import { useStepWording } from '../../../parts/step-wording.ts';
import { buildCommand, type CommandDraft } from './command-form.ts';
import { foreseenRefusal } from './foreseen-refusal.ts';
import type { ComplaintView } from '../complaint-view.ts';
import './CommandForesight.css';

interface Props {
  type: StaffCommandType;
  draft: CommandDraft;
  view: ComplaintView;
}

/** What the command will do to the clocks or whom it will tell, worked out as it is typed with the rules that the server will apply. */
export function CommandForesight({ type, draft, view }: Props) {
  const { complaint, predictContext } = view;
  if (!predictContext) return null;
  const built = buildCommand(type, { ...draft, reason: draft['reason']?.trim() || '…', whom: draft['whom']?.trim() || '…' }, complaint);
  if (!built.ok) return null;
  switch (type) {
    case 'agreeTime':
    case 'correct':
    case 'noteParticulars':
    case 'awaitCustomer':
    case 'awaitOther':
      return <ClockForesight command={built.command} complaint={complaint} context={predictContext} />;
    case 'assign':
    case 'handOver':
      return <ReceiverForesight refusal={foreseenRefusal(view, built.command)} />;
    case 'escalate':
      return <ToldForesight complaint={complaint} context={predictContext} />;
    default:
      return null;
  }
}

interface Foreseen {
  command: StaffCommand;
  complaint: Complaint;
  context: PredictContext;
}

function ClockForesight({ command, complaint, context }: Foreseen) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  const sentence = useRefusalSentence();
  const entry = { id: 'typed', command, capturedAtMs: phoneNowMs(), clockOffsetMs: clockOffsetMs(), receivedAtMs: null };
  const { complaint: after, refusals } = predict(complaint, [entry], { ...context, nowMs: nowMs() });
  const refusal = refusals[0]?.refusal.code;
  const lastAtMs = latestAgreeableMs(complaint, context.pack);
  if (refusal === 'beyondStatutory' && lastAtMs !== null) {
    const day = format.day(lastAtMs);
    return <Notice tone="warning">{`${sentence(refusal)} ${t('foreseen.lawUntil', { day })}`}</Notice>;
  }
  if (refusal) return <Notice tone="warning">{sentence(refusal)}</Notice>;
  if (after.seq === complaint.seq) return <p className="small-print">{t('foreseen.nothing')}</p>;
  if (after.dueAtMs === null) return null;
  const words = { moment: format.moment(after.dueAtMs), before: complaint.dueAtMs === null ? '' : format.moment(complaint.dueAtMs) };
  const due = complaint.dueAtMs === null ? 'due' : after.dueAtMs === complaint.dueAtMs ? 'dueSame' : 'dueFrom';
  const unitId = command.type === 'correct' ? unitAfter(complaint, after, context) : null;
  const { waiting } = after;
  return (
    <div className="foreseen" role="status">
      {waiting?.untilAtMs && <p>{t('foreseen.waitUntil', { moment: format.moment(waiting.untilAtMs) })}</p>}
      {waiting && <p>{t(waiting.pausesClock ? 'foreseen.paused' : 'foreseen.notPaused')}</p>}
      <p>
        <strong>{t(`foreseen.${due}`, words)}</strong>
      </p>
      {unitId !== null && <p>{t('foreseen.unit', { unit: unitName(unitId) })}</p>}
    </div>
  );
}

/** ORG-4: that whoever is chosen is not there shows before it is sent. */
function ReceiverForesight({ refusal }: { refusal: string | null }) {
  const sentence = useRefusalSentence();
  return refusal === 'receiverNotAvailable' ? <Notice tone="warning">{sentence(refusal)}</Notice> : null;
}

/** Where a corrected category belongs to another unit, which then gets it. */
function unitAfter(before: Complaint, after: Complaint, { pack, units }: PredictContext): string | null {
  if (units.size === 0) return null;
  const [from, to] = [before, after].map((complaint) => handlingUnit(complaint, pack, units).unit.id);
  return to !== undefined && from !== to ? to : null;
}

/** SLA-6: whoever raises it sees beforehand who will be told, and who was passed over. */
function ToldForesight({ complaint, context }: Omit<Foreseen, 'command'>) {
  const { t } = useTranslation('clocks');
  const wording = useStepWording();
  const facts = { directory: { leaders: context.staff, units: context.units } };
  const decision = decide(complaint, { type: 'escalate', reason: '…' }, { ...context, atMs: nowMs(), facts });
  const step = decision.ok ? decision.events.flatMap((event) => (event.type === 'stepsTaken' ? event.taken : []))[0] : undefined;
  if (!step) return null;
  const { told, details } = wording(step);
  return (
    <div className="foreseen" role="status">
      <p>
        <strong>{t('foreseen.told', { told })}</strong>
      </p>
      {details.map((detail) => (
        <p key={detail} className="small-print">
          {detail}
        </p>
      ))}
    </div>
  );
}
