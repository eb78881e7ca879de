import { randomUUID } from 'node:crypto';
import { dayMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { closureRefundId } from '@shouwen/domain/closure/closure';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { letClerksDecideAllDay } from '../support/busy-clerks.ts';
import { interleave, type Work } from '../support/interleaving.ts';
import { meteredStore } from '../support/metered-store.ts';
import { differencesIn } from '../support/money-books.ts';
import { accountOf, actOnRefund, closureOf, refundOf, writeClosureEntry, writeRefundEntry } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, closeAccount, complaintWithCause, newAccount, writeClosure } from '../support/money-requests.ts';
import { isRepeatedInFull, repetitions } from '../support/repetitions.ts';
import { applyClosureEntry, applyRefundEntry, receiveClosure, settleClosure } from '../support/delivering.ts';

const sixthMs = startOfDayMs('2026-12-06');
const openingFen = 10_000;
const refundFen = 3000;
const execute = { type: 'execute' } as const;
/** A refund that has been approved and its complaint, as stored. */
interface Model {
  complaint: Record<string, unknown>;
  refund: Record<string, unknown>;
}
const atOnce = 12;
let model: Model | null = null;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'closure-races');
  await letClerksDecideAllDay(city);
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(() => expectBalancedBooks());
afterAll(() => city.close());

/** REF-8: whatever a test did, everything adds up afterwards. */
async function expectBalancedBooks(): Promise<void> {
  expect(await differencesIn(city.firestore)).toEqual([]);
}

/** A closing account, its target, and an approved refund to its balance that has yet to be paid. */
interface Scene {
  accountNo: string;
  targetAccountNo: string;
  refundId: string;
}

/** The first one goes the whole way; each further one is its copy for another customer with another account, which is all that an execution looks at. */
async function approvedRefund(): Promise<Scene> {
  model ??= await approvedModel();
  const [complaintId, refundId, customerKey] = [randomUUID(), randomUUID(), randomUUID()];
  const accountNo = await newAccount(city, { openingFen: { cash: openingFen } });
  const { complaint, refund } = model;
  const batch = city.firestore.batch().create(city.firestore.doc(`complaints/${complaintId}`), complaint);
  const basis = { ...(refund['basis'] as object), customerKey };
  await batch.create(city.firestore.doc(`refunds/${refundId}`), { ...refund, complaintId, accountNo, basis }).commit();
  return { accountNo, targetAccountNo: await newAccount(city, { openingFen: { cash: 0 } }), refundId };
}

async function approvedModel(): Promise<Model> {
  const { id, contact } = await complaintWithCause(city);
  const accountNo = await newAccount(city, { customerPhone: contact.phone });
  const refundId = await askForRefund(city, id, { form: 'balanceCredit', accountNo, amountFen: refundFen });
  const [complaint, refund] = await Promise.all([`complaints/${id}`, `refunds/${refundId}`].map((path) => city.firestore.doc(path).get()));
  await city.firestore.doc(`refunds/${refundId}`).delete();
  return { complaint: complaint?.data() ?? {}, refund: refund?.data() ?? {} };
}

/** Two things that meet, and what has to be true of them afterwards, whoever was first. */
interface Race {
  clockMs: number;
  first: Work;
  second: Work;
  check(): Promise<void>;
}

/**
 * Prepares a race anew for each order: each of the two is held before each of its operations on what both can change, while the other runs. Some at
 * once, because they mostly wait for each other's locks and have nothing in common but what nobody writes.
 *
 * @returns where one of them was held.
 */
async function inEveryOrder(prepare: () => Promise<Race>): Promise<string[]> {
  const orders = await ordersOf(prepare);
  const operations: string[] = [];
  while (orders.length > 0) {
    const races: { race: Race; which: number; holdAt: number }[] = [];
    for (const order of orders.splice(0, atOnce)) races.push({ ...order, race: await prepare() });
    const held = races.map(({ race, which, holdAt }) => {
      const [first, second] = which === 0 ? [race.first, race.second] : [race.second, race.first];
      return interleave(city, race.clockMs, first, second, holdAt);
    });
    operations.push(...(await Promise.all(held)).map((operation) => operation ?? 'never held'));
    for (const { race } of races) await race.check();
  }
  return operations;
}

/** What both can change; between other operations nothing that the other one does makes a difference. */
const isShared = /^(commit|(transaction )?(get (closures|accounts|refunds)\/|query refunds))/;

/** Commits, and of the reads of what both can change each third in the suite. */
function isTried(operation: string, index: number): boolean {
  return operation === 'commit' || (isShared.test(operation) && (isRepeatedInFull || index % 3 === 0));
}

/** Lets each of the two go first, undisturbed, to see where it can be held. */
async function ordersOf(prepare: () => Promise<Race>): Promise<{ which: number; holdAt: number }[]> {
  const orders: { which: number; holdAt: number }[] = [];
  for (const which of [0, 1]) {
    const { clockMs, first, second, check } = await prepare();
    const store = meteredStore(city.host.store);
    for (const [work, host] of [
      [which === 0 ? first : second, city.newHost(store)],
      [which === 0 ? second : first, city.newHost()],
    ] as const) {
      host.clockMs = clockMs;
      await work(host);
    }
    await check();
    orders.push(...store.operations.flatMap((operation, index) => (isTried(operation, index) ? [{ which, holdAt: index + 1 }] : [])));
  }
  return orders;
}

/** Once everything has been done that there is to do, all the money is at the target, and the refund was paid once. */
async function expectAllAtTarget({ accountNo, targetAccountNo, refundId }: Scene, closureId: string): Promise<void> {
  const host = city.newHost();
  host.clockMs = sixthMs;
  if ((await refundOf(city, refundId)).state !== 'posted') await actOnRefund(city, refundId, payers.clerk, execute, { host });
  await settleClosure(host, closureId);
  expect(await refundOf(city, refundId)).toMatchObject({ state: 'posted' });
  expect(await closureOf(city, closureId)).toMatchObject({ state: 'settled' });
  expect(await accountOf(city, accountNo)).toMatchObject({ state: 'closed', hold: null, balancesFen: { cash: 0, rechargeCard: 0, promotional: 0 } });
  expect(await accountOf(city, targetAccountNo)).toMatchObject({ balancesFen: { cash: openingFen + refundFen } });
  expect((await city.firestore.collection('ledger').where('cause.id', '==', refundId).get()).size).toBe(1);
}

describe(
  'CLO-5: a refund that meets the closing of its account is neither lost nor doubled, in whatever order their operations fall',
  { timeout: 180_000 },
  () => {
    test('the account closes while the refund is paid', async () => {
      const operations = await inEveryOrder(async () => {
        const scene = await approvedRefund();
        const { accountNo, targetAccountNo, refundId } = scene;
        const closureId = await writeClosure(city, { accountNo, targetAccountNo });
        const entryId = await writeRefundEntry(city, refundId, payers.clerk, execute);
        return {
          clockMs: morningMs,
          first: (host) => receiveClosure(host, closureId),
          second: (host) => applyRefundEntry(host, refundId, entryId),
          check: async () => {
            expect(await closureOf(city, closureId)).toMatchObject({ state: 'waiting', leftFen: { cash: openingFen + refundFen } });
            expect(await accountOf(city, accountNo)).toMatchObject({ state: 'closed', balancesFen: { cash: openingFen + refundFen } });
            await expectAllAtTarget(scene, closureId);
          },
        };
      });
      expect(operations.filter((operation) => operation === 'commit')).toHaveLength(2);
      expect(operations).not.toContain('never held');
      expect(operations.length).toBeGreaterThan(repetitions(8, 3));
    });

    test('the account is emptied on the 6th while the refund is paid', async () => {
      const operations = await inEveryOrder(async () => {
        const scene = await approvedRefund();
        const { accountNo, targetAccountNo, refundId } = scene;
        const closureId = await closeAccount(city, { accountNo, targetAccountNo });
        const entryId = await writeRefundEntry(city, refundId, payers.clerk, execute);
        return {
          clockMs: sixthMs,
          first: (host) => settleClosure(host, closureId),
          second: (host) => applyRefundEntry(host, refundId, entryId),
          check: () => expectAllAtTarget(scene, closureId),
        };
      });
      expect(operations.filter((operation) => operation === 'commit')).toHaveLength(2);
      expect(operations).not.toContain('never held');
      expect(operations.length).toBeGreaterThan(repetitions(8, 3));
    });

    test('CLO-2: the rest moves on the 6th while the clerk pays the cash out', async () => {
      const operations = await inEveryOrder(async () => {
        const accountNo = await newAccount(city, { kind: 'goTone', openingFen: { cash: openingFen, rechargeCard: 500, promotional: 70 } });
        const targetAccountNo = await newAccount(city, { openingFen: { cash: 0 } });
        const closureId = await closeAccount(city, { accountNo, targetAccountNo, cashChoice: 'refund' });
        const entryId = await writeRefundEntry(city, closureRefundId(closureId), payers.clerk, execute);
        return {
          clockMs: sixthMs,
          first: (host) => settleClosure(host, closureId),
          second: (host) => applyRefundEntry(host, closureRefundId(closureId), entryId),
          check: async () => {
            expect(await closureOf(city, closureId)).toMatchObject({
              state: 'settled',
              lines: [{ amountFen: openingFen }, { amountFen: 500 }, { amountFen: 70 }],
            });
            expect(await accountOf(city, accountNo)).toMatchObject({ hold: null, balancesFen: { cash: 0, rechargeCard: 0, promotional: 0 } });
            expect(await accountOf(city, targetAccountNo)).toMatchObject({ balancesFen: { cash: 0, rechargeCard: 500 } });
          },
        };
      });
      expect(operations.filter((operation) => operation === 'commit')).toHaveLength(2);
    });

    test('CLO-3: the target closes while the transfer moves: the money is with it, or held until another is named', async () => {
      const ends = new Set<string>();
      await inEveryOrder(async () => {
        const [accountNo, targetAccountNo, last] = [await newAccount(city), await newAccount(city), await newAccount(city)];
        const closureId = await closeAccount(city, { accountNo, targetAccountNo });
        const closingTarget = await writeClosure(city, { accountNo: targetAccountNo, targetAccountNo: last });
        return {
          clockMs: sixthMs,
          first: (host) => settleClosure(host, closureId),
          second: (host) => receiveClosure(host, closingTarget),
          check: async () => {
            const { state, holdReason } = await closureOf(city, closureId);
            ends.add(`${state} ${holdReason}`);
            const isMoved = state === 'settled';
            expect(await accountOf(city, targetAccountNo)).toMatchObject({ state: 'closed', balancesFen: { cash: isMoved ? 20_000 : 10_000 } });
            expect(await accountOf(city, accountNo)).toMatchObject({ balancesFen: { cash: isMoved ? 0 : 10_000 } });
            expect(await closureOf(city, closingTarget)).toMatchObject({ state: 'waiting' });
          },
        };
      });
      expect([...ends].sort()).toEqual(['held targetClosed', 'settled null']);
    });

    test('CLO-3: another target is named while a held transfer is tried again: it moves to one of the two, whole', async () => {
      await inEveryOrder(async () => {
        const [accountNo, first, second] = [await newAccount(city), await newAccount(city), await newAccount(city)];
        const closureId = await closeAccount(city, { accountNo, targetAccountNo: first });
        await city.firestore.doc(`accounts/${first}`).update({ state: 'blocked' });
        const early = city.newHost();
        early.clockMs = sixthMs;
        await settleClosure(early, closureId);
        await city.firestore.doc(`accounts/${first}`).update({ state: 'open' });
        const change = { type: 'changeTarget', targetAccountNo: second, identityChecked: true } as const;
        const entryId = await writeClosureEntry(city, closureId, outletLadder.clerk, change);
        return {
          clockMs: sixthMs + dayMs,
          first: (host) => settleClosure(host, closureId),
          second: (host) => applyClosureEntry(host, closureId, entryId),
          check: async () => {
            const moved = await closureOf(city, closureId);
            const all = await Promise.all([accountNo, first, second].map(async (no) => (await accountOf(city, no)).balancesFen.cash));
            expect(moved).toMatchObject({ state: 'settled' });
            expect(all).toEqual(moved.targetAccountNo === first ? [0, 20_000, 10_000] : [0, 10_000, 20_000]);
          },
        };
      });
    });
  },
);

describe('CLO-5: a refund that was approved before, during and after the closing', () => {
  test.each([
    ['paid before the account closes', morningMs, morningMs],
    ['approved before, paid while it waits for the 6th', morningMs, sixthMs - 1],
    ['approved before, paid after everything has moved', morningMs, sixthMs + 1],
    ['approved while it waits for the 6th, paid after', sixthMs - 2, sixthMs + 1],
    ['approved after everything has moved', sixthMs + 1, sixthMs + 2],
  ])('%s: it is with the target in the end', async (_what, approvedAtMs, paidAtMs) => {
    const { id, contact } = await complaintWithCause(city);
    const accountNo = await newAccount(city, { customerPhone: contact.phone });
    const targetAccountNo = await newAccount(city, { customerPhone: contact.phone, openingFen: { cash: 0 } });
    const scene = { accountNo, targetAccountNo, refundId: '' };
    let closureId = '';
    const steps: [number, () => Promise<unknown>][] = [
      [approvedAtMs, async () => (scene.refundId = await askForRefund(city, id, { form: 'balanceCredit', accountNo, amountFen: refundFen }))],
      [paidAtMs, () => actOnRefund(city, scene.refundId, payers.clerk, execute)],
      [morningMs, async () => (closureId = await closeAccount(city, { accountNo, targetAccountNo: scene.targetAccountNo }))],
      [sixthMs, () => settleClosure(city.host, closureId)],
    ];
    for (const [atMs, step] of steps.sort(([one], [other]) => one - other)) {
      city.host.clockMs = atMs;
      await step();
    }
    await expectAllAtTarget(scene, closureId);
  });
});
