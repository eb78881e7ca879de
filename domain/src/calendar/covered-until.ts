import type { Day } from './day.ts';
import type { CalendarYear } from './working-days.ts';

/** The last day for which holidays are published; null when none are. Beyond it only weekends are known (SLA-3). */
export function coveredUntil(calendar: readonly Pick<CalendarYear, 'year'>[]): Day | null {
  return calendar.length === 0 ? null : `${Math.max(...calendar.map(({ year }) => year))}-12-31`;
}
