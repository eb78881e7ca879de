import { type Day, dayOf, startOfDayMs, weekdayOf } from './day.ts';
import type { CalendarYear } from './working-days.ts';

/** What can be wrong with a year of the public calendar. */
export const calendarProblems = [
  'yearImplausible',
  'yearInThePast',
  'noSuchDay',
  'otherYear',
  'twice',
  'inBoth',
  'notOnAWeekend',
  'tooFewHolidays',
  'tooManyHolidays',
  'tooManyMakeUpDays',
] as const;

export interface CalendarProblem {
  code: (typeof calendarProblems)[number];
  /** The day concerned, as it was written; null where it is about the whole year. */
  day: string | null;
}

const years = { least: 2000, most: 2100 };
const holidayCount = { least: 5, most: 70 };
const mostMakeUpDays = 15;

/**
 * What is wrong with a published year before it may be taken in (SLA-3): each day exists and lies in that year, none is there twice, make-up days fall on weekends,
 * their number is plausible, and a past year that clocks have been counted by is not replaced. Empty when nothing is.
 *
 * @param today the day that it is
 */
export function problemsOfCalendarYear(
  { year, holidays, makeUpWorkingDays }: CalendarYear,
  { today, isKnown }: { today: Day; isKnown: boolean },
): CalendarProblem[] {
  const ofYear = (holds: boolean, code: CalendarProblem['code']): CalendarProblem[] => (holds ? [] : [{ code, day: null }]);
  return [
    ...ofYear(Number.isInteger(year) && year >= years.least && year <= years.most, 'yearImplausible'),
    ...ofYear(!isKnown || year >= Number(today.slice(0, 4)), 'yearInThePast'),
    ...[holidays, makeUpWorkingDays].flatMap((days) => days.flatMap((day, index) => problemsOfDay(day, year, days.indexOf(day) < index))),
    ...makeUpWorkingDays.flatMap((day): CalendarProblem[] => (holidays.includes(day) ? [{ code: 'inBoth', day }] : [])),
    ...makeUpWorkingDays.flatMap((day): CalendarProblem[] => (exists(day) && ![0, 6].includes(weekdayOf(day)) ? [{ code: 'notOnAWeekend', day }] : [])),
    ...ofYear(holidays.length >= holidayCount.least, 'tooFewHolidays'),
    ...ofYear(holidays.length <= holidayCount.most, 'tooManyHolidays'),
    ...ofYear(makeUpWorkingDays.length <= mostMakeUpDays, 'tooManyMakeUpDays'),
  ];
}

function problemsOfDay(day: string, year: number, isTwice: boolean): CalendarProblem[] {
  if (!exists(day)) return [{ code: 'noSuchDay', day }];
  if (Number(day.slice(0, 4)) !== year) return [{ code: 'otherYear', day }];
  return isTwice ? [{ code: 'twice', day }] : [];
}

function exists(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const atMs = startOfDayMs(day);
  return !Number.isNaN(atMs) && dayOf(atMs) === day;
}
