import type { AnyNoticeKind } from './notice-kind.ts';

/** What a person may want to be told by push or not. */
export const noticeGroups = ['assigned', 'handOver', 'overdue', 'money', 'customer', 'administration'] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

const groups: Readonly<Record<AnyNoticeKind, NoticeGroup>> = {
  assignedToYou: 'assigned',
  yourComplaintAssigned: 'assigned',
  poolNeedsYou: 'assigned',
  ownershipMovedToYou: 'assigned',
  merged: 'assigned',
  outOfScope: 'assigned',
  handOverOffered: 'handOver',
  handOverAccepted: 'handOver',
  handOverDeclined: 'handOver',
  passedAround: 'handOver',
  returned: 'handOver',
  chased: 'overdue',
  raisedToYou: 'overdue',
  nearDue: 'overdue',
  overdue: 'overdue',
  raised: 'overdue',
  acceptOverdue: 'overdue',
  handOverWaiting: 'overdue',
  statutoryNear: 'overdue',
  statutoryPassed: 'overdue',
  waitEnded: 'overdue',
  dispatched: 'overdue',
  digest: 'overdue',
  reopened: 'customer',
  customerAddedInformation: 'customer',
  customerRated: 'customer',
  withdrawn: 'customer',
  refundNeedsYou: 'money',
  refundHandedToYou: 'money',
  refundReminder: 'money',
  refundMovedUp: 'money',
  refundToExecute: 'money',
  refundApproved: 'money',
  refundRefused: 'money',
  refundQuestion: 'money',
  refundWithdrawn: 'money',
  refundPosted: 'money',
  refundPostingRejected: 'money',
  refundReversed: 'money',
  closureRefused: 'money',
  closureHeld: 'money',
  closureSettled: 'money',
  booksDiffer: 'money',
  namedDeputy: 'administration',
  calendarMissing: 'administration',
};

export function groupOf(kind: AnyNoticeKind): NoticeGroup {
  return groups[kind];
}
