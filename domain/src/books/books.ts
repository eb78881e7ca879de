import type { Fen } from '../kernel/brand.ts';
import type { Closure } from '../closure/closure.ts';
import type { Account } from '../ledger/account.ts';
import { faultOf, type LedgerAccount, type Posting, signedFen, sumOf } from '../ledger/posting.ts';
import type { Refund } from '../refund/refund.ts';

/** What can be wrong between postings, accounts and what caused them. */
export const differenceCodes = [
  'unbalanced',
  'notAnAmount',
  'tooFewLegs',
  'balanceDiffers',
  'accountMissing',
  'movementDiffers',
  'totalDiffers',
  'postingMissing',
  'postingWithoutCause',
  'amountDiffers',
  'wrongAccount',
  'reversalDiffers',
  'notApproved',
  'sumNotApproved',
  'dayNotApproved',
  'causeUnproved',
  'orderDiffers',
  'paidDiffers',
  'openingLate',
  'openingsDiffer',
  'cardTwice',
  'notClosed',
  'notEmpty',
  'holdLeft',
  'holdMissing',
  'followsDiffers',
] as const;

/** One thing that does not add up. The subject is an id, never personal data; amounts are fen, null where the difference is none of amounts. */
export interface Difference {
  code: (typeof differenceCodes)[number];
  subject: string;
  expectedFen: Fen | null;
  foundFen: Fen | null;
}

export type BookedPosting = Pick<Posting, 'id' | 'cause' | 'legs' | 'movedFen' | 'bucketFen' | 'reversesId' | 'postedAtMs'>;
export type BookedAccount = Pick<Account, 'accountNo' | 'state' | 'balancesFen' | 'hold' | 'followsTo'>;
export type BookedRefund = Pick<Refund, (typeof refundFieldsKept)[number]>;
export type BookedClosure = Pick<Closure, 'id' | 'accountNo' | 'state' | 'closedAtMs' | 'targetAccountNo' | 'lines'>;

const refundFieldsKept = [
  'id',
  'state',
  'packVersion',
  'complaintId',
  'basis',
  'requesterUid',
  'amountFen',
  'receivedAtMs',
  'amendedAtMs',
  'earlierFen',
  'ownLimitFen',
  'steps',
  'closureId',
  'form',
  'accountNo',
  'cardSerial',
  'execution',
  'postedAtMs',
] as const satisfies (keyof Refund)[];

/** What has been read so far, page by page; only what is compared is kept of each document. */
export interface Books {
  postings: Map<string, BookedPosting>;
  accounts: Map<string, BookedAccount>;
  refunds: Map<string, BookedRefund>;
  closures: Map<string, BookedClosure>;
  /** Credits less debits of every account that a posting names, in fen. */
  sumsFen: Map<LedgerAccount, number>;
  /** What was wrong with a document by itself. */
  faults: Difference[];
}

/** What is looked at, where books hold a part alone: all around it has been read, and of what is beside it nothing can be said. */
export interface Scope {
  accounts: ReadonlySet<string>;
  refunds: ReadonlySet<string>;
  closures: ReadonlySet<string>;
  /** Accounts that were looked for, found or not. */
  sought: ReadonlySet<string>;
}

/** Empty books, to be filled in any order with all documents of one moment: a posting between two pages would show as a difference. */
export function startBooks(): Books {
  return { postings: new Map(), accounts: new Map(), refunds: new Map(), closures: new Map(), sumsFen: new Map(), faults: [] };
}

export function addPosting(books: Books, { id, cause, legs, movedFen, bucketFen, reversesId, postedAtMs }: BookedPosting): void {
  const fault = faultOf(legs);
  if (fault) books.faults.push({ code: fault, subject: id, expectedFen: 0, foundFen: sumOf(legs) });
  if (books.postings.has(id)) books.faults.push({ code: 'postingWithoutCause', subject: id, expectedFen: null, foundFen: amountOf(legs) });
  books.postings.set(id, { id, cause, legs, movedFen, bucketFen, reversesId, postedAtMs });
  for (const leg of legs) books.sumsFen.set(leg.account, (books.sumsFen.get(leg.account) ?? 0) + signedFen(leg));
}

export function addAccount(books: Books, { accountNo, state, balancesFen, hold, followsTo }: BookedAccount): void {
  books.accounts.set(accountNo, { accountNo, state, balancesFen, hold, followsTo });
}

export function addRefund(books: Books, refund: BookedRefund): void {
  books.refunds.set(refund.id, Object.fromEntries(refundFieldsKept.map((name) => [name, refund[name]])) as BookedRefund);
}

export function addClosure(books: Books, { id, accountNo, state, closedAtMs, targetAccountNo, lines }: BookedClosure): void {
  books.closures.set(id, { id, accountNo, state, closedAtMs, targetAccountNo, lines });
}

/** In fen, what was debited in all. */
export function amountOf(legs: Posting['legs']): number {
  return legs.reduce((sum, leg) => sum + (leg.side === 'debit' ? leg.amountFen : 0), 0);
}

/** Nothing where it is right, otherwise what is wrong. */
export function unless(isRight: boolean, ...[code, subject, expectedFen, foundFen]: Parameters<typeof difference>): Difference[] {
  return isRight ? [] : [difference(code, subject, expectedFen, foundFen)];
}

export function difference(code: Difference['code'], subject: string, expectedFen: Fen | null, foundFen: Fen | null): Difference {
  return { code, subject, expectedFen, foundFen };
}
