import type { Uid } from '../kernel/brand.ts';
import type { Closure } from './closure.ts';
import type { ClosureEvent } from './event.ts';

export const closureNoticeKinds = [
  'closureRefused',
  'closureHeld',
  'closureSettled',
  'closureToConfirm',
  'closureConfirmed',
  'closureCancelAsked',
  'closureCancelled',
] as const;

export interface ClosureNotice {
  uid: Uid;
  kind: (typeof closureNoticeKinds)[number];
}

/** Who is told: whoever opened it, those whose word is waited for, and of money that cannot move also the head of their unit (CLO-3). */
export function closureNoticesOf(after: Closure, events: readonly ClosureEvent[], headUid: Uid | null, confirmerUids: readonly Uid[]): ClosureNotice[] {
  const others = confirmerUids.filter((uid) => uid !== after.requesterUid);
  return events.flatMap((event): ClosureNotice[] => {
    if (event.type === 'confirmationNeeded') return others.map((uid) => ({ uid, kind: 'closureToConfirm' }));
    if (event.type === 'cancelAsked') return confirmerUids.filter((uid) => uid !== event.by.uid).map((uid) => ({ uid, kind: 'closureCancelAsked' }));
    if (event.type === 'cancelled') return concernedBy(after, event.by.uid).map((uid) => ({ uid, kind: 'closureCancelled' }));
    if (event.type === 'confirmed') return [{ uid: after.requesterUid, kind: 'closureConfirmed' }];
    if (event.type === 'declined') return event.by.uid === after.requesterUid ? [] : [{ uid: after.requesterUid, kind: 'closureRefused' }];
    if (event.type === 'turnedAway') return [{ uid: after.requesterUid, kind: 'closureRefused' }];
    if (event.type === 'heldBack') {
      const uids = new Set([after.requesterUid, ...(headUid === null ? [] : [headUid])]);
      return [...uids].map((uid) => ({ uid, kind: 'closureHeld' }));
    }
    if ((event.type === 'moved' || event.type === 'cashPaid') && after.state === 'settled') return [{ uid: after.requesterUid, kind: 'closureSettled' }];
    return [];
  });
}

/** Whoever opened it and whoever wanted it taken back, but for whoever did it. */
function concernedBy({ requesterUid, cancel }: Closure, actorUid: Uid): Uid[] {
  return [...new Set([requesterUid, ...(cancel ? [cancel.byUid] : [])])].filter((uid) => uid !== actorUid);
}
