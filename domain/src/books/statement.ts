import type { AccountNo, ComplaintId, Fen, PostingId, Uid } from '../kernel/brand.ts';
import { customerAccount, companyAccounts, type LedgerAccount, type Leg, type Posting, signedFen } from '../ledger/posting.ts';
import { buckets } from '../ledger/account.ts';

/** One movement as an auditor reads it. Amounts are integer fen; one of debit and credit is 0. */
export interface StatementLine {
  postingId: PostingId;
  atMs: number;
  account: LedgerAccount;
  /** Where it came from or went to; null when there is more than one. */
  otherAccount: LedgerAccount | null;
  debitFen: Fen;
  creditFen: Fen;
  /** What the bucket held after it; null where the lines are not those of one account. */
  balanceFen: Fen | null;
  causeKind: Posting['cause']['kind'];
  causeId: string;
  reversesId: string | null;
  cardSerial: string | null;
  complaintId: ComplaintId | null;
  /** Who executed it; null for the schedule. */
  byUid: Uid | null;
}

export type StatementSubject = { accountNo: AccountNo } | { complaintId: ComplaintId };

/**
 * The movements of an account or those that a complaint caused, oldest first. Balances run from nothing, so they need every posting that moved the
 * account; postings that do not concern the view are passed over.
 */
export function statementOf(postings: readonly Posting[], view: StatementSubject): StatementLine[] {
  const ordered = [...postings].sort((one, other) => one.postedAtMs - other.postedAtMs || (one.id < other.id ? -1 : 1));
  return 'accountNo' in view ? linesOfAccount(ordered, view.accountNo) : linesOfComplaint(ordered, view.complaintId);
}

function linesOfAccount(postings: readonly Posting[], accountNo: AccountNo): StatementLine[] {
  const balancesFen = new Map<LedgerAccount, number>(buckets.map((bucket) => [customerAccount(accountNo, bucket), 0]));
  return postings.flatMap((posting) =>
    posting.legs.flatMap((leg) => {
      const beforeFen = balancesFen.get(leg.account);
      if (beforeFen === undefined) return [];
      const balanceFen = beforeFen + signedFen(leg);
      balancesFen.set(leg.account, balanceFen);
      return [lineOf(posting, leg, balanceFen)];
    }),
  );
}

function linesOfComplaint(postings: readonly Posting[], complaintId: ComplaintId): StatementLine[] {
  return postings.filter((posting) => posting.complaintId === complaintId).flatMap((posting) => posting.legs.map((leg) => lineOf(posting, leg, null)));
}

function lineOf(posting: Posting, leg: Leg, balanceFen: Fen | null): StatementLine {
  const others = posting.legs.filter((other) => other !== leg);
  return {
    postingId: posting.id,
    atMs: posting.postedAtMs,
    account: leg.account,
    otherAccount: others.length === 1 ? (others[0]?.account ?? null) : null,
    debitFen: leg.side === 'debit' ? leg.amountFen : 0,
    creditFen: leg.side === 'credit' ? leg.amountFen : 0,
    balanceFen,
    causeKind: posting.cause.kind,
    causeId: posting.cause.id,
    reversesId: posting.reversesId,
    cardSerial: posting.cardSerial,
    complaintId: posting.complaintId,
    byUid: posting.byUid,
  };
}

/** What the operator's own accounts come to, credits less debits in fen: they are stored nowhere but in the postings. */
export function companyTotals(postings: Iterable<Pick<Posting, 'legs'>>): Record<(typeof companyAccounts)[number], number> {
  const totals = { refunds: 0, cashDesk: 0, rechargeCards: 0, lapsed: 0, arrears: 0, opening: 0 };
  for (const { legs } of postings) {
    for (const leg of legs) {
      const account = companyAccounts.find((name) => leg.account === `company:${name}`);
      if (account) totals[account] += signedFen(leg);
    }
  }
  return totals;
}
