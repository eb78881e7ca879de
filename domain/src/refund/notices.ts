import type { Uid } from '../kernel/brand.ts';
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
  uid: Uid;
  kind: (typeof refundNoticeKinds)[number];
}

/** Who is told of what just happened to a refund; never whoever did it, and once per entry and kind. */
export function refundNoticesOf(before: Refund, after: Refund, events: readonly RefundEvent[], actorUid: Uid | null): RefundNotice[] {
  const all = events.flatMap((event) => noticesOfEvent(event, before, after));
  const unique = new Map(all.map((notice) => [`${notice.uid}/${notice.kind}`, notice]));
  return [...unique.values()].filter((notice) => notice.uid !== actorUid);
}

function noticesOfEvent(event: RefundEvent, before: Refund, after: Refund): RefundNotice[] {
  const notify = (kind: RefundNotice['kind'], ...uids: (string | null | undefined)[]) => uids.flatMap((uid) => (uid ? [{ uid, kind }] : []));
  switch (event.type) {
    case 'turnedAway':
    case 'refused':
      return notify('refundRefused', after.requesterUid);
    case 'stepOpened':
      return notify('refundNeedsYou', ...event.approverUids);
    case 'approversChanged':
      return notify('refundNeedsYou', ...event.approverUids.filter((uid) => !before.approverUids.includes(uid)));
    case 'approved':
      return [...notify('refundApproved', after.requesterUid), ...notify('refundToExecute', ...event.executorUids)];
    case 'moreAsked':
      return notify('refundQuestion', after.requesterUid);
    case 'handedToDeputy':
      return notify('refundHandedToYou', event.deputyUid);
    case 'reminded':
      return notify('refundReminder', ...event.toUids);
    case 'movedUp':
      return notify('refundMovedUp', after.requesterUid, ...before.approverUids);
    case 'withdrawn':
      return notify('refundWithdrawn', ...before.approverUids);
    case 'posted':
      return notify('refundPosted', after.requesterUid);
    case 'postingRejected':
      return notify('refundPostingRejected', after.execution?.byUid);
    case 'reversed':
      return notify('refundReversed', after.requesterUid, after.execution?.byUid);
    default:
      return [];
  }
}
