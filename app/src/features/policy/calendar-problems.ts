import type { CalendarProblem } from '@shouwen/domain/calendar/check-calendar-year';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';

export type FieldProblems = Record<keyof CalendarYear, CalendarProblem[]>;

const ofYear: readonly CalendarProblem['code'][] = ['yearImplausible', 'yearInThePast'];
const ofHolidays: readonly CalendarProblem['code'][] = ['tooFewHolidays', 'tooManyHolidays'];
const ofMakeUpDays: readonly CalendarProblem['code'][] = ['tooManyMakeUpDays', 'inBoth', 'notOnAWeekend'];

/** Each problem at the field in which it has to be corrected. */
export function problemsByField(problems: readonly CalendarProblem[], { holidays }: CalendarYear): FieldProblems {
  const sorted: FieldProblems = { year: [], holidays: [], makeUpWorkingDays: [] };
  for (const problem of problems) sorted[fieldOf(problem, holidays)].push(problem);
  return sorted;
}

function fieldOf({ code, day }: CalendarProblem, holidays: readonly string[]): keyof CalendarYear {
  if (ofYear.includes(code)) return 'year';
  if (ofHolidays.includes(code)) return 'holidays';
  if (ofMakeUpDays.includes(code)) return 'makeUpWorkingDays';
  return day !== null && holidays.includes(day) ? 'holidays' : 'makeUpWorkingDays';
}
