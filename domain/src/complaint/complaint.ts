import type { UnitId } from '../kernel/brand.ts';
import { z } from 'zod';
import { pauseSchema } from '../calendar/running-time.ts';
import { brands } from '../kernel/brand-schemas.ts';
import { fields, schemaVersion } from '../kernel/state-document.ts';
import { assistStandingSchema } from './assist-standing.ts';
import { billLineSchema } from './cause-proof.ts';
import { places } from './particulars.ts';
import { linkReasons, links } from './responsible-link.ts';
import {
  asks,
  checklistResults,
  clockNames,
  complaintStates,
  endingActs,
  needs,
  overdueCauses,
  refundStandings,
  stages,
  toldWays,
} from './complaint-values.ts';

const { complaintId, fen, moment, packId, refundId, uid, unitId } = brands;

const checklistItemSchema = fields({ ask: z.enum(asks), result: z.enum(checklistResults) });
/** One line of the answer's checklist: what was asked for and what became of it. */
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** What the recorder wrote down; never changes afterwards. */
const recordingFields = {
  id: complaintId,
  number: z.string(),
  pack: packId,
  packVersion: z.string(),
  channel: z.string(),
  category: z.string(),
  tier: z.string(),
  /** Code of the home region, null when nobody could tell. */
  homeRegion: z.string().nullable(),
  urgency: z.enum(['critical', 'urgent', 'normal']).nullable(),
  mailItem: z.string().nullable(),
  mailService: z.string().nullable(),
  what: z.string(),
  occurredAtMs: moment,
  asks: z.array(z.enum(asks)),
  contactMasked: fields({ name: z.string(), phone: z.string() }),
  contactLast4: z.string(),
  statusId: z.string(),
  photoCount: z.int(),
  /** Complaints that the phone believed to be about the same matter when this one was saved (ATT-2). */
  earlierIds: z.array(complaintId),
  /** First-contact owner (OWN-1). */
  ownerUid: uid,
  ownerName: z.string(),
  /** The owner's unit when it arrived. */
  receivingUnitId: unitId,
  /** Where the owner worked when they recorded it; they may have moved before their phone could send it (ADM-6). */
  recordedInUnitId: unitId,
  capturedAtMs: moment,
  clockOffsetMs: z.number(),
  receivedAtMs: moment,
};
/** What the recorder wrote down; never changes afterwards. Moments are epoch milliseconds. */
export type Recording = z.infer<z.ZodObject<typeof recordingFields>>;

const plannedStepSchema = fields({
  id: z.string(),
  clock: z.enum(clockNames),
  /** From 1 on, per clock. */
  level: z.int(),
  /** When it is taken: its own moment, or the end of the quiet hours that it falls into. */
  atMs: moment,
  /** When it was taken; null while it is to come. */
  takenAtMs: moment.nullable(),
});
/** One thing that the schedule does by itself if nothing else happens before. Its id is that of the journal entry that it leaves (SLA-6). */
export type PlannedStep = z.infer<typeof plannedStepSchema>;

const clocksSchema = fields({
  rule: z.enum(['SLA-1', 'SLA-2', 'SLA-3']),
  /** When the complaint was recorded, as far as that can be believed. */
  startAtMs: moment,
  /** False when the phone's time could not be believed and the arrival counts instead (TIME). */
  startTrusted: z.boolean(),
  /** When the clocks that run now began: the start, or the latest reopening. */
  runStartAtMs: moment,
  acceptDueAtMs: moment,
  handOverDueAtMs: moment,
  /** SLA-1…3 as they are: nights included, pauses left out. */
  ownReplyDueAtMs: moment,
  statutoryDueAtMs: moment,
  /** By when law wants the line mended or the service back (Telecom Regulations 32, 34); null where it wants none, or nobody can say. */
  dutyDueAtMs: moment.nullable(),
  /** What the customer is promised: own clock moved out of quiet hours, or what was agreed; never later than the statutory end. */
  replyDueAtMs: moment,
  /** False when working days were counted beyond the published calendar. */
  calendarCovered: z.boolean(),
  /** What the schedule does and when, in the order of time. */
  plan: z.array(plannedStepSchema),
});
/** The clocks that run on a complaint, worked out under its pack's version; never from when something last changed. */
export type Clocks = z.infer<typeof clocksSchema>;

const agreedTimeSchema = fields({ dueAtMs: moment, reason: z.string(), byUid: uid, byName: z.string(), atMs: moment });
/** Another time for the answer, agreed with the customer (SLA-4). */
export type AgreedTime = z.infer<typeof agreedTimeSchema>;

const overdueSchema = fields({
  clock: z.enum(['reply', 'accept', 'statutory', 'handOver']),
  dueAtMs: moment,
  /** What kept it from being on time, as it stood then. */
  cause: z.enum(overdueCauses),
  handlerUid: uid.nullable(),
  unitId: unitId.nullable(),
});
/** A clock that ran out, as a fact (SLA-6). */
export type Overdue = z.infer<typeof overdueSchema>;

const replyTimeSchema = fields({
  /** The promise as it stood when it ran out, or as it stands where it has not. */
  dueAtMs: moment,
  inTime: z.boolean(),
  atMs: moment,
  /** The unit that it counts for: whoever had it when the promise ran out, else whoever answered. */
  unitId: unitId.nullable(),
  elapsedMs: z.number(),
  withoutNightsMs: z.number(),
  pausedMs: z.number(),
});
/** How the answer of a run stands to its promise (SLA-7), and what it took: both durations, with and without nights, and how much of it the clock stood still. */
export type ReplyTime = z.infer<typeof replyTimeSchema>;

const brokenPromiseSchema = fields({ dueAtMs: moment, unitId: unitId.nullable() });

const reportedLaterSchema = fields({ act: z.enum(endingActs), atMs: moment, receivedAtMs: moment, unitId: unitId.nullable() });
/** An act that stops a clock and arrived long after it is said to have been done (TIME). */
export type ReportedLater = z.infer<typeof reportedLaterSchema>;

const confirmedCauseSchema = fields({
  text: z.string(),
  evidence: z.string(),
  /** Null in what was confirmed by words alone, and in all from before there was more than words. */
  photoId: z.string().nullable().default(null),
  bill: fields(billLineSchema.shape).nullable().default(null),
  byUid: uid,
  byName: z.string(),
  atMs: moment,
});
/** What was found to be the cause, with its evidence: nothing is refunded before it stands here (REF-1). */
export type ConfirmedCause = z.infer<typeof confirmedCauseSchema>;

const responsibleSchema = fields({
  link: z.enum(links),
  unitId: unitId.nullable(),
  cause: z.enum(linkReasons),
  evidence: z.string(),
  byUid: uid,
  byName: z.string(),
  atMs: moment,
});
/** Where on its way the mail item came to harm, and which unit answers for it (PST-2). */
export type ResponsibleLink = z.infer<typeof responsibleSchema>;

const refundStandingSchema = fields({
  refundId,
  amountFen: fen,
  form: z.enum(['balanceCredit', 'cash', 'rechargeCard']),
  standing: z.enum(refundStandings),
  atMs: moment,
});
/** Where a refund for this complaint stands, as far as the complaint is concerned. */
export type RefundStanding = z.infer<typeof refundStandingSchema>;

const handOverSchema = fields({
  fromUid: uid,
  fromName: z.string(),
  toUnitId: unitId,
  toUid: uid.nullable(),
  toName: z.string().nullable(),
  reason: z.string(),
  offeredAtMs: moment,
});
export type HandOver = z.infer<typeof handOverSchema>;

const ledToManagerSchema = fields({ byUid: uid, byName: z.string(), uids: z.array(uid), atMs: moment });
/** The owner cannot leave the counter and has led the customer to whoever manages the unit and is there (OWN-8). */
export type LedToManager = z.infer<typeof ledToManagerSchema>;

const waitingSchema = fields({
  reason: z.string(),
  whom: z.string().nullable(),
  sinceAtMs: moment,
  /** SLA-5: every wait has an end, when the work goes on by itself. Null only in waits from before that. */
  untilAtMs: moment.nullable(),
  /** Whether the operator's own reply clock stands still meanwhile. */
  pausesClock: z.boolean(),
  /** AST-1: for those who were asked to assist, until the last of them has answered; what they are called stands with them and not here. */
  isForAssists: z.literal(true).optional(),
});
export type Waiting = z.infer<typeof waitingSchema>;

const answerSchema = fields({
  text: z.string(),
  checklist: z.array(checklistItemSchema),
  /** How money was given without a refund; absent where there is one, or where none was. */
  howGiven: z.string().optional(),
  byUid: uid,
  byName: z.string(),
  atMs: moment,
});
export type Answer = z.infer<typeof answerSchema>;

const toldSchema = fields({ by: z.enum(toldWays), atMs: moment });
/** How and when the customer came to know the answer as it stands (TEL-1). Of the page only the day is kept. */
export type Told = z.infer<typeof toldSchema>;

const ratingSchema = fields({ stars: z.int(), reasons: z.array(z.string()), solved: z.boolean(), atMs: moment });
export type Rating = z.infer<typeof ratingSchema>;

const milestoneSchema = fields({ stage: z.enum(stages), atMs: moment, unitId: unitId.nullable() });
export type Milestone = z.infer<typeof milestoneSchema>;

/** The recording and all that has become of it. Stored in `complaints/{id}` (docs/contract.md says how moments are stored). */
export const complaintSchema = fields({
  ...recordingFields,
  schemaVersion,
  state: z.enum(complaintStates),
  /** True while someone still owes the customer something. */
  open: z.boolean(),
  /** Number of journal entries that changed this complaint; an entry pins the one it was applied as. */
  seq: z.int(),
  handlerUid: uid.nullable(),
  handlerName: z.string().nullable(),
  handlingUnitId: unitId.nullable(),
  /** Head who was told that it lies in their unit's pool; null while a person has it. */
  poolHeadUid: uid.nullable(),
  /** Audience of the handling unit alone: whose heads may direct the handling. */
  handlingAudience: z.array(unitId),
  people: z.array(uid),
  audience: z.array(unitId),
  flags: z.array(z.string()),
  /** Earlier complaints of the same customer about the same category (ATT-2), as the server found them. */
  repeatOf: z.array(complaintId),
  clocks: clocksSchema.nullable(),
  /** Times in which the reply clock of this run stood still. */
  pauses: z.array(pauseSchema),
  agreedTime: agreedTimeSchema.nullable(),
  /** REC-2: what it is about where that is not the number to call, and until when it was the customer's where it no longer is (CLO-6). */
  concernedMasked: fields({ number: z.string(), ownedUntilMs: moment.nullable() }).nullable(),
  /** What a duty of law depends on, as far as somebody has told it; null where nobody has (Telecom Regulations 32–34). */
  particulars: fields({ place: z.enum(places).nullable(), paidAtMs: moment.nullable(), billsFen: z.array(z.int()).nullable() }).nullable(),
  /** Said by a person where the category does not say so (SLA-3). */
  need: z.enum(needs).nullable(),
  /** When the customer was promised to be contacted next (SLA-4); null once they were, or where nothing was promised. */
  nextContactAtMs: moment.nullable(),
  /** TEL-3: whoever tried says that the number is not the customer's; until somebody reaches them nothing is sent to it. */
  isNumberWrong: z.boolean(),
  /** Until when the network desk looks at it; null when nobody does (NET-1). */
  preHandleUntilAtMs: moment.nullable(),
  /** How often each step has been taken, so that no id comes twice: `reply-2`. */
  stepsTaken: z.record(z.string(), z.int()),
  /** The highest step of the reply clock that has been taken in this run; 0 while none was. */
  escalationLevel: z.int(),
  overdues: z.array(overdueSchema),
  /** The first promise of this run that ran out, whatever was promised after it; null while none has. */
  brokenPromise: brokenPromiseSchema.nullable(),
  handOver: handOverSchema.nullable(),
  /** OWN-8: until one of them takes the ownership over; null where nobody was asked. */
  ledToManager: ledToManagerSchema.nullable(),
  waiting: waitingSchema.nullable(),
  answer: answerSchema.nullable(),
  /** When it was last answered; stays when it is reopened. */
  answeredAtMs: moment.nullable(),
  replyTime: replyTimeSchema.nullable(),
  /** The latest that was late, of whatever run: a later one in time does not undo it. */
  lateReply: replyTimeSchema.nullable(),
  reportedLater: reportedLaterSchema.nullable(),
  /** When the customer last disagreed with an answer: from then on they may appeal, whatever is answered later (APL-1). */
  disagreedAtMs: moment.nullable(),
  /** Null until the customer knows the answer, and again once it is reopened. */
  told: toldSchema.nullable(),
  rating: ratingSchema.nullable(),
  outOfScope: fields({ reason: z.string(), whereToTurn: z.string() }).nullable(),
  mergedInto: complaintId.nullable(),
  cause: confirmedCauseSchema.nullable(),
  /** PST-2: null while nobody has named it, and of complaints that are about no mail item. */
  responsible: responsibleSchema.nullable(),
  refunds: z.array(refundStandingSchema),
  /** AST-1: what others were asked for, and where that stands. */
  assists: z.array(assistStandingSchema),
  /** Hand-overs offered and assignments returned (OWN-6). */
  bounceCount: z.int(),
  chaseCount: z.int(),
  reopenCount: z.int(),
  contactAttemptCount: z.int(),
  milestones: z.array(milestoneSchema),
  closedAtMs: moment.nullable(),
  updatedAtMs: moment,
  /** The promised moment while open; what worklists sort by. */
  dueAtMs: moment.nullable(),
  /** The next moment at which a clock wants something; null while nothing is due. */
  nextDueAtMs: moment.nullable(),
});
/** A complaint: the recording and all that has become of it. */
export type Complaint = z.infer<typeof complaintSchema>;

/** What a complaint holds besides its recording before the server has done anything about it. */
export const untouchedProgress = {
  schemaVersion: 1,
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
  concernedMasked: null,
  particulars: null,
  need: null,
  nextContactAtMs: null,
  isNumberWrong: false,
  preHandleUntilAtMs: null,
  stepsTaken: {},
  escalationLevel: 0,
  overdues: [],
  brokenPromise: null,
  handOver: null,
  ledToManager: null,
  waiting: null,
  answer: null,
  answeredAtMs: null,
  replyTime: null,
  lateReply: null,
  reportedLater: null,
  disagreedAtMs: null,
  told: null,
  rating: null,
  outOfScope: null,
  mergedInto: null,
  cause: null,
  responsible: null,
  refunds: [],
  assists: [],
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
export function complaintFromRecording(recording: Recording, audience: UnitId[]): Complaint {
  return { ...recording, ...untouchedProgress, people: [recording.ownerUid], audience, updatedAtMs: recording.receivedAtMs };
}
