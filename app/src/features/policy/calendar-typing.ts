import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import { foldedText } from '@shouwen/domain/kernel/folded-text';
import { z } from 'zod';

/** What was typed or pasted into the form of a calendar year, as it stands in its fields. */
export interface TypedCalendar {
  year: string;
  holidays: string;
  makeUpWorkingDays: string;
}

export const emptyCalendar: TypedCalendar = { year: '', holidays: '', makeUpWorkingDays: '' };

const pastedSchema = z.object({ year: z.int(), holidays: z.array(z.string()), makeUpWorkingDays: z.array(z.string()) });

/** The days of a field: one in each line, or parted by blanks or commas of any width; `2027-02-06..2027-02-12` are all days from one to the other. */
export function daysTyped(typed: string): string[] {
  return foldedText(typed.replace(/[\r\n]+/g, ','))
    .replace(/([\d日]) ?(?:至|到|~) ?(?=\d)/gu, '$1..')
    .split(/[\s,;、"'“”。[\]【】()]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (word.includes('..') ? daysBetween(...(word.split('..', 2) as [string, string])) : [inDigits(word)]));
}

/** The year as the fields say it. */
export function calendarTyped({ year, holidays, makeUpWorkingDays }: TypedCalendar): CalendarYear {
  return { year: Number(foldedText(year).replace(/年$/u, '')), holidays: daysTyped(holidays), makeUpWorkingDays: daysTyped(makeUpWorkingDays) };
}

/** A whole year pasted as JSON, put into the fields; null where it is none. */
export function calendarPasted(text: string): TypedCalendar | null {
  try {
    const { year, holidays, makeUpWorkingDays } = pastedSchema.parse(JSON.parse(text));
    return { year: String(year), holidays: holidays.join('\n'), makeUpWorkingDays: makeUpWorkingDays.join('\n') };
  } catch {
    return null;
  }
}

/** `2027/2/6`, `2027.2.6` and `2027年2月6日` as people write them. */
function inDigits(word: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(word);
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : word;
}

/** A span that is none, or longer than any holiday, stays as it was written, and is told as no day. */
function daysBetween(first: string, last: string): string[] {
  const [fromMs, untilMs] = [Date.parse(`${inDigits(first)}T00:00:00Z`), Date.parse(`${inDigits(last)}T00:00:00Z`)];
  const count = (untilMs - fromMs) / 86_400_000 + 1;
  if (!Number.isInteger(count) || count < 1 || count > 31) return [`${first}..${last}`];
  return Array.from({ length: count }, (_none, index) => new Date(fromMs + index * 86_400_000).toISOString().slice(0, 10));
}
