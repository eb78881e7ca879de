import type { Day } from './day.ts';
import type { CalendarYear } from './working-days.ts';

/** Next year's calendar is published in November; from this day on somebody should have taken it in. */
const wantedFrom = '12-01';

/** From 1 December on the next year, whose calendar should be there by then; null before (SLA-3). */
export function calendarWantedOn(today: Day): number | null {
  return today.slice(5) >= wantedFrom ? yearOf(today) + 1 : null;
}

/** The year whose calendar is wanted and not there: this one, or from 1 December the next. Null when nothing is missing. */
export function missingCalendarYear(calendar: readonly Pick<CalendarYear, 'year'>[], today: Day): number | null {
  const wanted = [yearOf(today), calendarWantedOn(today)];
  return wanted.find((year) => year !== null && !calendar.some((known) => known.year === year)) ?? null;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
