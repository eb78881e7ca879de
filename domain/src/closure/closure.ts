import { addDays, dayOf, startOfDayMs } from '../calendar/day.ts';
import { fromStored } from '../kernel/stored.ts';
import type { AccountKind, Balances, Bucket } from '../ledger/account.ts';
import { emptyBalances } from '../ledger/account.ts';
import type { PackId } from '../policy/pack.ts';

export const closureKinds = ['asked', 'arrears', 'expired'] as const;
export type ClosureKind = (typeof closureKinds)[number];

/** `waiting` for the 6th, `held` for a good target, `settling` with the billing system, `settled` when nothing is left. */
export const closureStates = ['requested', 'waiting', 'held', 'settling', 'settled', 'refused'] as const;

/** What outlet staff write. Moments are epoch milliseconds. */
export interface ClosureRequest {
  id: string;
  pack: PackId;
  packVersion: string;
  accountNo: string;
  kind: ClosureKind;
  /** Whether the customer was there in person with valid identification. */
  identityChecked: boolean;
  /** Where CLO-2 leaves a choice for the cash; null where it leaves none. */
  cashChoice: 'refund' | 'transfer' | null;
  targetAccountNo: string | null;
  requesterUid: string;
  requesterName: string;
  requesterUnitId: string;
  capturedAtMs: number;
  clockOffsetMs: number;
  receivedAtMs: number;
}

/** What becomes of one bucket (CLO-2). */
export interface Disposal {
  bucket: Bucket;
  action: 'refund' | 'transfer' | 'nothing';
  rule: 'CLO-2';
  /** `empty` where nothing was there to move. */
  state: 'waiting' | 'posted' | 'empty';
  /** What was moved; null while it waits. */
  amountFen: number | null;
  postingId: string | null;
}

export const heldReasons = ['targetMissing', 'targetUnknown', 'targetClosed', 'targetBlocked', 'identityNotChecked', 'billingRejected'] as const;
export type HeldReason = (typeof heldReasons)[number];

export interface Closure extends ClosureRequest {
  state: (typeof closureStates)[number];
  open: boolean;
  seq: number;
  accountKind: AccountKind | null;
  /** For people to recognise the accounts by. */
  accountMasked: { phone: string; holder: string } | null;
  targetMasked: { phone: string; holder: string } | null;
  contactKey: string | null;
  lines: Disposal[];
  /** What was there when it was closed; what moves is what is there on the day, so that a refund in between moves along (CLO-5). */
  frozenFen: Balances;
  /** When the account closed; at once (CLO-1). */
  closedAtMs: number | null;
  /** The 6th of the following month, 00:00. */
  transferAtMs: number | null;
  holdReason: HeldReason | null;
  holdCount: number;
  /** Orders given to the billing system so far. */
  attempt: number;
  settledAtMs: number | null;
  refusalCode: string | null;
  people: string[];
  audience: string[];
  updatedAtMs: number;
  nextDueAtMs: number | null;
}

export const untouchedClosure = {
  state: 'requested',
  open: true,
  seq: 0,
  accountKind: null,
  accountMasked: null,
  targetMasked: null,
  contactKey: null,
  lines: [],
  frozenFen: emptyBalances,
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

/** CLO-1: 00:00 in Asia/Shanghai on that day of the month after the one in which the moment falls, whatever the host's zone. */
export function transferMoment(closedAtMs: number, transferDay: number): number {
  const firstOfMonth = `${dayOf(closedAtMs).slice(0, 7)}-01`;
  const inNextMonth = addDays(firstOfMonth, 31);
  return startOfDayMs(`${inNextMonth.slice(0, 7)}-${String(transferDay).padStart(2, '0')}`);
}

/** Id of the refund that pays out a closure's cash: one for each closure, however often it is created. */
export function closureRefundId(closureId: string): string {
  return `closure-${closureId}`;
}

/** Reads a closure as stored; one that the server has not touched has only what the phone wrote. */
export function closureFromStored(id: string, stored: Record<string, unknown>): Closure {
  return { ...untouchedClosure, people: [], audience: [], ...fromStored(stored), id } as unknown as Closure;
}
