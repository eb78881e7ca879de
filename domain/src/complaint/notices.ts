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
  'withdrawn',
  'merged',
  'outOfScope',
  'raisedToYou',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Something that a person should know, for their inbox. Without personal data: the page that it opens holds it. */
export interface Notice {
  uid: string;
  kind: NoticeKind;
}

/**
 * Who is told of what just happened. Whoever acted is not told of their own act, and a person gets one notice of a kind per entry.
 * An answer raises none: the owner's list shows it live, and the customer is the one to hear of it.
 */
export function noticesOf(before: Complaint, after: Complaint, events: readonly ComplaintEvent[], actorUid: string | null): Notice[] {
  const all = events.flatMap((event) => noticesOfEvent(event, before, after));
  const unique = new Map(all.map((notice) => [`${notice.uid}/${notice.kind}`, notice]));
  return [...unique.values()].filter((notice) => notice.uid !== actorUid);
}

function noticesOfEvent(event: ComplaintEvent, before: Complaint, after: Complaint): Notice[] {
  switch (event.type) {
    case 'assigned':
      return [
        ...tell(event.assignment.handlerUid, 'assignedToYou'),
        ...tell(event.assignment.headUid, 'poolNeedsYou'),
        ...(after.ownerUid === event.assignment.handlerUid ? [] : tell(after.ownerUid, 'yourComplaintAssigned')),
      ];
    case 'returned':
      return tell(after.ownerUid, 'returned');
    case 'handOverOffered':
      return tell(event.handOver.toUid ?? event.headUid, 'handOverOffered');
    case 'handOverAccepted':
      return tell(before.handOver?.fromUid ?? null, 'handOverAccepted');
    case 'handOverDeclined':
      return tell(before.handOver?.fromUid ?? null, 'handOverDeclined');
    case 'passedAround':
      return tell(after.ownerUid, 'passedAround');
    case 'chased':
      return tell(after.handlerUid ?? after.poolHeadUid, 'chased');
    case 'reopened':
      return [...tell(after.ownerUid, 'reopened'), ...tell(after.handlerUid, 'reopened')];
    case 'informationAdded':
      return tell(after.handlerUid ?? after.ownerUid, 'customerAddedInformation');
    case 'rated':
      return tell(after.handlerUid, 'customerRated');
    case 'ownershipMoved':
      return tell(event.uid, 'ownershipMovedToYou');
    case 'withdrawn':
      return tell(after.handlerUid, 'withdrawn');
    case 'merged':
      return tell(after.handlerUid, 'merged');
    case 'stepsTaken':
      return event.by === 'person' ? event.taken.flatMap(({ toldUid }) => tell(toldUid, 'raisedToYou')) : [];
    case 'closedOutOfScope':
      return tell(after.ownerUid, 'outOfScope');
    default:
      return [];
  }
}

function tell(uid: string | null, kind: NoticeKind): Notice[] {
  return uid === null ? [] : [{ uid, kind }];
}
