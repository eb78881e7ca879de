import type { Uid } from '../kernel/brand.ts';
import type { Account } from '../ledger/account.ts';
import { customerAccount, legsOf, postingOf, type LedgerAccount, type Posting } from '../ledger/posting.ts';
import { type Decision, decided, refused } from '../kernel/decision.ts';
import type { Refund } from './refund.ts';

/** What a credit needs to know of the account that the refund names and of the one that it was closed into. */
export interface AccountFacts {
  account: Account | null;
  /** Account that a closed and empty one is followed to; null when there is none or it does not exist. */
  followed: Account | null;
  /** Whether the closure that holds the account still moves its cash to a target. */
  isCashMoving: boolean;
}

/**
 * Where a balance credit goes (CLO-5): to the account; while it is being closed, into the frozen cash that will move; after that, to the target.
 * Refused, and so kept approved until somebody chooses another form, where none of these exists.
 */
export function creditDestination({ account, followed, isCashMoving }: AccountFacts): Decision<string> {
  if (!account) return refused('accountUnknown');
  if (account.state !== 'closed') return decided(account.accountNo);
  if (account.hold?.isOrdered) return refused('accountSettling');
  if (account.hold && isCashMoving) return decided(account.accountNo);
  if (account.hold || account.followsTo === null) return refused('accountClosed');
  if (!followed) return refused('targetUnknown');
  if (followed.state !== 'open') return refused(followed.state === 'closed' ? 'targetClosed' : 'targetBlocked');
  return decided(followed.accountNo);
}

/** The posting of a refund: from the operator's refunds to what the customer gets, or, for the cash of a closed account, out of that account (CLO-2). */
export function refundPosting(refund: Refund, creditedNo: string | null, byUid: Uid, atMs: number): Posting {
  const debit: LedgerAccount = refund.closureId !== null && refund.accountNo !== null ? customerAccount(refund.accountNo, 'cash') : 'company:refunds';
  return postingOf({
    cause: refund.closureId === null ? { kind: 'refund', id: refund.id } : { kind: 'closure', id: refund.closureId, bucket: 'cash' },
    pack: refund.pack,
    complaintId: refund.complaintId,
    legs: legsOf(debit, creditOf(refund, creditedNo), refund.amountFen),
    cardSerial: refund.cardSerial,
    byUid,
    postedAtMs: atMs,
  });
}

function creditOf(refund: Refund, creditedNo: string | null): LedgerAccount {
  if (refund.form === 'balanceCredit' && creditedNo !== null) return customerAccount(creditedNo, 'cash');
  return refund.form === 'rechargeCard' ? 'company:rechargeCards' : 'company:cashDesk';
}
