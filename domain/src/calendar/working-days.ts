import { z } from 'zod';
import type { TimeSpan } from '../policy/clock-rules.ts';
import { addDays, type Day, dayOf, startOfDayMs, weekdayOf } from './day.ts';
import { timeOfDayMs } from './quiet-hours.ts';

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One published year of the mainland public calendar: days off beside ordinary weekends, and weekends that are worked. */
export const calendarYearSchema = z.strictObject({ year: z.int(), holidays: z.array(daySchema), makeUpWorkingDays: z.array(daySchema) });
export type CalendarYear = z.infer<typeof calendarYearSchema>;

export interface WorkingDay {
  day: Day;
  /** False when a year without a published calendar was touched: weekends alone were counted, and the product must say so. */
  covered: boolean;
}

/** The `count`-th working day after `start`, those for which `isPaused` holds left out; the start itself is not counted (Civil Code 201). */
export function addWorkingDays(start: Day, count: number, calendar: readonly CalendarYear[], isPaused: (day: Day) => boolean = () => false): WorkingDay {
  let day = start;
  let covered = true;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const year = yearOf(day, calendar);
    covered &&= year !== undefined;
    if (isWorkingDay(day, year) && !isPaused(day)) left -= 1;
  }
  return { day, covered };
}

export interface WorkingMoment {
  atMs: number;
  covered: boolean;
}

/** When so much working time has passed since a moment: working days only, and of those the intervals of `workingTime`, breaks left out. */
export function addWorkingTime(startMs: number, workingMs: number, workingTime: readonly TimeSpan[], calendar: readonly CalendarYear[]): WorkingMoment {
  let leftMs = workingMs;
  let covered = true;
  for (let day = dayOf(startMs); ; day = addDays(day, 1)) {
    const year = yearOf(day, calendar);
    covered &&= year !== undefined;
    if (!isWorkingDay(day, year)) continue;
    for (const { from, to } of workingTime) {
      const beginMs = Math.max(startMs, startOfDayMs(day) + timeOfDayMs(from));
      const lengthMs = startOfDayMs(day) + timeOfDayMs(to) - beginMs;
      if (lengthMs >= leftMs) return { atMs: beginMs + leftMs, covered };
      leftMs -= Math.max(0, lengthMs);
    }
  }
}

/** When work begins next after a moment: at the beginning of a working day, or after its break. */
export function nextWorkingStartMs(atMs: number, workingTime: readonly TimeSpan[], calendar: readonly CalendarYear[]): number {
  for (let day = dayOf(atMs); ; day = addDays(day, 1)) {
    if (!isWorkingDay(day, yearOf(day, calendar))) continue;
    const start = workingTime.map(({ from }) => startOfDayMs(day) + timeOfDayMs(from)).find((startMs) => startMs > atMs);
    if (start !== undefined) return start;
  }
}

function yearOf(day: Day, calendar: readonly CalendarYear[]): CalendarYear | undefined {
  return calendar.find((candidate) => candidate.year === Number(day.slice(0, 4)));
}

export function isWorkingDay(day: Day, year: CalendarYear | undefined): boolean {
  if (year?.makeUpWorkingDays.includes(day)) return true;
  if (year?.holidays.includes(day)) return false;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}
