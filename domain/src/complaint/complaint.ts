import type { Pause } from '../calendar/running-time.ts';
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
export interface ChecklistItem {
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

/** What else than the operator a complaint can need, which sets its clock in working days (SLA-3). */
export const needs = ['crossProvince', 'otherOrganisation'] as const;
export type Need = (typeof needs)[number];

/** Clocks whose running out is a step of the schedule: answering, accepting, an offered hand-over, the law, a wait's end, and the network desk's time. */
export const clockNames = ['reply', 'accept', 'handOver', 'statutory', 'wait', 'dispatch'] as const;
export type ClockName = (typeof clockNames)[number];

/** One thing that the schedule does by itself if nothing else happens before. Its id is that of the journal entry that it leaves (SLA-6). */
export interface PlannedStep {
  id: string;
  clock: ClockName;
  /** From 1 on, per clock. */
  level: number;
  /** When it is taken: its own moment, or the end of the quiet hours that it falls into. */
  atMs: number;
  /** When it was taken; null while it is to come. */
  takenAtMs: number | null;
}

/** The clocks that run on a complaint, worked out under its pack's version; never from when something last changed. */
export interface Clocks {
  rule: 'SLA-1' | 'SLA-2' | 'SLA-3';
  /** When the complaint was recorded, as far as that can be believed. */
  startAtMs: number;
  /** False when the phone's time could not be believed and the arrival counts instead (TIME). */
  startTrusted: boolean;
  /** When the clocks that run now began: the start, or the latest reopening. */
  runStartAtMs: number;
  acceptDueAtMs: number;
  handOverDueAtMs: number;
  /** SLA-1…3 as they are: nights included, pauses left out. */
  ownReplyDueAtMs: number;
  statutoryDueAtMs: number;
  /** What the customer is promised: own clock moved out of quiet hours, or what was agreed; never later than the statutory end. */
  replyDueAtMs: number;
  /** False when working days were counted beyond the published calendar. */
  calendarCovered: boolean;
  /** What the schedule does and when, in the order of time. */
  plan: PlannedStep[];
}

/** Another time for the answer, agreed with the customer (SLA-4). */
export interface AgreedTime {
  dueAtMs: number;
  reason: string;
  byUid: string;
  byName: string;
  atMs: number;
}

/** What kept a complaint from being on time, as it stood then. */
export const overdueCauses = [
  'arrivedLate',
  'notAssigned',
  'notAccepted',
  'awaitingCustomer',
  'awaitingOther',
  'awaitingApproval',
  'handOverOpen',
  'inHand',
] as const;

/** A clock that ran out, as a fact (SLA-6). */
export interface Overdue {
  clock: 'reply' | 'accept' | 'statutory' | 'handOver';
  dueAtMs: number;
  cause: (typeof overdueCauses)[number];
  handlerUid: string | null;
  unitId: string | null;
}

/** What an answer took (SLA-7): both durations, with and without nights, and how much of it the clock stood still. */
export interface ReplyTime {
  dueAtMs: number;
  inTime: boolean;
  elapsedMs: number;
  withoutNightsMs: number;
  pausedMs: number;
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
  /** SLA-5: every wait has an end, when the work goes on by itself. Null only in waits from before that. */
  untilAtMs: number | null;
  /** Whether the operator's own reply clock stands still meanwhile. */
  pausesClock: boolean;
}

export interface Answer {
  text: string;
  checklist: ChecklistItem[];
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
  /** Times in which the reply clock of this run stood still. */
  pauses: Pause[];
  agreedTime: AgreedTime | null;
  /** Said by a person where the category does not say so (SLA-3). */
  need: Need | null;
  /** Until when the network desk looks at it; null when nobody does (NET-1). */
  preHandleUntilAtMs: number | null;
  /** How often each step has been taken, so that no id comes twice: `reply-2`. */
  stepsTaken: Record<string, number>;
  /** The highest step of the reply clock that has been taken in this run; 0 while none was. */
  escalationLevel: number;
  overdues: Overdue[];
  handOver: HandOver | null;
  waiting: Waiting | null;
  answer: Answer | null;
  /** When it was last answered; stays when it is reopened. */
  answeredAtMs: number | null;
  replyTime: ReplyTime | null;
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
  pauses: [],
  agreedTime: null,
  need: null,
  preHandleUntilAtMs: null,
  stepsTaken: {},
  escalationLevel: 0,
  overdues: [],
  handOver: null,
  waiting: null,
  answer: null,
  answeredAtMs: null,
  replyTime: null,
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
