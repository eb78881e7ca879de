import { describe, expect, test } from 'vitest';
import { faultOf } from '../ledger/posting.ts';
import { accountWith, decidedAtMs, requestWith } from '../testing/refunds.ts';
import { type AccountFacts, creditDestination, refundPosting } from './destination.ts';

const closed = accountWith({ state: 'closed' });
const held = accountWith({ state: 'closed', hold: { closureId: 'closure-1', isOrdered: false } });
const emptied = accountWith({ state: 'closed', followsTo: 'A-2002' });
const target = accountWith({ accountNo: 'A-2002' });

describe('CLO-5: where a credit goes', () => {
  const ways: [told: string, facts: AccountFacts, outcome: string][] = [
    ['to an open account', { account: accountWith(), followed: null, isCashMoving: false }, 'A-1001'],
    ['to a blocked account, which is still there', { account: accountWith({ state: 'blocked' }), followed: null, isCashMoving: false }, 'A-1001'],
    ['into the frozen cash that will move', { account: held, followed: null, isCashMoving: true }, 'A-1001'],
    ['to the target, once the account is empty', { account: emptied, followed: target, isCashMoving: false }, 'A-2002'],
    ['nowhere without an account', { account: null, followed: target, isCashMoving: true }, 'accountUnknown'],
    [
      'nowhere while the amounts are with the billing system',
      { account: accountWith({ state: 'closed', hold: { closureId: 'closure-1', isOrdered: true } }), followed: null, isCashMoving: true },
      'accountSettling',
    ],
    [
      'nowhere while it is held and its cash does not move',
      { account: { ...held, followsTo: 'A-2002' }, followed: target, isCashMoving: false },
      'accountClosed',
    ],
    ['nowhere from a closed account that nothing follows', { account: closed, followed: target, isCashMoving: true }, 'accountClosed'],
    ['nowhere when the target is gone', { account: emptied, followed: null, isCashMoving: false }, 'targetUnknown'],
    ['nowhere when the target is closed', { account: emptied, followed: { ...target, state: 'closed' }, isCashMoving: false }, 'targetClosed'],
    ['nowhere when the target is blocked', { account: emptied, followed: { ...target, state: 'blocked' }, isCashMoving: false }, 'targetBlocked'],
  ];
  test.each(ways)('%s', (_told, facts, outcome) => {
    const decision = creditDestination(facts);
    expect(decision.ok ? decision.events[0] : decision.refusal.code).toBe(outcome);
  });
});

describe('REF-8: the posting of a refund', () => {
  const postingFor = (changes: Parameters<typeof requestWith>[0], creditedNo: string | null) =>
    refundPosting(requestWith(changes), creditedNo, 'payer', decidedAtMs);

  test('a credit takes it from the operator’s refunds to the customer’s cash, under the id of its cause', () => {
    expect(postingFor({ id: 'refund-id' }, 'A-2002')).toEqual({
      id: 'refund-refund-id',
      cause: { kind: 'refund', id: 'refund-id' },
      pack: 'telecom',
      complaintId: requestWith().complaintId,
      accountNos: ['A-2002'],
      legs: [
        { account: 'company:refunds', side: 'debit', amountFen: 50_000 },
        { account: 'customer:A-2002:cash', side: 'credit', amountFen: 50_000 },
      ],
      movedFen: 50_000,
      bucketFen: { cash: 50_000, rechargeCard: 0, promotional: 0 },
      reversesId: null,
      cardSerial: null,
      byUid: 'payer',
      postedAtMs: decidedAtMs,
    });
  });

  test.each([
    ['cash', 'company:cashDesk', null],
    ['cash', 'company:cashDesk', 'A-1001'],
    ['rechargeCard', 'company:rechargeCards', 'A-1001'],
  ] as const)('%s comes out of %s, whatever account is named', (form, account, creditedNo) => {
    const posting = postingFor({ form, cardSerial: 'CARD-0001' }, creditedNo);
    expect(posting).toMatchObject({ accountNos: [], cardSerial: 'CARD-0001', legs: [{ account: 'company:refunds' }, { account, side: 'credit' }] });
    expect(faultOf(posting.legs)).toBeNull();
  });

  test('the cash of a closed account comes out of that account and is the closure’s posting (CLO-2)', () => {
    expect(postingFor({ form: 'cash', closureId: 'closure-1', complaintId: null }, null)).toMatchObject({
      id: 'closure-closure-1-cash',
      cause: { kind: 'closure', id: 'closure-1', bucket: 'cash' },
      accountNos: ['A-1001'],
      legs: [
        { account: 'customer:A-1001:cash', side: 'debit' },
        { account: 'company:cashDesk', side: 'credit' },
      ],
    });
  });
});
