import type { Uid } from '../kernel/brand.ts';
import type { Closure } from './closure.ts';
import type { ClosureEvent } from './event.ts';

export const closureNoticeKinds = ['closureRefused', 'closureHeld', 'closureSettled'] as const;

export interface ClosureNotice {
  uid: Uid;
  kind: (typeof closureNoticeKinds)[number];
}

/** Who is told: whoever opened it, and of money that cannot move also the head of their unit (CLO-3). */
export function closureNoticesOf(after: Closure, events: readonly ClosureEvent[], headUid: Uid | null): ClosureNotice[] {
  return events.flatMap((event): ClosureNotice[] => {
    if (event.type === 'turnedAway') return [{ uid: after.requesterUid, kind: 'closureRefused' }];
    if (event.type === 'heldBack') {
      const uids = new Set([after.requesterUid, ...(headUid === null ? [] : [headUid])]);
      return [...uids].map((uid) => ({ uid, kind: 'closureHeld' }));
    }
    if ((event.type === 'moved' || event.type === 'cashPaid') && after.state === 'settled') return [{ uid: after.requesterUid, kind: 'closureSettled' }];
    return [];
  });
}
