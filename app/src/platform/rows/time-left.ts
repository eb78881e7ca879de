import type { Complaint } from '@shouwen/domain/complaint/complaint';

/** How a complaint stands to what was promised, from the calmest to the most pressing. */
export type Timeliness = 'onTime' | 'promised' | 'paused' | 'near' | 'overdue' | 'raised';

/** What is told of a complaint's clocks where there is no room for all of them. */
export interface Timing extends Pick<Complaint, 'state' | 'open' | 'dueAtMs' | 'escalationLevel'> {
  /** From when it is near due: the moment of the plan's first step before the end. */
  nearFromMs: number | null;
  /** Until when the clock stands still at most. */
  pausedUntilMs: number | null;
  /** The time was agreed with the customer. */
  isAgreed: boolean;
}

/** What a row keeps of the clocks; the plan itself stays with the complaint. */
export function timingOf({ clocks, waiting, agreedTime, dueAtMs }: Complaint): Pick<Timing, 'nearFromMs' | 'pausedUntilMs' | 'isAgreed'> {
  const first = clocks?.plan.find(({ clock, level }) => clock === 'reply' && level === 1);
  return {
    nearFromMs: first && dueAtMs !== null && first.atMs < dueAtMs ? first.atMs : null,
    pausedUntilMs: waiting?.pausesClock ? waiting.untilAtMs : null,
    isAgreed: agreedTime !== null,
  };
}

/**
 * Null where nothing is promised: not yet, or not any more.
 *
 * @param escalatedFromLevel the pack's figure, as the board counts by it; what was raised shows as overdue or nearer while it is not known.
 */
export function timelinessOf(timing: Timing, nowMs: number, escalatedFromLevel: number | undefined): Timeliness | null {
  const { state, open, dueAtMs, escalationLevel, nearFromMs, pausedUntilMs, isAgreed } = timing;
  if (!open || state === 'answered' || dueAtMs === null) return null;
  if (escalatedFromLevel !== undefined && escalationLevel >= escalatedFromLevel) return 'raised';
  if (nowMs > dueAtMs) return 'overdue';
  if (pausedUntilMs !== null && nowMs < pausedUntilMs) return 'paused';
  if (nearFromMs !== null && nowMs >= nearFromMs) return 'near';
  return isAgreed ? 'promised' : 'onTime';
}
