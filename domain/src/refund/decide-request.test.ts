import { describe, expect, test } from 'vitest';
import { hourMs } from '../calendar/day.ts';
import { at, telecom } from '../testing/organisation.ts';
import {
  accountWith,
  after,
  amendmentOf,
  approvalOf,
  approvedBy,
  askedAtMs,
  basis,
  decidedAtMs,
  does,
  people,
  pinsFor,
  received,
  refundIn,
  requestWith,
  says,
  staffWith,
  outcomeOf,
} from '../testing/refunds.ts';
import type { RefundFacts } from './refund-facts.ts';
import type { Refund } from './refund.ts';

const clerk = { uid: 'clerk', name: '员工clerk' };

function receives(changes: Partial<Refund> = {}, facts: Partial<RefundFacts> = {}) {
  return does(requestWith(changes), { type: 'receive' }, facts, askedAtMs);
}

/** The code for which a request was turned away; what happened otherwise. */
function turnedAwayFor(changes: Partial<Refund> = {}, facts: Partial<RefundFacts> = {}): string {
  const decision = receives(changes, facts);
  const [event] = decision.ok ? decision.events : [];
  return event?.type === 'turnedAway' ? event.code : outcomeOf(decision);
}

describe('taking a request in', () => {
  test('given a confirmed cause, its chain is worked out and the first post is asked', () => {
    expect(receives()).toMatchObject({
      ok: true,
      events: [
        { type: 'received', atMs: askedAtMs, basis, payDueAtMs: at('2026-12-06 00:00') - 1 },
        {
          type: 'chainWorkedOut',
          packVersion: telecom.version,
          earlierFen: 0,
          earlierIds: [],
          ownLimitFen: 10_000,
          steps: [{ unitId: 'outlet' }, { unitId: 'branch' }],
        },
        { type: 'stepOpened', index: 0, approverUids: ['manager', 'other-manager'] },
      ],
    });
    expect(received()).toMatchObject({ state: 'awaitingApproval', open: true, basis, people: ['clerk', 'manager', 'other-manager'] });
  });

  test('REF-2: what lies within one’s own limit is decided at once, and the clerks are told', () => {
    expect(outcomeOf(receives({ amountFen: 10_000 }))).toBe('received chainWorkedOut approved');
    expect(outcomeOf(receives({ amountFen: 10_001 }))).toBe('received chainWorkedOut stepOpened');
  });

  test.each([
    [9999, 1, 'received chainWorkedOut approved'],
    [9999, 2, 'received chainWorkedOut stepOpened'],
    [1, 10_000, 'received chainWorkedOut stepOpened'],
  ])('REF-4: %i fen after %i fen: %s', (amountFen, earlierFen, told) => {
    const decision = receives({ amountFen }, { earlierFen, earlierIds: ['earlier'] });
    expect(outcomeOf(decision)).toBe(told);
    expect(after(requestWith({ amountFen }), decision)).toMatchObject({ earlierFen, earlierIds: ['earlier'], amountFen });
  });

  const byWords = { ...basis, causeProof: { photoId: null, bill: null } };
  const account = accountWith();
  const none = { account: null, followed: null, isCashMoving: false };
  const card = { form: 'rechargeCard', accountNo: null } as const;
  const reasons: [told: string, changes: Partial<Refund>, facts: Partial<RefundFacts>, code: string][] = [
    ['REF-1: the cause is not confirmed', {}, { basis: 'causeNotConfirmed' }, 'causeNotConfirmed'],
    ['REF-1: words alone are all there is above 50 yuan', { amountFen: 5001 }, { basis: byWords }, 'causeUnproved'],
    ['REF-1, REF-4: words alone are all there is for what comes to more than 50 yuan', { amountFen: 1 }, { basis: byWords, earlierFen: 5000 }, 'causeUnproved'],
    ['the complaint does not exist', {}, { basis: 'complaintUnknown' }, 'complaintUnknown'],
    ['there is no complaint', { complaintId: null }, { basis: null }, 'complaintUnknown'],
    ['ORG-4: the requester was suspended', {}, { staff: staffWith({ ...people.clerk, active: false }) }, 'notActive'],
    ['the requester is on file no more', {}, { staff: [people.manager] }, 'notActive'],
    ['the requester is of the other operator', {}, { staff: staffWith({ ...people.clerk, pack: 'post' }) }, 'notActive'],
    ['it is for nothing', { amountFen: 0 }, {}, 'amountInvalid'],
    ['it is for less than nothing', { amountFen: -1 }, {}, 'amountInvalid'],
    ['it is for half a fen', { amountFen: 0.5 }, {}, 'amountInvalid'],
    ['it is for no number', { amountFen: Number.NaN }, {}, 'amountInvalid'],
    ['it is for a fen more than any request may be', { amountFen: 10_000_001 }, {}, 'amountInvalid'],
    ['a credit names no account', { accountNo: null }, {}, 'accountMissing'],
    ['a credit names an account that does not exist', {}, { accounts: none }, 'accountUnknown'],
    ['nothing is known of the account', {}, { accounts: null }, 'accountUnknown'],
    ['a credit names somebody else’s account', {}, { isCustomersAccount: false }, 'accountNotOfCustomer'],
    ['REF-5: a card has no serial number', { ...card, cardSerial: null }, {}, 'cardSerialMissing'],
    ['REF-5: a card has half a serial number', { ...card, cardSerial: 'A12' }, {}, 'cardSerialMissing'],
    ['REF-5: a card has been used', { ...card, cardSerial: 'CARD-0001' }, { isCardUsed: true }, 'cardAlreadyUsed'],
    ['nobody up the line covers it', {}, { chain: { ok: false, code: 'noApprover' } }, 'noApprover'],
    ['no chain is known', {}, { chain: null }, 'noApprover'],
  ];
  test.each(reasons)('it is turned away, and told why, when %s', (_told, changes, facts, code) => {
    expect(receives(changes, facts)).toEqual({ ok: true, events: [{ type: 'turnedAway', atMs: askedAtMs, code }] });
    expect(after(requestWith(changes), receives(changes, facts))).toMatchObject({
      state: 'refused',
      open: false,
      refusalCode: code,
      seq: 1,
      nextDueAtMs: null,
    });
  });

  test.each([
    ['a fen', { amountFen: 1 }, {}],
    ['REF-1: 50 yuan on words alone', { amountFen: 5000 }, { basis: byWords }],
    ['REF-1: more than 50 yuan on a line of a bill', { amountFen: 5001 }, {}],
    ['REF-1: more than 50 yuan on a photo', { amountFen: 5001 }, { basis: { ...basis, causeProof: { photoId: 'photo', bill: null } } }],
    ['the most that any request may be', { amountFen: 10_000_000 }, {}],
    ['a card with its serial number', { ...card, cardSerial: 'A-123' }, { accounts: null }],
    ['REF-5: a card whose serial number was typed wide, in parts and in small letters', { ...card, cardSerial: 'ｄｄｅｃ 5056–71f4' }, { accounts: null }],
    ['cash, which needs no account', { form: 'cash', accountNo: null }, { accounts: null, isCardUsed: true }],
    ['a credit to a blocked account', {}, { accounts: { account: { ...account, state: 'blocked' }, followed: null, isCashMoving: false } }],
  ] as [string, Partial<Refund>, Partial<RefundFacts>][])('%s is taken in', (_told, changes, facts) => {
    expect(turnedAwayFor(changes, facts)).toMatch(/^received (identified )?chainWorkedOut/);
  });

  test('REF-5: it is kept under the one spelling of what it names, and what is amended as well', () => {
    const typed = requestWith({ ...card, cardSerial: 'ddec5056-71f4' });
    expect(after(typed, does(typed, { type: 'receive' }, { accounts: null })).cardSerial).toBe('DDEC505671F4');
    const waiting = refundIn('awaitingAnswer');
    const amended = says(people.clerk, waiting, { ...amendmentOf(waiting), ...card, cardSerial: 'ＤＤＥＣ５０５６ 71f4' }, { accounts: null });
    expect(after(waiting, amended).cardSerial).toBe('DDEC505671F4');
  });

  test('REF-4: so is the account, by the number that it is kept under', () => {
    const respelt = requestWith({ accountNo: 'a–1001' });
    expect(after(respelt, does(respelt, { type: 'receive' })).accountNo).toBe('A-1001');
    const unknown = requestWith({ form: 'cash', accountNo: 'b-2' });
    expect(after(unknown, does(unknown, { type: 'receive' }, { accounts: null })).accountNo).toBe('B-2');
  });

  test('said twice it is silence', () => {
    for (const state of ['awaitingApproval', 'approved', 'refused', 'withdrawn'] as const)
      expect(outcomeOf(does(refundIn(state), { type: 'receive' }))).toBe('silence');
  });

  test('by the pack in force when it arrives, whatever the phone went by', () => {
    const refund = requestWith({ packVersion: 'telecom-2020.1' });
    expect(after(refund, does(refund, { type: 'receive' })).packVersion).toBe(telecom.version);
  });
});

describe('asking for more, and answering (REF-6)', () => {
  const asked = refundIn('awaitingAnswer');

  test('given a question, the requester is reminded each working day and nobody can decide meanwhile', () => {
    expect(asked).toMatchObject({
      state: 'awaitingAnswer',
      question: { text: '缺账单', byUid: 'manager', byName: '员工manager', atMs: decidedAtMs },
      reply: null,
      approverUids: [],
      dueAtMs: null,
      nextDueAtMs: at('2026-11-23 10:00'),
    });
  });

  test('asked twice it is silence; a colleague who asks too hears that it waits for an answer', () => {
    const command = { type: 'askMore' as const, ...pinsFor(received()), reason: '缺账单' };
    expect(says(people.manager, asked, command)).toEqual({ ok: true, events: [] });
    expect(says(people.otherManager, asked, command)).toEqual({ ok: false, refusal: { code: 'notInThisState', detail: 'awaitingAnswer' } });
  });

  test('an answer that leaves the request as it is keeps the approvals and opens the same step anew', () => {
    const second = approvedBy(received(), people.manager);
    const question = after(second, says(people.head, second, { type: 'askMore', ...pinsFor(second), reason: '缺账单' }));
    const later = decidedAtMs + 5 * hourMs;
    const decision = says(people.clerk, question, amendmentOf(question), {}, later);
    expect(decision).toMatchObject({
      ok: true,
      events: [
        { type: 'amended', text: '补充了账单', by: clerk, amountFen: 50_000 },
        { type: 'stepOpened', index: 1, approverUids: ['head'], remindAtMs: at('2026-11-23 10:00') },
      ],
    });
    const answered = after(question, decision);
    expect(answered).toMatchObject({ state: 'awaitingApproval', reply: { text: '补充了账单', byUid: 'clerk' }, question: { text: '缺账单' } });
    expect(answered.steps.map(({ state }) => state)).toEqual(['approved', 'open']);
    expect(approvedBy(answered, people.head).state).toBe('approved');
  });

  test.each([
    ['a fen more', { newAmountFen: 50_001 }],
    ['a fen less', { newAmountFen: 49_999 }],
    ['another form', { form: 'cash' as const }],
    ['another account', { accountNo: 'A-1002' }],
    ['a card', { form: 'rechargeCard' as const, accountNo: null, cardSerial: 'CARD-0001' }],
    ['another card, for a form that needs none', { cardSerial: 'CARD-0001' }],
  ])('%s begins the chain anew: what was approved was another request', (_told, changes) => {
    const second = approvedBy(received(), people.manager);
    const decision = says(people.clerk, second, { ...amendmentOf(second), ...changes });
    expect(outcomeOf(decision)).toBe('amended chainWorkedOut stepOpened');
    const amended = after(second, decision);
    expect(amended.steps.map(({ state }) => state)).toEqual(['open', 'waiting']);
    expect(amended.reply?.text).toBe('补充了账单');
    expect(outcomeOf(says(people.manager, amended, approvalOf(second)))).toBe('requestChanged');
    expect(outcomeOf(says(people.manager, amended, approvalOf(amended)))).toBe('stepApproved stepOpened');
  });

  test('what was approved and is amended is approved no more, though nothing but a word changed', () => {
    const approved = refundIn('approved');
    expect(outcomeOf(says(people.clerk, approved, amendmentOf(approved)))).toBe('amended chainWorkedOut stepOpened');
    const own = received({ amountFen: 9000 });
    expect(outcomeOf(says(people.clerk, own, { ...amendmentOf(own), newAmountFen: 10_000 }))).toBe('amended chainWorkedOut approved');
    expect(outcomeOf(says(people.clerk, own, { ...amendmentOf(own), newAmountFen: 10_001 }))).toBe('amended chainWorkedOut stepOpened');
  });

  test('said twice it is silence, and answers the next question all the same', () => {
    const answered = after(asked, says(people.clerk, asked, amendmentOf(asked)));
    expect(says(people.clerk, answered, amendmentOf(asked))).toEqual({ ok: true, events: [] });
    expect(outcomeOf(says(people.clerk, answered, { ...amendmentOf(asked), text: '另附订购记录' }))).toBe('amended stepOpened');
    expect(outcomeOf(says(people.clerk, answered, { ...amendmentOf(asked), newAmountFen: 50_001 }))).toBe('amended chainWorkedOut stepOpened');
    const again = after(answered, says(people.manager, answered, { type: 'askMore', ...pinsFor(answered), reason: '还缺账单' }));
    expect(outcomeOf(says(people.clerk, again, amendmentOf(again)))).toBe('amended stepOpened');
  });

  test.each([
    ['no amount', { newAmountFen: 0 }, {}, 'amountInvalid'],
    ['too large an amount', { newAmountFen: 10_000_001 }, {}, 'amountInvalid'],
    ['a credit without an account', { accountNo: null }, {}, 'accountMissing'],
    ['a credit to an account that is none', {}, { accounts: null }, 'accountUnknown'],
    ['a card without a serial number', { form: 'rechargeCard' as const, cardSerial: null }, {}, 'cardSerialMissing'],
    ['a card that was used', { form: 'rechargeCard' as const, cardSerial: 'CARD-0001' }, { isCardUsed: true }, 'cardAlreadyUsed'],
    ['a sum for which there is no approver', { newAmountFen: 60_000 }, { chain: null }, 'noApprover'],
  ])('an amendment with %s is refused', (_told, changes, facts, code) => {
    expect(outcomeOf(says(people.clerk, asked, { ...amendmentOf(asked), ...changes }, facts))).toBe(code);
    expect(outcomeOf(says(people.clerk, asked, amendmentOf(asked)))).toBe('amended stepOpened');
  });

  test('the cash of a closure is not the requester’s to amend or to withdraw (CLO-2)', () => {
    const cash = { ...received(), closureId: 'closure-1' };
    expect(outcomeOf(says(people.clerk, cash, amendmentOf(cash)))).toBe('notYours');
    expect(outcomeOf(says(people.clerk, cash, { type: 'withdraw', reason: '客户撤诉' }))).toBe('notYours');
    expect(outcomeOf(says(people.clerk, received(), { type: 'withdraw', reason: '客户撤诉' }))).toBe('withdrawn');
  });
});

test('withdrawing names its reason and ends it; said twice it is silence', () => {
  const decision = says(people.clerk, received(), { type: 'withdraw', reason: '客户撤诉' });
  expect(decision).toEqual({ ok: true, events: [{ type: 'withdrawn', atMs: decidedAtMs, by: clerk, reason: '客户撤诉' }] });
  expect(refundIn('withdrawn')).toMatchObject({
    state: 'withdrawn',
    open: false,
    approverUids: [],
    nextDueAtMs: null,
    withdrawal: { text: '客户撤诉', byUid: 'clerk' },
  });
  expect(outcomeOf(says(people.clerk, refundIn('withdrawn'), { type: 'withdraw', reason: '客户撤诉' }))).toBe('silence');
});
