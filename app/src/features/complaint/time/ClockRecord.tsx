import type { Pause } from '@shouwen/domain/calendar/running-time';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../../i18n/format.ts';
import { unitName, useReference } from '../../../platform/reference/reference.ts';
import { Clock } from './Clock.tsx';
import type { TimelineItem } from '../timeline.ts';
import { List } from '../../../ui/card/List.tsx';

/** SLA-5: each time in which the clock stood still, with its reason and its end. */
export function Pauses({ complaint: { pauses }, timeline }: { complaint: Complaint; timeline: readonly TimelineItem[] }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  if (pauses.length === 0) return null;
  const inAllMs = pauses.reduce((sum, { sinceAtMs, untilAtMs }) => sum + untilAtMs - sinceAtMs, 0);
  return (
    <Clock name={t('pauses')}>
      <List>
        {pauses.map((pause) => {
          const reason = reasonOf(pause, timeline);
          return <li key={pause.sinceAtMs}>{reason === null ? t('pause', wordsOf(pause, format)) : t('pauseFor', { ...wordsOf(pause, format), reason })}</li>;
        })}
        {pauses.length > 1 && <li>{t('pausedInAll', { length: format.duration(inAllMs) })}</li>}
      </List>
    </Clock>
  );
}

function wordsOf({ sinceAtMs, untilAtMs }: Pause, format: Format) {
  return { since: format.moment(sinceAtMs), until: format.moment(untilAtMs), length: format.duration(untilAtMs - sinceAtMs) };
}

/** The journal holds why; a pause knows only when. */
function reasonOf({ sinceAtMs }: Pause, timeline: readonly TimelineItem[]): string | null {
  const wait = timeline.find(({ type, atMs }) => (type === 'awaitCustomer' || type === 'awaitOther') && atMs === sinceAtMs);
  const reason = wait?.payload['reason'];
  return typeof reason === 'string' ? reason : null;
}

/** SLA-6: what ran out, recorded as it stood then. */
export function Overdues({ complaint: { overdues } }: { complaint: Complaint }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  const reference = useReference();
  if (overdues.length === 0) return null;
  return (
    <Clock name={t('overdues')}>
      <List>
        {overdues.map(({ clock, dueAtMs, cause, handlerUid, unitId }) => {
          const words = { clock: t(`overdueOf.${clock}`), moment: format.moment(dueAtMs), cause: t(`cause.${cause}`) };
          const name = reference?.staff.find(({ uid }) => uid === handlerUid)?.name ?? null;
          const who = [unitId === null ? null : unitName(unitId), name].filter((part) => part !== null).join(' ');
          return <li key={`${clock}${dueAtMs}`}>{who === '' ? t('overdue', words) : t('overdueBy', { ...words, who })}</li>;
        })}
      </List>
    </Clock>
  );
}

/** SLA-7: what the answer took, with nights and without. */
export function ReplyTook({ complaint: { replyTime, state } }: { complaint: Complaint }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  if (!replyTime || (state !== 'answered' && state !== 'closed')) return null;
  const { inTime, elapsedMs, withoutNightsMs, pausedMs } = replyTime;
  return (
    <Clock name={t('replyTime')}>
      <strong className={inTime ? 'checklist-met' : 'time-overdue'}>{t(inTime ? 'replyInTime' : 'replyLate')}</strong>{' '}
      {t('replyTook', { elapsed: format.duration(elapsedMs), withoutNights: format.duration(withoutNightsMs) })}
      {pausedMs > 0 && t('replyPaused', { paused: format.duration(pausedMs) })}
    </Clock>
  );
}

/** SLA-7: an answer of an earlier run that was late, which no later one undoes; and what arrived long after it was done (TIME). */
export function RepliesBefore({ complaint: { lateReply, replyTime, reportedLater } }: { complaint: Complaint }) {
  const { t } = useTranslation('clocks');
  const format = useFormat();
  const isShownAbove = lateReply?.atMs === replyTime?.atMs;
  return (
    <>
      {lateReply && !isShownAbove && (
        <Clock name={t('lateBefore')}>
          <span className="time-overdue">
            {t('lateBeforeAt', {
              due: format.moment(lateReply.dueAtMs),
              moment: format.moment(lateReply.atMs),
              unit: lateReply.unitId === null ? '' : unitName(lateReply.unitId),
            })}
          </span>
        </Clock>
      )}
      {reportedLater && (
        <Clock name={t('reportedLater')}>
          {t('reportedLaterAt', {
            act: t(`endingAct.${reportedLater.act}`),
            moment: format.moment(reportedLater.atMs),
            received: format.moment(reportedLater.receivedAtMs),
          })}
        </Clock>
      )}
    </>
  );
}
