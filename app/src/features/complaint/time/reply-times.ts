import { isQuiet, lastAllowedMs, nextAllowedMs } from '@shouwen/domain/calendar/quiet-hours';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Pack } from '@shouwen/domain/policy/pack';

/** When the customer can be spoken to, as far as quiet hours have a say in it (SLA-4). */
export interface ReplyTimes {
  /** When the reply would be due if customers could be disturbed then; null where the promise was not deferred. */
  deferredFromMs: number | null;
  /** From when the customer may be called, while that is not now. */
  callFromMs: number | null;
  /** Until when at the latest, where the promise ends with or within quiet hours. */
  callByMs: number | null;
}

/** Null once there is nothing to reply any more. */
export function replyTimesOf({ open, state, clocks, dueAtMs, agreedTime }: Complaint, { clocks: { quietHours } }: Pack, nowMs: number): ReplyTimes | null {
  if (!open || state === 'answered' || !clocks || dueAtMs === null) return null;
  const isDeferred = agreedTime === null && dueAtMs > clocks.ownReplyDueAtMs && isQuiet(clocks.ownReplyDueAtMs, quietHours);
  const callByMs = isQuiet(dueAtMs - 1, quietHours) ? lastAllowedMs(dueAtMs - 1, quietHours) : null;
  return {
    deferredFromMs: isDeferred ? clocks.ownReplyDueAtMs : null,
    callFromMs: isQuiet(nowMs, quietHours) ? nextAllowedMs(nowMs, quietHours) : null,
    callByMs: callByMs !== null && callByMs > nowMs ? callByMs : null,
  };
}
