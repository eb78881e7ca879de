import { fromStored } from '../kernel/stored.ts';
import type { PackId } from '../policy/pack.ts';

/** What a customer can have with the operator (CLO-2): cash, what recharge cards brought, and credit given with a promotion. */
export const buckets = ['cash', 'rechargeCard', 'promotional'] as const;
export type Bucket = (typeof buckets)[number];

/** In integer fen; what the operator owes the customer is positive. */
export type Balances = Record<Bucket, number>;

export const accountKinds = ['goTone', 'prepaid'] as const;
export type AccountKind = (typeof accountKinds)[number];

export const accountStates = ['open', 'blocked', 'closed'] as const;

/** A customer's account: `accounts/{accountNo}`. Its number is the operator's own, never the phone number, which is personal. */
export interface Account {
  accountNo: string;
  pack: PackId;
  kind: AccountKind;
  state: (typeof accountStates)[number];
  phoneMasked: string;
  phoneLast4: string;
  holderMasked: string;
  contactKey: string;
  homeRegion: string | null;
  /** What came out of all its postings; moves only together with a posting. */
  balancesFen: Balances;
  /** While a closure has frozen what is left; `isOrdered` once its amounts are with the billing system. */
  hold: { closureId: string; isOrdered: boolean } | null;
  /** The account that what still arrives goes to once this one is closed and empty (CLO-5). */
  followsTo: string | null;
  closedAtMs: number | null;
  /** Number of postings that moved it. */
  seq: number;
  updatedAtMs: number;
}

export const accountNoPattern = /^[A-Za-z0-9-]{4,36}$/;

export const emptyBalances: Balances = { cash: 0, rechargeCard: 0, promotional: 0 };

export function isEmpty(balances: Balances): boolean {
  return buckets.every((bucket) => balances[bucket] === 0);
}

/** Reads an account as stored; functions alone write it. */
export function accountFromStored(accountNo: string, stored: Record<string, unknown>): Account {
  return { ...fromStored(stored), accountNo } as unknown as Account;
}
