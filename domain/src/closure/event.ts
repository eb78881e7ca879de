import type { AccountNo, EpochMs, Fen, PostingId } from '../kernel/brand.ts';
import type { RefusalCode } from '../kernel/decision.ts';
import type { Account, Balances } from '../ledger/account.ts';
import type { Posting } from '../ledger/posting.ts';
import type { Closure, Disposal, HeldReason } from './closure.ts';

type Masked = NonNullable<Closure['accountMasked']>;

/** What has become true of a closure. Moments are the server's. */
export type ClosureEvent = { atMs: number } & (
  | { type: 'turnedAway'; code: RefusalCode }
  | {
      type: 'accountClosed';
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
    }
  | { type: 'targetChanged'; targetAccountNo: AccountNo; targetMasked: Masked; nextDueAtMs: EpochMs }
  | { type: 'heldBack'; reason: HeldReason; retryAtMs: EpochMs }
  | { type: 'transferOrdered'; postings: Posting[] }
  | { type: 'moved'; postings: Posting[] }
  | { type: 'cashPaid'; amountFen: Fen; postingId: PostingId }
  | { type: 'balancesNoted'; leftFen: Balances }
);
