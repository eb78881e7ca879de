import { type CalendarProblem, problemsOfCalendarYear } from '@shouwen/domain/calendar/check-calendar-year';
import { dayOf } from '@shouwen/domain/calendar/day';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';

/**
 * Takes in a published year of the public calendar (SLA-3), in place of one that was taken in wrongly, and puts on record who did it and what stood there.
 *
 * @param readAdministrator the caller as their staff document says inside the transaction; throws when they may not.
 * @returns what is wrong with it; nothing when it was taken in.
 */
export async function saveCalendar(host: Host, readAdministrator: (reader: Reader) => Promise<Staff>, year: CalendarYear): Promise<CalendarProblem[]> {
  const { store, nowMs, timestamp } = host;
  return store.transaction(async (transaction) => {
    const path = `calendar/${year.year}`;
    const [caller, known] = [await readAdministrator(transaction), await transaction.get(path)];
    const problems = problemsOfCalendarYear(year, { today: dayOf(nowMs()), isKnown: known !== null });
    if (problems.length > 0) return problems;
    const sorted = { year: year.year, holidays: [...year.holidays].sort(), makeUpWorkingDays: [...year.makeUpWorkingDays].sort() };
    transaction.set(path, sorted);
    transaction.create(`policyChanges/calendar-${year.year}-${nowMs()}`, {
      pack: caller.pack,
      version: null,
      basedOn: null,
      byUid: caller.uid,
      byName: caller.name,
      at: timestamp(nowMs()),
      reason: '',
      changes: [{ key: `calendar.${year.year}`, before: known?.data ?? null, after: sorted }],
      applyToOpen: false,
      applying: 'none',
      afterId: '',
    });
    return [];
  });
}
