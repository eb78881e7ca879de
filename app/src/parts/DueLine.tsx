import { useTranslation } from 'react-i18next';
import { hourMs } from '@shouwen/domain/calendar/day';
import { useFormat } from '../i18n/format.ts';
import { useReference } from '../platform/reference/reference.ts';
import type { Row } from '../platform/rows/row.ts';
import { timelinessOf } from '../platform/rows/time-left.ts';
import { TimeMark } from './TimeMark.tsx';
import { useNow } from './use-now.ts';

/** What lies further ahead is told by its moment alone. */
const countedDownMs = 48 * hourMs;

/** What was promised and how near it is, by words, colour and sign; once it has been kept or there is none, when the last thing happened. */
export function DueLine({ row }: { row: Row }) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const now = useNow();
  const timeliness = timelinessOf(row, now, useReference()?.pack.board.escalatedFromLevel);
  if (row.closedAtMs !== null) return <span className="due">{t('closedOn', { moment: format.moment(row.closedAtMs) })}</span>;
  if (timeliness === null || row.dueAtMs === null) return <span className="due">{t('recordedOn', { moment: format.moment(row.capturedAtMs) })}</span>;
  const isFar = timeliness === 'onTime' && row.dueAtMs - now >= countedDownMs;
  const words = { moment: format.moment(row.dueAtMs), distance: format.distance(row.dueAtMs, now) };
  return (
    <span className={`due time-${timeliness}`}>
      <TimeMark timeliness={timeliness} size={16} />
      {t(isFar ? 'due.far' : `due.${timeliness}`, words)}
    </span>
  );
}
