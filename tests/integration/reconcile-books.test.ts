import { hourMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { movementOf } from '@shouwen/domain/ledger/posting';
import { checkBooks } from '../../functions/src/ledger/check-books.ts';
import type { Store } from '../../functions/src/store.ts';
import { fillBooks } from '../support/books-to-check.ts';
import { morningMs, openCity, type TestCity, type TestHost } from '../support/city.ts';
import { differencesIn } from '../support/money-books.ts';
import { actOnRefund, accountOf } from '../support/money-entries.ts';
import { payers } from '../support/money-people.ts';
import { askForRefund, closeAccount, complaintWithCause, newAccount } from '../support/money-requests.ts';
import { settleClosure } from '../support/delivering.ts';
import { madeUpOpening, raisedAmount, raisedLegs, tamper, withMore } from '../support/tamper.ts';

const sixthMs = startOfDayMs('2026-12-06');
const day = '2026-12-06';
const told = ['t-auditor-1', 't-cc-director-1', 't-leader-1'];
let city: TestCity;
let paidId: string;
let approvedId: string;
let paidNo: string;
let closedNo: string;
let targetNo: string;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'reconcile-books');
  ({ paidId, approvedId, paidNo, closedNo, targetNo } = await fillBooks(city, sixthMs));
});
beforeEach(() => {
  city.host = city.newHost();
  city.host.clockMs = sixthMs;
});
afterEach(async () => {
  await city.restoreStaff();
  await Promise.all((await noticesOfBooks()).map((notice) => notice.ref.delete()));
  await expectBalancedBooks();
});
afterAll(() => city.close());

/** REF-8: whatever a test did, everything adds up afterwards. */
async function expectBalancedBooks(): Promise<void> {
  expect(await differencesIn(city.firestore)).toEqual([]);
}

async function noticesOfBooks() {
  return (await city.firestore.collectionGroup('items').where('kind', '==', 'booksDiffer').get()).docs;
}

async function toldUids(): Promise<string[]> {
  return (await noticesOfBooks()).map((notice) => String(notice.ref.parent.parent?.id)).sort();
}

async function resultOf(pack: 'telecom' | 'post'): Promise<Record<string, unknown>> {
  return (await city.firestore.doc(`reconciliations/${pack}-${day}`).get()).data() ?? {};
}

test('REF-8: books that balance are on record as balanced, with what was counted, and nobody is told', async () => {
  await checkBooks(city.host);
  const counted = await Promise.all(
    ['ledger', 'accounts', 'refunds', 'closures'].map(
      async (name) => (await city.firestore.collection(name).where('pack', '==', 'telecom').count().get()).data().count,
    ),
  );
  expect(await resultOf('telecom')).toEqual({
    pack: 'telecom',
    day,
    atMs: sixthMs,
    postings: counted[0],
    accounts: counted[1],
    refunds: counted[2],
    closures: counted[3],
    // What was written in the last hour is the next check's.
    seen: { untilMs: sixthMs - hourMs, openings: expect.objectContaining({ count: expect.any(Number) }), refunds: { count: 1, fen: 5000 } },
    areDebtsTakenOff: true,
    way: 'whole',
    movedAccounts: 0,
    turnedAccounts: counted[1],
    circleEndsOn: null,
    differences: [],
    differenceCount: 0,
    state: 'balanced',
  });
  expect(counted.every((count) => count > 0)).toBe(true);
  expect(await resultOf('post')).toMatchObject({ state: 'balanced' });
  expect(await toldUids()).toEqual([]);
  expect(city.host.logged).toEqual([]);
});

describe('whatever was altered behind the product’s back is found', () => {
  const tamperings: Record<string, { codes: string[]; change: () => Promise<() => Promise<unknown>> }> = {
    'a balance was changed': {
      codes: ['balanceDiffers'],
      change: () => tamper(city, [`accounts/${targetNo}`, (data) => ({ ...data, balancesFen: { ...(data['balancesFen'] as object), cash: 1 } })]),
    },
    'a posting is missing': { codes: ['balanceDiffers', 'postingMissing'], change: () => tamper(city, [`ledger/refund-${paidId}`, () => null]) },
    'a posting stands there again under another id': {
      codes: ['balanceDiffers', 'postingWithoutCause'],
      change: async () => {
        const posting = (await city.firestore.doc(`ledger/refund-${paidId}`).get()).data() ?? {};
        return tamper(city, [`ledger/refund-${paidId}-again`, () => posting]);
      },
    },
    'a refund says that it was paid': {
      codes: ['postingMissing'],
      change: () => tamper(city, [`refunds/${approvedId}`, (data) => ({ ...data, state: 'posted' })]),
    },
    'a leg was altered': {
      codes: ['balanceDiffers', 'movementDiffers', 'unbalanced'],
      change: () =>
        tamper(city, [
          `ledger/refund-${paidId}`,
          (data) => {
            const [debit, credit] = data['legs'] as { amountFen: number }[];
            return { ...data, legs: [debit, { ...credit, amountFen: 5001 }] };
          },
        ]),
    },
    'a refund was made larger after it was paid': {
      codes: ['amountDiffers', 'paidDiffers'],
      change: () => tamper(city, [`refunds/${paidId}`, (data) => ({ ...data, amountFen: 5001 })]),
    },
    'a refund, its posting and the balance were raised together': {
      codes: ['paidDiffers'],
      change: () => tamper(city, [`refunds/${paidId}`, raisedAmount], [`ledger/refund-${paidId}`, raisedLegs], [`accounts/${paidNo}`, withMore('cash', 2000)]),
    },
    'an opening was made up with the balance of its account': {
      codes: ['openingsDiffer'],
      change: () =>
        tamper(
          city,
          [`ledger/opening-${targetNo}-promotional`, () => madeUpOpening(city, targetNo, morningMs)],
          [`accounts/${targetNo}`, withMore('promotional', 900)],
        ),
    },
    'an opening was made up after its account had moved': {
      codes: ['openingLate'],
      change: () =>
        tamper(
          city,
          [`ledger/opening-${targetNo}-promotional`, () => madeUpOpening(city, targetNo, sixthMs + 1)],
          [`accounts/${targetNo}`, withMore('promotional', 900)],
        ),
    },
    'a refund, its posting and the balance were raised together before any check': {
      codes: ['orderDiffers'],
      change: async () => {
        const { id, contact } = await complaintWithCause(city);
        const accountNo = await newAccount(city, { customerPhone: contact.phone });
        const refundId = await askForRefund(city, id, { form: 'balanceCredit', accountNo, amountFen: 5000 });
        await actOnRefund(city, refundId, payers.clerk, { type: 'execute' });
        return tamper(
          city,
          [`refunds/${refundId}`, raisedAmount],
          [`ledger/refund-${refundId}`, raisedLegs],
          [`accounts/${accountNo}`, withMore('cash', 2000)],
        );
      },
    },
    'two refunds of one customer were paid on the word of one who may decide about either': {
      codes: ['sumNotApproved'],
      change: async () => {
        const { id } = await complaintWithCause(city);
        const paid = [];
        for (const complaintId of [id, (await complaintWithCause(city)).id]) {
          city.host.clockMs = (city.host.clockMs ?? sixthMs) + 1;
          paid.push(await askForRefund(city, complaintId, { amountFen: 8000 }));
          await actOnRefund(city, paid.at(-1) ?? '', payers.clerk, { type: 'execute' });
        }
        return tamper(city, [`refunds/${paid[1]}`, (data) => ({ ...data, complaintId: id })]);
      },
    },
    'an account that was emptied is open again': {
      codes: ['notClosed'],
      change: () => tamper(city, [`accounts/${closedNo}`, (data) => ({ ...data, state: 'open' })]),
    },
    'an account is gone': { codes: ['accountMissing'], change: () => tamper(city, [`accounts/${targetNo}`, () => null]) },
  };

  test.each(Object.entries(tamperings))('%s: on record, and auditor, centre director and leader are told once', async (_what, { codes, change }) => {
    const undo = await change();
    await checkBooks(city.host);
    const { state, differences, differenceCount } = await resultOf('telecom');
    expect(state).toBe('differs');
    expect([...new Set((differences as { code: string }[]).map(({ code }) => code))].sort()).toEqual(codes);
    expect(differenceCount).toBe((differences as unknown[]).length);
    expect(await toldUids()).toEqual(told);
    expect(city.host.logged).toMatchObject([{ severity: 'ERROR', message: 'books differ', code: 'telecom' }]);
    expect(await resultOf('post')).toMatchObject({ state: 'balanced' });
    await undo();
    await checkBooks(city.host);
    expect(await resultOf('telecom')).toMatchObject({ state: 'balanced', differenceCount: 0 });
  });

  test('a second run of the day tells nobody again: what they have read stays read', async () => {
    const undo = await tamper(city, [`accounts/${targetNo}`, (data) => ({ ...data, seq: 0, balancesFen: { cash: 0, rechargeCard: 0, promotional: 0 } })]);
    await checkBooks(city.host);
    for (const notice of await noticesOfBooks()) await notice.ref.update({ read: true });
    await checkBooks(city.host);
    expect((await noticesOfBooks()).map((notice) => notice.get('read'))).toEqual([true, true, true]);
    city.host.clockMs += 86_400_000;
    await checkBooks(city.host);
    expect(await noticesOfBooks()).toHaveLength(6);
    await undo();
  });

  test('ORG-4: whoever was suspended is told nothing', async () => {
    await city.changeStaff('t-auditor-1', { active: false });
    const undo = await tamper(city, [`ledger/refund-${paidId}`, () => null]);
    await checkBooks(city.host);
    expect(await toldUids()).toEqual(told.slice(1));
    await undo();
  });

  test('no more than a hundred differences are written down, and all are counted', async () => {
    const batch = city.firestore.batch();
    const posting = (await city.firestore.doc(`ledger/refund-${paidId}`).get()).data() ?? {};
    const strays = Array.from({ length: 130 }, (_, index) => city.firestore.doc(`ledger/refund-stray-${index}`));
    strays.forEach((stray) => batch.create(stray, { ...posting, accountNos: [], legs: [], ...movementOf([]) }));
    await batch.commit();
    await checkBooks(city.host);
    const { differences, differenceCount } = await resultOf('telecom');
    expect([(differences as unknown[]).length, differenceCount]).toEqual([100, 260]);
    await Promise.all(strays.map((stray) => stray.delete()));
  });
});

test('a run while money moves adds up one moment: no false alarm', async () => {
  city.host.clockMs = Date.parse('2026-11-20T10:00:00+08:00');
  const closing = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const [accountNo, targetAccountNo] = [await newAccount(city), await newAccount(city)];
      return { accountNo, id: await closeAccount(city, { accountNo, targetAccountNo }) };
    }),
  );
  city.host.clockMs = sixthMs;
  let settled = 0;
  const host: TestHost = {
    ...city.host,
    store: whileReading(city.host.store, async () => void (closing[settled] && (await settleClosure(city.host, closing[settled++]?.id ?? '')))),
  };
  await checkBooks(host);
  expect(settled).toBe(4);
  expect(await accountOf(city, closing[0]?.accountNo ?? '')).toMatchObject({ balancesFen: { cash: 0 } });
  expect(await resultOf('telecom')).toMatchObject({ state: 'balanced' });
  expect(await toldUids()).toEqual([]);
});

/** A store in which something happens after each page that a snapshot reads. */
function whileReading(store: Store, happens: () => Promise<void>): Store {
  return {
    ...store,
    snapshot: (work) =>
      store.snapshot((reader) =>
        work({
          ...reader,
          query: async (query) => {
            const page = await reader.query(query);
            await happens();
            return page;
          },
        }),
      ),
  };
}
