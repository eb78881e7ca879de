import type { ClosureId, EpochMs } from '../kernel/brand.ts';
import { z } from 'zod';
import { addDays, dayOf, startOfDayMs } from '../calendar/day.ts';
import { brands } from '../kernel/brand-schemas.ts';
import { fields, readDocument, schemaVersion, type StateDocument, type Upcast, versionOf } from '../kernel/state-document.ts';
import { confirmReasons } from './confirm-reasons.ts';
import { accountKinds, balancesSchema, buckets, emptyBalances } from '../ledger/account.ts';

const { accountNo, closureId, fen, moment, packId, postingId, uid, unitId } = brands;

export const closureKinds = ['asked', 'arrears', 'expired'] as const;
export type ClosureKind = (typeof closureKinds)[number];

/** `awaitingConfirmation` by a second person, `waiting` for the 6th, `held` for a good target, `settling` with the billing system, `settled` when nothing is left, `cancelled` when it was taken back. */
export const closureStates = ['requested', 'awaitingConfirmation', 'waiting', 'held', 'settling', 'settled', 'refused', 'cancelled'] as const;

const requestedFields = {
  id: closureId,
  pack: packId,
  packVersion: z.string(),
  accountNo,
  kind: z.enum(closureKinds),
  /** Whether the customer was there in person with valid identification. */
  identityChecked: z.boolean(),
  /** Where CLO-2 leaves a choice for the cash; null where it leaves none. */
  cashChoice: z.enum(['refund', 'transfer']).nullable(),
  targetAccountNo: accountNo.nullable(),
  requesterUid: uid,
  requesterName: z.string(),
  requesterUnitId: unitId,
  capturedAtMs: moment,
  clockOffsetMs: z.number(),
  receivedAtMs: moment,
};
/** What outlet staff write. Moments are epoch milliseconds. */
export type ClosureRequest = z.infer<z.ZodObject<typeof requestedFields>>;

const disposalSchema = fields({
  bucket: z.enum(buckets),
  action: z.enum(['refund', 'transfer', 'nothing']),
  rule: z.literal('CLO-2'),
  /** `empty` where nothing was there to move. */
  state: z.enum(['waiting', 'posted', 'empty']),
  /** What was moved; null while it waits. */
  amountFen: fen.nullable(),
  postingId: postingId.nullable(),
});
/** What becomes of one bucket (CLO-2). */
export type Disposal = z.infer<typeof disposalSchema>;

export const heldReasons = [
  'targetMissing',
  'targetUnknown',
  'targetClosed',
  'targetBlocked',
  'identityNotChecked',
  'billingRejected',
  'lapseNotConfirmed',
] as const;
export type HeldReason = (typeof heldReasons)[number];

/** For people to recognise an account by. */
const maskedSchema = fields({ phone: z.string(), holder: z.string() });

const saidBy = { byUid: uid, byName: z.string(), atMs: moment };

const closureSchema = fields({
  ...requestedFields,
  schemaVersion,
  state: z.enum(closureStates),
  open: z.boolean(),
  seq: z.int(),
  accountKind: z.enum(accountKinds).nullable(),
  accountMasked: maskedSchema.nullable(),
  targetMasked: maskedSchema.nullable(),
  lines: z.array(disposalSchema),
  /** What was there when it was closed. */
  frozenFen: balancesSchema,
  /** What is there now, or was when it moved: what arrives in between moves along (CLO-5). */
  leftFen: balancesSchema,
  /** When the account closed; at once (CLO-1). */
  closedAtMs: moment.nullable(),
  /** The 6th of the following month, 00:00. */
  transferAtMs: moment.nullable(),
  holdReason: z.enum(heldReasons).nullable(),
  holdCount: z.int(),
  /** Orders given to the billing system so far. */
  attempt: z.int(),
  settledAtMs: moment.nullable(),
  /** What a second person was asked for. */
  confirmReasons: z.array(z.enum(confirmReasons)),
  /** What shows who the customer was; the photo and the whole number lie elsewhere. */
  evidence: fields({ paperMasked: z.string(), ...saidBy }).nullable(),
  confirmed: fields(saidBy).nullable(),
  refusal: fields({ reason: z.string(), ...saidBy }).nullable(),
  /** That somebody wants it taken back, and who granted it. */
  cancel: fields({
    reason: z.string(),
    ...saidBy,
    decidedByUid: uid.nullable(),
    decidedByName: z.string().nullable(),
    decidedAtMs: moment.nullable(),
  }).nullable(),
  formerAccountState: z.enum(['open', 'blocked']),
  /** The customer's page about it, once the link to it has been shown. */
  statusId: z.string().nullable(),
  refusalCode: z.string().nullable(),
  people: z.array(uid),
  audience: z.array(unitId),
  updatedAtMs: moment,
  nextDueAtMs: moment.nullable(),
});
/** A closure: `closures/{id}`, what was asked for and all that has become of it. */
export type Closure = z.infer<typeof closureSchema>;

/** What one has that was closed before a second person was asked. */
const unconfirmed = {
  confirmReasons: [],
  evidence: null,
  confirmed: null,
  refusal: null,
  cancel: null,
  formerAccountState: 'open',
  statusId: null,
} as const satisfies Partial<Closure>;

export const untouchedClosure = {
  ...unconfirmed,
  confirmReasons: [] as Closure['confirmReasons'],
  schemaVersion: 1,
  state: 'requested',
  open: true,
  seq: 0,
  accountKind: null,
  accountMasked: null,
  targetMasked: null,
  lines: [],
  frozenFen: emptyBalances,
  leftFen: emptyBalances,
  closedAtMs: null,
  transferAtMs: null,
  holdReason: null,
  holdCount: 0,
  attempt: 0,
  settledAtMs: null,
  refusalCode: null,
  updatedAtMs: 0,
  nextDueAtMs: null,
} satisfies Omit<Closure, keyof ClosureRequest | 'people' | 'audience'>;

/** One that functions have not touched has only what the phone wrote: what is missing starts empty. */
const withProgress: Upcast = (document) => ({ ...untouchedClosure, people: [], audience: [], ...document });

/** Before it was kept, what was there when it was closed stood for what is there. */
const withLeft: Upcast = (document) => ({ ...document, leftFen: document['frozenFen'] });

const withSecondPerson: Upcast = (document) => ({ ...unconfirmed, ...document });

const closureDocument: StateDocument<Closure> = { collection: 'closures', schema: closureSchema, upcasts: [withProgress, withLeft, withSecondPerson] };

export const closureVersion = versionOf(closureDocument);

/** CLO-1: 00:00 in Asia/Shanghai on that day of the month after the one in which the moment falls, whatever the host's zone. */
export function transferMoment(closedAtMs: EpochMs, transferDay: number): number {
  const firstOfMonth = `${dayOf(closedAtMs).slice(0, 7)}-01`;
  const inNextMonth = addDays(firstOfMonth, 31);
  return startOfDayMs(`${inNextMonth.slice(0, 7)}-${String(transferDay).padStart(2, '0')}`);
}

/** Id of the refund that pays out a closure's cash: one for each closure, however often it is created. */
export function closureRefundId(closureId: ClosureId): string {
  return `closure-${closureId}`;
}

/**
 * Reads a closure as stored, of whatever version.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function closureFromStored(id: string, stored: Record<string, unknown>): Closure {
  return readDocument(closureDocument, { id }, stored);
}
