import { z } from 'zod';
import { addDays, type Day, weekdayOf } from './day.ts';

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One published year of the mainland public calendar: days off beside ordinary weekends, and weekends that are worked. */
export const calendarYearSchema = z.strictObject({ year: z.int(), holidays: z.array(daySchema), makeUpWorkingDays: z.array(daySchema) });
export type CalendarYear = z.infer<typeof calendarYearSchema>;

export interface WorkingDay {
  day: Day;
  /** False when a year without a published calendar was touched: weekends alone were counted, and the product must say so. */
  covered: boolean;
}

/** The `count`-th working day after `start`; the start itself is not counted (Civil Code 201). */
export function addWorkingDays(start: Day, count: number, calendar: readonly CalendarYear[]): WorkingDay {
  let day = start;
  let covered = true;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const year = calendar.find((candidate) => candidate.year === Number(day.slice(0, 4)));
    covered &&= year !== undefined;
    if (isWorkingDay(day, year)) left -= 1;
  }
  return { day, covered };
}

function isWorkingDay(day: Day, year: CalendarYear | undefined): boolean {
  if (year?.makeUpWorkingDays.includes(day)) return true;
  if (year?.holidays.includes(day)) return false;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}
