import { hourMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { closureRefundId } from '@shouwen/domain/closure/closure';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { morningMs, openCity, type TestCity, type TestHost } from '../support/city.ts';
import { breakEverywhere, type CrashReport, expectTheSameBooks, type Delivery, type Scenario } from '../support/crash-points.ts';
import { chanceOf, type ClosureIds, closureTraces, comparable } from '../support/closure-traces.ts';
import { differencesIn } from '../support/money-books.ts';
import { actOnClosure, writeClosureEntry, writeRefundEntry } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { sayAsSecond, newAccount, writeClosure } from '../support/money-requests.ts';
import { applyClosureEntry, applyRefundEntry, doDue, receiveClosure, settleClosure } from '../support/delivering.ts';

const sixthMs = startOfDayMs('2026-12-06');
const patienceMs = 120_000;
/** One customer for all runs, so that nothing about them differs but ids. */
const customerPhone = '13905179902';
const openingFen = { cash: 4500, rechargeCard: 1000, promotional: 0 };
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'closure-crash-points');
});
afterEach(() => expectBalancedBooks());
afterAll(() => city.close());

/** REF-8: whatever a test did, everything adds up afterwards. */
async function expectBalancedBooks(): Promise<void> {
  expect(await differencesIn(city.firestore)).toEqual([]);
}

/** A closure that is not yet taken in; whether its cash is paid out or moves. */
async function written(cashChoice: 'refund' | 'transfer', hasTarget = true): Promise<ClosureIds & { id: string; targetAccountNo: string }> {
  const accountNo = await newAccount(city, { kind: 'goTone', customerPhone, openingFen });
  const targetAccountNo = await newAccount(city, { customerPhone, openingFen: { cash: 0 } });
  const id = await writeClosure(city, { accountNo, targetAccountNo: hasTarget ? targetAccountNo : null, cashChoice });
  return { id, targetAccountNo, closureIds: [id], accountNos: [accountNo, targetAccountNo] };
}

async function waiting(cashChoice: 'refund' | 'transfer') {
  const ids = await written(cashChoice);
  await receiveClosure(city.host, ids.id);
  return ids;
}

/** A delivery at a moment, whose books are everything about the closures. */
function delivery(ids: ClosureIds, atMs: number, deliver: (host: TestHost) => Promise<unknown>, otherIds: string[] = []): Delivery {
  return {
    complaints: [],
    otherIds: [...chanceOf(ids), ...otherIds],
    deliver: (host) => {
      host.clockMs = atMs;
      return deliver(host);
    },
    more: () => closureTraces(city.firestore, ids),
  };
}

/** Chance gave the ids in the order of `chanceOf`: the refund's number, the closure's number, its id, then the accounts. */
function bookOf({ undisturbed }: CrashReport): Record<string, Record<string, unknown>> {
  return (undisturbed as { more: Record<string, Record<string, unknown>> }).more;
}

describe('CLO-4: what breaks off anywhere and is delivered again leaves what one undisturbed delivery leaves', { timeout: patienceMs }, () => {
  test('the closing of an account, with the refund that pays its cash out', async () => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const ids = await written('refund');
        return delivery(ids, morningMs, (host) => receiveClosure(host, ids.id));
      },
    });
    expectTheSameBooks(report, 9);
    expect(bookOf(report)).toMatchObject({
      'closures/other-2': { state: 'waiting', seq: 1 },
      'refunds/closure-other-2': { state: 'approved', amountFen: 4500 },
      'accounts/other-3': { state: 'closed', hold: { closureId: 'other-2' } },
    });
  });

  test('the transfer on the 6th', async () => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const ids = await waiting('transfer');
        return delivery(ids, sixthMs, (host) => settleClosure(host, ids.id));
      },
    });
    expectTheSameBooks(report, 8);
    expect(bookOf(report)).toMatchObject({
      'closures/other-2': { state: 'settled', seq: 2 },
      'accounts/other-3': { hold: null, followsTo: 'other-4', balancesFen: { cash: 0 } },
      'accounts/other-4': { balancesFen: { cash: 4500, rechargeCard: 1000 } },
    });
  });

  test('CLO-3: another target for a closure that was never taken in', async () => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const ids = await written('transfer');
        const other = await newAccount(city, { customerPhone });
        const change = { type: 'changeTarget', targetAccountNo: other, identityChecked: true } as const;
        const entryId = await writeClosureEntry(city, ids.id, outletLadder.clerk, change);
        return delivery({ ...ids, accountNos: [...ids.accountNos, other] }, morningMs, (host) => applyClosureEntry(host, ids.id, entryId), [entryId]);
      },
    });
    expectTheSameBooks(report, 25);
    expect(bookOf(report)).toMatchObject({ 'closures/other-2': { seq: 2, targetAccountNo: 'other-5' } });
  });

  test.each(['confirm', 'confirmCancel'] as const)('REF-3: the second word of somebody else: %s', async (type) => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const ids = await written('refund');
        await city.firestore.doc(`accounts/${ids.accountNos[0]}`).update({ homeRegion: '320826' });
        await receiveClosure(city.host, ids.id);
        if (type === 'confirmCancel') {
          await sayAsSecond(city, ids.id);
          await actOnClosure(city, ids.id, outletLadder.clerk, { type: 'cancel', reason: '办错' }, { id: 'asked-to-cancel' });
        } else {
          const evidence = { paperMasked: 'idCard ****1234', byUid: outletLadder.clerk, byName: '于甜', atMs: morningMs };
          await city.firestore.doc(`closures/${ids.id}`).update({ evidence });
        }
        const word = type === 'confirm' ? { type, seq: 1 } : { type };
        const entryId = await writeClosureEntry(city, ids.id, outletLadder.manager, word);
        return delivery(ids, morningMs, (host) => applyClosureEntry(host, ids.id, entryId), [entryId]);
      },
    });
    expectTheSameBooks(report, 25);
    const book = bookOf(report);
    const closed = { 'closures/other-2': { state: 'waiting' }, 'refunds/closure-other-2': { state: 'approved' }, 'accounts/other-3': { state: 'closed' } };
    const back = {
      'closures/other-2': { state: 'cancelled' },
      'refunds/closure-other-2': { state: 'withdrawn' },
      'accounts/other-3': { state: 'open', hold: null },
    };
    expect(book).toMatchObject(type === 'confirm' ? closed : back);
  });

  test('CLO-2, REF-8: the cash, paid out by the clerk', async () => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const ids = await waiting('refund');
        const refundId = closureRefundId(ids.id);
        const voucherNo = ids.id.replaceAll('-', '').slice(0, 16).toUpperCase();
        const cash = { payee: '王小明', shownPaper: 'idCard', voucherNo, isSigned: true } as const;
        const entryId = await writeRefundEntry(city, refundId, payers.clerk, { type: 'execute', cash });
        return delivery(ids, morningMs, (host) => applyRefundEntry(host, refundId, entryId), [entryId, voucherNo]);
      },
    });
    expectTheSameBooks(report, 16);
    expect(bookOf(report)).toMatchObject({
      'closures/other-2': { state: 'waiting', lines: [{ state: 'posted', amountFen: 4500 }, {}, {}] },
      'refunds/closure-other-2': { state: 'posted' },
      'accounts/other-3': { balancesFen: { cash: 0 } },
      'ledger/closure-other-2-cash': { byUid: payers.clerk },
    });
  });

  test.each([
    ['dies at any operation', true, 'settled', true],
    ['fails at any one operation', false, 'settled', true],
    ['fails at any one operation', false, 'held', false],
  ])('a run of the schedule that %s and comes again, %s: %s', async (_what, isDeath, state, hasTarget) => {
    await forgetWhatIsDue();
    const report = await breakEverywhere(city, oneDue(hasTarget), isDeath);
    expectTheSameBooks(report, 25);
    expect(bookOf(report)).toMatchObject({ 'closures/chance-2': { state, seq: 2, holdCount: hasTarget ? 0 : 1 } });
  });
});

/** One that can move, or one that is held for want of a target. What was put off after a failure is due again an hour later. */
function oneDue(hasTarget: boolean): Scenario {
  return {
    prepare: async () => {
      const ids = await written('transfer', hasTarget);
      await receiveClosure(city.host, ids.id);
      let runs = 0;
      const run = (host: TestHost) => {
        host.clockMs = sixthMs + runs++ * hourMs;
        return doDue(host);
      };
      return { ...delivery(ids, sixthMs, run), more: async () => comparable(await closureTraces(city.firestore, ids), ids, sixthMs) };
    },
    tidy: forgetWhatIsDue,
  };
}

/** What other tests left waiting for the 6th is none of this one's. */
async function forgetWhatIsDue(): Promise<void> {
  for (const collection of ['closures', 'refunds']) {
    const due = await city.firestore.collection(collection).where('nextDueAt', '!=', null).get();
    await Promise.all(due.docs.map((document) => document.ref.update({ nextDueAt: null })));
  }
  const letters = await city.firestore.collection('deadLetters').get();
  await Promise.all(letters.docs.map((letter) => letter.ref.delete()));
}
