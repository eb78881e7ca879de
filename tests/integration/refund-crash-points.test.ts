import { dayMs } from '@shouwen/domain/calendar/day';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { httpBilling } from '../../functions/src/adapters/http-billing.ts';
import type { Host } from '../../functions/src/host.ts';
import { type FarSide, openFarSide } from '../support/billing-far-side.ts';
import { morningMs, openCity, type TestCity, type TestHost } from '../support/city.ts';
import { breakEverywhere, type CrashReport, expectTheSameBooks } from '../support/crash-points.ts';
import { differencesIn } from '../support/money-books.ts';
import { actOnRefund, type RefundAct, writeRefundEntry } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { complaintWithCause, newAccount, writeRefund } from '../support/money-requests.ts';
import { copierOf, type RefundCopy } from '../support/refund-copies.ts';
import { applyRefundEntry, doDue, receiveRefund, stepRefund } from '../support/delivering.ts';

const { clerk, manager, head, leader } = outletLadder;
const approve = { type: 'approve', isBatch: false } as const;
const execute = { type: 'execute' } as const;
const patienceMs = 300_000;
let city: TestCity;
let farSide: FarSide;

beforeAll(async () => {
  [city, farSide] = await Promise.all([openCity(inject('firestore').host, 'refund-crash-points'), openFarSide()]);
});
beforeEach(() => {
  city.host = city.newHost();
});
afterAll(() => Promise.all([city.close(), farSide.close()]));

type Act = readonly [uid: string, act: RefundAct];

interface Story {
  amountFen: number;
  /** What has been decided before; a request that nobody has taken in yet where it is null. */
  before: readonly Act[] | null;
  /** The entry whose delivery breaks. */
  act?: Act;
  deliver(host: TestHost, copy: RefundCopy): Promise<unknown>;
}

/** Breaks the delivery at every operation and after every commit, has it delivered again, twice each time, and reads everything about the refund. */
async function breakStory({ amountFen, before, act, deliver }: Story): Promise<CrashReport> {
  const complaint = await complaintWithCause(city);
  const accountNo = await newAccount(city, { customerPhone: complaint.contact.phone });
  const refundId = await writeRefund(city, complaint.id, { amountFen, form: 'balanceCredit', accountNo });
  if (before) await receiveRefund(city.host, refundId);
  for (const [uid, earlier] of before ?? []) expect(await actOnRefund(city, refundId, uid, earlier)).toMatchObject({ outcome: 'applied' });
  const entryId = act ? await writeRefundEntry(city, refundId, ...act) : null;
  const copy = await copierOf(city, { complaint, accountNo, refundId, entryId });
  const { reference } = city.host;
  const scenario = {
    prepare: async () => {
      const one = await copy();
      let isRepetition = false;
      const repeatedTwice = async (host: TestHost) => {
        const times = isRepetition ? 2 : 1;
        isRepetition = true;
        for (let delivery = 1; delivery <= times; delivery += 1) await deliver(Object.assign(host, { reference }), one);
      };
      const more = async () => ({ written: await one.books(), bookedFarAway: farSide.booked.filter((id) => id === `refund-${one.refundId}`).length });
      return { complaints: [], otherIds: one.ids, deliver: repeatedTwice, more };
    },
  };
  return breakEverywhere(city, scenario);
}

async function expectBalancedAndTheSame(report: CrashReport): Promise<void> {
  expectTheSameBooks(report, 60);
  expect(await differencesIn(city.firestore)).toEqual([]);
}

const asEntry = (host: Host, { refundId, entryId }: RefundCopy) => applyRefundEntry(host, refundId, entryId);
const written = (expected: object) => ({ more: { written: expected } });
const one = (refund: object, complaint: object = {}) => written({ refund, complaint });

describe('REF-8: a step of a refund that breaks off anywhere and is delivered again, twice, leaves what one delivery leaves', { timeout: patienceMs }, () => {
  test('the request is taken in', async () => {
    const report = await breakStory({ amountFen: 90_000, before: null, deliver: (host, { refundId }) => receiveRefund(host, refundId) });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject(one({ state: 'awaitingApproval', seq: 1 }, { complaint: { refunds: [{ standing: 'asked' }] } }));
  });

  test('an entry that comes before the request was taken in takes it in first', async () => {
    const report = await breakStory({ amountFen: 20_000, before: null, act: [clerk, { type: 'withdraw', reason: '记错了' }], deliver: asEntry });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject(one({ state: 'withdrawn', seq: 2 }, { complaint: { refunds: [{ standing: 'withdrawn' }] } }));
  });

  test('the first of two says yes', async () => {
    const report = await breakStory({ amountFen: 90_000, before: [], act: [manager, approve], deliver: asEntry });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject(one({ state: 'awaitingApproval', approverUids: [head], seq: 2 }));
  });

  test('the last one says yes', async () => {
    const report = await breakStory({ amountFen: 90_000, before: [[manager, approve]], act: [head, approve], deliver: asEntry });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject(one({ state: 'approved', seq: 3 }, { complaint: { refunds: [{ standing: 'approved' }] } }));
  });

  test('the clerk pays from our own ledger', async () => {
    const report = await breakStory({ amountFen: 20_000, before: [[manager, approve]], act: [payers.clerk, execute], deliver: asEntry });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject(one({ state: 'posted', seq: 3 }, { complaint: { refunds: [{ standing: 'paid' }] } }));
    expect(report.undisturbed).toMatchObject(written({ account: { balancesFen: { cash: 30_000 }, seq: 2 } }));
  });

  test('the clerk pays through a billing system that has booked when we die, and the schedule asks it again', async () => {
    const far = (host: TestHost) => Object.assign(host, { billing: httpBilling({ ...farSide, mostTries: 1 }) });
    const report = await breakStory({
      amountFen: 20_000,
      before: [[manager, approve]],
      act: [payers.clerk, execute],
      deliver: async (host, copy) => {
        await asEntry(far(host), copy);
        await doDue(far(host));
      },
    });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject({
      more: { bookedFarAway: 1, written: { refund: { state: 'posted' }, account: { balancesFen: { cash: 30_000 } } } },
    });
  });

  test('the requester changes what was approved already, and the chain begins anew', async () => {
    const amend = { type: 'amend', text: '少算了一个月', newAmountFen: 90_000, form: 'cash', accountNo: null, cardSerial: null } as const;
    const report = await breakStory({ amountFen: 20_000, before: [[manager, approve]], act: [clerk, amend], deliver: asEntry });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject(one({ state: 'awaitingApproval', amountFen: 90_000, approverUids: [manager], seq: 3 }));
  });

  test('the requester takes it back', async () => {
    const report = await breakStory({ amountFen: 20_000, before: [], act: [clerk, { type: 'withdraw', reason: '客户不要了' }], deliver: asEntry });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject(one({ state: 'withdrawn', seq: 2 }, { complaint: { refunds: [{ standing: 'withdrawn' }] } }));
  });

  test('the director has what was paid taken back', async () => {
    const report = await breakStory({
      amountFen: 5000,
      before: [[payers.clerk, execute]],
      act: [payers.director, { type: 'reverse', reason: '重复退费' }],
      deliver: asEntry,
    });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject(one({ state: 'reversed', seq: 3 }, { complaint: { refunds: [{ standing: 'reversed' }] } }));
    expect(report.undisturbed).toMatchObject(written({ account: { balancesFen: { cash: 10_000 }, seq: 3 } }));
  });

  test('REF-6: the schedule sends a step that sits to the next superior', async () => {
    const report = await breakStory({
      amountFen: 150_000,
      before: [[manager, approve]],
      deliver: (host, { refundId }) => stepRefund(Object.assign(host, { clockMs: morningMs + 4 * dayMs }), refundId, { type: 'stepDue' }),
    });
    await expectBalancedAndTheSame(report);
    expect(report.undisturbed).toMatchObject(one({ state: 'awaitingApproval', approverUids: [leader], seq: 3 }));
  });
});
