import type { AccountNo } from '@shouwen/domain/kernel/brand';
import type { AccountStanding } from '@shouwen/domain/ledger/account';
import type { Posting } from '@shouwen/domain/ledger/posting';

/** What the billing system is asked to post, all of it or nothing. The key stays the same however often it is asked. */
export interface BillingOrder {
  idempotencyKey: string;
  postings: readonly Posting[];
}

/** `unknown` when the answer was lost: the same order is given again until the far side says what became of it. */
export type BillingAnswer = { outcome: 'confirmed' } | { outcome: 'rejected'; reason: string } | { outcome: 'unknown' };

/** The operator's billing system, as a port. Nothing is called done until it has confirmed. */
export interface Billing {
  /** True where our own ledger is the books: then a posting is confirmed by the transaction that writes it. */
  isEmbedded: boolean;
  /** Posts an order. The same key posts once, whatever is repeated, also at the same time. Never throws: what went wrong on the way is `unknown`. */
  post(order: BillingOrder): Promise<BillingAnswer>;
  /** How an account stands now, where the system is another's; null where it does not say. Never throws. */
  standingOf(accountNo: AccountNo): Promise<AccountStanding | null>;
}

/** The default: the embedded ledger. Of accounts it knows what their documents say, and no more. */
export const embeddedBilling: Billing = {
  isEmbedded: true,
  post: () => Promise.resolve({ outcome: 'confirmed' }),
  standingOf: () => Promise.resolve(null),
};
