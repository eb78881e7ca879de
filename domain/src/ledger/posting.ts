import type { AccountNo, EpochMs, Fen, Uid } from '../kernel/brand.ts';
import { z } from 'zod';
import { brands } from '../kernel/brand-schemas.ts';
import { fields, readDocument, type StateDocument, type Upcast, versionOf } from '../kernel/state-document.ts';
import type { Account, Balances, Bucket } from './account.ts';
import { balancesSchema, buckets, emptyBalances } from './account.ts';

const { accountNo, closureId, complaintId, fen, moment, packId, postingId, refundId, uid } = brands;

/** The operator's own control accounts. They have no stored balance, which every refund would meet on: it is added up from the postings. */
export const companyAccounts = ['refunds', 'cashDesk', 'rechargeCards', 'lapsed', 'arrears', 'opening'] as const;

const bucketSchema = z.enum(buckets);

const ledgerAccountSchema = z.templateLiteral(['customer:', z.string(), ':', bucketSchema]).or(z.templateLiteral(['company:', z.enum(companyAccounts)]));
/** One account of the ledger: a bucket of a customer or one of the operator's own. */
export type LedgerAccount = z.infer<typeof ledgerAccountSchema>;

const legSchema = fields({
  account: ledgerAccountSchema,
  side: z.enum(['debit', 'credit']),
  /** Above nothing. */
  amountFen: fen,
});
export type Leg = z.infer<typeof legSchema>;

const causeSchema = z.discriminatedUnion('kind', [
  fields({ kind: z.literal('refund'), id: refundId }),
  fields({ kind: z.literal('closure'), id: closureId, bucket: bucketSchema }),
  fields({ kind: z.literal('opening'), id: accountNo, bucket: bucketSchema }),
]);
/** What moved money: one posting for each cause, so the cause gives the posting its id. */
export type Cause = z.infer<typeof causeSchema>;

export const postingSchema = fields({
  id: postingId,
  cause: causeSchema,
  pack: packId,
  complaintId: complaintId.nullable(),
  /** Customers' accounts that it moves, for their statements. */
  accountNos: z.array(accountNo),
  legs: z.array(legSchema),
  /** What its legs give to customers less what they take, in all and by bucket, 0 included: what the books are added up by without reading them. */
  movedFen: fen,
  bucketFen: balancesSchema,
  /** Id of the posting that this one takes back. */
  reversesId: postingId.nullable(),
  /** Serial number of a recharge card that was handed over (REF-5). */
  cardSerial: z.string().nullable(),
  /** Who executed it; null for the schedule. */
  byUid: uid.nullable(),
  postedAtMs: moment,
});
/** A double entry, `ledger/{id}`: equal debits and credits, never changed; a mistake is made good by a posting that reverses it (REF-8). */
export type Posting = z.infer<typeof postingSchema>;

/** Before the books were added up by them, a posting did not say what it moves; its legs do. */
const withMovement: Upcast = (document) => {
  const legs = z.array(legSchema).safeParse(document['legs']).data;
  return legs ? { ...movementOf(legs), ...document } : document;
};

const postingDocument: StateDocument<Posting> = { collection: 'ledger', schema: postingSchema, upcasts: [withMovement] };

/** What a posting is stored with: it never changes, so that it is of the version that made it for good. */
export const postingVersion = versionOf(postingDocument);

export function customerAccount(accountNo: AccountNo, bucket: Bucket): LedgerAccount {
  return `customer:${accountNo}:${bucket}`;
}

export function postingIdOf(cause: Cause): string {
  return cause.kind === 'refund' ? `refund-${cause.id}` : `${cause.kind}-${cause.id}-${cause.bucket}`;
}

/** Takes an amount from one account and gives it to another. */
export function legsOf(debit: LedgerAccount, credit: LedgerAccount, amountFen: Fen): Leg[] {
  return [
    { account: debit, side: 'debit', amountFen },
    { account: credit, side: 'credit', amountFen },
  ];
}

type PostingOrigin = Omit<Posting, 'id' | 'accountNos' | 'reversesId' | 'movedFen' | 'bucketFen'>;

/** A posting with the id of its cause. */
export function postingOf(origin: PostingOrigin): Posting {
  return { ...origin, id: postingIdOf(origin.cause), accountNos: accountNosOf(origin.legs), ...movementOf(origin.legs), reversesId: null };
}

/** The posting that takes another back: the same legs the other way round (REF-8: what is posted never changes). */
export function reversalOf(posting: Posting, byUid: Uid, postedAtMs: EpochMs): Posting {
  const legs = posting.legs.map((leg): Leg => ({ ...leg, side: leg.side === 'debit' ? 'credit' : 'debit' }));
  return { ...posting, id: `${posting.id}-reversal`, legs, ...movementOf(legs), reversesId: posting.id, byUid, postedAtMs };
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
  return leg.side === 'credit' ? leg.amountFen : 0 - leg.amountFen;
}

/** What legs give to customers less what they take from them. */
export function movementOf(legs: readonly Leg[]): Pick<Posting, 'movedFen' | 'bucketFen'> {
  const bucketFen = { ...emptyBalances };
  for (const leg of legs) {
    for (const bucket of buckets) if (leg.account.startsWith('customer:') && leg.account.endsWith(`:${bucket}`)) bucketFen[bucket] += signedFen(leg);
  }
  return { movedFen: buckets.reduce((sum, bucket) => sum + bucketFen[bucket], 0), bucketFen };
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

/**
 * Reads a posting as stored; functions alone write it, once.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function postingFromStored(id: string, stored: Record<string, unknown>): Posting {
  return readDocument(postingDocument, { id }, stored);
}
