import { handOver } from './refunds.ts';
import { dayMs, hourMs } from '../calendar/day.ts';
import { decideClosure } from '../closure/decide.ts';
import { reversalOf, type Posting } from '../ledger/posting.ts';
import type { Staff } from '../organisation/staff.ts';
import { causeNow } from '../refund/cause-of-request.ts';
import { workOutChain } from '../refund/chain.ts';
import { partiesOf } from '../refund/approver/authority.ts';
import type { RefundCommand, RefundSystemCommand } from '../refund/command.ts';
import { earlierRequests } from '../refund/sum/cumulate.ts';
import { decideRefund } from '../refund/decide.ts';
import type { RefundFacts } from '../refund/refund-facts.ts';
import { type AccountFacts, creditDestination, refundPosting } from '../refund/destination.ts';
import type { RefundEvent } from '../refund/event.ts';
import { evolveRefund } from '../refund/evolve.ts';
import { aloneOnDayFen, isCauseOwn } from '../refund/sum/self-approved.ts';
import { openApprovalOf, type Refund, refundForms, untouchedRefund } from '../refund/refund.ts';
import { accountIn, keepPostings, keepClosure, type BookWorld } from './book-world.ts';
import { calendar, telecom, units } from './organisation.ts';
import { faultsOfApproval, faultsOfExecution, type Memory } from './valid-chain.ts';

const amountsFen = [1, 3500, 9999, 10_000, 10_001, 20_000, 30_000, 30_001, 50_000, 50_001, 100_000, 100_001, 9_999_999];
const wrongAmountsFen = [10_000_001, 0, -1, 0.5, Number.NaN, 2 ** 53];
const serials = ['CARD-1', 'CARD-2', 'CARD-3', 'CARD-4', '', null];
type Command = RefundCommand | RefundSystemCommand;

/** What an onlooker remembers of each refund of a world. */
export type Memories = Map<string, Memory>;

/** Somebody asks for a refund; the server takes it in at once, later, or is told twice. */
export function requestRefund(world: BookWorld, memories: Memories): void {
  const { chance, nowMs } = world;
  const requester = chance.pick([...world.staff.values()]);
  const complaint = chance.pick(world.complaints);
  const id = `refund-${world.refunds.size}`;
  const request = {
    ...untouchedRefund,
    ...wishOf(world, complaint.basis.customerKey),
    id,
    pack: 'telecom' as const,
    packVersion: telecom.version,
    complaintId: complaint.id,
    calculation: null,
    reason: '误扣退还',
    requesterUid: requester.uid,
    requesterName: requester.name,
    requesterUnitId: requester.unitId,
    capturedAtMs: nowMs,
    clockOffsetMs: 0,
    receivedAtMs: nowMs,
    people: [requester.uid],
    audience: [],
  };
  world.refunds.set(id, request);
  memories.set(id, { askedFen: request.amountFen, asker: { ...requester }, words: [] });
  for (let times = chance.below(3); times > 0; times -= 1) actOnRefund(world, memories, id, { type: 'receive' }, null);
}

function wishOf({ chance, accounts }: BookWorld, contactKey?: string) {
  const own = [...accounts.values()].filter((account) => contactKey === undefined || chance.percent(5) || account.contactKey === contactKey);
  return {
    amountFen: chance.pick(chance.percent(95) ? amountsFen : wrongAmountsFen),
    form: chance.percent(50) ? ('balanceCredit' as const) : chance.pick(refundForms),
    accountNo: own.length > 0 && chance.percent(97) ? chance.pick(own).accountNo : null,
    cardSerial: chance.pick(serials),
  };
}

/** Decides a command on a refund and takes what follows into the world; a refusal changes nothing, or has the chain worked out anew. */
export function actOnRefund(world: BookWorld, memories: Memories, id: string, command: Command, by: Staff | null): void {
  const before = world.refunds.get(id);
  if (!before) return;
  const facts = refundFacts(world, before, command);
  const decision = decideRefund(before, command, { actor: by ? { kind: 'staff', staff: by } : { kind: 'system' }, nowMs: world.nowMs, facts });
  if (!decision.ok) {
    const isStale = ['requestChanged', 'authorityWithdrawn'].includes(decision.refusal.code);
    if (isStale && world.chance.percent(80)) actOnRefund(world, memories, id, { type: 'reworkChain' }, null);
    return;
  }
  for (const event of decision.events) remember(world, memories, before, event, command, by);
  const after = evolveRefund(before, decision.events);
  world.refunds.set(id, after);
  for (const event of decision.events) {
    if (event.type === 'executionOrdered') order(world, memories, after, facts.accounts, event.by.uid);
    if (event.type === 'reversed') takeBack(world, after, event.by.uid);
  }
}

/** Everything that the server would read for a decision. */
function refundFacts(world: BookWorld, stored: Refund, command: Command): RefundFacts {
  const refund =
    command.type === 'amend'
      ? {
          ...stored,
          amountFen: command.newAmountFen,
          amendedAtMs: world.nowMs,
          form: command.form,
          accountNo: command.accountNo,
          cardSerial: command.cardSerial,
        }
      : stored;
  const complaint = world.complaints.find((one) => one.id === refund.complaintId);
  const received = complaint?.isConfirmed ? complaint.basis : 'causeNotConfirmed';
  const basis = command.type === 'receive' ? received : command.type === 'amend' ? causeNow(stored.basis, received) : stored.basis;
  const staff = [...world.staff.values()];
  const earlier = earlierRequests({ ...refund, basis: typeof basis === 'string' ? null : basis }, [...world.refunds.values()], telecom);
  const aloneFen = aloneOnDayFen(refund, [...world.refunds.values()]);
  const requester = world.staff.get(refund.requesterUid);
  const isOwn = isCauseOwn({ ...refund, basis: typeof basis === 'string' ? null : basis });
  const needsChain = command.type === 'receive' || command.type === 'amend' || command.type === 'reworkChain';
  const sumFen = refund.amountFen + earlier.fen;
  const wasAsked = command.type === 'reworkChain' && stored.steps.length > 0;
  const accounts = accountFacts(world, refund, command);
  return {
    pack: telecom,
    calendar,
    units,
    staff,
    earlierFen: earlier.fen,
    earlierIds: earlier.ids,
    aloneFen,
    chain:
      needsChain && requester ? workOutChain({ requester, cumulatedFen: sumFen, aloneFen, isCauseOwn: isOwn, pack: telecom, units, staff, wasAsked }) : null,
    basis,
    accounts,
    isCustomersAccount: basis !== null && typeof basis !== 'string' && accounts?.account?.contactKey === basis.customerKey,
    isVoucherUsed: false,
    isCardUsed: refund.form === 'rechargeCard' && isSerialUsed(world, refund),
    isLedgerOurs: !world.isExternal,
    executorUids: staff.filter(({ role, active }) => role === 'refundClerk' && active).map(({ uid }) => uid),
  };
}

function isSerialUsed(world: BookWorld, refund: Refund): boolean {
  return [...world.refunds.values()].some(
    (other) => other.id !== refund.id && sameCard(other.cardSerial, refund.cardSerial) && !['requested', 'refused', 'withdrawn'].includes(other.state),
  );
}

/** REF-5, by the rule's words: letters and digits tell cards apart and nothing else does. */
function sameCard(one: string | null, other: string | null): boolean {
  const plain = (serial: string | null) => (serial ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(one) === plain(other);
}

function accountFacts(world: BookWorld, refund: Refund, command: Command): AccountFacts | null {
  if (refund.form !== 'balanceCredit' && refund.closureId === null) return null;
  const accountNo = command.type === 'reverse' ? world.ledger.get(`refund-${refund.id}`)?.accountNos[0] : refund.accountNo;
  const account = world.accounts.get(accountNo ?? '') ?? null;
  const closure = account?.hold ? world.closures.get(account.hold.closureId) : undefined;
  const isCashMoving = closure?.lines.some((line) => line.bucket === 'cash' && line.action === 'transfer' && line.state === 'waiting') ?? false;
  return { account, followed: world.accounts.get(account?.followsTo ?? '') ?? null, isCashMoving };
}

/** What the onlooker keeps in mind, and what may never be seen to happen. */
function remember(world: BookWorld, memories: Memories, before: Refund, event: RefundEvent, command: Command, by: Staff | null): void {
  const memory = memories.get(before.id) ?? { askedFen: before.amountFen, asker: { role: 'auditor', unitId: 'outlet' }, words: [] };
  memories.set(before.id, memory);
  if (event.type === 'amended' && command.type === 'amend') memory.askedFen = command.newAmountFen;
  if (event.type === 'chainWorkedOut') {
    const requester = world.staff.get(before.requesterUid);
    if (requester) memory.asker = { role: requester.role, unitId: requester.unitId };
    memory.words = [];
  }
  if (event.type === 'stepApproved' && command.type === 'approve' && by) {
    const step = before.steps[event.index];
    const faults = step ? faultsOfApproval(before, step, by, event.for?.uid ?? null, command.amountFen, world) : ['there is a step'];
    if (faults.length > 0) throw new Error(`approval of ${before.id}: not true that ${faults.join(', ')}`);
    memory.words.push({ uid: by.uid, forUid: event.for?.uid ?? null, amountFen: command.amountFen });
  }
}

/** The clerk's order: the onlooker looks first, then the ledger posts it, or the far side is asked. */
function order(world: BookWorld, memories: Memories, refund: Refund, accounts: AccountFacts | null, byUid: string): void {
  const memory = memories.get(refund.id) ?? { askedFen: refund.amountFen, asker: { role: 'auditor', unitId: 'outlet' }, words: [] };
  const faults = faultsOfExecution(refund, memory, byUid, world.staff, paidBesidesFen(world, refund));
  if (faults.length > 0) throw new Error(`execution of ${refund.id}: not true that ${faults.join(', ')}`);
  const credited = refund.form === 'balanceCredit' && accounts ? creditDestination(accounts) : null;
  const posting = refundPosting(refund, credited?.ok ? (credited.events[0] ?? null) : null, byUid, world.nowMs);
  if (world.isExternal) world.orders.push({ kind: 'refund', id: refund.id, postings: [posting] });
  else confirmRefund(world, memories, refund.id, posting);
}

/** REF-4 once more, from its words: all that was paid on the complaint, or for the customer or the account whatever its category, in 30 days. */
function paidBesidesFen(world: BookWorld, refund: Refund): number {
  let sumFen = 0;
  for (const other of world.refunds.values()) {
    const isSame =
      other.complaintId === refund.complaintId ||
      other.basis?.customerKey === refund.basis?.customerKey ||
      (refund.accountNo !== null && other.accountNo === refund.accountNo);
    const isPaid = other.id !== refund.id && other.closureId === null && (other.state === 'executing' || other.state === 'posted');
    if (isSame && isPaid && Math.abs(other.receivedAtMs - refund.receivedAtMs) <= 30 * dayMs) sumFen += other.amountFen;
  }
  return sumFen;
}

/** The money has moved: the posting, the refund and, where it was a closure's cash, the closure. */
export function confirmRefund(world: BookWorld, memories: Memories, id: string, posting: Posting): void {
  actOnRefund(world, memories, id, { type: 'confirmPosting' }, null);
  keepPostings(world, [posting]);
  const refund = world.refunds.get(id);
  const closure = refund?.closureId ? world.closures.get(refund.closureId) : undefined;
  if (!refund || !closure) return;
  const facts = {
    pack: telecom,
    requester: null,
    account: accountIn(world, closure.accountNo),
    billing: null,
    target: null,
    requesterRegions: [],
    cashRefund: null,
    ordered: [],
  };
  const paid = { type: 'cashPaid', amountFen: refund.amountFen, postingId: posting.id } as const;
  const decision = decideClosure(closure, paid, { actor: { kind: 'system' }, nowMs: world.nowMs, facts });
  if (decision.ok) keepClosure(world, closure, decision.events);
}

function takeBack(world: BookWorld, refund: Refund, byUid: string): void {
  const posting = world.ledger.get(`refund-${refund.id}`);
  if (!posting) throw new Error(`refund ${refund.id} was taken back without having been posted`);
  keepPostings(world, [reversalOf(posting, byUid, world.nowMs)]);
}

/** Somebody does something about a refund: mostly whoever can, sometimes anybody, now and then on what they saw before. */
export function handleRefund(world: BookWorld, memories: Memories): void {
  const { chance } = world;
  const open = [...world.refunds.values()].filter((refund) => refund.open || (refund.state === 'posted' && chance.percent(20)));
  if (open.length === 0) return;
  const refund = chance.pick(open);
  const command = likelyCommand(world, refund);
  const by = chance.percent(80)
    ? likelyActor(world, refund, command)
    : world.staff.get(chance.pick(chance.percent(50) ? partiesOf(refund) : [...world.staff.keys()]));
  if (by) actOnRefund(world, memories, refund.id, command, by);
  if (by && chance.percent(10)) actOnRefund(world, memories, refund.id, command, by);
}

function likelyCommand(world: BookWorld, refund: Refund): RefundCommand {
  const { chance } = world;
  const { seq, amountFen, packVersion } = refund;
  const pins = chance.percent(92)
    ? { seq, amountFen, packVersion }
    : { seq: Math.max(0, seq - chance.below(2)), amountFen: amountFen + chance.below(2), packVersion };
  const amend = (): RefundCommand => {
    const wish = wishOf(world, refund.basis?.customerKey);
    const newAmountFen = chance.percent(50) ? refund.amountFen : wish.amountFen;
    return { type: 'amend', text: '补充', newAmountFen, form: wish.form, accountNo: wish.accountNo, cardSerial: wish.cardSerial };
  };
  const die = chance.below(100);
  if (die < 4) return { type: 'withdraw', reason: '客户不要了' };
  if (die < 12 || refund.state === 'awaitingAnswer') return amend();
  if (refund.state === 'posted') return die < 40 ? { type: 'reverse', ...pins, reason: '退错了' } : { type: 'execute', ...pins, cash: handOver };
  if (refund.state === 'approved') return { type: 'execute', ...pins, cash: chance.percent(90) ? handOver : null };
  if (die < 18) return { type: 'refuse', ...pins, reason: '不属实' };
  if (die < 24) return { type: 'askMore', ...pins, reason: '请补证据' };
  return die < 30 ? { type: 'handToDeputy', ...pins } : { type: 'approve', ...pins, isBatch: chance.percent(10) };
}

function likelyActor(world: BookWorld, refund: Refund, command: RefundCommand): Staff | undefined {
  const inRole = (role: Staff['role']) =>
    world.chance.pick([...world.staff.values()].filter((one) => one.role === role).concat([...world.staff.values()].slice(0, 1)));
  if (command.type === 'amend' || command.type === 'withdraw') return world.staff.get(refund.requesterUid);
  if (command.type === 'execute') return inRole('refundClerk');
  if (command.type === 'reverse') return inRole('centreDirector');
  const holders = openApprovalOf(refund)?.holderUids ?? [];
  const deputies = holders.flatMap((uid) => world.staff.get(uid)?.deputy?.uid ?? []);
  const able = world.chance.percent(40) && deputies.length > 0 ? deputies : refund.approverUids.length > 0 ? refund.approverUids : holders;
  return able.length === 0 ? undefined : world.staff.get(world.chance.pick(able));
}

/** What the schedule does about the refunds that are due. */
export function runRefundSchedule(world: BookWorld, memories: Memories): void {
  for (const refund of world.refunds.values()) {
    if (refund.state === 'requested') actOnRefund(world, memories, refund.id, { type: 'receive' }, null);
    if (refund.nextDueAtMs !== null && refund.nextDueAtMs <= world.nowMs) actOnRefund(world, memories, refund.id, { type: 'stepDue' }, null);
  }
}

/**
 * Somebody is suspended, comes back, is moved to another post or names a deputy; the server has the open steps follow, or is late. Often it is
 * somebody who has had a part in a refund, and the new post is one that has a part in it too.
 */
export function changeStaff(world: BookWorld, memories: Memories, posts: readonly (readonly [Staff['role'], string])[]): void {
  const { chance, nowMs, staff } = world;
  const open = [...world.refunds.values()].filter((refund) => refund.open && refund.closureId === null);
  const refund = open.length > 0 && chance.percent(60) ? chance.pick(open) : null;
  const step = refund && openApprovalOf(refund);
  const who = staff.get(chance.pick(refund ? [...partiesOf(refund), ...(step?.holderUids ?? [])] : [...staff.keys()]));
  if (!who) return;
  const [role, unitId] = step && chance.percent(50) ? ([chance.pick(step.roles) as Staff['role'], step.unitId] as const) : chance.pick(posts);
  const fromMs = nowMs - chance.below(3) * dayMs;
  const deputy = {
    uid: chance.pick(refund && chance.percent(30) ? partiesOf(refund) : [...staff.keys()]),
    fromMs,
    untilMs: fromMs + chance.below(10) * dayMs + hourMs,
  };
  const changed = chance.percent(45) ? { deputy } : chance.percent(50) ? { active: !who.active || chance.percent(20) } : { role, unitId };
  staff.set(who.uid, { ...who, ...changed });
  if (chance.percent(60)) for (const id of world.refunds.keys()) actOnRefund(world, memories, id, { type: 'refreshHolders' }, null);
}
