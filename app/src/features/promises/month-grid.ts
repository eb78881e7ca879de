import { addDays, type Day, dayOf, startOfDayMs, weekdayOf } from '@shouwen/domain/calendar/day';
import { type CalendarYear, isWorkingDay } from '@shouwen/domain/calendar/working-days';
import { groupedBy } from '@shouwen/domain/kernel/grouped-by';

/** `YYYY-MM`. */
export type Month = string;

/** A day off beside ordinary weekends is a holiday; a weekend that is worked makes up for one. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'makeUp';

export interface GridDay {
  day: Day;
  inMonth: boolean;
  kind: DayKind;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month before or after. */
export function monthBeside(month: Month, step: -1 | 1): Month {
  return monthOf(addDays(`${month}-01`, step === 1 ? 31 : -1));
}

/** From the first moment of the first week that the month touches up to the end of its last. */
export function spanOf(month: Month): { fromMs: number; untilMs: number } {
  const lastDay = addDays(`${monthBeside(month, 1)}-01`, -1);
  return { fromMs: startOfDayMs(mondayOf(`${month}-01`)), untilMs: startOfDayMs(addDays(mondayOf(lastDay), 7)) };
}

function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOf(month: Month, calendar: readonly CalendarYear[]): GridDay[][] {
  const weeks: GridDay[][] = [];
  for (let monday = mondayOf(`${month}-01`); monday < `${monthBeside(month, 1)}-01`; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => gridDay(addDays(monday, index), month, calendar)));
  }
  return weeks;
}

function gridDay(day: Day, month: Month, calendar: readonly CalendarYear[]): GridDay {
  return { day, inMonth: monthOf(day) === month, kind: kindOf(day, calendar) };
}

function kindOf(day: Day, calendar: readonly CalendarYear[]): DayKind {
  const year = calendar.find((candidate) => candidate.year === Number(day.slice(0, 4)));
  if (year?.makeUpWorkingDays.includes(day)) return 'makeUp';
  if (year?.holidays.includes(day)) return 'holiday';
  return isWorkingDay(day, year) ? 'working' : 'weekend';
}

/** Rows by the days on which an answer or a call is promised, in their order: one of both on one day is there once. */
export function byPromisedDay<Promised extends { dueAtMs: number | null; nextContactAtMs: number | null; state: string }>(
  rows: readonly Promised[],
): Map<Day, Promised[]> {
  const promises = rows.flatMap((row) => daysOf(row).map((day) => ({ day, row })));
  return new Map([...groupedBy(promises, ({ day }) => day)].map(([day, those]) => [day, those.map(({ row }) => row)]));
}

function daysOf({ dueAtMs, nextContactAtMs, state }: { dueAtMs: number | null; nextContactAtMs: number | null; state: string }): Day[] {
  const moments = [...(state === 'answered' || dueAtMs === null ? [] : [dueAtMs]), ...(nextContactAtMs === null ? [] : [nextContactAtMs])];
  return [...new Set(moments.map(dayOf))];
}
