import type { Complaint } from '../complaint/complaint.ts';
import type { Uid } from '../kernel/brand.ts';
import { designatedHandlers } from '../complaint/intake/assignment.ts';
import type { Assist } from './assist.ts';
import type { AssistFacts } from './assist-context.ts';
import type { AssistEvent } from './event.ts';

export const assistNoticeKinds = [
  'assistAsked',
  'assistRefused',
  'assistAnswered',
  'assistReturned',
  'assistToArbitrate',
  'assistOverdue',
  'assistToChase',
  'assistCancelled',
] as const;

export interface AssistNotice {
  uid: Uid;
  kind: (typeof assistNoticeKinds)[number];
}

/** Who is told of what just happened to an assist; never whoever did it, and once per entry and kind. */
export function assistNoticesOf(before: Assist, after: Assist, events: readonly AssistEvent[], actorUid: Uid | null, facts: AssistFacts): AssistNotice[] {
  const all = events.flatMap((event) => noticesOfEvent(event, before, after, facts));
  const unique = new Map(all.map((notice) => [`${notice.uid}/${notice.kind}`, notice]));
  return [...unique.values()].filter((notice) => notice.uid !== actorUid);
}

function noticesOfEvent(event: AssistEvent, before: Assist, after: Assist, facts: AssistFacts): AssistNotice[] {
  switch (event.type) {
    case 'turnedAway':
      return tell('assistRefused', after.requesterUid);
    case 'asked':
    case 'letGo':
    case 'readdressed':
    case 'arbitrated':
      return after.toUnitId === null ? [] : tell('assistAsked', ...askedPeople(after, facts));
    case 'returned':
      return [
        ...tell('assistReturned', waitingPerson(after, facts.complaint)),
        ...(event.goesToArbitration ? tell('assistToArbitrate', ...facts.arbiterUids) : []),
      ];
    case 'answered':
      return tell('assistAnswered', waitingPerson(after, facts.complaint));
    case 'overdueNoted':
      if (event.overdue.unitId === null) return tell('assistToChase', waitingPerson(after, facts.complaint));
      return tell('assistOverdue', facts.headUid, before.assistantUid);
    case 'cancelled':
      return tell('assistCancelled', before.assistantUid);
    default:
      return [];
  }
}

function tell(kind: AssistNotice['kind'], ...uids: readonly (Uid | null)[]): AssistNotice[] {
  return uids.flatMap((uid) => (uid === null ? [] : [{ uid, kind }]));
}

/** Those whom the unit has named for such matters (ORG-2), and its head where there are none. */
function askedPeople({ toUnitId }: Assist, { units, complaint, headUid }: AssistFacts): (Uid | null)[] {
  const unit = units.get(toUnitId ?? '');
  const named = unit && complaint ? designatedHandlers(unit, { category: complaint.category, tier: complaint.tier, excludedUids: [] }).flat() : [];
  return named.length > 0 ? named : [headUid ?? unit?.headUid ?? null];
}

/** Whoever has the complaint now; where nobody has, whoever sees to its pool, or its owner. */
function waitingPerson({ requesterUid }: Assist, complaint: Complaint | null): Uid {
  return complaint?.handlerUid ?? complaint?.poolHeadUid ?? complaint?.ownerUid ?? requesterUid;
}
