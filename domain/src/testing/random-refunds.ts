import fc from 'fast-check';
import { hourMs } from '../calendar/day.ts';
import type { Staff } from '../organisation/staff.ts';
import type { RefundCommand, RefundSystemCommand } from '../refund/command.ts';
import type { Refund } from '../refund/refund.ts';
import { telecom } from './organisation.ts';
import { handOver, amendmentOf, people, pinsFor } from './refunds.ts';

/** One thing that somebody does to a refund, and what the world has become by then. */
export interface RandomRefundAct {
  /** Whose it is where the refund says whose turn it is; otherwise the one drawn here. */
  isByWhoeverIsAsked: boolean;
  byUid: string;
  type: RefundCommand['type'] | RefundSystemCommand['type'];
  /** How many versions ago the sender saw it. */
  behind: number;
  amountFen: number;
  afterHours: number;
  world: World;
}

interface World {
  earlierFen: number;
  /** The version that is in force by then. */
  packVersion: string;
  /** What happens to somebody's authority before this step. */
  staffChange: { uid: string; change: 'none' | 'suspended' | 'moved' | 'back' | 'deputy'; deputyUid: string };
}

const uids = Object.values(people).map(({ uid }) => uid);
const amounts = fc.constantFrom(1, 9999, 10_000, 10_001, 29_999, 30_000, 30_001, 50_000, 99_999, 100_000, 100_001, 10_000_000);

const worlds: fc.Arbitrary<World> = fc.record({
  earlierFen: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 25_000, 100_000) }),
  packVersion: fc.oneof({ weight: 15, arbitrary: fc.constant(telecom.version) }, { weight: 1, arbitrary: fc.constant('telecom-2099.1') }),
  staffChange: fc.record({
    uid: fc.constantFrom(...uids),
    change: fc.oneof({ weight: 6, arbitrary: fc.constant('none' as const) }, { weight: 4, arbitrary: fc.constantFrom('suspended', 'moved', 'back', 'deputy') }),
    deputyUid: fc.constantFrom(...uids),
  }),
});

const types: fc.Arbitrary<RandomRefundAct['type']> = fc.oneof(
  { weight: 8, arbitrary: fc.constant('approve' as const) },
  { weight: 4, arbitrary: fc.constantFrom('execute', 'confirmPosting', 'amend', 'askMore', 'stepDue', 'refreshHolders', 'reworkChain') },
  { weight: 1, arbitrary: fc.constantFrom('refuse', 'handToDeputy', 'withdraw', 'reverse', 'rejectPosting', 'receive', 'applyPolicy') },
);

const steps: fc.Arbitrary<RandomRefundAct> = fc.record({
  isByWhoeverIsAsked: fc.integer({ min: 0, max: 9 }).map((die) => die < 7),
  byUid: fc.constantFrom(...uids),
  type: types,
  behind: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 2) }),
  amountFen: amounts,
  afterHours: fc.integer({ min: 0, max: 30 }),
  world: worlds,
});

/** A request of anybody, and what is done to it from its arrival on. */
export const refundWalks = fc.record({
  requesterUid: fc.constantFrom(...uids),
  amountFen: amounts,
  form: fc.constantFrom('balanceCredit' as const, 'cash' as const),
  steps: fc.array(steps, { maxLength: 30, size: 'max' }),
});
export type RefundWalk = typeof refundWalks extends fc.Arbitrary<infer Value> ? Value : never;

/** Staff as the step finds them. */
export function staffAfter(staff: readonly Staff[], { staffChange }: World, nowMs: number): Staff[] {
  return staff.map((one) => (one.uid === staffChange.uid ? changed(one, staffChange, nowMs) : one));
}

function changed(one: Staff, { change, deputyUid }: World['staffChange'], nowMs: number): Staff {
  if (change === 'suspended') return { ...one, active: false };
  if (change === 'moved') return { ...one, unitId: 'elsewhere' };
  if (change === 'deputy') return { ...one, deputy: { uid: deputyUid, fromMs: nowMs, untilMs: nowMs + 48 * hourMs } };
  const original = Object.values(people).find(({ uid }) => uid === one.uid);
  return change === 'back' && original ? { ...original, active: true } : one;
}

/** Whose turn it is by what the refund says. */
export function whoeverIsAsked(refund: Refund, type: RandomRefundAct['type']): string | null {
  if (type === 'execute') return refund.requesterUid === 'payer' ? 'other-payer' : 'payer';
  if (type === 'reverse') return 'director';
  if (type === 'amend' || type === 'withdraw') return refund.requesterUid;
  return refund.approverUids[0] ?? null;
}

export function refundCommandFor({ type, behind, amountFen, world }: RandomRefundAct, refund: Refund): RefundCommand | RefundSystemCommand {
  const pins = { ...pinsFor(refund), seq: Math.max(0, refund.seq - behind) };
  switch (type) {
    case 'approve':
      return { type, ...pins, isBatch: false };
    case 'refuse':
    case 'askMore':
    case 'reverse':
      return { type, ...pins, reason: '与账单不符' };
    case 'handToDeputy':
      return { type, ...pins };
    case 'execute':
      return { type, ...pins, cash: handOver };
    case 'amend':
      return { ...amendmentOf(refund), newAmountFen: behind === 0 ? refund.amountFen : amountFen };
    case 'withdraw':
      return { type, reason: '客户撤诉' };
    case 'rejectPosting':
      return { type, reason: 'ACCOUNT_LOCKED' };
    case 'applyPolicy':
      return { type, version: world.packVersion };
    default:
      return { type };
  }
}
