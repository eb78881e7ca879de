import type {
  AgreedTime,
  Answer,
  Clocks,
  ConfirmedCause,
  HandOver,
  Overdue,
  Rating,
  Recording,
  RefundStanding,
  ReplyTime,
  Need,
  Waiting,
} from './complaint.ts';
import type { TakenStep } from './time/taken-step.ts';
import type { Assignment } from './intake/assignment.ts';

/** What has become true of a complaint. Every event carries the moment that counts: when the person acted, as far as their clock can be believed. */
export type ComplaintEvent = { atMs: number } & (
  | { type: 'received'; flags: string[]; repeatOf: string[]; clocks: Clocks }
  | { type: 'assigned'; assignment: Assignment }
  | { type: 'accepted'; uid: string; name: string }
  | { type: 'returned'; uid: string }
  | { type: 'handlerReleased'; uid: string }
  | { type: 'ownershipMoved'; uid: string; name: string }
  | { type: 'handOverOffered'; handOver: HandOver; toAudience: string[]; headUid: string | null }
  | { type: 'handOverAccepted'; uid: string; name: string; unitId: string; unitAudience: string[] }
  | { type: 'handOverDeclined'; uid: string }
  | { type: 'passedAround' }
  | { type: 'workStarted' }
  | { type: 'noted'; uid: string }
  | { type: 'causeConfirmed'; cause: ConfirmedCause }
  | { type: 'refundNoted'; refund: RefundStanding }
  | { type: 'contactAttempted'; uid: string }
  | { type: 'waitStarted'; for: 'customer' | 'other'; waiting: Waiting }
  | { type: 'waitEnded' }
  | { type: 'answered'; answer: Answer; replyTime: ReplyTime | null }
  | { type: 'closed' }
  | { type: 'closedOutOfScope'; reason: string; whereToTurn: string }
  | { type: 'withdrawn' }
  | { type: 'merged'; intoId: string }
  | { type: 'chased'; uid: string }
  | { type: 'reopened'; byCustomer: boolean; clocks: Clocks | null }
  | ({ type: 'corrected'; need: Need | null; flags: string[] } & Pick<Recording, 'category' | 'tier' | 'urgency'>)
  | { type: 'timeAgreed'; agreedTime: AgreedTime }
  | { type: 'stepsTaken'; taken: TakenStep[]; by: 'schedule' | 'person' }
  | { type: 'overdueNoted'; overdue: Overdue }
  | { type: 'policyApplied'; version: string }
  | { type: 'clocksSet'; clocks: Clocks }
  | { type: 'rated'; rating: Rating }
  | { type: 'informationAdded' }
);
