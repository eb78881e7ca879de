import { type CalendarYear, isWorkingDay } from './working-days.ts';

/** Whether a day that was worked is a day off afterwards: then clocks that count working days run out later. A year that nobody has taken in yet has its weekends alone. */
export function isLooserCalendar(before: CalendarYear | null, after: CalendarYear): boolean {
  const days = new Set([...after.holidays, ...after.makeUpWorkingDays, ...(before?.holidays ?? []), ...(before?.makeUpWorkingDays ?? [])]);
  return [...days].some((day) => isWorkingDay(day, before ?? undefined) && !isWorkingDay(day, after));
}
