import { useTranslation } from 'react-i18next';
import { hourMs } from '@shouwen/domain/calendar/day';
import { useFormat } from '../../i18n/format.ts';
import type { Row } from '../../platform/row.ts';
import { useNow } from '../../ui/use-now.ts';

const soonMs = 4 * hourMs;
const nearMs = 48 * hourMs;

/** What was promised and how near it is; once it has been kept or there is none, when the last thing happened. */
export function DueLine({ row }: { row: Row }) {
  const { t } = useTranslation('worklist');
  const format = useFormat();
  const now = useNow();
  if (row.closedAtMs !== null) return <span className="due">{t('closedOn', { moment: format.moment(row.closedAtMs) })}</span>;
  if (row.dueAtMs === null || row.state === 'answered') return <span className="due">{t('recordedOn', { moment: format.moment(row.capturedAtMs) })}</span>;
  const leftMs = row.dueAtMs - now;
  const words = { moment: format.moment(row.dueAtMs), distance: format.distance(row.dueAtMs, now) };
  if (leftMs < 0) return <span className="due due-overdue">{t('overdue', words)}</span>;
  if (leftMs < soonMs) return <span className="due due-soon">{t('dueIn', words)}</span>;
  return <span className="due">{leftMs < nearMs ? t('dueIn', words) : t('due', words)}</span>;
}
