import type { Uid } from '../kernel/brand.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintEvent } from './event.ts';

export const noticeKinds = [
  'assignedToYou',
  'yourComplaintAssigned',
  'poolNeedsYou',
  'handOverOffered',
  'handOverAccepted',
  'handOverDeclined',
  'chased',
  'passedAround',
  'reopened',
  'customerAddedInformation',
  'customerRated',
  'returned',
  'ownershipMovedToYou',
  'customerLedToYou',
  'receivedInPerson',
  'withdrawn',
  'merged',
  'outOfScope',
  'raisedToYou',
  'lifeThreatened',
  'customerNotTold',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Something that a person should know, for their inbox. Without personal data: the page that it opens holds it. */
export interface ComplaintNotice {
  uid: Uid;
  kind: NoticeKind;
}

/**
 * Who is told of what just happened. Whoever acted is not told of their own act, and a person gets one notice of a kind per entry.
 * An answer raises none: the owner's list shows it live, and the customer is the one to hear of it.
 */
export function noticesOf(before: Complaint, after: Complaint, events: readonly ComplaintEvent[], actorUid: Uid | null): ComplaintNotice[] {
  const all = events.flatMap((event) => noticesOfEvent(event, before, after));
  const unique = new Map(all.map((notice) => [`${notice.uid}/${notice.kind}`, notice]));
  return [...unique.values()].filter((notice) => notice.uid !== actorUid);
}

function noticesOfEvent(event: ComplaintEvent, before: Complaint, after: Complaint): ComplaintNotice[] {
  switch (event.type) {
    case 'assigned':
      return [
        ...notify(event.assignment.handlerUid, 'assignedToYou'),
        ...notify(event.assignment.headUid, 'poolNeedsYou'),
        ...(after.ownerUid === event.assignment.handlerUid ? [] : notify(after.ownerUid, 'yourComplaintAssigned')),
      ];
    case 'returned':
      return notify(after.ownerUid, 'returned');
    case 'handOverOffered':
      return notify(event.handOver.toUid ?? event.headUid, 'handOverOffered');
    case 'handOverAccepted':
      return notify(before.handOver?.fromUid ?? null, 'handOverAccepted');
    case 'handOverDeclined':
      return notify(before.handOver?.fromUid ?? null, 'handOverDeclined');
    case 'passedAround':
      return notify(after.ownerUid, 'passedAround');
    case 'chased':
      return notify(after.handlerUid ?? after.poolHeadUid, 'chased');
    case 'reopened':
      return [...notify(after.ownerUid, 'reopened'), ...notify(after.handlerUid, 'reopened')];
    case 'informationAdded':
      return notify(after.handlerUid ?? after.ownerUid, 'customerAddedInformation');
    case 'rated':
      return notify(after.handlerUid, 'customerRated');
    case 'ownershipMoved':
      // Whoever took it in person has taken it themselves; whoever had led the customer there hears that they did (OWN-8).
      return before.ledToManager?.uids.includes(event.uid) ? notify(before.ownerUid, 'receivedInPerson') : notify(event.uid, 'ownershipMovedToYou');
    case 'ledToManager':
      return event.ledToManager.uids.flatMap((uid) => notify(uid, 'customerLedToYou'));
    case 'withdrawn':
      return notify(after.handlerUid, 'withdrawn');
    case 'merged':
      return notify(after.handlerUid, 'merged');
    case 'stepsTaken':
      return event.by === 'person' ? event.taken.flatMap(({ toldUid }) => notify(toldUid, 'raisedToYou')) : [];
    case 'customerNotTold':
      return notify(after.handlerUid ?? after.ownerUid, 'customerNotTold');
    case 'closedOutOfScope':
      return notify(after.ownerUid, 'outOfScope');
    default:
      return [];
  }
}

function notify(uid: Uid | null, kind: NoticeKind): ComplaintNotice[] {
  return uid === null ? [] : [{ uid, kind }];
}
