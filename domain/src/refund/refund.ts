import { numberOf } from '../kernel/number.ts';
import type { PackId } from '../policy/pack.ts';
import { fromStored } from '../kernel/stored.ts';
import type { Calculation } from './suggestion.ts';

/** How money reaches the customer (REF-5). */
export const refundForms = ['balanceCredit', 'cash', 'rechargeCard'] as const;
export type RefundForm = (typeof refundForms)[number];

export const refundStates = ['requested', 'awaitingApproval', 'awaitingAnswer', 'approved', 'executing', 'posted', 'reversed', 'refused', 'withdrawn'] as const;
export type RefundState = (typeof refundStates)[number];

/** What the requester writes; approvers can alter none of it. Moments are epoch milliseconds, amounts integer fen. */
export interface RefundRequest {
  id: string;
  pack: PackId;
  /** Version of the pack that the requester was shown the chain by; later the one that the chain was worked out by. */
  packVersion: string;
  /** Null for the cash of a closed account (CLO-2), which has no complaint. */
  complaintId: string | null;
  form: RefundForm;
  /** Account that the money concerns; needed for a credit to its balance. */
  accountNo: string | null;
  /** Serial number of the recharge card that is handed over. */
  cardSerial: string | null;
  amountFen: number;
  /** How the amount was arrived at (REF-7); the amount itself is the person's decision. */
  calculation: Calculation | null;
  reason: string;
  requesterUid: string;
  requesterName: string;
  requesterUnitId: string;
  capturedAtMs: number;
  clockOffsetMs: number;
  receivedAtMs: number;
}

export const approvalStates = ['waiting', 'open', 'approved', 'refused', 'movedUp'] as const;

/** One step of the chain: whoever holds the post may decide, or a deputy whom they named beforehand (REF-6). */
export interface Approval {
  roles: string[];
  unitId: string;
  /** What the post may decide alone, inclusive; null is unlimited. */
  limitFen: number | null;
  /** Who holds the post, as the chain was worked out; authority is read anew when they decide. */
  holderUids: string[];
  state: (typeof approvalStates)[number];
  decidedByUid: string | null;
  decidedByName: string | null;
  /** The absent person for whom a deputy decided. */
  forUid: string | null;
  forName: string | null;
  decidedAtMs: number | null;
}

/** What the complaint tells an approver, copied when the request arrives, so that it is what was approved. */
export interface RefundGrounds {
  complaintNumber: string;
  category: string;
  tier: string;
  customerKey: string;
  customerMasked: { name: string; phone: string };
  causeText: string;
  causeEvidence: string;
}

export interface Remark {
  text: string;
  byUid: string;
  byName: string;
  atMs: number;
}

/** A refund: `refunds/{id}`, the request and all that has become of it. */
export interface Refund extends RefundRequest {
  state: RefundState;
  open: boolean;
  seq: number;
  basis: RefundGrounds | null;
  /** The closure whose cash this is (CLO-2); its entry is the closure's, and it needs no approval because it is the customer's own money. */
  closureId: string | null;
  /** What other requests for the same customer and cause in the window come to (REF-4). */
  earlierFen: number;
  /** Those other requests. */
  earlierIds: string[];
  ownLimitFen: number | null;
  steps: Approval[];
  /** Who can decide the open step now, for their inbox. */
  approverUids: string[];
  question: Remark | null;
  reply: Remark | null;
  refusal: Remark | null;
  withdrawal: Remark | null;
  execution: { byUid: string; byName: string; atMs: number; attempt: number; rejected: string | null } | null;
  reversal: Remark | null;
  postedAtMs: number | null;
  /** Reminders sent about the step or the execution that is open. */
  reminderCount: number;
  /** When the law wants the money paid. */
  payDueAtMs: number;
  people: string[];
  audience: string[];
  refusalCode: string | null;
  updatedAtMs: number;
  /** When the open step goes to the next superior, or, once approved, when the law wants the money paid. */
  dueAtMs: number | null;
  /** The next moment at which the schedule has something to do. */
  nextDueAtMs: number | null;
}

export const untouchedRefund = {
  state: 'requested',
  open: true,
  seq: 0,
  basis: null,
  closureId: null,
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

/** Own request and all others of the customer and cause in the window (REF-4): what the chain is worked out for. */
export function cumulatedFen(refund: Pick<Refund, 'amountFen' | 'earlierFen'>): number {
  return refund.amountFen + refund.earlierFen;
}

/** The number that people say aloud; worked out from the id like a complaint's. */
export function refundNumber(refundId: string): string {
  return numberOf(refundId);
}

export function openApprovalOf(refund: Pick<Refund, 'steps'>): Approval | null {
  return refund.steps.find((step) => step.state === 'open') ?? null;
}

/** Everyone who decided, and those they stood in for: none of them may execute (REF-3). */
export function decidersOf(refund: Pick<Refund, 'steps'>): string[] {
  return refund.steps.filter((step) => step.state === 'approved').flatMap((step) => [step.decidedByUid, step.forUid].filter((uid) => uid !== null));
}

/** Reads a refund as stored; one that the server has not touched has only what the phone wrote. */
export function refundFromStored(id: string, stored: Record<string, unknown>): Refund {
  return { ...untouchedRefund, people: [], audience: [], ...fromStored(stored), id } as unknown as Refund;
}
