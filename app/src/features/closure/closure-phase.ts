import { addDays, dayOf, startOfDayMs } from '@shouwen/domain/calendar/day';
import { type Closure, transferMoment } from '@shouwen/domain/closure/closure';
import { closureFigures } from '@shouwen/domain/closure/figures';
import { closureRoles } from '@shouwen/domain/closure/closure-roles';
import { awaitsClerk } from '@shouwen/domain/closure/awaits-clerk';
import type { Staff } from '@shouwen/domain/organisation/staff';

export type ClosurePhase = Closure['state'] | 'awaitingCash';

/** Where a closure stands, in people's terms: one that has nothing to transfer but cash to be paid is not waiting for its day. */
export function closurePhaseOf(closure: Pick<Closure, 'state' | 'lines' | 'leftFen'>): ClosurePhase {
  const hasToMove = closureFigures(closure).lines.some(({ fate, state }) => fate === 'moves' && state === 'waiting');
  return closure.state === 'waiting' && awaitsClerk(closure) && !hasToMove ? 'awaitingCash' : closure.state;
}

export const closureFilters = ['open', 'held', 'done'] as const;
export type ClosureFilter = (typeof closureFilters)[number];

export function isIn(filter: ClosureFilter, { state, open }: Pick<Closure, 'state' | 'open'>): boolean {
  if (state === 'held') return filter === 'held';
  return filter === (open ? 'open' : 'done');
}

/** CLO-3: until the day before, and later for one that is held back; only where something is still to be transferred. */
export function mayChangeTarget(closure: Closure, staff: Pick<Staff, 'role' | 'active'>, nowMs: number): boolean {
  const isLeft = closure.lines.some((line) => line.action === 'transfer' && line.state === 'waiting');
  const isInTime = closure.state === 'held' || (closure.state === 'waiting' && nowMs < (closure.transferAtMs ?? 0));
  return staff.active && closureRoles.includes(staff.role) && isLeft && isInTime;
}

/** The last moment before a transfer day: a change is possible on the day before, not on the day (CLO-3). */
export function lastMomentBefore(transferAtMs: number): number {
  return transferAtMs - 1;
}

/** The end of tomorrow: what the schedule will have done by then is what an outlet prepares for today. */
export function endOfTomorrowMs(nowMs: number): number {
  return startOfDayMs(addDays(dayOf(nowMs), 2)) - 1;
}

/** The next moment at which transfers take effect (CLO-1): this month's day while it lies ahead, otherwise the next month's. */
export function nextTransferMs(nowMs: number, transferDay: number): number {
  const firstOfMonth = startOfDayMs(`${dayOf(nowMs).slice(0, 7)}-01`);
  const inThisMonth = transferMoment(firstOfMonth - 1, transferDay);
  return inThisMonth > nowMs ? inThisMonth : transferMoment(nowMs, transferDay);
}
