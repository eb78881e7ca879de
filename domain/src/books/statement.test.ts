import { describe, expect, test } from 'vitest';
import { legsOf, postingOf, reversalOf } from '../ledger/posting.ts';
import { companyTotals, statementOf } from './statement.ts';

const common = { pack: 'telecom', complaintId: null, cardSerial: null, byUid: 'payer' } as const;
const opening = postingOf({
  ...common,
  cause: { kind: 'opening', id: 'ACC-1', bucket: 'cash' },
  legs: legsOf('company:opening', 'customer:ACC-1:cash', 1000),
  postedAtMs: 1,
});
const card = postingOf({
  ...common,
  cause: { kind: 'refund', id: 'card' },
  complaintId: 'complaint',
  legs: legsOf('company:refunds', 'company:rechargeCards', 5000),
  cardSerial: 'CARD-1',
  postedAtMs: 2,
});
const credit = postingOf({
  ...common,
  cause: { kind: 'refund', id: 'credit' },
  complaintId: 'complaint',
  legs: legsOf('company:refunds', 'customer:ACC-1:cash', 3500),
  postedAtMs: 3,
});
const back = reversalOf(credit, 'director', 4);
const recharge = postingOf({
  ...common,
  cause: { kind: 'closure', id: 'c', bucket: 'rechargeCard' },
  legs: legsOf('customer:ACC-2:rechargeCard', 'customer:ACC-1:rechargeCard', 70),
  postedAtMs: 4,
});
const all = [recharge, back, credit, card, opening];

describe('the statement of an account', () => {
  const lines = statementOf(all, { accountNo: 'ACC-1' });

  test('is oldest first, with a balance that runs for each bucket of its own', () => {
    expect(lines.map(({ atMs, postingId, debitFen, creditFen, balanceFen }) => [atMs, postingId, debitFen, creditFen, balanceFen])).toEqual([
      [1, 'opening-ACC-1-cash', 0, 1000, 1000],
      [3, 'refund-credit', 0, 3500, 4500],
      [4, 'closure-c-rechargeCard', 0, 70, 70],
      [4, 'refund-credit-reversal', 3500, 0, 1000],
    ]);
  });

  test('says of each movement what caused it, where it came from and what it takes back', () => {
    expect(lines[3]).toEqual({
      postingId: 'refund-credit-reversal',
      atMs: 4,
      account: 'customer:ACC-1:cash',
      otherAccount: 'company:refunds',
      debitFen: 3500,
      creditFen: 0,
      balanceFen: 1000,
      causeKind: 'refund',
      causeId: 'credit',
      reversesId: 'refund-credit',
      cardSerial: null,
      complaintId: 'complaint',
      byUid: 'director',
    });
  });

  test('of the other side shows the same movement the other way round, and of a stranger nothing', () => {
    expect(statementOf(all, { accountNo: 'ACC-2' })).toMatchObject([{ account: 'customer:ACC-2:rechargeCard', debitFen: 70, creditFen: 0, balanceFen: -70 }]);
    expect(statementOf(all, { accountNo: 'ACC-3' })).toEqual([]);
    expect(statementOf(all, { accountNo: 'ACC' })).toEqual([]);
  });

  test('names no other account where there are several', () => {
    const split = { ...opening, legs: [...opening.legs, ...legsOf('company:arrears', 'customer:ACC-1:promotional', 5)] };
    expect(statementOf([split], { accountNo: 'ACC-1' }).map(({ otherAccount }) => otherAccount)).toEqual([null, null]);
  });
});

test('REF-5: the statement of a complaint shows both sides of all that it caused, with the card that was handed over', () => {
  const lines = statementOf(all, { complaintId: 'complaint' });
  expect(
    lines.map(({ postingId, account, debitFen, creditFen, balanceFen, cardSerial }) => [postingId, account, debitFen, creditFen, balanceFen, cardSerial]),
  ).toEqual([
    ['refund-card', 'company:refunds', 5000, 0, null, 'CARD-1'],
    ['refund-card', 'company:rechargeCards', 0, 5000, null, 'CARD-1'],
    ['refund-credit', 'company:refunds', 3500, 0, null, null],
    ['refund-credit', 'customer:ACC-1:cash', 0, 3500, null, null],
    ['refund-credit-reversal', 'company:refunds', 0, 3500, null, null],
    ['refund-credit-reversal', 'customer:ACC-1:cash', 3500, 0, null, null],
  ]);
});

test("the operator's own accounts are what the postings come to", () => {
  expect(companyTotals(all)).toEqual({ refunds: -5000, cashDesk: 0, rechargeCards: 5000, lapsed: 0, arrears: 0, opening: -1000 });
  expect(companyTotals([])).toEqual({ refunds: 0, cashDesk: 0, rechargeCards: 0, lapsed: 0, arrears: 0, opening: 0 });
});
