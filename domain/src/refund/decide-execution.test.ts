import { describe, expect, test } from 'vitest';
import { dayMs } from '../calendar/day.ts';
import type { Staff } from '../organisation/staff.ts';
import { at, telecom, units } from '../testing/organisation.ts';
import {
  handOver,
  accountWith,
  after,
  approvalOf,
  approvedBy,
  decidedAtMs,
  does,
  refundFactsFor,
  people,
  pinsFor,
  received,
  refundIn,
  requestWith,
  says,
  staffWith,
  outcomeOf,
  withDeputy,
} from '../testing/refunds.ts';
import { isChainValid } from './decide-execution.ts';
import type { RefundFacts } from './refund-facts.ts';
import type { Refund } from './refund.ts';

const payer = { uid: 'payer', name: '员工payer' };

function pays(refund: Refund, facts: Partial<RefundFacts> = {}, by: Staff = people.payer) {
  return says(by, refund, { type: 'execute', ...pinsFor(refund), cash: handOver }, facts);
}

function reverses(refund: Refund, facts: Partial<RefundFacts> = {}, by: Staff = people.director) {
  return says(by, refund, { type: 'reverse', ...pinsFor(refund), reason: '重复退费' }, facts);
}

describe('REF-5: paying', () => {
  test('given an approved refund, the refund clerk orders the payment, and the billing’s yes posts it', () => {
    expect(pays(refundIn('approved'))).toEqual({
      ok: true,
      events: [{ type: 'executionOrdered', earlierFen: 0, earlierIds: [], atMs: decidedAtMs, by: payer }],
    });
    expect(refundIn('executing')).toMatchObject({
      state: 'executing',
      open: true,
      execution: { byUid: 'payer', attempt: 1, rejected: null },
      nextDueAtMs: null,
    });
    expect(refundIn('posted')).toMatchObject({ state: 'posted', open: false, postedAtMs: decidedAtMs, dueAtMs: null });
  });

  test('within one’s own limit one decides at once, and the clerk pays all the same', () => {
    const own = received({ amountFen: 10_000 });
    expect(own).toMatchObject({ state: 'approved', steps: [], ownLimitFen: 10_000 });
    expect(outcomeOf(pays(own, {}, people.clerk))).toBe('notRefundClerk');
    expect(outcomeOf(pays(own, {}, people.manager))).toBe('notRefundClerk');
    expect(outcomeOf(pays(own))).toBe('executionOrdered');
  });

  test('REF-3: whoever pays neither asked nor decided, for themselves or for another', () => {
    const asked = approvedBy(received({ requesterUid: 'payer', amountFen: 10_000 }), people.dutyLeader);
    expect(outcomeOf(pays(asked))).toBe('ownRequest');
    expect(outcomeOf(pays(asked, {}, people.otherPayer))).toBe('executionOrdered');
    const decider: Staff = { ...people.payer, uid: 'head' };
    expect(outcomeOf(pays(refundIn('approved'), {}, decider))).toBe('twoSteps');
    const stoodIn = received({ amountFen: 30_000 });
    const staff = staffWith(withDeputy(people.manager, 'stand-in'));
    const byDeputy = after(stoodIn, says(people.standIn, stoodIn, approvalOf(stoodIn), { staff }));
    expect(outcomeOf(pays(byDeputy, { staff }, { ...people.payer, uid: 'stand-in' }))).toBe('twoSteps');
    expect(outcomeOf(pays(byDeputy, { staff }, people.otherPayer))).toBe('executionOrdered');
    expect(outcomeOf(pays(byDeputy, { staff }, { ...people.otherPayer, uid: 'manager' }))).toBe('twoSteps');
  });

  test('said twice it is silence while it is paid and after; another clerk hears who was faster', () => {
    for (const state of ['executing', 'posted'] as const) {
      expect(pays(refundIn(state))).toEqual({ ok: true, events: [] });
      expect(pays(refundIn(state), {}, people.otherPayer)).toEqual({ ok: false, refusal: { code: 'alreadyDecided', detail: 'payer' } });
    }
  });
});

describe('ORG-4: an authority that was withdrawn stops counting when money moves', () => {
  const withdrawn: [told: string, changed: Staff][] = [
    ['the manager was suspended', { ...people.manager, active: false }],
    ['the manager moved', { ...people.manager, unitId: 'elsewhere' }],
    ['the manager has another job', { ...people.manager, role: 'auditor' }],
    ['the head was suspended', { ...people.head, active: false }],
    ['the head moved', { ...people.head, unitId: 'elsewhere' }],
  ];
  test.each(withdrawn)('%s', (_told, changed) => {
    expect(outcomeOf(pays(refundIn('approved'), { staff: staffWith(changed) }))).toBe('authorityWithdrawn');
    expect(outcomeOf(pays(refundIn('approved'), { staff: staffWith() }))).toBe('executionOrdered');
  });

  test('somebody who is on file no more counts as gone', () => {
    expect(outcomeOf(pays(refundIn('approved'), { staff: staffWith().filter(({ uid }) => uid !== 'manager') }))).toBe('authorityWithdrawn');
  });

  test('of a deputy’s word both must still be here, and the holder at the post', () => {
    const absent = withDeputy(people.manager, 'stand-in');
    const small = received({ amountFen: 30_000 });
    const approved = after(small, says(people.standIn, small, approvalOf(small), { staff: staffWith(absent) }));
    expect(outcomeOf(pays(approved, { staff: staffWith(absent) }))).toBe('executionOrdered');
    expect(outcomeOf(pays(approved, { staff: staffWith({ ...absent, deputy: null }) }))).toBe('executionOrdered');
    for (const changed of [
      { ...absent, active: false },
      { ...absent, unitId: 'elsewhere' },
      { ...people.standIn, active: false },
    ]) {
      expect(outcomeOf(pays(approved, { staff: staffWith(changed) }))).toBe('authorityWithdrawn');
    }
  });

  test('the requester’s counts where they decided alone, and only there', () => {
    const own = received({ amountFen: 10_000 });
    expect(outcomeOf(pays(own))).toBe('executionOrdered');
    for (const changed of [
      { ...people.clerk, active: false },
      { ...people.clerk, unitId: 'branch' },
    ]) {
      expect(outcomeOf(pays(own, { staff: staffWith(changed) }))).toBe('authorityWithdrawn');
      expect(outcomeOf(pays(refundIn('approved'), { staff: staffWith(changed) }))).toBe('executionOrdered');
    }
  });

  test('a chain whose last word does not cover the sum, or that has none, or in which somebody is twice, holds nothing', () => {
    const approved = refundIn('approved');
    const valid = (refund: Refund, earlierFen = 0) =>
      isChainValid(refund, { staff: staffWith(), pack: telecom, units, earlierFen, aloneFen: refund.amountFen });
    expect(valid(approved)).toBe(true);
    expect(valid({ ...approved, amountFen: 100_000 })).toBe(true);
    expect(valid({ ...approved, amountFen: 100_001 })).toBe(false);
    expect(valid(approved, 50_000)).toBe(true);
    expect(valid(approved, 50_001)).toBe(false);
    expect(valid({ ...approved, steps: approved.steps.map((step) => ({ ...step, state: 'movedUp' })) })).toBe(false);
    expect(valid({ ...approved, requesterUid: 'manager' })).toBe(false);
    const own = received({ amountFen: 10_000 });
    expect([valid(own), valid({ ...own, amountFen: 10_001 })]).toEqual([true, false]);
  });

  test('the cash of a closed account is the customer’s own and rests on nobody’s word (CLO-2)', () => {
    const cash = { ...refundIn('approved'), closureId: 'closure-1', form: 'cash' as const };
    expect(isChainValid(cash, { staff: [], pack: telecom, units, earlierFen: 0, aloneFen: 0 })).toBe(true);
    expect(isChainValid({ ...cash, closureId: null }, { staff: [], pack: telecom, units, earlierFen: 0, aloneFen: 0 })).toBe(false);
  });
});

describe('what stands in the way of paying', () => {
  const closed = accountWith({ state: 'closed' });

  test.each([
    ['the account does not exist', { account: null, followed: null, isCashMoving: false }, 'accountUnknown'],
    ['nothing is known of any', null, 'accountUnknown'],
    ['it is closed and followed by none', { account: closed, followed: null, isCashMoving: false }, 'accountClosed'],
    ['it is closed and still moves its cash', { account: { ...closed, hold: { closureId: 'c', isOrdered: false } }, followed: null, isCashMoving: true }, null],
  ])('a credit where %s', (_told, accounts, code) => {
    expect(outcomeOf(pays(refundIn('approved'), { accounts }))).toBe(code ?? 'executionOrdered');
  });

  test('cash and cards need no account', () => {
    const cash = approvedBy(received({ form: 'cash', accountNo: null }), people.manager, people.head);
    expect(outcomeOf(pays(cash, { accounts: null }))).toBe('executionOrdered');
  });

  test('REF-5: a card pays once', () => {
    const card = approvedBy(received({ form: 'rechargeCard', accountNo: null, cardSerial: 'CARD-0001' }), people.manager, people.head);
    expect(outcomeOf(pays(card, { isCardUsed: true }))).toBe('cardAlreadyUsed');
    expect(outcomeOf(pays(card))).toBe('executionOrdered');
    expect(outcomeOf(pays(refundIn('approved'), { isCardUsed: true }))).toBe('executionOrdered');
  });

  test.each([49_999, 50_001, 0])('CLO-2: the cash of a closed account is paid out as it is, and not with %i fen there', (cashFen) => {
    const cash: Refund = { ...requestWith({ form: 'cash', closureId: 'closure-1', complaintId: null }), state: 'approved' };
    const there = (fen: number) => ({
      account: accountWith({ state: 'closed', balancesFen: { cash: fen, rechargeCard: 0, promotional: 0 } }),
      followed: null,
      isCashMoving: false,
    });
    expect(outcomeOf(pays(cash, { accounts: there(cashFen) }))).toBe('balanceTooLow');
    expect(outcomeOf(pays(cash, { accounts: there(50_000) }))).toBe('executionOrdered');
    expect(outcomeOf(pays(cash, { accounts: null }))).toBe('balanceTooLow');
  });

  test('CLO-2: rules that have changed since do not concern it, for nobody had to approve it', () => {
    const cash: Refund = { ...requestWith({ form: 'cash', closureId: 'closure-1' }), state: 'approved' };
    const accounts = { account: accountWith({ balancesFen: { cash: 50_000, rechargeCard: 0, promotional: 0 } }), followed: null, isCashMoving: false };
    expect(outcomeOf(pays(cash, { accounts, pack: { ...telecom, version: 'telecom-2099.1' }, earlierFen: 1 }))).toBe('executionOrdered');
  });
});

describe('what becomes of an order to the billing system (REF-8)', () => {
  test('a yes posts it once', () => {
    expect(does(refundIn('executing'), { type: 'confirmPosting' })).toEqual({ ok: true, events: [{ type: 'posted', atMs: decidedAtMs }] });
    for (const state of ['approved', 'posted', 'reversed'] as const)
      expect(does(refundIn(state), { type: 'confirmPosting' })).toEqual({ ok: true, events: [] });
  });

  test('a no leaves it approved with its reason, to be paid again and counted', () => {
    const decision = does(refundIn('executing'), { type: 'rejectPosting', reason: 'ACCOUNT_LOCKED' });
    expect(decision).toEqual({
      ok: true,
      events: [{ type: 'postingRejected', atMs: decidedAtMs, reason: 'ACCOUNT_LOCKED', remindAtMs: at('2026-11-20 16:00') }],
    });
    const rejected = after(refundIn('executing'), decision);
    expect(rejected).toMatchObject({
      state: 'approved',
      open: true,
      execution: { attempt: 1, rejected: 'ACCOUNT_LOCKED' },
      nextDueAtMs: at('2026-11-20 16:00'),
    });
    expect(after(rejected, pays(rejected, {}, people.otherPayer))).toMatchObject({
      state: 'executing',
      execution: { byUid: 'other-payer', attempt: 2, rejected: null },
    });
    for (const state of ['approved', 'posted'] as const) expect(outcomeOf(does(refundIn(state), { type: 'rejectPosting', reason: 'late' }))).toBe('silence');
  });
});

describe('taking a posting back', () => {
  test('the centre’s director, who had no part in it, with a reason', () => {
    expect(reverses(refundIn('posted'))).toEqual({
      ok: true,
      events: [{ type: 'reversed', atMs: decidedAtMs, by: { uid: 'director', name: '员工director' }, reason: '重复退费' }],
    });
    expect(refundIn('reversed')).toMatchObject({ state: 'reversed', open: false, reversal: { byUid: 'director', text: '重复退费' }, nextDueAtMs: null });
  });

  test('REF-3: not whoever asked, decided or paid', () => {
    const asked = { ...refundIn('posted'), requesterUid: 'director' };
    expect(outcomeOf(reverses(asked))).toBe('ownRequest');
    expect(outcomeOf(reverses(refundIn('posted'), {}, { ...people.director, uid: 'manager' }))).toBe('twoSteps');
    expect(outcomeOf(reverses(refundIn('posted'), {}, { ...people.director, uid: 'payer' }))).toBe('twoSteps');
    expect(outcomeOf(reverses(asked, {}, people.otherDirector))).toBe('reversed');
  });

  test('what a billing system of the operator’s own has booked is taken back there, and nowhere else (REF-8)', () => {
    expect(outcomeOf(reverses(refundIn('posted'), { isLedgerOurs: false }))).toBe('reverseInBilling');
    expect(outcomeOf(reverses(refundIn('posted'), { isLedgerOurs: true }))).toBe('reversed');
  });

  test('said twice it is silence; another director hears who was faster', () => {
    expect(reverses(refundIn('reversed'))).toEqual({ ok: true, events: [] });
    expect(reverses(refundIn('reversed'), {}, people.otherDirector)).toEqual({ ok: false, refusal: { code: 'alreadyDecided', detail: 'director' } });
  });

  test.each([
    ['the account is gone', { account: null, followed: null, isCashMoving: false }, 'accountUnknown'],
    ['the account is closed', { account: accountWith({ state: 'closed' }), followed: null, isCashMoving: false }, 'accountClosed'],
    [
      'a fen of it is spent',
      { account: accountWith({ balancesFen: { cash: 49_999, rechargeCard: 1, promotional: 1 } }), followed: null, isCashMoving: false },
      'balanceTooLow',
    ],
    [
      'all of it is there',
      { account: accountWith({ balancesFen: { cash: 50_000, rechargeCard: 0, promotional: 0 } }), followed: null, isCashMoving: false },
      'reversed',
    ],
    ['the account is blocked', { account: accountWith({ state: 'blocked' }), followed: null, isCashMoving: false }, 'reversed'],
  ] as const)('a credit when %s: %s', (_told, accounts, told) => {
    expect(outcomeOf(reverses(refundIn('posted'), { accounts }))).toBe(told);
  });

  test('cash that was handed over is taken back without an account; the cash of a closure never is', () => {
    expect(outcomeOf(reverses({ ...refundIn('posted'), form: 'cash', accountNo: null }, { accounts: null }))).toBe('reversed');
    expect(reverses({ ...refundIn('posted'), closureId: 'closure-1' })).toEqual({ ok: false, refusal: { code: 'notInThisState', detail: 'posted' } });
  });
});

test('what the product does is not for staff, and what staff do not for the product', () => {
  const refund = received();
  expect(says(people.manager, refund, { type: 'receive' } as never)).toEqual({ ok: false, refusal: { code: 'notYours' } });
  expect(does(refund, approvalOf(refund) as never)).toEqual({ ok: false, refusal: { code: 'notYours' } });
  const facts = refundFactsFor(refund, { staff: [] });
  expect(facts.chain).toMatchObject({ ok: false });
  for (const type of ['receive', 'reworkChain', 'refreshHolders', 'stepDue', 'confirmPosting', 'rejectPosting'] as const) {
    expect(outcomeOf(says(people.manager, refund, { type } as never))).toBe('notYours');
    expect(outcomeOf(does(refund, { type, reason: '' }, {}, decidedAtMs - dayMs))).toBe('silence');
  }
});

describe('REF-5: cash changes hands against a voucher', () => {
  const cash = { ...refundIn('approved'), form: 'cash' as const, accountNo: null };
  const paysWith = (record: typeof handOver | null, facts: Partial<RefundFacts> = {}) =>
    says(people.payer, cash, { type: 'execute', ...pinsFor(cash), cash: record }, facts);

  test('without who took it, what they showed and the voucher nothing is paid; with it, it is on record with the name masked', () => {
    expect(outcomeOf(paysWith(null))).toBe('cashRecordMissing');
    const paid = after(cash, paysWith({ ...handOver, voucherNo: 'ｖ-00 01' }));
    expect(paid.execution?.cash).toEqual({ payeeMasked: '王**', shownPaper: 'idCard', voucherNo: 'V0001' });
  });

  test('a voucher that stands for another payment is refused; what is credited needs none', () => {
    expect(outcomeOf(paysWith(handOver, { isVoucherUsed: true }))).toBe('voucherAlreadyUsed');
    const credit = refundIn('approved');
    expect(outcomeOf(says(people.payer, credit, { type: 'execute', ...pinsFor(credit), cash: null }, { isVoucherUsed: true }))).toBe('executionOrdered');
  });
});
