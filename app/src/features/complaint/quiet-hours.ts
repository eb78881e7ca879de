import { dayOf, minuteMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import type { Pack } from '@shouwen/domain/policy/pack';

/** Whether a moment lies in the hours in which customers are not to be disturbed (SLA-4), which usually span midnight. */
export function isQuiet(atMs: number, { from, to }: Pack['clocks']['quietHours']): boolean {
  const minute = Math.floor((atMs - startOfDayMs(dayOf(atMs))) / minuteMs);
  const start = minuteOf(from);
  const end = minuteOf(to);
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
