import type { CalendarYear } from '../calendar/working-days.ts';
import type { EpochMs, Fen, Uid } from '../kernel/brand.ts';
import type { Decision } from '../kernel/decision.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Pack } from '../policy/pack.ts';
import type { Chain } from './chain.ts';
import type { RefundCommand } from './command.ts';
import type { AccountFacts } from './destination.ts';
import type { RefundEvent } from './event.ts';
import type { RefundGrounds } from './refund.ts';

export type ActingPerson = Pick<Staff, 'uid' | 'name' | 'role' | 'unitId' | 'active' | 'deputy' | 'pack'>;

export type RefundActor = { kind: 'staff'; staff: ActingPerson } | { kind: 'system' };

/** What a decision needs to know beyond the refund, all of it read inside the deciding transaction. */
export interface RefundFacts {
  /** The operator's pack in force. */
  pack: Pack;
  /** The public calendar: approvers are timed on working days alone. */
  calendar: readonly CalendarYear[];
  units: ReadonlyMap<string, Pick<Unit, 'id' | 'kind' | 'path'>>;
  /** Staff documents, as they are now, of requester, holders, deciders and deputies. */
  staff: readonly ActingPerson[];
  /** What the other requests of complaint, customer and account come to now (REF-4), and the chain that follows. */
  earlierFen: Fen;
  earlierIds: readonly string[];
  /** What the requester decides alone that day, this request included. */
  aloneFen: Fen;
  chain: Chain | null;
  /** The confirmed cause and its customer; null when the complaint does not exist, concerns the requester not, or has no confirmed cause. */
  basis: RefundGrounds | 'complaintUnknown' | 'numberUnverified' | 'causeNotConfirmed' | null;
  accounts: AccountFacts | null;
  /** Whether the account that is named is one of the customer who complained. */
  isCustomersAccount: boolean;
  /** Whether the card's serial number stands in another refund already. */
  isCardUsed: boolean;
  /** Whether the voucher that the clerk names stands for another payment already. */
  isVoucherUsed: boolean;
  /** False where a billing system of the operator's own keeps the books. */
  isLedgerOurs: boolean;
  /** The complaint centre's refund clerks. */
  executorUids: readonly Uid[];
}

export interface RefundContext {
  actor: RefundActor;
  /** The server's time. */
  nowMs: EpochMs;
  facts: RefundFacts;
}

export type RefundDecision = Decision<RefundEvent>;

export type PinnedCommand = Extract<RefundCommand, { seq: number }>;
