import type { EpochMs } from '../kernel/brand.ts';
import type { Account, AccountStanding } from '../ledger/account.ts';
import type { Posting } from '../ledger/posting.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Pack } from '../policy/pack.ts';
import type { Refund } from '../refund/refund.ts';

/** A member of staff as far as closings go. */
export type ClosurePerson = Pick<Staff, 'uid' | 'name' | 'role' | 'unitId' | 'active' | 'pack'>;

export interface ClosureFacts {
  pack: Pack;
  /** The requester as their staff document says now. */
  requester: ClosurePerson | null;
  account: Account | null;
  /** What the operator's own billing system says of it: its word counts before the account document's. Null where there is none, or what is asked for does not rest on it. */
  billing: AccountStanding | 'silent' | null;
  /** The target that the closure names or, in a change, the one that is to be. */
  target: Account | null;
  /** Postings that the billing system has been asked for and has not answered: of the order that is answered now, or, to `receive` and `settle`, all that move the account. */
  ordered: readonly Posting[];
  /** The counties that whoever asked serves. */
  requesterRegions: readonly string[];
  /** The refund that pays out its cash; null where there is none, or nothing is to be taken back. */
  cashRefund: Refund | null;
}

export interface ClosureContext {
  actor: { kind: 'staff'; staff: ClosurePerson } | { kind: 'system' };
  /** The server's time. */
  nowMs: EpochMs;
  facts: ClosureFacts;
}
