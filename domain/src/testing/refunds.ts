import { dayMs, hourMs } from '../calendar/day.ts';
import type { Account } from '../ledger/account.ts';
import type { Staff } from '../organisation/staff.ts';
import { causeNow } from '../refund/cause-of-request.ts';
import { workOutChain } from '../refund/chain.ts';
import type { CashHandOver } from '../refund/cash-hand-over.ts';
import type { RefundCommand, RefundSystemCommand } from '../refund/command.ts';
import { decideRefund } from '../refund/decide.ts';
import type { RefundFacts } from '../refund/refund-facts.ts';
import { evolveRefund } from '../refund/evolve.ts';
import { type Refund, type RefundGrounds, type RefundState, untouchedRefund } from '../refund/refund.ts';
import { isCauseOwn } from '../refund/sum/self-approved.ts';
import { at, calendar, person, telecom, unitOf, units } from './organisation.ts';

/** The moment at which refunds of the tests are asked for; a Friday morning. */
export const askedAtMs = at('2026-11-20 09:00');
/** The moment of a test's own command: before the first reminder. */
export const decidedAtMs = askedAtMs + hourMs;

/** One person for each post of both ladders, and for each way of having nothing to say. Nobody has a deputy. */
export const people = {
  clerk: person('clerk', 'outletClerk', 'outlet'),
  manager: person('manager', 'outletManager', 'outlet'),
  otherManager: person('other-manager', 'outletManager', 'outlet'),
  head: person('head', 'unitHead', 'branch'),
  leader: person('leader', 'companyLeader', 'city'),
  agent: person('agent', 'hotlineAgent', 'centre'),
  dutyLeader: person('duty-leader', 'hotlineDutyLeader', 'centre'),
  supervisor: person('supervisor', 'complaintSupervisor', 'centre'),
  director: person('director', 'centreDirector', 'centre'),
  otherDirector: person('other-director', 'centreDirector', 'centre'),
  serviceHead: person('service-head', 'unitHead', 'service'),
  billingHead: person('billing-head', 'departmentHead', 'billing'),
  payer: person('payer', 'refundClerk', 'centre'),
  otherPayer: person('other-payer', 'refundClerk', 'centre'),
  standIn: person('stand-in', 'unitHead', 'elsewhere'),
  lateStandIn: person('late-stand-in', 'unitHead', 'elsewhere'),
  stranger: person('stranger', 'outletClerk', 'elsewhere'),
  moved: person('moved', 'outletManager', 'elsewhere'),
  suspended: person('suspended', 'outletManager', 'outlet', { active: false }),
} as const;
export type Who = keyof typeof people;

/** Somebody with a deputy from an hour before the moment of the tests until an hour after it. */
export function withDeputy(holder: Staff, deputyUid: string): Staff {
  return { ...holder, deputy: { uid: deputyUid, fromMs: decidedAtMs - hourMs, untilMs: decidedAtMs + hourMs } };
}

/** Everybody, with some of them as they are in this test. */
export function staffWith(...changed: Staff[]): Staff[] {
  const own = Object.values(people).filter(({ uid }) => !changed.some((one) => one.uid === uid));
  return [...own, ...changed];
}

/** Everybody but these, whose posts are vacant. */
export function staffWithout(...gone: Who[]): Staff[] {
  return Object.values(people).filter(({ uid }) => !gone.some((who) => people[who].uid === uid));
}

/** What the clerk takes down when cash changes hands. */
export const handOver: CashHandOver = { payee: '王小明', shownPaper: 'idCard', voucherNo: 'V-0001', isSigned: true };

export const basis: RefundGrounds = {
  complaintNumber: '7K3M9-QXW2C-4',
  category: 'T01-05',
  tier: 'ordinary',
  customerKey: 'k'.repeat(40),
  customerMasked: { name: '王**', phone: '138****1001' },
  causeText: '系统误扣代收费',
  causeEvidence: '订购记录里没有客户的确认短信',
  causeProof: { photoId: null, bill: { period: '2026-10', item: '代收费', amountFen: 3500 } },
  causeBy: { uid: 'somebody-else', name: '核实人', atMs: askedAtMs - dayMs },
};

export function accountWith(changes: Partial<Account> = {}): Account {
  return {
    accountNo: 'A-1001',
    schemaVersion: 1,
    pack: 'telecom',
    kind: 'prepaid',
    state: 'open',
    phoneMasked: '138****1001',
    phoneLast4: '1001',
    holderMasked: '王**',
    contactKey: basis.customerKey,
    homeRegion: '320812',
    balancesFen: { cash: 100_000, rechargeCard: 0, promotional: 0 },
    hold: null,
    followsTo: null,
    closedAtMs: null,
    validUntilMs: null,
    isInArrears: false,
    seq: 1,
    updatedAtMs: askedAtMs - dayMs,
    ...changes,
  };
}

/** A request of the outlet's clerk as their phone writes it: 500 yuan, for which manager and head of the branch have to say yes. */
export function requestWith(changes: Partial<Refund> = {}, requester: Staff = people.clerk): Refund {
  return {
    ...untouchedRefund,
    id: 'd1f6a1f0-0000-4000-8000-000000000001',
    pack: 'telecom',
    packVersion: telecom.version,
    complaintId: 'b1f6a1f0-0000-4000-8000-000000000001',
    form: 'balanceCredit',
    accountNo: 'A-1001',
    cardSerial: null,
    amountFen: 50_000,
    calculation: null,
    reason: '误扣的费用退还客户',
    requesterUid: requester.uid,
    requesterName: requester.name,
    requesterUnitId: requester.unitId,
    capturedAtMs: askedAtMs,
    clockOffsetMs: 0,
    receivedAtMs: askedAtMs,
    people: [requester.uid],
    audience: [...unitOf(requester.unitId).audience],
    ...changes,
  };
}

/** What the server knows when nothing is wrong, with the chain that follows from it; `wasAsked` as it is when a chain is worked out anew. */
export function refundFactsFor(refund: Refund, changes: Partial<RefundFacts> = {}, wasAsked = false): RefundFacts {
  const { staff = Object.values(people), pack = telecom, earlierFen = 0, aloneFen = refund.amountFen } = changes;
  const requester = staff.find(({ uid }) => uid === refund.requesterUid) ?? people.clerk;
  const asked = typeof changes.basis === 'string' ? null : (changes.basis ?? basis);
  const grounds = refund.basis === null ? asked : causeNow(refund.basis, changes.basis ?? null);
  const word = { cumulatedFen: refund.amountFen + earlierFen, aloneFen, isCauseOwn: isCauseOwn({ ...refund, basis: grounds }) };
  return {
    pack,
    calendar,
    units,
    staff,
    earlierFen,
    earlierIds: [],
    aloneFen,
    chain: workOutChain({ requester, ...word, pack, units, staff, wasAsked }),
    basis: refund.basis ?? basis,
    accounts: { account: accountWith(), followed: null, isCashMoving: false },
    isCustomersAccount: true,
    isCardUsed: false,
    isVoucherUsed: false,
    isLedgerOurs: true,
    executorUids: ['other-payer', 'payer'],
    ...changes,
  };
}

/** What the command of that type would pin if its sender saw the refund as it is. */
export function pinsFor({ seq, amountFen, packVersion }: Refund) {
  return { seq, amountFen, packVersion };
}

export function approvalOf(refund: Refund): Extract<RefundCommand, { type: 'approve' }> {
  return { type: 'approve', ...pinsFor(refund), isBatch: false };
}

/** An amendment that leaves the request as it is and answers what was asked. */
export function amendmentOf({ amountFen, form, accountNo, cardSerial }: Refund): Extract<RefundCommand, { type: 'amend' }> {
  return { type: 'amend', text: '补充了账单', newAmountFen: amountFen, form, accountNo, cardSerial };
}

/** What somebody says about a refund, decided in the surroundings of the test. */
export function says(by: Staff, refund: Refund, command: RefundCommand, changes: Partial<RefundFacts> = {}, nowMs = decidedAtMs) {
  const staff = changes.staff ?? [...Object.values(people).filter(({ uid }) => uid !== by.uid), by];
  const asWouldBe = command.type === 'amend' ? { ...refund, amountFen: command.newAmountFen } : refund;
  return decideRefund(refund, command, { actor: { kind: 'staff', staff: by }, nowMs, facts: refundFactsFor(asWouldBe, { staff, ...changes }) });
}

/** What the product does. */
export function does(refund: Refund, command: RefundSystemCommand, changes: Partial<RefundFacts> = {}, nowMs = decidedAtMs) {
  const wasAsked = command.type === 'reworkChain' && refund.steps.length > 0;
  return decideRefund(refund, command, { actor: { kind: 'system' }, nowMs, facts: refundFactsFor(refund, changes, wasAsked) });
}

/** The refund after a decision that has to be one. */
export function after(refund: Refund, decision: ReturnType<typeof decideRefund>): Refund {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
  return evolveRefund(refund, decision.events);
}

/** The code of a refusal, `silence`, or the types of the events. */
export function outcomeOf(decision: ReturnType<typeof decideRefund>): string {
  if (!decision.ok) return decision.refusal.code;
  return decision.events.map(({ type }) => type).join(' ') || 'silence';
}

/** A request that the server has taken in. */
export function received(changes: Partial<Refund> = {}, facts: Partial<RefundFacts> = {}): Refund {
  const requester = Object.values(people).find(({ uid }) => uid === changes.requesterUid) ?? people.clerk;
  const refund = requestWith(changes, requester);
  return after(refund, does(refund, { type: 'receive' }, facts, askedAtMs));
}

/** A refund after somebody has approved its open step. */
export function approvedBy(refund: Refund, ...approvers: Staff[]): Refund {
  return approvers.reduce((before, by) => after(before, says(by, before, approvalOf(before))), refund);
}

const wayTo: Record<RefundState, () => Refund> = {
  requested: () => requestWith(),
  awaitingApproval: () => received(),
  awaitingAnswer: () => after(received(), says(people.manager, received(), { type: 'askMore', ...pinsFor(received()), reason: '缺账单' })),
  approved: () => approvedBy(received(), people.manager, people.head),
  executing: () => after(wayTo.approved(), says(people.payer, wayTo.approved(), { type: 'execute', ...pinsFor(wayTo.approved()), cash: handOver })),
  posted: () => after(wayTo.executing(), does(wayTo.executing(), { type: 'confirmPosting' })),
  reversed: () => after(wayTo.posted(), says(people.director, wayTo.posted(), { type: 'reverse', ...pinsFor(wayTo.posted()), reason: '重复退费' })),
  refused: () => after(received(), says(people.manager, received(), { type: 'refuse', ...pinsFor(received()), reason: '与账单不符' })),
  withdrawn: () => after(received(), says(people.clerk, received(), { type: 'withdraw', reason: '客户撤诉' })),
};

/** The request of `requestWith` in that state, on the shortest way that leads there. */
export function refundIn(state: RefundState): Refund {
  return wayTo[state]();
}
