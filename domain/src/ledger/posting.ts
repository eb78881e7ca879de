import { fromStored } from '../kernel/stored.ts';
import type { PackId } from '../policy/pack.ts';
import type { Account, Balances, Bucket } from './account.ts';
import { buckets } from './account.ts';

/** The operator's own control accounts. They have no stored balance, which every refund would meet on: it is added up from the postings. */
export const companyAccounts = ['refunds', 'cashDesk', 'rechargeCards', 'lapsed', 'arrears', 'opening'] as const;
type CompanyAccount = (typeof companyAccounts)[number];

/** One account of the ledger: a bucket of a customer or one of the operator's own. */
export type LedgerAccount = `customer:${string}:${Bucket}` | `company:${CompanyAccount}`;

export interface Leg {
  account: LedgerAccount;
  side: 'debit' | 'credit';
  /** Integer fen, above nothing. */
  amountFen: number;
}

/** What moved money: one posting for each cause, so the cause gives the posting its id. */
export type Cause = { kind: 'refund'; id: string } | { kind: 'closure'; id: string; bucket: Bucket } | { kind: 'opening'; id: string; bucket: Bucket };

/** A double entry, `ledger/{id}`: equal debits and credits, never changed; a mistake is put right by a posting that reverses it (REF-8). */
export interface Posting {
  id: string;
  cause: Cause;
  pack: PackId;
  complaintId: string | null;
  /** Customers' accounts that it moves, for their statements. */
  accountNos: string[];
  legs: Leg[];
  /** Id of the posting that this one takes back. */
  reversesId: string | null;
  /** Serial number of a recharge card that was handed over (REF-5). */
  cardSerial: string | null;
  /** Who executed it; null for the schedule. */
  byUid: string | null;
  postedAtMs: number;
}

export function customerAccount(accountNo: string, bucket: Bucket): LedgerAccount {
  return `customer:${accountNo}:${bucket}`;
}

export function postingIdOf(cause: Cause): string {
  return cause.kind === 'refund' ? `refund-${cause.id}` : `${cause.kind}-${cause.id}-${cause.bucket}`;
}

/** Takes an amount from one account and gives it to another. */
export function legsOf(debit: LedgerAccount, credit: LedgerAccount, amountFen: number): Leg[] {
  return [
    { account: debit, side: 'debit', amountFen },
    { account: credit, side: 'credit', amountFen },
  ];
}

type PostingOrigin = Omit<Posting, 'id' | 'accountNos' | 'reversesId'>;

/** A posting with the id of its cause. */
export function postingOf(origin: PostingOrigin): Posting {
  return { ...origin, id: postingIdOf(origin.cause), accountNos: accountNosOf(origin.legs), reversesId: null };
}

/** The posting that takes another back: the same legs the other way round (REF-8: what is posted never changes). */
export function reversalOf(posting: Posting, byUid: string, postedAtMs: number): Posting {
  const legs = posting.legs.map((leg): Leg => ({ ...leg, side: leg.side === 'debit' ? 'credit' : 'debit' }));
  return { ...posting, id: `${posting.id}-reversal`, legs, reversesId: posting.id, byUid, postedAtMs };
}

/** What is wrong with a posting's legs; null when it may be posted. */
export function faultOf(legs: readonly Leg[]): 'tooFewLegs' | 'notAnAmount' | 'unbalanced' | null {
  if (legs.length < 2) return 'tooFewLegs';
  if (legs.some((leg) => !Number.isSafeInteger(leg.amountFen) || leg.amountFen <= 0)) return 'notAnAmount';
  return sumOf(legs) === 0 ? null : 'unbalanced';
}

/** Credits less debits in fen; 0 in every posting. */
export function sumOf(legs: readonly Leg[]): number {
  return legs.reduce((sum, leg) => sum + signedFen(leg), 0);
}

/** A credit raises what the operator owes the customer. */
export function signedFen(leg: Leg): number {
  return leg.side === 'credit' ? leg.amountFen : -leg.amountFen;
}

/** What an account's balances are after a posting; the same balances when it does not move them. */
export function balancesAfter(account: Pick<Account, 'accountNo' | 'balancesFen'>, posting: Posting): Balances {
  const balances = { ...account.balancesFen };
  for (const leg of posting.legs) {
    for (const bucket of buckets) if (leg.account === customerAccount(account.accountNo, bucket)) balances[bucket] += signedFen(leg);
  }
  return balances;
}

function accountNosOf(legs: readonly Leg[]): string[] {
  return [...new Set(legs.flatMap(({ account }) => (account.startsWith('customer:') ? [account.split(':')[1] ?? ''] : [])))];
}

/** Reads a posting as stored; functions alone write it. */
export function postingFromStored(id: string, stored: Record<string, unknown>): Posting {
  return { ...fromStored(stored), id } as unknown as Posting;
}
