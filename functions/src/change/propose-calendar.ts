import { type CalendarProblem, problemsOfCalendarYear } from '@shouwen/domain/calendar/check-calendar-year';
import { dayOf } from '@shouwen/domain/calendar/day';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import type { ChangeState } from '@shouwen/domain/change/change';
import { proposeCalendarYear } from '@shouwen/domain/change/propose';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import { calendarWrites } from '../policy/calendar-writes.ts';
import { readCalendarYear } from '../policy/policy-in-force.ts';
import type { Reader } from '../store.ts';
import { save } from '../transaction/write.ts';
import { appliedNotices, awaitingNotices, recordWrite } from './change-writes.ts';

/** What became of it, or what is wrong with it. */
type ProposedCalendar = { ok: true; state: ChangeState } | { ok: false; problems: CalendarProblem[] };

/**
 * Takes in a published year of the public calendar (SLA-3), in place of one that was taken in wrongly, on record (ADM-1). One that makes a working day a day off lets
 * clocks run out later, and waits for a second person (ADM-2).
 *
 * @param readAdministrator the caller as their staff document says inside the transaction; throws when they may not.
 */
export function proposeCalendar(
  host: Host,
  readAdministrator: (reader: Reader) => Promise<Staff>,
  { id, year }: { id: string; year: CalendarYear },
): Promise<ProposedCalendar> {
  return host.store.transaction(async (transaction): Promise<ProposedCalendar> => {
    const [by, before, known] = [await readAdministrator(transaction), await readCalendarYear(transaction, year.year), await transaction.get(`changes/${id}`)];
    if (known) return { ok: true, state: known.data['state'] as ChangeState };
    const problems = problemsOfCalendarYear(year, { today: dayOf(host.nowMs()), isKnown: before !== null });
    if (problems.length > 0) return { ok: false, problems };
    const { confirmations } = await host.reference.packInForce(by.pack, transaction);
    const after = { year: year.year, holidays: [...year.holidays].sort(), makeUpWorkingDays: [...year.makeUpWorkingDays].sort() };
    const change = proposeCalendarYear({ id, by, reason: '', atMs: host.nowMs() }, after, { before, expireHours: confirmations.expireHours });
    const isApplied = change.state === 'applied';
    const notices = await (isApplied ? appliedNotices(host, transaction, change, by.uid) : awaitingNotices(host, transaction, change));
    save(transaction, [recordWrite(host, change), ...(isApplied ? calendarWrites(host, change) : []), ...notices]);
    return { ok: true, state: change.state };
  });
}
