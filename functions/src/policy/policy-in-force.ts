import { type CalendarYear, calendarYearSchema } from '@shouwen/domain/calendar/working-days';
import type { PackId } from '@shouwen/domain/kernel/brand';
import type { Pack } from '@shouwen/domain/policy/pack';
import { wholePackSchema } from '@shouwen/domain/policy/whole-pack';
import type { Reader } from '../store.ts';

/** The pack in force as `reader` sees it now, if it is the one that somebody looked at; null when another has been published since. */
export async function readBasis(reader: Reader, packId: PackId, basedOn: string): Promise<Pack | null> {
  const current = await reader.get('policies/current');
  if (current?.data[packId] !== basedOn) return null;
  const stored = await reader.get(`policies/${basedOn}`);
  return wholePackSchema.parse(stored?.data);
}

/** A year of the public calendar as `reader` sees it now; null where nobody has taken it in. */
export async function readCalendarYear(reader: Reader, year: number): Promise<CalendarYear | null> {
  const stored = await reader.get(`calendar/${year}`);
  return stored && calendarYearSchema.parse(stored.data);
}
