import { hourMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Store } from '../../functions/src/store.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { booksOf, differencesIn } from '../support/money-books.ts';
import { closeAccount, newAccount } from '../support/money-requests.ts';
import { repetitions } from '../support/repetitions.ts';
import { redelivered, severalAtOnce } from '../support/redelivery.ts';
import { doDue } from '../support/delivering.ts';

const sixthMs = startOfDayMs('2026-12-06');
const count = repetitions(500, 130);
const atOnce = 16;
/** What each closing account holds is told apart by its amount. */
const baseFen = 1000;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'month-end');
});
afterAll(() => city.close());

function many<Result>(size: number, work: (index: number) => Promise<Result>): Promise<Result[]> {
  const indices = Array.from({ length: size }, (_, index) => index);
  return severalAtOnce(atOnce, indices, (index) => redelivered(() => work(index)));
}

/** One in ten has no target, one in ten a blocked one, two in five share one of twenty, the others have one of their own. */
type Fate = 'missing' | 'blocked' | 'shared' | 'own';
function fateOf(index: number): Fate {
  if (index % 10 === 0) return 'missing';
  if (index % 10 === 1) return 'blocked';
  return index % 10 < 6 ? 'shared' : 'own';
}

/** The pages in which a run takes what is due. */
function watchedPages(store: Store): { store: Store; pages: number[][] } {
  const pages: number[][] = [];
  return {
    pages,
    store: {
      ...store,
      query: async (query) => {
        const found = await store.query(query);
        if (query.collection === 'closures') pages.push(found.map(({ data }) => (data['nextDueAt'] as { toMillis(): number }).toMillis()));
        return found;
      },
    },
  };
}

test(
  `CLO-1, CLO-4: ${count} closures due on the 6th and a schedule that comes six hours late: all that can move has moved, once, oldest first, and the rest is held`,
  { timeout: 180_000 },
  async () => {
    const shared = await many(20, () => newAccount(city, { openingFen: { cash: 0 } }));
    const blocked = await newAccount(city, { openingFen: { cash: 0 } });
    const closures = await many(count, async (index) => {
      const fate = fateOf(index);
      const accountNo = await newAccount(city, { openingFen: { cash: baseFen + index, rechargeCard: index % 3, promotional: index % 2 } });
      const own = fate === 'own' ? await newAccount(city, { openingFen: { cash: 0 } }) : null;
      const targetAccountNo = { missing: null, blocked, shared: shared[index % shared.length] ?? null, own }[fate];
      return { index, fate, accountNo, targetAccountNo, id: await closeAccount(city, { accountNo, targetAccountNo }) };
    });
    await city.firestore.doc(`accounts/${blocked}`).update({ state: 'blocked' });
    // Different moments, in no order, so that there is an oldest one.
    const batch = city.firestore.batch();
    for (const { id, index } of closures) {
      batch.update(city.firestore.doc(`closures/${id}`), { nextDueAt: city.host.timestamp(sixthMs + ((index * 7919) % count) * 1000) });
    }
    await batch.commit();

    const { store, pages } = watchedPages(city.host.store);
    const host = city.newHost(store);
    host.clockMs = sixthMs + 6 * hourMs;
    const startedAtMs = performance.now();
    expect(await doDue(host)).toEqual({ done: count, failed: 0 });
    console.log(`${count} closures in ${Math.round(performance.now() - startedAtMs)} ms`);
    expect(pages.map((page) => page.length)).toEqual(repetitions([100, 100, 100, 100, 100, 0], [100, 30]));
    const taken = pages.flat();
    expect(taken).toEqual([...taken].sort((one, other) => one - other));
    expect(new Set(taken).size).toBe(count);

    const books = await booksOf(city.firestore);
    const stateOf = new Map(books.closures.map(({ id, state, holdReason }) => [id, `${state} ${holdReason}`]));
    const ends: Record<Fate, string> = { missing: 'held targetMissing', blocked: 'held targetBlocked', shared: 'settled null', own: 'settled null' };
    expect(closures.filter(({ id, fate }) => stateOf.get(id) !== ends[fate])).toEqual([]);
    expect(await differencesIn(city.firestore)).toEqual([]);

    const cashOf = new Map(books.accounts.map(({ accountNo, balancesFen }) => [accountNo, balancesFen.cash]));
    const arrived = new Map<string, number>();
    for (const { fate, index, targetAccountNo } of closures) {
      if (targetAccountNo !== null && fate !== 'blocked') arrived.set(targetAccountNo, (arrived.get(targetAccountNo) ?? 0) + baseFen + index);
    }
    expect([...arrived].filter(([accountNo, fen]) => cashOf.get(accountNo) !== fen)).toEqual([]);
    expect(cashOf.get(blocked)).toBe(0);
    expect(await doDue(host)).toEqual({ done: 0, failed: 0 });
  },
);
