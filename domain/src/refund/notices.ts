import type { RefundEvent } from './event.ts';
import type { Refund } from './refund.ts';

export const refundNoticeKinds = [
  'refundNeedsYou',
  'refundHandedToYou',
  'refundReminder',
  'refundMovedUp',
  'refundToExecute',
  'refundApproved',
  'refundRefused',
  'refundQuestion',
  'refundWithdrawn',
  'refundPosted',
  'refundPostingRejected',
  'refundReversed',
] as const;

export interface RefundNotice {
  uid: string;
  kind: (typeof refundNoticeKinds)[number];
}

/** Who is told of what just happened to a refund; never whoever did it, and once per entry and kind. */
export function refundNoticesOf(before: Refund, after: Refund, events: readonly RefundEvent[], actorUid: string | null): RefundNotice[] {
  const all = events.flatMap((event) => noticesOfEvent(event, before, after));
  const unique = new Map(all.map((notice) => [`${notice.uid}/${notice.kind}`, notice]));
  return [...unique.values()].filter((notice) => notice.uid !== actorUid);
}

function noticesOfEvent(event: RefundEvent, before: Refund, after: Refund): RefundNotice[] {
  const tell = (kind: RefundNotice['kind'], ...uids: (string | null | undefined)[]) => uids.flatMap((uid) => (uid ? [{ uid, kind }] : []));
  switch (event.type) {
    case 'turnedAway':
    case 'refused':
      return tell('refundRefused', after.requesterUid);
    case 'stepOpened':
      return tell('refundNeedsYou', ...event.approverUids);
    case 'approversChanged':
      return tell('refundNeedsYou', ...event.approverUids.filter((uid) => !before.approverUids.includes(uid)));
    case 'approved':
      return [...tell('refundApproved', after.requesterUid), ...tell('refundToExecute', ...event.executorUids)];
    case 'moreAsked':
      return tell('refundQuestion', after.requesterUid);
    case 'handedToDeputy':
      return tell('refundHandedToYou', event.deputyUid);
    case 'reminded':
      return tell('refundReminder', ...event.toUids);
    case 'movedUp':
      return tell('refundMovedUp', after.requesterUid, ...before.approverUids);
    case 'withdrawn':
      return tell('refundWithdrawn', ...before.approverUids);
    case 'posted':
      return tell('refundPosted', after.requesterUid);
    case 'postingRejected':
      return tell('refundPostingRejected', after.execution?.byUid);
    case 'reversed':
      return tell('refundReversed', after.requesterUid, after.execution?.byUid);
    default:
      return [];
  }
}
