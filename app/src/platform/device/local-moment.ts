import { dayOf, startOfDayMs } from '@shouwen/domain/calendar/day';
import { isMoment } from '@shouwen/domain/kernel/moment';

/** Reads what a date-and-time field holds as a moment in the operator's zone, whatever zone the phone is set to (TIME); NaN when it is none. */
export function parseLocalMoment(typed: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(typed);
  return match ? startOfDayMs(match[1] ?? '') + (Number(match[2]) * 60 + Number(match[3])) * 60_000 : Number.NaN;
}

/** A year that nobody can mean, as 0026, and the one that is meant by it; null where nothing is odd about it. */
export function oddYearIn(typed: string): { typed: string; meant: string } | null {
  const year = /^(\d{4,6})-/.exec(typed)?.[1];
  if (year === undefined || isMoment(Date.UTC(Number(year), 6))) return null;
  return { typed: year, meant: `20${year.slice(-2)}` };
}

export function withYear(typed: string, year: string): string {
  return typed.replace(/^\d+/, year);
}

/** The other way round, for the field's limits. */
export function formatLocalMoment(atMs: number): string {
  const day = dayOf(atMs);
  const minutes = Math.floor((atMs - startOfDayMs(day)) / 60_000);
  return `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
