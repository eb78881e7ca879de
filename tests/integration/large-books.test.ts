import { dayMs, dayOf, startOfDayMs } from '@shouwen/domain/calendar/day';
import { type Leg, movementOf } from '@shouwen/domain/ledger/posting';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { checkBooks } from '../../functions/src/ledger/check-books.ts';
import { keepMovements } from '../../functions/src/ledger/keep-movements.ts';
import { fillBooks } from '../support/books-to-check.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { differencesIn } from '../support/money-books.ts';
import { newAccount } from '../support/money-requests.ts';
import { madeUpOpening, raisedAmount, raisedLegs, tamper, withMore } from '../support/tamper.ts';

/** Books that are never read whole, in a circle of a few nights. */
const plan = { wholeUpTo: 0, nights: 5, least: 2 };
const circle = plan.nights + 1;
const startMs = startOfDayMs('2026-12-06');
let city: TestCity;
let nowMs = startMs;
let accountNos: string[] = [];
let paidId: string;
let approvedId: string;
let paidNo: string;
let closedNo: string;
let targetNo: string;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'large-books');
  ({ paidId, approvedId, paidNo, closedNo, targetNo } = await fillBooks(city, startMs));
  for (let index = 0; index < 30; index += 1) accountNos.push(await newAccount(city));
  accountNos = accountNos.sort();
  // The first check reads all of it, and what it has seen is what later ones go by.
  await night();
  await night();
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(expectBalancedBooks);
afterAll(() => city.close());

/** REF-8: whatever a test did, everything adds up afterwards. */
async function expectBalancedBooks(): Promise<void> {
  expect(await differencesIn(city.firestore)).toEqual([]);
}

/** The check of the next night. */
async function night(): Promise<Record<string, unknown>> {
  nowMs += dayMs;
  city.host = city.newHost();
  city.host.clockMs = nowMs;
  await checkBooks(city.host, plan);
  return (await city.firestore.doc(`reconciliations/telecom-${dayOf(nowMs)}`).get()).data() ?? {};
}

function codesOf(check: Record<string, unknown>): string[] {
  return [...new Set((check['differences'] as { code: string }[]).map(({ code }) => code))].sort();
}

function subjectsOf(check: Record<string, unknown>): string[] {
  return (check['differences'] as { subject: string }[]).map(({ subject }) => subject);
}

test('REF-8: large books are added up without being read, and it is said how far the circle is', async () => {
  const check = await night();
  const counted = await city.firestore.collection('accounts').where('pack', '==', 'telecom').count().get();
  const { count } = counted.data();
  expect(check).toMatchObject({ state: 'balanced', way: 'bySum', accounts: count, movedAccounts: 0, turnedAccounts: Math.ceil(count / plan.nights) });
  expect(String(check['circleEndsOn']) > dayOf(nowMs)).toBe(true);
  const days = [check];
  for (let nights = 1; nights < circle; nights += 1) days.push(await night());
  expect(days.map(({ state }) => state)).toEqual(days.map(() => 'balanced'));
  expect(days.some(({ circleEndsOn, day }) => circleEndsOn === day)).toBe(true);
});

test('REF-8: a wrong balance is found the same night by the sum, wherever it is, and its account is named', async () => {
  for (const accountNo of [accountNos[0] ?? '', accountNos[17] ?? '', accountNos.at(-1) ?? '']) {
    const undo = await tamper(city, [`accounts/${accountNo}`, withMore('cash', 100)]);
    const check = await night();
    expect([check['state'], subjectsOf(check)]).toEqual(['differs', [`customer:${accountNo}:cash`]]);
    await undo();
    expect(await night()).toMatchObject({ state: 'balanced' });
  }
});

test('REF-8: an account that is gone with its balance is named the same night by what was posted to it', async () => {
  const accountNo = accountNos[11] ?? '';
  const undo = await tamper(city, [`accounts/${accountNo}`, () => null]);
  const check = await night();
  await undo();
  expect([codesOf(check), subjectsOf(check)]).toEqual([['accountMissing'], [`customer:${accountNo}:cash`]]);
});

test('REF-8: two wrong balances that cancel out are found within the circle, and told every night until they are put right', async () => {
  const [one, other] = [accountNos[3] ?? '', accountNos[26] ?? ''];
  const undo = await tamper(city, [`accounts/${one}`, withMore('cash', 100)], [`accounts/${other}`, withMore('cash', -100)]);
  const nights: Record<string, unknown>[] = [];
  while (nights.at(-1)?.['state'] !== 'differs' && nights.length < circle) nights.push(await night());
  expect(nights.at(-1)).toMatchObject({ state: 'differs' });
  expect([one, other].map((accountNo) => `customer:${accountNo}:cash`)).toEqual(expect.arrayContaining(subjectsOf(nights.at(-1) ?? {})));
  expect(await night()).toMatchObject({ state: 'differs' });
  await undo();
  for (let index = 0; index < circle; index += 1) expect(await night()).toMatchObject({ state: 'balanced' });
});

describe('REF-8: whatever is found in whole books is found in large ones, within the circle', () => {
  const tamperings: Record<string, { code: string; change: () => Promise<() => Promise<unknown>> }> = {
    'a posting is missing': { code: 'postingMissing', change: () => tamper(city, [`ledger/refund-${paidId}`, () => null]) },
    'a posting stands there again under another id': {
      code: 'postingWithoutCause',
      change: async () => {
        const posting = (await city.firestore.doc(`ledger/refund-${paidId}`).get()).data() ?? {};
        return tamper(city, [`ledger/refund-${paidId}-again`, () => posting]);
      },
    },
    'a posting of nobody’s account stands there without a cause': {
      code: 'postingWithoutCause',
      change: async () => {
        const posting = (await city.firestore.doc(`ledger/refund-${paidId}`).get()).data() ?? {};
        return tamper(city, ['ledger/refund-stray', () => ({ ...posting, accountNos: [], legs: [], ...movementOf([]) })]);
      },
    },
    'a refund says that it was paid': {
      code: 'postingMissing',
      change: () => tamper(city, [`refunds/${approvedId}`, (data) => ({ ...data, state: 'posted' })]),
    },
    'a leg was altered': {
      code: 'unbalanced',
      change: () =>
        tamper(city, [
          `ledger/refund-${paidId}`,
          (data) => {
            const [debit, credit] = data['legs'] as Leg[];
            return { ...data, legs: [debit, { ...credit, amountFen: 5001 }] };
          },
        ]),
    },
    'what a posting moves was altered': {
      code: 'movementDiffers',
      change: () => tamper(city, [`ledger/refund-${paidId}`, (data) => ({ ...data, movedFen: 5001 })]),
    },
    'a refund was made larger after it was paid': {
      code: 'paidDiffers',
      change: () => tamper(city, [`refunds/${paidId}`, (data) => ({ ...data, amountFen: 5001 })]),
    },
    'a refund, its posting and the balance were raised together': {
      code: 'paidDiffers',
      change: () => tamper(city, [`refunds/${paidId}`, raisedAmount], [`ledger/refund-${paidId}`, raisedLegs], [`accounts/${paidNo}`, withMore('cash', 2000)]),
    },
    'an opening was made up with the balance of its account': {
      code: 'openingsDiffer',
      change: () =>
        tamper(
          city,
          [`ledger/opening-${targetNo}-promotional`, () => madeUpOpening(city, targetNo, startMs - 20 * dayMs)],
          [`accounts/${targetNo}`, withMore('promotional', 900)],
        ),
    },
    'an opening was made up after its account had moved': {
      code: 'openingLate',
      change: () =>
        tamper(
          city,
          [`ledger/opening-${targetNo}-promotional`, () => madeUpOpening(city, targetNo, nowMs + dayMs)],
          [`accounts/${targetNo}`, withMore('promotional', 900)],
        ),
    },
    'an account that was emptied is open again': {
      code: 'notClosed',
      change: () => tamper(city, [`accounts/${closedNo}`, (data) => ({ ...data, state: 'open' })]),
    },
    'an account is gone': { code: 'accountMissing', change: () => tamper(city, [`accounts/${targetNo}`, () => null]) },
  };

  test.each(Object.entries(tamperings))('%s', async (_what, { code, change }) => {
    const undo = await change();
    const found: string[] = [];
    try {
      for (let nights = 0; nights < circle && !found.includes(code); nights += 1) found.push(...codesOf(await night()));
    } finally {
      await undo();
    }
    expect(found).toContain(code);
    expect(await night()).toMatchObject({ state: 'balanced' });
  });
});

test('REF-8: postings that came in without what they move are in no total, so the books are read whole until they are seen to', async () => {
  const path = `ledger/opening-${accountNos[2]}-cash`;
  const undo = await tamper(city, [path, ({ movedFen: _moved, bucketFen: _buckets, ...former }) => ({ ...former, schemaVersion: 1 })]);
  expect(await night()).toMatchObject({ state: 'balanced', way: 'whole' });
  expect(await night()).toMatchObject({ state: 'balanced', way: 'bySum' });
  expect((await city.firestore.doc(path).get()).data()).toMatchObject({ movedFen: 10_000, bucketFen: { cash: 10_000, rechargeCard: 0, promotional: 0 } });
  await undo();
  await keepAgain();
});

/** Gives all postings what they move, from the beginning. */
async function keepAgain(): Promise<void> {
  await city.firestore.doc('bookRotations/telecom').update({ areMovementsKept: false, movementsAfter: '' });
  await keepMovements(city.host, 'telecom');
}

test('postings of the first version get what they move, and nothing else of them changes', async () => {
  const ledger = city.firestore.collection('ledger').where('pack', '==', 'telecom');
  const before = (await ledger.get()).docs;
  for (const { ref } of before) {
    const { movedFen: _moved, bucketFen: _buckets, ...former } = (await ref.get()).data() ?? {};
    await ref.set({ ...former, schemaVersion: 1 });
  }
  const rotation = city.firestore.doc('bookRotations/telecom');
  await rotation.update({ areMovementsKept: false, movementsAfter: '' });
  // Cut off before it has begun, then carried out twice.
  expect(await keepMovements(city.host, 'telecom', 0)).toBe(false);
  for (let times = 0; times < 2; times += 1) expect(await keepMovements(city.host, 'telecom')).toBe(true);
  const after = new Map((await ledger.get()).docs.map((document) => [document.id, document.data()]));
  for (const document of before) expect(after.get(document.id)).toEqual({ ...document.data(), schemaVersion: 1 });
});
