import type { ComplaintId, Uid } from '../kernel/brand.ts';
import { z } from 'zod';
import { writtenDeviceId, writtenUid, writtenUnitId } from '../kernel/written-id.ts';
import { writtenMoment } from '../kernel/written-moment.ts';
import type { Entry } from '../journal/entry.ts';
import type { AssistStanding } from './assist-standing.ts';
import { billLineSchema } from './cause-proof.ts';
import { asks, checklistResults, needs } from './complaint-values.ts';
import { writtenParticulars } from './particulars.ts';
import { writtenLink } from './responsible-link.ts';
import type { Complaint, RefundStanding } from './complaint.ts';

const reason = z.string().trim().min(1).max(500);
const text = z.string().trim().min(1).max(2000);

export const contactResults = ['reached', 'noAnswer', 'busy', 'wrongNumber', 'asksToBeCalledLater', 'inPerson'] as const;
export type ContactResult = (typeof contactResults)[number];

/** How whoever answers can have told the customer in the same breath. */
export const toldWithAnswer = ['phone', 'counter'] as const;

/** What staff can do to a complaint, as the payload of a journal entry. Imperative names; the events that follow are in the past tense. */
export const staffCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('accept') }),
  z.strictObject({ type: z.literal('return'), reason }),
  /** Phones of the former version give no reason. */
  z.strictObject({ type: z.literal('assign'), toUid: writtenUid, reason: reason.optional() }),
  z.strictObject({ type: z.literal('handOver'), toUnitId: writtenUnitId, toUid: writtenUid.nullable(), reason }),
  z.strictObject({ type: z.literal('acceptHandOver') }),
  z.strictObject({ type: z.literal('declineHandOver'), reason }),
  z.strictObject({ type: z.literal('note'), text }),
  z.strictObject({
    type: z.literal('contactAttempt'),
    result: z.enum(contactResults),
    text: z.string().trim().max(1000),
    nextSlotAtMs: writtenMoment.nullable(),
  }),
  z.strictObject({
    type: z.literal('confirmCause'),
    text,
    evidence: text,
    /** A photo on this complaint that has been checked; phones of the former version name none. */
    photoId: writtenDeviceId.nullable().optional(),
    bill: billLineSchema.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('awaitCustomer'), reason, untilAtMs: writtenMoment.nullable() }),
  /** Phones of the former version name in their own words whom they wait for. */
  z.strictObject({ type: z.literal('awaitOther'), whom: z.string().trim().min(1).max(100), reason, untilAtMs: writtenMoment.nullable() }),
  z.strictObject({ type: z.literal('awaitAssists') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({
    type: z.literal('answer'),
    text,
    checklist: z.array(z.strictObject({ ask: z.enum(asks), result: z.enum(checklistResults) })).max(asks.length),
    /** How money was given without a refund, as a waiver or a gift. */
    howGiven: z.string().trim().min(1).max(200).optional(),
    /** Where the customer was told with it; absent where they have yet to be. */
    toldBy: z.enum(toldWithAnswer).optional(),
  }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('outOfScope'), reason, whereToTurn: reason }),
  z.strictObject({ type: z.literal('withdraw'), reason }),
  z.strictObject({ type: z.literal('merge'), intoId: writtenDeviceId }),
  z.strictObject({ type: z.literal('chase'), text }),
  z.strictObject({ type: z.literal('reopen'), reason }),
  z.strictObject({ type: z.literal('agreeTime'), untilAtMs: writtenMoment, reason }),
  z.strictObject({
    type: z.literal('correct'),
    category: z.string().max(10),
    tier: z.string().max(30),
    urgency: z.enum(['critical', 'urgent', 'normal']).nullable(),
    need: z.enum(needs).nullable(),
    reason,
  }),
  z.strictObject({ type: z.literal('noteParticulars'), ...writtenParticulars }),
  z.strictObject({ type: z.literal('nameLink'), ...writtenLink }),
  z.strictObject({ type: z.literal('escalate'), reason }),
  z.strictObject({ type: z.literal('leadToManager') }),
  z.strictObject({ type: z.literal('receiveInPerson') }),
]);
export type StaffCommand = z.infer<typeof staffCommandSchema>;
export type StaffCommandType = StaffCommand['type'];

/** The command in an entry that a member of staff wrote; null when it is none, whatever is wrong with it. */
export function staffCommandOf(entry: Pick<Entry, 'type' | 'payload'>) {
  const parsed = staffCommandSchema.safeParse({ ...entry.payload, type: entry.type });
  return parsed.success ? parsed.data : null;
}

export const ratingReasons = ['fast', 'kind', 'clear', 'slow', 'unkind', 'unclear', 'passedAround', 'notSolved'] as const;

/** What a customer can do from the status page: the content of `status/{id}/replies/{reply}`. */
export const customerCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('rate'),
    stars: z.int().min(1).max(5),
    reasons: z.array(z.enum(ratingReasons)).max(ratingReasons.length),
    solved: z.boolean(),
  }),
  z.strictObject({ type: z.literal('addInformation'), text: z.string().trim().min(1).max(1000) }),
  z.strictObject({ type: z.literal('disagree'), text: z.string().trim().min(1).max(1000) }),
]);
export type CustomerCommand = z.infer<typeof customerCommandSchema>;

/**
 * What a person does through a function, because an entry of theirs must not hold it: the number concerned stands in full in the contact alone (RET-2). The entry that follows
 * has it masked.
 */
export interface ConcernedCommand {
  type: 'correctConcerned';
  concernedMasked: Complaint['concernedMasked'];
  reason: string;
  /** What stands for whoever complains and for what it is about then. */
  keys: ComplaintKeys;
}

/** What stands for whoever complains and for the number concerned, where that is another (RET-2, REC-2); null where there is none. */
export interface ComplaintKeys {
  contactKey: string | null;
  concernsKey: string | null;
}

/**
 * What only functions do: take work, an offered hand-over or ownership off someone who can no longer act (ORG-4), say where a refund or an assist stands, take the steps that
 * are due (SLA-6), say what it repeats where an earlier one was corrected (ATT-2), and put a complaint under another version of the policy where an administrator asked for it.
 */
export type SystemCommand =
  | { type: 'takeSteps' }
  | NoteMessage
  | { type: 'noteRepeats'; repeatOf: ComplaintId[] }
  | { type: 'applyPolicy'; version: string }
  | { type: 'noteRefund'; refund: RefundStanding }
  | { type: 'noteAssist'; assist: AssistStanding }
  | { type: 'releaseHandler'; uid: Uid }
  | { type: 'dropHandOver' }
  | { type: 'moveOwnership'; toUid: Uid; toName: string };

/** What has become of a message to the customer (TEL-1): the centre has taken it, or nobody will hear it. `run` is how often the complaint had been reopened. */
export interface NoteMessage {
  type: 'noteMessage';
  outcome: 'accepted' | 'failed';
  isAnswer: boolean;
  run: number;
}

/** What the customer's page says by being opened: not in anybody's words, and so none of what a customer may say. */
export interface PageCommand {
  type: 'noteSeen';
}

export type Command = StaffCommand | ConcernedCommand | CustomerCommand | PageCommand | SystemCommand;
