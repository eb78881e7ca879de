import { accountAfter, evolveClosure } from '../closure/evolve.ts';
import { cashRefundOf, takenBackCashRefund } from '../closure/cash-refund.ts';
import { type Closure, closureRefundId } from '../closure/closure.ts';
import type { ClosureEvent } from '../closure/event.ts';
import { type Account, type AccountKind, emptyBalances } from '../ledger/account.ts';
import { balancesAfter, customerAccount, faultOf, legsOf, type Posting, postingOf } from '../ledger/posting.ts';
import type { Role, Staff } from '../organisation/staff.ts';
import type { Refund, RefundGrounds } from '../refund/refund.ts';
import { type Chance, chanceOf } from './chance.ts';
import { at, calendar, person, telecom } from './organisation.ts';

/** A complaint as far as money is concerned. */
export interface SmallComplaint {
  id: string;
  basis: RefundGrounds;
  isConfirmed: boolean;
}

/** What an external billing system has been asked and has not answered. */
export interface Order {
  kind: 'refund' | 'closure';
  id: string;
  postings: Posting[];
}

/** A small operator in memory: what a server would read and write, as it is now. */
export interface BookWorld {
  chance: Chance;
  nowMs: number;
  /** Whether postings wait for a far side to confirm them. */
  isExternal: boolean;
  staff: Map<string, Staff>;
  complaints: SmallComplaint[];
  accounts: Map<string, Account>;
  refunds: Map<string, Refund>;
  closures: Map<string, Closure>;
  ledger: Map<string, Posting>;
  orders: Order[];
}

/** The posts that people hold at the start and are moved between; two people for most of them, so that one can stand in for another. */
export const posts: readonly [role: Role, unitId: string][] = [
  ['hotlineAgent', 'centre'],
  ['hotlineDutyLeader', 'centre'],
  ['complaintSupervisor', 'centre'],
  ['centreDirector', 'centre'],
  ['unitHead', 'service'],
  ['companyLeader', 'city'],
  ['outletClerk', 'outlet'],
  ['outletManager', 'outlet'],
  ['unitHead', 'branch'],
  ['refundClerk', 'centre'],
  ['departmentHandler', 'branch'],
];

const accountKindsOfWorld: readonly AccountKind[] = ['goTone', 'goTone', 'prepaid', 'prepaid', 'prepaid'];
const openings = [0, 0, 1, 3500, 12_000, 250_000];

/** A world at its beginning: everybody at their post, accounts with what they opened with, complaints of which some have a confirmed cause. */
export function newWorld(seed: number): BookWorld {
  const chance = chanceOf(seed);
  const people = posts.flatMap(([role, unitId]) => [1, 2].map((one) => person(`${role}-${unitId}-${one}`, role, unitId)));
  const world: BookWorld = {
    chance,
    nowMs: at('2026-11-20 09:00') + chance.below(60) * 86_400_000,
    isExternal: chance.percent(40),
    staff: new Map(people.map((one) => [one.uid, one])),
    complaints: [0, 1, 2, 3].map((index) => complaintOf(index, chance)),
    accounts: new Map(accountKindsOfWorld.map((kind, index) => [`ACC-${index}`, accountOf(`ACC-${index}`, kind)])),
    refunds: new Map(),
    closures: new Map(),
    ledger: new Map(),
    orders: [],
  };
  for (const accountNo of world.accounts.keys()) openAccount(world, accountNo);
  return world;
}

function complaintOf(index: number, chance: Chance): SmallComplaint {
  const customerKey = `customer-${chance.percent(75) ? 0 : 1}`;
  const basis = {
    complaintNumber: `N-${index}`,
    category: chance.pick(['T01-05', 'T04-01']),
    tier: 'ordinary',
    customerKey,
    causeText: '误扣',
    causeEvidence: '账单',
    causeProof: { photoId: null, bill: chance.percent(90) ? { period: '2026-10', item: '代收费', amountFen: 3500 } : null },
    causeBy: { uid: chance.percent(90) ? 'somebody-else' : 'outletClerk-outlet-1', name: '核实人', atMs: 0 },
  };
  return { id: `complaint-${index}`, isConfirmed: chance.percent(90), basis: { ...basis, customerMasked: { name: '王*', phone: '138****1001' } } };
}

function accountOf(accountNo: string, kind: AccountKind): Account {
  const masked = {
    phoneMasked: '138****1001',
    phoneLast4: '1001',
    holderMasked: '王*',
    contactKey: `customer-${accountNo.endsWith('4') ? 1 : 0}`,
    homeRegion: accountNo === 'ACC-2' ? null : '320812',
  };
  const standing = { validUntilMs: accountNo === 'ACC-3' ? 0 : null, isInArrears: accountNo === 'ACC-1' };
  const empty = { ...standing, schemaVersion: 1, balancesFen: emptyBalances, hold: null, followsTo: null, closedAtMs: null, seq: 0, updatedAtMs: 0 };
  return { accountNo, kind, pack: 'telecom', state: 'open', ...masked, ...empty };
}

/** What an account begins with; a postpaid one can be in arrears. */
function openAccount(world: BookWorld, accountNo: string): void {
  const { chance, nowMs } = world;
  for (const bucket of ['cash', 'rechargeCard', 'promotional'] as const) {
    const amountFen = chance.pick(openings);
    if (amountFen === 0) continue;
    const own = customerAccount(accountNo, bucket);
    const isDebt = bucket === 'cash' && accountNo === 'ACC-1' && chance.percent(50);
    const legs = isDebt ? legsOf(own, 'company:opening', amountFen) : legsOf('company:opening', own, amountFen);
    const cause = { kind: 'opening' as const, id: accountNo, bucket };
    keepPostings(world, [postingOf({ cause, pack: 'telecom', complaintId: null, legs, cardSerial: null, byUid: null, postedAtMs: nowMs })]);
  }
}

/** Writes postings and moves the balances with them, as one transaction does. An id that is there already is an error, as in the database. */
export function keepPostings(world: BookWorld, postings: readonly Posting[]): void {
  for (const posting of postings) {
    const fault = faultOf(posting.legs);
    if (fault) throw new Error(`posting ${posting.id}: ${fault}`);
    if (world.ledger.has(posting.id)) throw new Error(`posting ${posting.id} is there already`);
    world.ledger.set(posting.id, posting);
    for (const accountNo of posting.accountNos) {
      const account = accountIn(world, accountNo);
      world.accounts.set(accountNo, { ...account, balancesFen: balancesAfter(account, posting), seq: account.seq + 1 });
    }
  }
}

export function accountIn(world: BookWorld, accountNo: string): Account {
  const account = world.accounts.get(accountNo);
  if (!account) throw new Error(`there is no account ${accountNo}`);
  return account;
}

/** Takes what follows from a decision into the world: the closure, its account, and the refund that pays out its cash. */
export function keepClosure(world: BookWorld, before: Closure, events: readonly ClosureEvent[]): Closure {
  const after = evolveClosure(before, events);
  world.closures.set(after.id, after);
  if (after.closedAtMs !== null) world.accounts.set(after.accountNo, accountAfter(accountIn(world, after.accountNo), before, after));
  if (events.some((event) => event.type === 'accountClosed')) payOutCash(world, after);
  for (const event of events) if (event.type === 'cancelled') takeCashBack(world, after, event.by);
  return after;
}

function takeCashBack(world: BookWorld, closure: Closure, by: { uid: string; name: string }): void {
  const refund = world.refunds.get(closureRefundId(closure.id));
  if (refund) world.refunds.set(refund.id, takenBackCashRefund(refund, by, closure.cancel?.reason ?? '', world.nowMs));
}

function payOutCash(world: BookWorld, closure: Closure): void {
  const refund = cashRefundOf(closure, { pack: telecom, calendar }, world.nowMs);
  if (!refund) return;
  if (world.refunds.has(refund.id)) throw new Error(`refund ${refund.id} is there already`);
  world.refunds.set(refund.id, refund);
}
