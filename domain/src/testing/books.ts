import { dayMs, hourMs } from '../calendar/day.ts';
import { closureFigures } from '../closure/figures.ts';
import { type Closure, transferMoment } from '../closure/closure.ts';
import { buckets, isEmpty } from '../ledger/account.ts';
import { customerAccount, sumOf } from '../ledger/posting.ts';
import type { Difference } from '../books/books.ts';
import { reconcile } from '../books/reconcile.ts';
import type { Refund } from '../refund/refund.ts';
import { telecom } from './organisation.ts';
import { blockOrFree, changeTarget, hearBilling, requestClosure, runClosureSchedule, sayMore } from './book-closures.ts';
import { changeStaff, handleRefund, type Memories, requestRefund, runRefundSchedule } from './book-refunds.ts';
import { newWorld, posts, type BookWorld } from './book-world.ts';

/** What came of one random sequence, for the caller to add up: a generator that does nothing proves nothing. */
export interface Played {
  world: BookWorld;
  differences: Difference[];
}

/**
 * Plays a random sequence of everything that people, the schedule and the far side do with money, in memory, and looks after each operation whether
 * what can never be true is true.
 *
 * @throws Error naming seed, operation and what was wrong.
 */
export function playBooks(seed: number, operationCount: number): Played {
  const world = newWorld(seed);
  const memories: Memories = new Map();
  const seen: Seen = { postings: 0, things: new Map() };
  for (let operation = 0; operation < operationCount; operation += 1) {
    const name = operate(world, memories, operation);
    const faults = faultsOf(world, seen);
    if (faults.length > 0) throw new Error(`seed ${seed}, operation ${operation} (${name}): ${faults.join('; ')}`);
  }
  return { world, differences: reconcileWorld(world) };
}

/** What the nightly comparison says of a world. */
export function reconcileWorld({ ledger, accounts, refunds, closures }: BookWorld): Difference[] {
  return reconcile({ postings: ledger.values(), accounts: accounts.values(), refunds: refunds.values(), closures: closures.values(), packOf: () => telecom });
}

const operations: readonly [share: number, name: string, operate: (world: BookWorld, memories: Memories) => void][] = [
  [14, 'a refund is asked for', requestRefund],
  [43, 'somebody handles a refund', handleRefund],
  [6, 'staff change', (world, memories) => changeStaff(world, memories, posts)],
  [6, 'an account is closed', requestClosure],
  [4, 'another target is named', changeTarget],
  [8, 'a second person is asked', sayMore],
  [2, 'an account is blocked or freed', blockOrFree],
  [9, 'the far side answers', hearBilling],
  [6, 'the schedule runs', runSchedule],
  [9, 'time goes by', letTimePass],
  [1, 'a cause is confirmed', confirmCause],
];
const shares = operations.reduce((sum, [share]) => sum + share, 0);

function operate(world: BookWorld, memories: Memories, index: number): string {
  let die = world.chance.below(shares);
  for (const [share, name, run] of operations) {
    die -= share;
    if (die >= 0) continue;
    try {
      run(world, memories);
    } catch (error) {
      throw new Error(`operation ${index} (${name}): ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    return name;
  }
  return 'nothing';
}

/** Early, late, twice or half: as a schedule does. */
function runSchedule(world: BookWorld, memories: Memories): void {
  for (let times = 1 + world.chance.below(2); times > 0; times -= 1) {
    runRefundSchedule(world, memories);
    runClosureSchedule(world);
  }
}

/** Minutes, days, or up to the moment of the next transfers and a little before or after it. */
function letTimePass(world: BookWorld): void {
  const { chance } = world;
  const before = world.nowMs;
  const toTransfer = transferMoment(before, 6) - chance.pick([1, 0, -1, -hourMs]);
  world.nowMs = chance.pick([before + chance.below(120) * 60_000, before + chance.below(4) * dayMs, toTransfer]);
}

function confirmCause({ chance, complaints }: BookWorld): void {
  chance.pick(complaints).isConfirmed = true;
}

/** What was looked at already, so that only what has changed since is looked at again. */
interface Seen {
  postings: number;
  things: Map<string, object>;
}

/** What can never be true of the books, said without looking at how decisions are made. */
function faultsOf(world: BookWorld, seen: Seen): string[] {
  const hasMoved = world.ledger.size !== seen.postings;
  seen.postings = world.ledger.size;
  const refunds = [...world.refunds.values()].filter((refund) => isNews(seen, refund.id, refund));
  const accounts = [...world.accounts.values()].filter((account) => isNews(seen, account.accountNo, account));
  const closures = [...world.closures.values()].filter(
    (closure) => isNews(seen, closure.id, closure) || accounts.some(({ accountNo }) => accountNo === closure.accountNo),
  );
  return [
    ...(hasMoved || accounts.length > 0 ? faultsOfLedger(world) : []),
    ...closures.flatMap((closure) => faultsOfClosure(closure, world)),
    ...refunds.flatMap((refund) => faultsOfRefund(refund, world)),
  ];
}

function isNews({ things }: Seen, id: string, thing: object): boolean {
  if (things.get(id) === thing) return false;
  things.set(id, thing);
  return true;
}

function faultsOfLedger({ ledger, accounts }: BookWorld): string[] {
  const sums = new Map<string, number>();
  const faults: string[] = [];
  for (const { id, legs } of ledger.values()) {
    if (sumOf(legs) !== 0) faults.push(`posting ${id} does not balance`);
    for (const leg of legs) {
      if (!Number.isSafeInteger(leg.amountFen) || leg.amountFen <= 0) faults.push(`posting ${id} has no amount`);
      sums.set(leg.account, (sums.get(leg.account) ?? 0) + leg.amountFen * (leg.side === 'credit' ? 1 : -1));
    }
  }
  for (const { accountNo, balancesFen } of accounts.values()) {
    for (const bucket of buckets) {
      if (balancesFen[bucket] !== (sums.get(customerAccount(accountNo, bucket)) ?? 0)) faults.push(`${accountNo} ${bucket} is not the sum of its legs`);
    }
  }
  return faults;
}

function faultsOfClosure(closure: Closure, { accounts }: BookWorld): string[] {
  const account = accounts.get(closure.accountNo);
  if (closure.closedAtMs === null || closure.state === 'cancelled' || !account) return [];
  const isOver = closure.state === 'settled';
  const isMoving = closure.lines.some((line) => line.state === 'waiting' && line.action !== 'refund');
  const rules: [what: string, holds: boolean][] = [
    ['a settled closure leaves nothing and no hold', !isOver || (isEmpty(account.balancesFen) && account.hold === null)],
    ['nothing has lapsed on one person’s word', !isOver || closure.confirmed !== null || closureFigures(closure).lapsesFen === 0],
    ['a closed account is closed', account.state === 'closed'],
    ['what is left is frozen', isOver || account.hold?.closureId === closure.id],
    ['what still moves comes up again', isOver || !isMoving || closure.state === 'settling' || closure.nextDueAtMs !== null],
    [
      'nothing moves before its day',
      !closure.lines.some((line) => line.action !== 'refund' && line.state === 'posted') || closure.updatedAtMs >= (closure.transferAtMs ?? 0),
    ],
    ['a line that was posted says how much', closure.lines.every((line) => (line.state === 'posted') === (line.amountFen !== null && line.amountFen > 0))],
  ];
  return rules.filter(([, holds]) => !holds).map(([what]) => `${closure.id}: not true that ${what}`);
}

function faultsOfRefund(refund: Refund, { refunds, ledger }: BookWorld): string[] {
  const isPaid = refund.state === 'posted' || refund.state === 'reversed';
  const posting = refund.closureId === null ? ledger.get(`refund-${refund.id}`) : ledger.get(`closure-${refund.closureId}-cash`);
  const rules: [what: string, holds: boolean][] = [
    ['it is posted when it says so and only then', isPaid === (posting !== undefined)],
    ['what was posted is what was approved', !posting || posting.legs.every((leg) => leg.amountFen === refund.amountFen)],
    ['a card is handed over once', !isPaid || refund.form !== 'rechargeCard' || [...refunds.values()].every((other) => !isSameCard(refund, other))],
    ['what awaits a decision can get one', refund.state !== 'awaitingApproval' || refund.steps.filter((step) => step.state === 'open').length === 1],
    ['what is open comes up again', !refund.open || ['requested', 'executing'].includes(refund.state) || refund.nextDueAtMs !== null],
    ['a sum is whole fen', refund.state === 'refused' || refund.state === 'requested' || (Number.isSafeInteger(refund.amountFen) && refund.amountFen > 0)],
  ];
  return rules.filter(([, holds]) => !holds).map(([what]) => `${refund.id}: not true that ${what}`);
}

function isSameCard(refund: Refund, other: Refund): boolean {
  const isPaid = other.state === 'posted' || other.state === 'reversed';
  return other.id !== refund.id && isPaid && other.form === 'rechargeCard' && other.cardSerial === refund.cardSerial;
}
