import type { AccountNo, EpochMs, Fen, PostingId, Uid } from '../kernel/brand.ts';
import type { RefusalCode } from '../kernel/decision.ts';
import type { Account, Balances } from '../ledger/account.ts';
import type { Posting } from '../ledger/posting.ts';
import type { Closure, Disposal, HeldReason } from './closure.ts';
import type { ConfirmReason } from './confirm-reasons.ts';

type Masked = NonNullable<Closure['accountMasked']>;

interface By {
  uid: Uid;
  name: string;
}

/** What closing an account comes to, as it was when it was decided. */
export interface ClosingPlan {
  /** The numbers under which both accounts are kept, however they were typed. */
  accountNo: AccountNo;
  targetAccountNo: AccountNo | null;
  accountKind: Account['kind'];
  accountMasked: Masked;
  targetMasked: Masked | null;
  lines: Pick<Disposal, 'bucket' | 'action' | 'rule'>[];
  frozenFen: Balances;
  transferAtMs: EpochMs;
  packVersion: string;
  /** What the account was before, for when it is taken back. */
  formerAccountState: 'open' | 'blocked';
}

/** What has become true of a closure. Moments are the server's. */
export type ClosureEvent = { atMs: number } & (
  | { type: 'turnedAway'; code: RefusalCode }
  | ({ type: 'confirmationNeeded'; reasons: ConfirmReason[] } & ClosingPlan)
  | { type: 'evidenceFiled'; paperMasked: string; by: By }
  | { type: 'confirmed'; by: By }
  | { type: 'declined'; by: By; reason: string }
  | ({ type: 'accountClosed' } & ClosingPlan)
  | { type: 'linkMade'; statusId: string }
  | { type: 'cancelAsked'; by: By; reason: string }
  | { type: 'cancelRefused'; by: By }
  | { type: 'cancelled'; by: By }
  | { type: 'targetChanged'; targetAccountNo: AccountNo; targetMasked: Masked; nextDueAtMs: EpochMs }
  | { type: 'heldBack'; reason: HeldReason; retryAtMs: EpochMs }
  | { type: 'transferOrdered'; postings: Posting[] }
  | { type: 'moved'; postings: Posting[] }
  | { type: 'cashPaid'; amountFen: Fen; postingId: PostingId }
  | { type: 'balancesNoted'; leftFen: Balances }
);
