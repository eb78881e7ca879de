import type { RefundId } from '../kernel/brand.ts';
import { z } from 'zod';
import { brands } from '../kernel/brand-schemas.ts';
import { billLineSchema } from '../complaint/cause-proof.ts';
import { numberOf } from '../kernel/number.ts';
import { fields, readDocument, schemaVersion, type StateDocument, type Upcast, versionOf } from '../kernel/state-document.ts';
import { shownPapers } from './cash-hand-over.ts';
import { calculationSchema } from './sum/suggestion.ts';

const { accountNo, closureId, complaintId, fen, moment, packId, refundId, uid, unitId } = brands;

/** How money reaches the customer (REF-5). */
export const refundForms = ['balanceCredit', 'cash', 'rechargeCard'] as const;
export type RefundForm = (typeof refundForms)[number];

export const refundStates = ['requested', 'awaitingApproval', 'awaitingAnswer', 'approved', 'executing', 'posted', 'reversed', 'refused', 'withdrawn'] as const;
export type RefundState = (typeof refundStates)[number];

const requestedFields = {
  id: refundId,
  pack: packId,
  /** Version of the pack that the requester was shown the chain by; later the one that the chain was worked out by. */
  packVersion: z.string(),
  /** Null for the cash of a closed account (CLO-2), which has no complaint. */
  complaintId: complaintId.nullable(),
  form: z.enum(refundForms),
  /** Account that the money concerns; needed for a credit to its balance. */
  accountNo: accountNo.nullable(),
  /** Serial number of the recharge card that is handed over. */
  cardSerial: z.string().nullable(),
  amountFen: fen,
  /** How the amount was arrived at (REF-7); the amount itself is the person's decision. */
  calculation: calculationSchema.nullable(),
  reason: z.string(),
  requesterUid: uid,
  requesterName: z.string(),
  requesterUnitId: unitId,
  capturedAtMs: moment,
  clockOffsetMs: z.number(),
  receivedAtMs: moment,
};
/** What the requester writes; approvers can alter none of it. Moments are epoch milliseconds, amounts integer fen. */
export type RefundRequest = z.infer<z.ZodObject<typeof requestedFields>>;

export const approvalStates = ['waiting', 'open', 'approved', 'refused', 'movedUp'] as const;

const approvalSchema = fields({
  roles: z.array(z.string()),
  unitId,
  /** What the post may decide alone, inclusive; null is unlimited. */
  limitFen: fen.nullable(),
  /** Who holds the post, as the chain was worked out; authority is read anew when they decide. */
  holderUids: z.array(uid),
  state: z.enum(approvalStates),
  decidedByUid: uid.nullable(),
  decidedByName: z.string().nullable(),
  /** The absent person for whom a deputy decided. */
  forUid: uid.nullable(),
  forName: z.string().nullable(),
  /** The most that the deputy could decide as a direct subordinate (ADM-5); null for everybody else. */
  deputyCapFen: fen.nullable(),
  decidedAtMs: moment.nullable(),
});
/** One step of the chain: whoever holds the post may decide, or a deputy whom they named beforehand (REF-6). */
export type Approval = z.infer<typeof approvalSchema>;

const groundsSchema = fields({
  complaintNumber: z.string(),
  category: z.string(),
  tier: z.string(),
  customerKey: z.string(),
  customerMasked: fields({ name: z.string(), phone: z.string() }),
  causeText: z.string(),
  causeEvidence: z.string(),
  /** Null in all of it: what was asked for before it was kept. */
  causeProof: fields({ photoId: z.string().nullable(), bill: fields(billLineSchema.shape).nullable() })
    .nullable()
    .default(null),
  causeBy: fields({ uid, name: z.string(), atMs: moment }).nullable().default(null),
});
/** What the complaint tells an approver, copied when the request arrives, so that it is what was approved. */
export type RefundGrounds = z.infer<typeof groundsSchema>;

const remarkSchema = fields({ text: z.string(), byUid: uid, byName: z.string(), atMs: moment });
export type Remark = z.infer<typeof remarkSchema>;

/** How cash changed hands; the payee's whole name stands in the entry alone. */
const handOverSchema = fields({ payeeMasked: z.string(), shownPaper: z.enum(shownPapers), voucherNo: z.string() });

const refundSchema = fields({
  ...requestedFields,
  schemaVersion,
  state: z.enum(refundStates),
  open: z.boolean(),
  seq: z.int(),
  basis: groundsSchema.nullable(),
  /** The closure whose cash this is (CLO-2); its entry is the closure's, and it needs no approval because it is the customer's own money. */
  closureId: closureId.nullable(),
  /** When the requester last changed or explained it: until then it was being asked for (REF-4). */
  amendedAtMs: moment.nullable(),
  /** What the other requests of complaint, customer and account in the window came to when the chain was worked out, and again when it was approved and paid (REF-4). */
  earlierFen: fen,
  /** Those other requests. */
  earlierIds: z.array(refundId),
  ownLimitFen: fen.nullable(),
  steps: z.array(approvalSchema),
  /** Who can decide the open step now, for their inbox. */
  approverUids: z.array(uid),
  question: remarkSchema.nullable(),
  reply: remarkSchema.nullable(),
  refusal: remarkSchema.nullable(),
  withdrawal: remarkSchema.nullable(),
  execution: fields({
    byUid: uid,
    byName: z.string(),
    atMs: moment,
    attempt: z.int(),
    rejected: z.string().nullable(),
    cash: handOverSchema.nullable().default(null),
  }).nullable(),
  reversal: remarkSchema.nullable(),
  postedAtMs: moment.nullable(),
  /** Reminders sent about the step or the execution that is open. */
  reminderCount: z.int(),
  /** When the law wants the money paid. */
  payDueAtMs: moment,
  people: z.array(uid),
  audience: z.array(unitId),
  refusalCode: z.string().nullable(),
  updatedAtMs: moment,
  /** When the open step goes to the next superior, or, once approved, when the law wants the money paid. */
  dueAtMs: moment.nullable(),
  /** The next moment at which the schedule has something to do. */
  nextDueAtMs: moment.nullable(),
});
/** A refund: `refunds/{id}`, the request and all that has become of it. */
export type Refund = z.infer<typeof refundSchema>;

export const untouchedRefund = {
  schemaVersion: 1,
  state: 'requested',
  open: true,
  seq: 0,
  basis: null,
  closureId: null,
  amendedAtMs: null,
  earlierFen: 0,
  earlierIds: [],
  ownLimitFen: 0,
  steps: [],
  approverUids: [],
  question: null,
  reply: null,
  refusal: null,
  withdrawal: null,
  execution: null,
  reversal: null,
  postedAtMs: null,
  reminderCount: 0,
  payDueAtMs: 0,
  refusalCode: null,
  updatedAtMs: 0,
  dueAtMs: null,
  nextDueAtMs: null,
} satisfies Omit<Refund, keyof RefundRequest | 'people' | 'audience'>;

/** One that functions have not touched has only what the phone wrote: what is missing starts empty. */
const withProgress: Upcast = (document) => ({ ...untouchedRefund, people: [], audience: [], ...document });

/** Before there was a field for it, the requester's last word was the moment of the last change. */
const withAmendment: Upcast = (document) => {
  const reply = remarkSchema.nullish().safeParse(document['reply']);
  return { ...document, amendedAtMs: document['amendedAtMs'] ?? reply.data?.atMs ?? null };
};

/** Before deputies had a cap, none had one. */
const withDeputyCaps: Upcast = (document) => {
  const { steps } = document;
  const capped = (step: unknown) => (typeof step === 'object' && step !== null ? { deputyCapFen: null, ...step } : step);
  return { ...document, steps: Array.isArray(steps) ? steps.map(capped) : steps };
};

const refundDocument: StateDocument<Refund> = { collection: 'refunds', schema: refundSchema, upcasts: [withProgress, withAmendment, withDeputyCaps] };

export const refundVersion = versionOf(refundDocument);

/** Own request and all others that belong with it (REF-4): what the chain was worked out for. */
export function cumulatedFen(refund: Pick<Refund, 'amountFen' | 'earlierFen'>): number {
  return refund.amountFen + refund.earlierFen;
}

/** The number that people say aloud; worked out from the id like a complaint's. */
export function refundNumber(refundId: RefundId): string {
  return numberOf(refundId);
}

export function openApprovalOf(refund: Pick<Refund, 'steps'>): Approval | null {
  return refund.steps.find((step) => step.state === 'open') ?? null;
}

/** Everyone who decided, and those they stood in for: none of them may execute (REF-3). */
export function decidersOf(refund: Pick<Refund, 'steps'>): string[] {
  return refund.steps.filter((step) => step.state === 'approved').flatMap((step) => [step.decidedByUid, step.forUid].filter((uid) => uid !== null));
}

/**
 * Reads a refund as stored, of whatever version.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function refundFromStored(id: string, stored: Record<string, unknown>): Refund {
  return readDocument(refundDocument, { id }, stored);
}
