import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { httpBilling } from '../../functions/src/adapters/http-billing.ts';
import { openFarSide, type FarSide } from '../support/billing-far-side.ts';
import { openCity, type TestCity, type TestHost } from '../support/city.ts';
import { type ClosureIds, chanceOf, closureTraces } from '../support/closure-traces.ts';
import { breakEverywhere, expectTheSameBooks } from '../support/crash-points.ts';
import { receiveClosure } from '../support/delivering.ts';
import { differencesIn } from '../support/money-books.ts';
import { accountOf, closureOf } from '../support/money-entries.ts';
import { newAccount, sayAsSecond, writeClosure } from '../support/money-requests.ts';

let city: TestCity;
let farSide: FarSide;

beforeAll(async () => {
  [city, farSide] = await Promise.all([openCity(inject('firestore').host, 'billing-standing'), openFarSide()]);
});
beforeEach(() => {
  city.host = outside(city.newHost());
  Object.assign(farSide, { faults: [], standings: {}, askedAbout: [] });
});
afterAll(() => Promise.all([city.close(), farSide.close()]));

/** Its billing asks the far side, and once more where nothing is said. */
function outside(host: TestHost): TestHost {
  return Object.assign(host, { billing: httpBilling({ url: farSide.url, token: farSide.token, firstWaitMs: 1, timeoutMs: 5000 }) });
}

interface Account {
  cash?: number;
  /** What the account's own document says. */
  isInArrears?: boolean;
  validUntilMs?: number;
}

const silent = ['errorBefore', 'errorBefore'] as const;
const day = 24 * 60 * 60_000;

/** An account of which billing says this; `null` where it does not answer. */
async function account(
  kind: 'goTone' | 'prepaid',
  { cash = 0, ...noted }: Account,
  standing: { isInArrears?: boolean; validUntilMs?: number | null } | null,
): Promise<string> {
  const accountNo = await newAccount(city, { kind, openingFen: { cash, rechargeCard: 0, promotional: 0 } });
  await city.firestore.doc(`accounts/${accountNo}`).set(noted, { merge: true });
  if (!standing) farSide.faults = [...silent];
  const { isInArrears = false, validUntilMs = null } = standing ?? {};
  farSide.standings[accountNo] = { isInArrears, validUntil: validUntilMs === null ? null : new Date(validUntilMs).toISOString() };
  return accountNo;
}

async function closed(accountNo: string, kind: 'arrears' | 'expired' | 'asked'): Promise<string> {
  const id = await writeClosure(city, { accountNo, kind, identityChecked: kind !== 'arrears', cashChoice: null, targetAccountNo: null });
  await receiveClosure(city.host, id);
  return id;
}

describe('CLO-2: a closing in arrears rests on what billing says', () => {
  test('billing says that it owes, the account’s document does not: it is closed, and on the word of one, for nothing lapses', async () => {
    const accountNo = await account('goTone', {}, { isInArrears: true });
    const id = await closed(accountNo, 'arrears');
    expect(await closureOf(city, id)).toMatchObject({ state: 'waiting', confirmReasons: [] });
    expect(farSide.askedAbout).toEqual([accountNo]);
  });

  test('the account’s document says that it owes, billing says no: it is refused and stays open', async () => {
    const accountNo = await account('goTone', { isInArrears: true, cash: -500 }, { isInArrears: false });
    expect(await closureOf(city, await closed(accountNo, 'arrears'))).toMatchObject({ state: 'refused', refusalCode: 'notInArrears' });
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'open' });
  });

  test('billing does not answer: what is noted counts, and a second person is needed although nothing lapses', async () => {
    const accountNo = await account('goTone', { isInArrears: true }, null);
    const id = await closed(accountNo, 'arrears');
    expect(await closureOf(city, id)).toMatchObject({ state: 'awaitingConfirmation', confirmReasons: ['billingSilent'] });
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'open' });
    farSide.faults = [...silent];
    await sayAsSecond(city, id);
    expect(await closureOf(city, id)).toMatchObject({ state: 'waiting' });
  });

  test('it answers by the time of the second word, and says no: then no second person closes it', async () => {
    const accountNo = await account('goTone', { isInArrears: true }, null);
    const id = await closed(accountNo, 'arrears');
    await sayAsSecond(city, id);
    expect(await closureOf(city, id)).toMatchObject({ state: 'awaitingConfirmation' });
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'open' });
  });

  test('neither says that it owes, and billing does not answer: refused', async () => {
    const accountNo = await account('goTone', {}, null);
    expect(await closureOf(city, await closed(accountNo, 'arrears'))).toMatchObject({ state: 'refused', refusalCode: 'notInArrears' });
  });
});

describe('CLO-2: a closing as expired rests on what billing says', () => {
  test.each<[what: string, noted: number, billing: number | null, state: string]>([
    ['noted as over, billing says valid', -day, day, 'refused'],
    ['noted as over, billing says without end', -day, null, 'refused'],
    ['noted as valid, billing says over', day, -day, 'waiting'],
    ['both say over', -day, -day, 'waiting'],
  ])('%s', async (_what, noted, billing, state) => {
    const nowMs = city.host.nowMs();
    const accountNo = await account('prepaid', { validUntilMs: nowMs + noted }, { validUntilMs: billing === null ? null : nowMs + billing });
    const id = await closed(accountNo, 'expired');
    expect(await closureOf(city, id)).toMatchObject({ state, refusalCode: state === 'refused' ? 'notExpired' : null });
  });

  test('billing does not answer: a second person', async () => {
    const accountNo = await account('prepaid', { validUntilMs: city.host.nowMs() - day }, null);
    expect(await closureOf(city, await closed(accountNo, 'expired'))).toMatchObject({ state: 'awaitingConfirmation', confirmReasons: ['billingSilent'] });
  });
});

test('what the customer asks for themselves is no matter of billing', async () => {
  const accountNo = await account('goTone', {}, { isInArrears: true });
  await closed(accountNo, 'asked');
  expect(farSide.askedAbout).toEqual([]);
});

test(
  'CLO-4: a closing on billing’s word that breaks off anywhere and is delivered again leaves what one undisturbed delivery leaves',
  { timeout: 120_000 },
  async () => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const accountNo = await account('goTone', {}, { isInArrears: true });
        const id = await writeClosure(city, { accountNo, kind: 'arrears', identityChecked: false, cashChoice: null, targetAccountNo: null });
        const ids: ClosureIds = { closureIds: [id], accountNos: [accountNo] };
        return {
          complaints: [],
          otherIds: chanceOf(ids),
          deliver: (host) => receiveClosure(outside(host), id),
          more: () => closureTraces(city.firestore, ids),
        };
      },
    });
    expectTheSameBooks(report, 12);
    expect(await differencesIn(city.firestore)).toEqual([]);
  },
);
