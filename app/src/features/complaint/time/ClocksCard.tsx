import '../../../i18n/later-texts.ts';
import { coveredUntil } from '@shouwen/domain/calendar/covered-until';
import { dayMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import type { Clocks, Complaint } from '@shouwen/domain/complaint/complaint';
import { appealOf } from '@shouwen/domain/complaint/view/appeal';
import type { PredictContext } from '@shouwen/domain/complaint/view/predict';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Clock } from './Clock.tsx';
import { Overdues, Pauses, RepliesBefore, ReplyTook } from './ClockRecord.tsx';
import { replyTimesOf } from './reply-times.ts';
import { StepsAhead } from './StepsAhead.tsx';
import type { TimelineItem } from '../timeline.ts';
import { Card } from '../../../ui/card/Card.tsx';
import './ClocksCard.css';

interface Props {
  complaint: Complaint;
  timeline: readonly TimelineItem[];
  context: PredictContext | null;
  nowMs: number;
}

const unaccepted: readonly Complaint['state'][] = ['recorded', 'assigned', 'reopened'];

/** Every clock of the complaint: what runs, what stood still, what ran out, and what comes next if nothing is done (SLA-1…6). */
export function ClocksCard({ complaint, timeline, context, nowMs }: Props) {
  const { t } = useTranslation('clocks');
  const { clocks } = complaint;
  if (!clocks) return null;
  const isRunning = complaint.open && complaint.state !== 'answered';
  return (
    <Card title={t('heading')}>
      <dl className="clock-list">
        <Acceptance complaint={complaint} clocks={clocks} nowMs={nowMs} />
        <OwnReply complaint={complaint} clocks={clocks} />
        {complaint.open && <Statutory complaint={complaint} clocks={clocks} nowMs={nowMs} />}
        <NextContact complaint={complaint} nowMs={nowMs} />
        <ReplyTook complaint={complaint} />
        <RepliesBefore complaint={complaint} />
        <Pauses complaint={complaint} timeline={timeline} />
        <Overdues complaint={complaint} />
      </dl>
      {isRunning && context && <QuietHours complaint={complaint} context={context} nowMs={nowMs} />}
      <Cautions complaint={complaint} clocks={clocks} context={context} />
      {isRunning && context && <StepsAhead complaint={complaint} context={context} />}
    </Card>
  );
}

interface OfClocks {
  complaint: Complaint;
  clocks: Clocks;
}

function Acceptance({ complaint, clocks, nowMs }: OfClocks & { nowMs: number }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  const accepted = complaint.milestones.findLast(({ stage, atMs }) => stage === 'accepted' && atMs >= clocks.runStartAtMs);
  if (!unaccepted.includes(complaint.state) && !accepted) return null;
  const moment = format.moment(clocks.acceptDueAtMs);
  const isLate = nowMs > clocks.acceptDueAtMs;
  return (
    <Clock name={t('accept')}>
      {unaccepted.includes(complaint.state) || !accepted ? (
        <span className={isLate ? 'time-overdue' : ''}>{t(isLate ? 'acceptLate' : 'notAccepted', { moment })}</span>
      ) : (
        t('acceptedAt', { moment: format.moment(accepted.atMs) })
      )}
    </Clock>
  );
}

function OwnReply({ complaint: { agreedTime }, clocks }: OfClocks) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  return (
    <>
      <Clock name={t('own')}>{t(`ownOf.${clocks.rule}`, { moment: format.moment(clocks.ownReplyDueAtMs) })}</Clock>
      {agreedTime && (
        <Clock name={t('agreed')}>
          {t('agreedAs', {
            moment: format.moment(agreedTime.dueAtMs),
            reason: agreedTime.reason,
            name: agreedTime.byName,
            at: format.moment(agreedTime.atMs),
          })}
        </Clock>
      )}
    </>
  );
}

/** SLA-4: a call that the customer was promised. */
function NextContact({ complaint: { nextContactAtMs }, nowMs }: { complaint: Complaint; nowMs: number }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  if (nextContactAtMs === null) return null;
  const moment = format.moment(nextContactAtMs);
  return <Clock name={t('contact')}>{nextContactAtMs < nowMs ? <span className="time-overdue">{t('contactPassed', { moment })}</span> : moment}</Clock>;
}

/** SLA-8: until when the law wants an answer, and how long until the customer may turn to the regulator. */
function Statutory({ complaint, clocks: { statutoryDueAtMs }, nowMs }: OfClocks & { nowMs: number }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  const appeal = appealOf(complaint);
  const count = Math.ceil((statutoryDueAtMs - nowMs) / dayMs);
  const day = format.day(statutoryDueAtMs);
  const isOpenNow = appeal !== null && appeal.fromMs <= nowMs;
  return (
    <Clock name={t('statutory')}>
      {isOpenNow ? t(`appeal.${appeal.ground}`, { day, since: format.day(appeal.fromMs) }) : t('statutoryIn', { day, count })}
    </Clock>
  );
}

/** SLA-4: what quiet hours do to the promise, and when the customer can be spoken to. */
function QuietHours({ complaint, context: { pack }, nowMs }: { complaint: Complaint; context: PredictContext; nowMs: number }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  const plan = replyTimesOf(complaint, pack, nowMs);
  if (!plan || complaint.dueAtMs === null) return null;
  const { deferredFromMs, callFromMs, callByMs } = plan;
  const deferred = deferredFromMs !== null && { ...pack.clocks.quietHours, own: format.moment(deferredFromMs), until: format.moment(complaint.dueAtMs) };
  const sentences = [
    deferred && t('quiet.deferred', deferred),
    callFromMs !== null && t('quiet.callFrom', { moment: format.moment(callFromMs) }),
    callByMs !== null && t('quiet.callBy', { moment: format.moment(callByMs) }),
  ].filter((sentence) => sentence !== false);
  return sentences.map((sentence) => (
    <p key={sentence} className="small-print">
      {sentence}
    </p>
  ));
}

/** What the clocks rest upon where that is not certain (TIME, SLA-3). */
function Cautions({ complaint, clocks, context }: OfClocks & { context: PredictContext | null }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  const lastDay = coveredUntil(context?.calendar ?? []);
  return (
    <>
      {complaint.flags.includes('clock-untrusted') && <p className="small-print">{t('untrusted')}</p>}
      {!clocks.calendarCovered && (
        <p className="small-print">{lastDay === null ? t('notCoveredAtAll') : t('notCovered', { day: format.day(startOfDayMs(lastDay)) })}</p>
      )}
      {context && context.pack.version !== complaint.packVersion && <p className="small-print">{t('otherPolicy', { version: complaint.packVersion })}</p>}
    </>
  );
}
