import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { dayMs, hourMs } from '../../calendar/day.ts';
import { contactKeys } from '../../customer/contact-key.ts';
import type { Staff } from '../../organisation/staff.ts';
import { type Chance, chanceOf } from '../../testing/chance.ts';
import { telecom } from '../../testing/organisation.ts';
import { randomRun } from '../../testing/random-run.ts';
import { handOver, accountWith, amendmentOf, askedAtMs, basis, people, pinsFor, refundFactsFor, requestWith } from '../../testing/refunds.ts';
import { limitFenOn } from '../../testing/valid-chain.ts';
import type { RefundCommand, RefundSystemCommand } from '../command.ts';
import { causeNow } from '../cause-of-request.ts';
import { earlierRequests } from './cumulate.ts';
import { decideRefund } from '../decide.ts';
import { evolveRefund } from '../evolve.ts';
import type { Refund } from '../refund.ts';
import { aloneOnDayFen } from './self-approved.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What really is the case, which no request says: whose complaint it is, and by what name it is filed at the moment. */
interface TrueComplaint {
  id: string;
  customer: string;
  spelling: string;
  category: string;
  /** Who has confirmed the cause, and whether on more than words. */
  confirmedByUid: string;
  isProved: boolean;
}

interface SmallWorld {
  chance: Chance;
  nowMs: number;
  complaints: TrueComplaint[];
  requesters: readonly Staff[];
  refunds: Map<string, Refund>;
  /** What the cause was when a request last began. */
  causes: Map<string, Pick<TrueComplaint, 'confirmedByUid' | 'isProved'>>;
  paid: { id: string; sumFen: number; limitFen: number; aloneFen: number; mostAloneFen: number; amountFen: number; isProved: boolean; isOwnCause: boolean }[];
}

const keys = contactKeys('a-pepper-of-an-operator', null);
const staff: Staff[] = Object.values(people);
const spellings: Record<string, string[]> = {
  anna: ['13800001001', '138 0000 1001', '+86 138-0000-1001'],
  bert: ['13900002002', '0086 139 0000 2002', '１３９００００２００２'],
  cora: ['0517-83612345', '+86 517 83612345'],
};
const accountOf: Record<string, string> = { anna: 'A-ANNA', bert: 'A-BERT', cora: 'A-CORA' };
const amountsFen = [100, 1000, 5000, 8000, 9900, 10_000, 10_001, 20_000, 30_000, 50_000, 100_000];
const categories = ['T01-05', 'T04-01', 'T02-01'];

function newWorld(seed: number): SmallWorld {
  const chance = chanceOf(seed);
  // In every second city a clerk invents a customer for each complaint.
  const complaints = chance.percent(50) ? [0, 1, 2, 3, 4, 5, 6].map((index) => knownCustomer(index, chance)) : Array.from({ length: 12 }, inventedCustomer);
  const requesters = complaints.length === 12 ? [people.clerk, people.agent] : [people.clerk, people.agent, people.manager, people.dutyLeader, people.stranger];
  return { chance, nowMs: askedAtMs, complaints, requesters, refunds: new Map(), causes: new Map(), paid: [] };
}

function knownCustomer(index: number, chance: Chance): TrueComplaint {
  const customer = chance.pick(['anna', 'anna', 'anna', 'bert', 'bert', 'cora']);
  return { id: `complaint-${index}`, customer, spelling: chance.pick(spellings[customer] ?? []), category: chance.pick(categories), ...causeOf(chance) };
}

/** Often somebody other than whoever asks, and on a bill. */
function causeOf(chance: Chance) {
  return { confirmedByUid: chance.percent(60) ? 'somebody-else' : chance.pick([people.clerk.uid, people.agent.uid]), isProved: chance.percent(80) };
}

function inventedCustomer(_: unknown, index: number): TrueComplaint {
  const cause = { confirmedByUid: index % 3 === 0 ? people.clerk.uid : 'somebody-else', isProved: true };
  return { id: `complaint-${index}`, customer: `invented-${index}`, spelling: `138000050${10 + index}`, category: 'T01-05', ...cause };
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
  const { customer, spelling, category, confirmedByUid, isProved } = complaintOf(world, stored);
  const causeProof = isProved ? basis.causeProof : { photoId: null, bill: null };
  const cause = { causeProof, causeBy: { uid: confirmedByUid, name: confirmedByUid, atMs: world.nowMs } };
  const grounds = { ...basis, category, customerKey: keys.ofPhone(spelling), ...cause };
  const before = stored;
  const asWouldBe = command.type === 'amend' ? { ...before, ...command, amountFen: command.newAmountFen, amendedAtMs: world.nowMs } : before;
  const own = command.type === 'receive' ? grounds : command.type === 'amend' ? causeNow(before.basis, grounds) : before.basis;
  const { fen: earlierFen, ids: earlierIds } = earlierRequests({ ...asWouldBe, basis: own }, [...world.refunds.values()], telecom);
  const account = accountWith({ accountNo: accountOf[customer] ?? '', contactKey: grounds.customerKey });
  const accounts = { account, followed: null, isCashMoving: false };
  const aloneFen = aloneOnDayFen(asWouldBe, [...world.refunds.values()]);
  const facts = refundFactsFor(asWouldBe, { staff, earlierFen, earlierIds, aloneFen, basis: own, accounts });
  const decision = decideRefund(before, command, { actor: by ? { kind: 'staff', staff: by } : { kind: 'system' }, nowMs: world.nowMs, facts });
  if (!decision.ok) {
    if (decision.refusal.code === 'requestChanged' || decision.refusal.code === 'authorityWithdrawn') act(world, id, { type: 'reworkChain' }, null);
    return;
  }
  const after = evolveRefund(before, decision.events);
  const hasBegun = command.type === 'receive' || (command.type === 'amend' && decision.events.some(({ type }) => type === 'chainWorkedOut'));
  if (hasBegun) world.causes.set(id, { confirmedByUid, isProved });
  world.refunds.set(id, after);
  if (after.state === 'executing' && before.state !== 'executing') {
    const limitFen = mostOf(after);
    const began = world.causes.get(id);
    const isOwnCause = after.steps.length === 0 && began?.confirmedByUid === after.requesterUid;
    const [aloneFen, mostAloneFen] = [paidAloneFen(world, after), isOwnCause ? limitFen / 2 : 3 * limitFen];
    const sums = { sumFen: paidWithFen(world, after), limitFen, aloneFen, mostAloneFen, amountFen: after.amountFen };
    world.paid.push({ id, ...sums, isProved: began?.isProved === true, isOwnCause });
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

/** And its second half: what the requester gave on nobody's word but their own, of what was asked for on that day; nothing where somebody else said yes. */
function paidAloneFen(world: SmallWorld, refund: Refund): number {
  const isAlone = ({ steps }: Refund) => steps.length === 0;
  if (!isAlone(refund)) return 0;
  const lastWord = ({ receivedAtMs, reply }: Refund) => shanghaiDay(reply?.atMs ?? receivedAtMs);
  const ofDay = [...world.refunds.values()].filter(
    (other) =>
      other.requesterUid === refund.requesterUid && isAlone(other) && ['executing', 'posted'].includes(other.state) && lastWord(other) === lastWord(refund),
  );
  return ofDay.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

function shanghaiDay(atMs: number): string {
  return new Date(atMs + 8 * hourMs).toISOString().slice(0, 10);
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
  // What stands on words alone is paid where it is little: by chance alone that hardly ever comes together.
  const amountFen = !complaint.isProved && chance.percent(50) ? 5_00 : chance.pick(amountsFen);
  const wish = { id, complaintId: complaint.id, form, accountNo, amountFen, receivedAtMs: nowMs };
  world.refunds.set(id, requestWith(wish, chance.pick(world.requesters)));
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

/** The category is corrected, the cause confirmed anew, and the number written in another way from now on. */
function correct({ chance, complaints }: SmallWorld): void {
  const complaint = chance.pick(complaints);
  Object.assign(complaint, { category: chance.pick(categories), ...causeOf(chance) });
  complaint.spelling = chance.pick(spellings[complaint.customer] ?? [complaint.spelling]);
}

function operate(world: SmallWorld): void {
  const { chance } = world;
  const open = [...world.refunds.values()].filter((refund) => refund.open);
  const refund = open.length > 0 ? chance.pick(open) : null;
  const die = chance.below(100);
  if (!refund || die < 25) return ask(world);
  if (die < 35) return amend(world, refund);
  if (die < 55) return decide(world, refund);
  if (die < 85) return act(world, refund.id, { type: 'execute', ...pinsFor(refund), cash: handOver }, people.payer);
  if (die < 90) return correct(world);
  if (die < 96) return act(world, refund.id, { type: 'withdraw', reason: '客户撤诉' }, staff.find(({ uid }) => uid === refund.requesterUid) ?? null);
  world.nowMs += chance.pick([hourMs, dayMs, 10 * dayMs, 25 * dayMs]);
}

test('REF-1, REF-4: whatever is asked, changed, corrected and paid, by whomever and in whatever order, no sum is above the limit of those who said yes', () => {
  const seen = { paid: 0, togetherWithOthers: 0, amended: 0, alone: 0, moreThanOneAlone: 0, ownCause: 0, onWords: 0 };
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 - 1 }), (seed) => {
      const world = newWorld(seed);
      for (let operation = 0; operation < 100; operation += 1) operate(world);
      for (const { id, sumFen, limitFen, aloneFen, mostAloneFen, amountFen, isProved, isOwnCause } of world.paid) {
        expect({ id, isOnWordsAlone: amountFen > 50_00 && !isProved }).toMatchObject({ id, isOnWordsAlone: false });
        expect({ id, isCovered: sumFen <= limitFen, sumFen, limitFen }).toMatchObject({ id, isCovered: true });
        expect({ id, isOfDay: aloneFen <= mostAloneFen, aloneFen }).toMatchObject({ id, isOfDay: true });
        if (aloneFen > limitFen) seen.moreThanOneAlone += 1;
        if (isOwnCause) seen.ownCause += 1;
        if (!isProved) seen.onWords += 1;
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
