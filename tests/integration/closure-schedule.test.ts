import { dayMs, hourMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { closureRefundId } from '@shouwen/domain/closure/closure';
import { closureFigures } from '@shouwen/domain/closure/figures';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { DueItem } from '../../functions/src/journal/due-item.ts';
import { previewDue } from '../../functions/src/schedules/preview-due.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { type ClosureIds, closureTraces, comparable } from '../support/closure-traces.ts';
import { meteredStore } from '../support/metered-store.ts';
import { booksOf, differencesIn } from '../support/money-books.ts';
import { accountOf, actOnRefund, closureOf, refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, closeAccount, complaintWithCause, newAccount, type WantedAccount } from '../support/money-requests.ts';
import { fillWithWaiting, meterSweep } from '../support/money-sweep.ts';
import { doDue } from '../support/delivering.ts';

const sixthMs = startOfDayMs('2026-12-06');
const customerPhone = '13905179903';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'closure-schedule');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  const left = await Promise.all(['closures', 'refunds', 'deadLetters'].map((collection) => city.firestore.collection(collection).get()));
  await Promise.all(left.flatMap(({ docs }) => docs.map((document) => document.ref.update({ nextDueAt: null }))));
});
afterAll(() => city.close());

/** Two with a target that they share, one with its own, one without any, one whose target is blocked, and one whose cash the clerk has to pay. */
async function sixClosures(): Promise<ClosureIds> {
  city.host.clockMs = morningMs;
  const account = (wanted: WantedAccount = {}) => newAccount(city, { customerPhone, ...wanted });
  const accountNos = await Promise.all([account(), account(), account()]);
  const [shared, own, blocked] = accountNos;
  const wishes: [Partial<Parameters<typeof closeAccount>[1]>, WantedAccount][] = [
    [{ targetAccountNo: shared }, { openingFen: { cash: 1000, rechargeCard: 200 } }],
    [{ targetAccountNo: shared }, { openingFen: { cash: 2000, promotional: 40 } }],
    [{ targetAccountNo: own }, {}],
    [{}, {}],
    [{ targetAccountNo: blocked }, {}],
    [{ targetAccountNo: shared, cashChoice: 'refund' }, { kind: 'goTone' }],
  ];
  const closureIds: string[] = [];
  for (const [wish, wanted] of wishes) {
    const accountNo = await account(wanted);
    accountNos.push(accountNo);
    closureIds.push(await closeAccount(city, { accountNo, ...wish }));
  }
  await city.firestore.doc(`accounts/${blocked}`).update({ state: 'blocked' });
  // When the refund clerk is reminded depends on when the schedule came; here only what moves is compared.
  await city.firestore.doc(`refunds/${closureRefundId(closureIds.at(-1) ?? '')}`).update({ nextDueAt: null });
  return { closureIds, accountNos };
}

function runAt(clockMs: number, host = city.newHost()) {
  host.clockMs = clockMs;
  return doDue(host);
}

/** Books in which only how late the schedule came has been left out. */
async function booksOfRun(ids: ClosureIds): Promise<Record<string, unknown>> {
  expect(await differencesIn(city.firestore)).toEqual([]);
  return comparable(await closureTraces(city.firestore, ids), ids, sixthMs);
}

/** A run whose process dies after so many operations of the database. */
async function dyingRun(clockMs: number, operation: number): Promise<void> {
  const store = meteredStore(city.host.store, { operation, when: 'after', isDeath: true });
  await runAt(clockMs, city.newHost(store)).catch(() => null);
  expect(store.hasBroken()).toBe(true);
}

describe('CLO-4: early, late, twice, beside itself or cut off, the schedule leaves the same books', { timeout: 120_000 }, () => {
  let expected: Record<string, unknown>;

  beforeAll(async () => {
    const ids = await sixClosures();
    await runAt(sixthMs);
    expected = await booksOfRun(ids);
  });

  test('undisturbed, three have moved, two are held, and one waits for the clerk', () => {
    const closures = Object.entries(expected).filter(([path]) => /^closures\/[^/]+$/.test(path));
    expect(closures.map(([, closure]) => (closure as { state: string }).state).sort()).toEqual(['held', 'held', 'settled', 'settled', 'settled', 'waiting']);
  });

  const courses: Record<string, () => Promise<unknown>> = {
    'a minute early and on time': async () => {
      expect(await runAt(sixthMs - 60_000)).toEqual({ done: 0, failed: 0 });
      await runAt(sixthMs);
    },
    'six hours late': () => runAt(sixthMs + 6 * hourMs),
    'not at all for three days': () => runAt(sixthMs + 3 * dayMs),
    twice: async () => {
      await runAt(sixthMs);
      expect(await runAt(sixthMs + 1)).toEqual({ done: 0, failed: 0 });
    },
    'four at once': () => Promise.all(Array.from({ length: 4 }, () => runAt(sixthMs))),
    'four at once, one of which dies in the middle': () => Promise.all([dyingRun(sixthMs, 20), ...Array.from({ length: 3 }, () => runAt(sixthMs))]),
    'cut off three times, then whole': async () => {
      for (const operation of [5, 20, 12]) await dyingRun(sixthMs, operation);
      await runAt(sixthMs);
    },
    'every five minutes for an hour': async () => {
      for (let minutes = -10; minutes <= 50; minutes += 5) await runAt(sixthMs + minutes * 60_000);
    },
  };

  test.each(Object.keys(courses))('%s', async (course) => {
    const ids = await sixClosures();
    await courses[course]?.();
    expect(await booksOfRun(ids)).toEqual(expected);
  });
});

describe('what cannot be done does not keep the rest from being done', () => {
  test('a closure that cannot be read is put off for an hour, counted in deadLetters after five tries, and the others move', async () => {
    const poison = await closeAccount(city, { accountNo: await newAccount(city) });
    await city.firestore.doc(`closures/${poison}`).update({ lines: 'none' });
    const good = await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: await newAccount(city) });
    expect(await runAt(sixthMs)).toEqual({ done: 1, failed: 1 });
    expect(await closureOf(city, good)).toMatchObject({ state: 'settled' });
    expect((await city.firestore.doc(`closures/${poison}`).get()).get('nextDueAt').toMillis()).toBe(sixthMs + hourMs);
    expect(await runAt(sixthMs + hourMs - 1)).toEqual({ done: 0, failed: 0 });
    for (let tries = 1; tries < 5; tries += 1) expect(await runAt(sixthMs + tries * hourMs)).toEqual({ done: 0, failed: 1 });
    const letters = await city.firestore.collection('deadLetters').get();
    expect(letters.docs.map((letter) => [letter.get('path'), letter.get('attempts'), letter.get('isDead')])).toEqual([[`closures/${poison}`, 5, true]]);
    await city.firestore
      .doc(`closures/${poison}`)
      .update({ lines: (await closureOf(city, good)).lines.map((line) => ({ ...line, state: 'waiting', postingId: null, amountFen: null })) });
    expect(await runAt(sixthMs + 5 * hourMs)).toEqual({ done: 1, failed: 0 });
    expect(await closureOf(city, poison)).toMatchObject({ state: 'held', holdReason: 'targetMissing' });
  });

  test('a hundred that wait for something else do not stand before those behind them', async () => {
    const model = await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: await newAccount(city) });
    const account = await closureOf(city, model);
    await city.firestore.doc(`accounts/${account.accountNo}`).update({ pack: 'gone' });
    await city.firestore.doc(`closures/${model}`).update({ accountNo: 'gone-account' });
    await fillWithWaiting(city.firestore, model, 120);
    city.host.clockMs = morningMs;
    const behind = await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: await newAccount(city) });
    await city.firestore.doc(`closures/${behind}`).update({ nextDueAt: city.host.timestamp(sixthMs + 1) });
    await runAt(sixthMs + 2);
    expect(await closureOf(city, behind)).toMatchObject({ state: 'settled' });
    const left = await city.firestore.collection('closures').where('accountNo', '==', 'gone-account').get();
    await Promise.all(left.docs.map((document) => document.ref.delete()));
    await city.firestore.doc(`accounts/${account.accountNo}`).update({ pack: 'telecom', state: 'open', hold: null });
  });
});

describe('the dry run', () => {
  const leader = { unitId: 't-city' };
  /** What it says of complaints is not looked at here. */
  const previewMoney = async (caller: { unitId: string }, untilMs: number) =>
    (await previewDue(city.host, caller, untilMs)).filter(({ kind }) => kind !== 'complaint');
  const byId = (items: DueItem[]) => Object.fromEntries(items.map(({ id, would, skip, amountFen }) => [id, { would, skip, amountFen }]));

  test('writes nothing, and says the same of each as the schedule then does, with the reason where it would not move', async () => {
    const ids = await sixClosures();
    const { id: complaintId } = await complaintWithCause(city);
    const refundId = await askForRefund(city, complaintId, { amountFen: 60_000 });
    const before = await Promise.all([booksOf(city.firestore), closureTraces(city.firestore, ids)]);
    const items = await previewMoney(leader, sixthMs);
    const told = byId(items);
    expect(await Promise.all([booksOf(city.firestore), closureTraces(city.firestore, ids)])).toEqual(before);
    expect(Object.keys(told).sort()).toEqual([...ids.closureIds, refundId].sort());
    await runAt(sixthMs);
    for (const id of ids.closureIds) {
      const { state, holdReason, lines } = await closureOf(city, id);
      const movedFen = lines.reduce((sum, line) => sum + (line.action === 'transfer' ? (line.amountFen ?? 0) : 0), 0);
      const did = state === 'held' ? { would: null, skip: holdReason, amountFen: 10_000 } : { would: 'transfer', skip: null, amountFen: movedFen };
      expect([id, told[id]]).toEqual([id, did]);
    }
    // Run after run until then: a reminder, the superior, a reminder again.
    expect(items.filter(({ id }) => id === refundId).map(({ would }) => would)).toEqual(['remind', 'moveUp', 'remind']);
    expect(await refundOf(city, refundId)).toMatchObject({ steps: [{ state: 'movedUp' }, { state: 'open' }] });
    expect(await previewMoney(leader, sixthMs)).toEqual([]);
  });

  test('CLO-2, CLO-5: list and page, dry run and postings say the same three amounts, also of what was refunded meanwhile', async () => {
    const { id: complaintId, contact } = await complaintWithCause(city);
    const openingFen = { cash: 45_600, rechargeCard: 10_000, promotional: 5000 };
    const accountNo = await newAccount(city, { customerPhone: contact.phone, kind: 'goTone', openingFen });
    const targetAccountNo = await newAccount(city, { openingFen: { cash: 0 } });
    const id = await closeAccount(city, { accountNo, targetAccountNo });
    const refundId = await askForRefund(city, complaintId, { form: 'balanceCredit', accountNo, amountFen: 700 });
    expect(await actOnRefund(city, refundId, payers.clerk, { type: 'execute' })).toMatchObject({ outcome: 'applied' });
    const expected = { movesFen: 56_300, paidOutFen: 0, lapsesFen: 5000, owedFen: 0 };
    expect(closureFigures(await closureOf(city, id))).toMatchObject(expected);
    const told = (await previewMoney(leader, sixthMs)).find((item) => item.id === id);
    expect(told).toMatchObject({ amountFen: 56_300, figures: expected });
    await runAt(sixthMs);
    expect(closureFigures(await closureOf(city, id))).toMatchObject(expected);
    const { cash, rechargeCard } = (await accountOf(city, targetAccountNo)).balancesFen;
    expect(cash + rechargeCard).toBe(expected.movesFen);
    const lapsed = await city.firestore.doc(`ledger/closure-${id}-promotional`).get();
    expect(lapsed.get('legs')).toContainEqual({ account: 'company:lapsed', side: 'credit', amountFen: expected.lapsesFen });
  });

  test('says nothing of what is not due until then', async () => {
    const id = await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: await newAccount(city) });
    expect(await previewMoney(leader, sixthMs - 1)).toEqual([]);
    expect(byId(await previewMoney(leader, sixthMs))).toEqual({ [id]: { would: 'transfer', skip: null, amountFen: 10_000 } });
  });

  test('OWN-7: shows a unit what it sees and the others nothing', async () => {
    const id = await closeAccount(city, { accountNo: await newAccount(city) });
    const seen = async (unitId: string) => (await previewMoney({ unitId }, sixthMs)).map(({ id: seenId }: DueItem) => seenId);
    expect(await seen(city.staff(outletLadder.clerk).unitId)).toEqual([id]);
    expect(await seen('t-ha-huaicheng')).toEqual([]);
    expect(await seen('p-city')).toEqual([]);
  });

  test('masks accounts as everywhere', async () => {
    const id = await closeAccount(city, {
      accountNo: await newAccount(city, { phone: '13905179904' }),
      targetAccountNo: await newAccount(city, { phone: '13905179905' }),
    });
    const [item] = await previewMoney(leader, sixthMs);
    expect(item).toMatchObject({
      id,
      kind: 'closure',
      dueAtMs: sixthMs,
      account: expect.stringContaining('139****9904'),
      target: expect.stringContaining('139****9905'),
    });
  });
});

describe('a run costs what is due, not what waits', () => {
  /** Refunds, orders to the billing system and assists are asked for too, and nothing of theirs is due. */
  const othersAsked = 3;

  test.each([100, 1000])('with %i closures waiting, finding none costs one document, finding seven costs seven', async (waitingCount) => {
    const model = await closeAccount(city, { accountNo: await newAccount(city) });
    await fillWithWaiting(city.firestore, model, waitingCount);
    expect(await meterSweep(city, sixthMs - dayMs)).toMatchObject({ due: 0, finding: 1, processing: othersAsked });
    const due = [];
    for (let index = 0; index < 7; index += 1)
      due.push(await closeAccount(city, { accountNo: await newAccount(city), targetAccountNo: await newAccount(city) }));
    await Promise.all(
      due.map((id) => city.firestore.doc(`closures/${id}`).update({ transferAtMs: morningMs + 1, nextDueAt: city.host.timestamp(morningMs + 1) })),
    );
    const { due: done, finding, processing } = await meterSweep(city, morningMs + 2);
    console.log({ waitingCount, finding, processingReadsPerItem: (processing - othersAsked) / done });
    expect({ done, finding }).toEqual({ done: 7, finding: 7 });
    expect((processing - othersAsked) / done).toBeLessThanOrEqual(4);
    for (const id of due) expect((await accountOf(city, (await closureOf(city, id)).accountNo)).balancesFen).toMatchObject({ cash: 0 });
    const left = await city.firestore.collection('closures').where('state', '==', 'waiting').get();
    const writer = city.firestore.bulkWriter();
    for (const document of left.docs) if (document.id !== model) void writer.delete(document.ref);
    await writer.close();
  });
});
