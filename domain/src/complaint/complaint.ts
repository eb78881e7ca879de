import type { PackId } from '../policy/pack.ts';

/** Where a complaint stands. `awaitingApproval` is reached through a refund request and left with its outcome. */
export const complaintStates = [
  'recorded',
  'assigned',
  'accepted',
  'inProgress',
  'awaitingCustomer',
  'awaitingApproval',
  'awaitingOther',
  'answered',
  'closed',
  'reopened',
  'outOfScope',
  'merged',
  'withdrawn',
] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** What a customer can ask for (REC-2, KNO-3). */
export const asks = ['explanation', 'fix', 'refund', 'compensation', 'apology', 'avoidRecurrence', 'other'] as const;
export type Ask = (typeof asks)[number];

export const checklistResults = ['met', 'partly', 'notMet'] as const;

/** One line of the answer's checklist: what was asked for and what became of it. */
export interface ChecklistLine {
  ask: Ask;
  result: (typeof checklistResults)[number];
}

/** What the recorder wrote down; never changes afterwards. Moments are epoch milliseconds. */
export interface Recording {
  id: string;
  number: string;
  pack: PackId;
  packVersion: string;
  channel: string;
  category: string;
  tier: string;
  /** Code of the home region, null when nobody could tell. */
  homeRegion: string | null;
  urgency: 'critical' | 'urgent' | 'normal' | null;
  mailItem: string | null;
  mailService: string | null;
  what: string;
  occurredAtMs: number;
  asks: Ask[];
  contactMasked: { name: string; phone: string };
  contactLast4: string;
  contactKey: string;
  statusId: string;
  photoCount: number;
  /** Complaints that the phone believed to be about the same matter when this one was saved (ATT-2). */
  earlierIds: string[];
  /** First-contact owner (OWN-1). */
  ownerUid: string;
  ownerName: string;
  receivingUnitId: string;
  capturedAtMs: number;
  clockOffsetMs: number;
  receivedAtMs: number;
}

/** The clocks that run on a complaint, worked out once under the pack version of its recording. */
export interface Clocks {
  rule: 'SLA-1' | 'SLA-2' | 'SLA-3';
  startAtMs: number;
  /** False when the phone's time could not be believed and the arrival counts instead (TIME). */
  startTrusted: boolean;
  acceptDueAtMs: number;
  handOverDueAtMs: number;
  ownReplyDueAtMs: number;
  statutoryDueAtMs: number;
  /** The earlier of own and statutory: what the customer is promised. */
  replyDueAtMs: number;
  /** False when working days were counted beyond the published calendar. */
  calendarCovered: boolean;
}

/** What was found to be the cause, with its evidence: nothing is refunded before it stands here (REF-1). */
export interface ConfirmedCause {
  text: string;
  evidence: string;
  byUid: string;
  byName: string;
  atMs: number;
}

export const refundStandings = ['asked', 'approved', 'paid', 'reversed', 'refused', 'withdrawn'] as const;

/** Where a refund for this complaint stands, as far as the complaint is concerned. */
export interface RefundStanding {
  refundId: string;
  amountFen: number;
  form: 'balanceCredit' | 'cash' | 'rechargeCard';
  standing: (typeof refundStandings)[number];
  atMs: number;
}

export interface HandOver {
  fromUid: string;
  fromName: string;
  toUnitId: string;
  toUid: string | null;
  toName: string | null;
  reason: string;
  offeredAtMs: number;
}

export interface Waiting {
  reason: string;
  whom: string | null;
  sinceAtMs: number;
  untilAtMs: number | null;
}

export interface Answer {
  text: string;
  checklist: ChecklistLine[];
  byUid: string;
  byName: string;
  atMs: number;
}

export interface Rating {
  stars: number;
  reasons: string[];
  solved: boolean;
  atMs: number;
}

/** Stages that a customer is shown; several states may share one. */
export const stages = [
  'recorded',
  'assigned',
  'accepted',
  'awaitingCustomer',
  'awaitingOther',
  'awaitingApproval',
  'resumed',
  'answered',
  'closed',
  'reopened',
  'outOfScope',
  'merged',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

export interface Milestone {
  stage: Stage;
  atMs: number;
  unitId: string | null;
}

/** A complaint: the recording and all that has become of it. Stored in `complaints/{id}` (docs/contract.md says how moments are stored). */
export interface Complaint extends Recording {
  state: ComplaintState;
  /** True while someone still owes the customer something. */
  open: boolean;
  /** Number of journal entries that changed this complaint; an entry pins the one it was applied as. */
  seq: number;
  handlerUid: string | null;
  handlerName: string | null;
  handlingUnitId: string | null;
  /** Head who was told that it lies in their unit's pool; null while a person has it. */
  poolHeadUid: string | null;
  /** Audience of the handling unit alone: whose heads may direct the handling. */
  handlingAudience: string[];
  people: string[];
  audience: string[];
  flags: string[];
  /** Earlier complaints of the same customer about the same category (ATT-2), as the server found them. */
  repeatOf: string[];
  clocks: Clocks | null;
  handOver: HandOver | null;
  waiting: Waiting | null;
  answer: Answer | null;
  rating: Rating | null;
  outOfScope: { reason: string; whereToTurn: string } | null;
  mergedInto: string | null;
  cause: ConfirmedCause | null;
  refunds: RefundStanding[];
  /** Hand-overs offered and assignments returned (OWN-6). */
  bounceCount: number;
  chaseCount: number;
  reopenCount: number;
  contactAttemptCount: number;
  milestones: Milestone[];
  closedAtMs: number | null;
  updatedAtMs: number;
  /** The promised moment while open; what worklists sort by. */
  dueAtMs: number | null;
  /** The next moment at which a clock wants something; null while nothing is due. */
  nextDueAtMs: number | null;
}

/** What a complaint holds besides its recording before the server has done anything about it. */
export const untouchedProgress = {
  state: 'recorded',
  open: true,
  seq: 0,
  handlerUid: null,
  handlerName: null,
  handlingUnitId: null,
  poolHeadUid: null,
  handlingAudience: [],
  flags: [],
  repeatOf: [],
  clocks: null,
  handOver: null,
  waiting: null,
  answer: null,
  rating: null,
  outOfScope: null,
  mergedInto: null,
  cause: null,
  refunds: [],
  bounceCount: 0,
  chaseCount: 0,
  reopenCount: 0,
  contactAttemptCount: 0,
  milestones: [],
  closedAtMs: null,
  updatedAtMs: 0,
  dueAtMs: null,
  nextDueAtMs: null,
} satisfies Omit<Complaint, keyof Recording | 'people' | 'audience'>;

/** A recording as a complaint, before the server has done anything about it. */
export function complaintFromRecording(recording: Recording, audience: string[]): Complaint {
  return { ...recording, ...untouchedProgress, people: [recording.ownerUid], audience, updatedAtMs: recording.receivedAtMs };
}
