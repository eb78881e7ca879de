import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { dayMs, hourMs } from '../calendar/day.ts';
import { contactKeys } from '../customer/contact-key.ts';
import type { Staff } from '../organisation/staff.ts';
import { type Chance, chanceOf } from '../testing/chance.ts';
import { telecom } from '../testing/organisation.ts';
import { randomRun } from '../testing/random-run.ts';
import { accountWith, amendmentOf, askedAtMs, basis, people, pinsFor, refundFactsFor, requestWith } from '../testing/refunds.ts';
import { limitFenOn } from '../testing/valid-chain.ts';
import type { RefundCommand, RefundSystemCommand } from './command.ts';
import { earlierRequests } from './cumulate.ts';
import { decideRefund } from './decide.ts';
import { evolveRefund } from './evolve.ts';
import type { Refund } from './refund.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What really is the case, which no request says: whose complaint it is, and by what name it is filed at the moment. */
interface TrueComplaint {
  id: string;
  customer: string;
  spelling: string;
  category: string;
}

interface SmallWorld {
  chance: Chance;
  nowMs: number;
  complaints: TrueComplaint[];
  refunds: Map<string, Refund>;
  paid: { id: string; sumFen: number; limitFen: number }[];
}

const keys = contactKeys('a-pepper-of-an-operator', null);
const staff: Staff[] = Object.values(people);
const requesters = [people.clerk, people.agent, people.manager, people.dutyLeader, people.stranger];
const spellings: Record<string, string[]> = {
  anna: ['13800001001', '138 0000 1001', '+86 138-0000-1001'],
  bert: ['13900002002', '(+86)139 0000 2002'],
};
const accountOf: Record<string, string> = { anna: 'A-ANNA', bert: 'A-BERT' };
const amountsFen = [100, 1000, 5000, 9900, 10_000, 10_001, 20_000, 30_000, 50_000, 100_000];
const categories = ['T01-05', 'T04-01', 'T02-01'];

function newWorld(seed: number): SmallWorld {
  const chance = chanceOf(seed);
  const complaints = [0, 1, 2, 3, 4].map((index) => {
    const customer = chance.pick(['anna', 'anna', 'bert']);
    return { id: `complaint-${index}`, customer, spelling: chance.pick(spellings[customer] ?? []), category: chance.pick(categories) };
  });
  return { chance, nowMs: askedAtMs, complaints, refunds: new Map(), paid: [] };
}

function complaintOf({ complaints }: SmallWorld, refund: Refund): TrueComplaint {
  const found = complaints.find(({ id }) => id === refund.complaintId);
  if (!found) throw new Error('every request has a complaint');
  return found;
}

/** Carries a command out as a server would, with everything that was ever asked for before it. */
function act(world: SmallWorld, id: string, command: RefundCommand | RefundSystemCommand, by: Staff | null): void {
  const stored = world.refunds.get(id);
  if (!stored) return;
  const { customer, spelling, category } = complaintOf(world, stored);
  const grounds = { ...basis, category, customerKey: keys.ofPhone(spelling) };
  const before = stored;
  const asWouldBe = command.type === 'amend' ? { ...before, ...command, amountFen: command.newAmountFen, amendedAtMs: world.nowMs } : before;
  const own = command.type === 'receive' ? grounds : before.basis;
  const { fen: earlierFen, ids: earlierIds } = earlierRequests({ ...asWouldBe, basis: own }, [...world.refunds.values()], telecom);
  const account = accountWith({ accountNo: accountOf[customer] ?? '', contactKey: grounds.customerKey });
  const accounts = { account, followed: null, isCashMoving: false };
  const facts = refundFactsFor(asWouldBe, { staff, earlierFen, earlierIds, basis: own, accounts });
  const decision = decideRefund(before, command, { actor: by ? { kind: 'staff', staff: by } : { kind: 'system' }, nowMs: world.nowMs, facts });
  if (!decision.ok) {
    if (decision.refusal.code === 'requestChanged' || decision.refusal.code === 'authorityWithdrawn') act(world, id, { type: 'reworkChain' }, null);
    return;
  }
  const after = evolveRefund(before, decision.events);
  world.refunds.set(id, after);
  if (after.state === 'executing' && before.state !== 'executing') {
    world.paid.push({ id, sumFen: paidWithFen(world, after), limitFen: mostOf(after) });
    act(world, id, { type: 'confirmPosting' }, null);
  }
}

/** REF-4 in its own words: this request and all that was paid on its complaint, or to its customer or account, asked for in the same 30 days. */
function paidWithFen(world: SmallWorld, refund: Refund): number {
  const { customer } = complaintOf(world, refund);
  const together = [...world.refunds.values()].filter((other) => {
    const isSame = other.complaintId === refund.complaintId || complaintOf(world, other).customer === customer || isOneAccount(other, refund);
    return isSame && ['executing', 'posted'].includes(other.state) && Math.abs(other.receivedAtMs - refund.receivedAtMs) <= 30 * dayMs;
  });
  return together.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

function isOneAccount(one: Refund, other: Refund): boolean {
  return one.accountNo !== null && one.accountNo === other.accountNo;
}

/** REF-2: the most that anybody who said yes to it may decide, by the policy's own figures; the requester's where nobody else did. */
function mostOf({ requesterUid, steps }: Refund): number {
  const asker = staff.find(({ uid }) => uid === requesterUid) ?? people.clerk;
  const deciders = steps.flatMap(({ decidedByUid, state }) => (state === 'approved' ? staff.filter(({ uid }) => uid === decidedByUid) : []));
  return Math.max(...(steps.length === 0 ? [asker] : deciders).map((person) => limitFenOn(asker, person)));
}

function ask(world: SmallWorld): void {
  const { chance, nowMs } = world;
  const complaint = chance.pick(world.complaints);
  const id = `refund-${world.refunds.size}`;
  const form = chance.percent(40) ? ('balanceCredit' as const) : ('cash' as const);
  const accountNo = form === 'cash' && chance.percent(70) ? null : (accountOf[complaint.customer] ?? null);
  const wish = { id, complaintId: complaint.id, form, accountNo, amountFen: chance.pick(amountsFen), receivedAtMs: nowMs };
  world.refunds.set(id, requestWith(wish, chance.pick(requesters)));
  act(world, id, { type: 'receive' }, null);
}

function amend(world: SmallWorld, refund: Refund): void {
  const { chance } = world;
  const by = staff.find(({ uid }) => uid === refund.requesterUid) ?? null;
  act(world, refund.id, { ...amendmentOf(refund), text: `${world.nowMs}`, newAmountFen: chance.pick(amountsFen) }, by);
}

function decide(world: SmallWorld, refund: Refund): void {
  const by = staff.find(({ uid }) => uid === refund.approverUids[0]) ?? people.manager;
  act(world, refund.id, { type: 'approve', ...pinsFor(refund), isBatch: false }, by);
}

/** The category is corrected, and the number is written in another way from now on. */
function correct({ chance, complaints }: SmallWorld): void {
  const complaint = chance.pick(complaints);
  complaint.category = chance.pick(categories);
  complaint.spelling = chance.pick(spellings[complaint.customer] ?? []);
}

function operate(world: SmallWorld): void {
  const { chance } = world;
  const refund = world.refunds.size > 0 ? chance.pick([...world.refunds.values()]) : null;
  const die = chance.below(100);
  if (!refund || die < 25) return ask(world);
  if (die < 40) return amend(world, refund);
  if (die < 60) return decide(world, refund);
  if (die < 80) return act(world, refund.id, { type: 'execute', ...pinsFor(refund) }, people.payer);
  if (die < 90) return correct(world);
  if (die < 93) return act(world, refund.id, { type: 'withdraw', reason: '客户撤诉' }, staff.find(({ uid }) => uid === refund.requesterUid) ?? null);
  world.nowMs += chance.pick([hourMs, dayMs, 10 * dayMs, 25 * dayMs]);
}

test('REF-4: whatever is asked, changed, corrected and paid, by whomever and in whatever order, no sum is above the limit of those who said yes', () => {
  const seen = { paid: 0, togetherWithOthers: 0, amended: 0, alone: 0 };
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 - 1 }), (seed) => {
      const world = newWorld(seed);
      for (let operation = 0; operation < 60; operation += 1) operate(world);
      for (const { id, sumFen, limitFen } of world.paid) {
        expect({ id, isCovered: sumFen <= limitFen, sumFen, limitFen }).toMatchObject({ id, isCovered: true });
        const refund = world.refunds.get(id);
        seen.paid += 1;
        if (refund && sumFen > refund.amountFen) seen.togetherWithOthers += 1;
        if (refund?.amendedAtMs) seen.amended += 1;
        if (refund?.steps.length === 0) seen.alone += 1;
      }
    }),
    randomRun(600),
  );
  for (const [what, times] of Object.entries(seen)) expect([what, times > 100]).toEqual([what, true]);
});
