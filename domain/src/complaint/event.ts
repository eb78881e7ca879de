import type { AssistStanding } from './assist-standing.ts';
import type { ComplaintId, EpochMs, Uid, UnitId } from '../kernel/brand.ts';
import type {
  AgreedTime,
  Answer,
  Clocks,
  Complaint,
  ConfirmedCause,
  HandOver,
  LedToManager,
  Overdue,
  Rating,
  RefundStanding,
  ReplyTime,
  ResponsibleLink,
  Told,
  Waiting,
} from './complaint.ts';
import type { ContactResult } from './command.ts';
import type { EndingAct, Need } from './complaint-values.ts';
import type { Particulars } from './particulars.ts';
import type { TakenStep } from './time/taken-step.ts';
import type { Assignment } from './intake/assignment.ts';

/** What has become true of a complaint. Every event carries the moment that counts: when the person acted, as far as their clock can be believed. */
export type ComplaintEvent = { atMs: number } & (
  | { type: 'received'; flags: string[]; repeatOf: ComplaintId[]; clocks: Clocks }
  | { type: 'assigned'; assignment: Assignment }
  | { type: 'accepted'; uid: Uid; name: string }
  | { type: 'returned'; uid: Uid }
  | { type: 'handlerReleased'; uid: Uid }
  | { type: 'ownershipMoved'; uid: Uid; name: string }
  | { type: 'handOverOffered'; handOver: HandOver; toAudience: UnitId[]; headUid: Uid | null; isGreen: boolean }
  | { type: 'ledToManager'; ledToManager: LedToManager }
  | { type: 'handOverAccepted'; uid: Uid; name: string; unitId: UnitId; unitAudience: UnitId[] }
  | { type: 'handOverDeclined'; uid: Uid }
  | { type: 'passedAround' }
  | { type: 'workStarted' }
  | { type: 'noted'; uid: Uid }
  | { type: 'causeConfirmed'; cause: ConfirmedCause }
  | { type: 'refundNoted'; refund: RefundStanding }
  | { type: 'assistNoted'; assist: AssistStanding }
  | { type: 'contactAttempted'; uid: Uid; result: ContactResult; nextContactAtMs: EpochMs | null }
  | { type: 'waitStarted'; for: 'customer' | 'other'; waiting: Waiting }
  | { type: 'waitEnded' }
  | { type: 'answered'; answer: Answer; replyTime: ReplyTime | null }
  | { type: 'customerTold'; told: Told }
  | { type: 'customerNotTold'; isAnswer: boolean }
  | { type: 'closed' }
  | { type: 'closedOutOfScope'; reason: string; whereToTurn: string }
  | { type: 'withdrawn' }
  | { type: 'merged'; intoId: ComplaintId }
  | { type: 'chased'; uid: Uid }
  | { type: 'reopened'; byCustomer: boolean; clocks: Clocks | null }
  | ({ type: 'corrected'; need: Need | null; flags: string[]; repeatOf: ComplaintId[] } & Pick<Complaint, 'category' | 'tier' | 'urgency' | 'concernedMasked'>)
  | { type: 'particularsNoted'; particulars: Particulars }
  | { type: 'linkNamed'; responsible: ResponsibleLink }
  | { type: 'repeatsNoted'; repeatOf: ComplaintId[]; flags: string[] }
  | { type: 'timeAgreed'; agreedTime: AgreedTime }
  | { type: 'stepsTaken'; taken: TakenStep[]; by: 'schedule' | 'person' }
  | { type: 'overdueNoted'; overdue: Overdue }
  | { type: 'overdueTakenBack'; overdue: Pick<Overdue, 'clock' | 'dueAtMs'> }
  | { type: 'reportedLater'; act: EndingAct; receivedAtMs: EpochMs }
  | { type: 'policyApplied'; version: string }
  | { type: 'clocksSet'; clocks: Clocks }
  | { type: 'rated'; rating: Rating }
  | { type: 'informationAdded' }
  | { type: 'threatHeard' }
);
