import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountOf } from '../testing/closures.ts';
import { randomRun } from '../testing/random-run.ts';
import { accountFromStored, buckets, emptyBalances, isEmpty } from './account.ts';
import {
  balancesAfter,
  type Cause,
  customerAccount,
  faultOf,
  type Leg,
  legsOf,
  type Posting,
  postingFromStored,
  postingIdOf,
  postingOf,
  reversalOf,
  sumOf,
} from './posting.ts';

const own = customerAccount('ACC-1', 'cash');
const transfer: Posting = postingOf({
  cause: { kind: 'closure', id: 'c', bucket: 'cash' },
  pack: 'telecom',
  complaintId: null,
  legs: legsOf(own, customerAccount('ACC-2', 'cash'), 3500),
  cardSerial: null,
  byUid: null,
  postedAtMs: 1,
});

describe('REF-8: a posting', () => {
  test.each<[Cause, string]>([
    [{ kind: 'refund', id: 'r' }, 'refund-r'],
    [{ kind: 'closure', id: 'c', bucket: 'cash' }, 'closure-c-cash'],
    [{ kind: 'closure', id: 'c', bucket: 'rechargeCard' }, 'closure-c-rechargeCard'],
    [{ kind: 'opening', id: 'ACC-1', bucket: 'cash' }, 'opening-ACC-1-cash'],
  ])('of %j has the id of its cause, so there is one', (cause, id) => {
    expect(postingIdOf(cause)).toBe(id);
    expect(postingOf({ ...transfer, cause }).id).toBe(id);
  });

  test.each<[string, Leg[], ReturnType<typeof faultOf>]>([
    ['two legs that balance', legsOf(own, 'company:lapsed', 1), null],
    ['three that do', [...legsOf(own, 'company:lapsed', 2), ...legsOf(own, 'company:arrears', 1)], null],
    ['no leg', [], 'tooFewLegs'],
    ['one leg', legsOf(own, 'company:lapsed', 1).slice(0, 1), 'tooFewLegs'],
    ['nothing', legsOf(own, 'company:lapsed', 0), 'notAnAmount'],
    ['less than nothing', legsOf(own, 'company:lapsed', -1), 'notAnAmount'],
    ['half a fen', legsOf(own, 'company:lapsed', 0.5), 'notAnAmount'],
    ['no number', legsOf(own, 'company:lapsed', Number.NaN), 'notAnAmount'],
    ['more than can be counted', legsOf(own, 'company:lapsed', 2 ** 53), 'notAnAmount'],
    ['debits alone', legsOf(own, 'company:lapsed', 1).map((leg) => ({ ...leg, side: 'debit' as const })), 'unbalanced'],
    ['unequal legs', legsOf(own, 'company:lapsed', 1).map((leg, at) => ({ ...leg, amountFen: at + 1 })), 'unbalanced'],
  ])('with %s', (_told, legs, fault) => {
    expect(faultOf(legs)).toBe(fault);
  });

  test.each<[string, Leg[], number, Posting['bucketFen']]>([
    ['a credit to a customer', legsOf('company:refunds', own, 5), 5, { cash: 5, rechargeCard: 0, promotional: 0 }],
    ['a debit of a customer', legsOf(customerAccount('ACC-1', 'promotional'), 'company:lapsed', 5), -5, { cash: 0, rechargeCard: 0, promotional: -5 }],
    ['a transfer between two customers', transfer.legs, 0, { cash: 0, rechargeCard: 0, promotional: 0 }],
    ['cash out of the operator’s own desk', legsOf('company:refunds', 'company:cashDesk', 5), 0, { cash: 0, rechargeCard: 0, promotional: 0 }],
  ])('says what it moves, 0 included: %s', (_told, legs, movedFen, bucketFen) => {
    const posting = postingOf({ ...transfer, legs });
    expect(posting).toMatchObject({ movedFen, bucketFen });
    const back = reversalOf(posting, 'director', 9);
    expect(back.movedFen + posting.movedFen).toBe(0);
    for (const bucket of buckets) expect(back.bucketFen[bucket] + posting.bucketFen[bucket]).toBe(0);
  });

  test('of the first version says so when it is read, and keeps all else', () => {
    const { id, movedFen, bucketFen, ...former } = transfer;
    expect(postingFromStored(id, { ...former, schemaVersion: 1 })).toMatchObject({ ...former, movedFen, bucketFen });
  });

  test('names the customers that it moves once each, and the operator not at all', () => {
    expect(transfer.accountNos).toEqual(['ACC-1', 'ACC-2']);
    expect(postingOf({ ...transfer, legs: legsOf('company:refunds', own, 1) }).accountNos).toEqual(['ACC-1']);
    expect(postingOf({ ...transfer, legs: legsOf('company:refunds', 'company:cashDesk', 1) }).accountNos).toEqual([]);
  });

  test('a credit raises what the operator owes the customer, a debit lowers it, and other accounts stay', () => {
    const balances = { ...emptyBalances, cash: 5000 };
    expect(balancesAfter(accountOf('ACC-1', { balancesFen: balances }), transfer)).toEqual({ ...emptyBalances, cash: 1500 });
    expect(balancesAfter(accountOf('ACC-2', { balancesFen: balances }), transfer)).toEqual({ ...emptyBalances, cash: 8500 });
    expect(balancesAfter(accountOf('ACC-3', { balancesFen: balances }), transfer)).toEqual(balances);
  });

  test('the posting that takes it back is the same the other way round, by another person, under an id of its own', () => {
    const back = reversalOf(transfer, 'director', 9);
    expect(back).toMatchObject({ id: 'closure-c-cash-reversal', reversesId: 'closure-c-cash', cause: transfer.cause, byUid: 'director', postedAtMs: 9 });
    expect(faultOf(back.legs)).toBeNull();
    expect(balancesAfter({ accountNo: 'ACC-1', balancesFen: balancesAfter(accountOf('ACC-1'), transfer) }, back)).toEqual(emptyBalances);
  });

  test('whatever its amount, its legs come to nothing and so does it with its reversal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.constantFrom(...buckets), (amountFen, bucket) => {
        const posting = { ...transfer, legs: legsOf(customerAccount('ACC-1', bucket), 'company:lapsed', amountFen) };
        expect([faultOf(posting.legs), sumOf(posting.legs)]).toEqual([null, 0]);
        expect(sumOf([...posting.legs, ...reversalOf(posting, 'director', 9).legs])).toBe(0);
      }),
      randomRun(500),
    );
  });
});

describe('as stored', () => {
  test('a posting and an account are read back', () => {
    const { id, postedAtMs, ...content } = transfer;
    expect(postingFromStored(id, { ...content, postedAt: { toMillis: () => postedAtMs } })).toEqual(transfer);
    const { accountNo, updatedAtMs, ...standing } = accountOf('ACC-1');
    expect(accountFromStored(accountNo, { ...standing, updatedAt: { toMillis: () => updatedAtMs } })).toEqual(accountOf('ACC-1'));
  });

  test.each(buckets)('CLO-2: an account with a fen of %s is not empty', (bucket) => {
    expect(isEmpty(emptyBalances)).toBe(true);
    expect(isEmpty({ ...emptyBalances, [bucket]: 1 })).toBe(false);
    expect(isEmpty({ ...emptyBalances, [bucket]: -1 })).toBe(false);
  });
});
