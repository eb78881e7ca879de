import { minuteMs } from '@shouwen/domain/calendar/day';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { httpBilling } from '../../functions/src/adapters/http-billing.ts';
import { embeddedBilling } from '../../functions/src/billing/billing.ts';
import { type FarSide, openFarSide } from '../support/billing-far-side.ts';
import { readBooks, toldOf } from '../support/books.ts';
import { letClerksDecideAllDay } from '../support/busy-clerks.ts';
import { openCity, type TestCity, type TestHost } from '../support/city.ts';
import { booksOf, differencesIn } from '../support/money-books.ts';
import { accountOf, actOnRefund, refundOf, writeRefundEntry } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, complaintWithCause, newAccount } from '../support/money-requests.ts';
import { applyRefundEntry, doDue, sendRefundOrder } from '../support/delivering.ts';

const execute = { type: 'execute' } as const;
const applied = expect.objectContaining({ outcome: 'applied' });
let city: TestCity;
let farSide: FarSide;

beforeAll(async () => {
  [city, farSide] = await Promise.all([openCity(inject('firestore').host, 'billing'), openFarSide()]);
  await letClerksDecideAllDay(city);
});
beforeEach(() => {
  city.host = outside();
  farSide.faults = [];
  farSide.asked = [];
  farSide.booked = [];
});
afterEach(async () => {
  const orders = await city.firestore.collection('billingOrders').where('state', '==', 'waiting').get();
  await Promise.all(orders.docs.map((order) => order.ref.update({ nextDueAt: null })));
});
afterAll(() => Promise.all([city.close(), farSide.close()]));

/** An instance of the functions whose books are the far side's; it asks once in a call, so that a test says how often. */
function outside(): TestHost {
  return Object.assign(city.newHost(), { billing: httpBilling({ url: farSide.url, token: farSide.token, mostTries: 1, timeoutMs: 5000 }) });
}

function embedded(): TestHost {
  return Object.assign(city.newHost(), { billing: embeddedBilling });
}

interface Approved {
  id: string;
  complaintId: string;
  accountNo: string;
}

/** 50 yuan for the balance of the customer's account, within the clerk's own limit: all that is missing is the money. */
async function approvedRefund(): Promise<Approved> {
  const { id: complaintId, contact } = await complaintWithCause(city);
  const accountNo = await newAccount(city, { customerPhone: contact.phone });
  return { id: await askForRefund(city, complaintId, { form: 'balanceCredit', accountNo }), complaintId, accountNo };
}

const pay = (id: string) => actOnRefund(city, id, payers.clerk, execute);
const orderOf = async (id: string, attempt = 1) => (await city.firestore.doc(`billingOrders/refund-${id}-${attempt}`).get()).data();
const cashOf = async (accountNo: string) => (await accountOf(city, accountNo)).balancesFen.cash;
const postingsOf = async (id: string) => (await booksOf(city.firestore)).postings.filter(({ cause }) => cause.kind === 'refund' && cause.id === id);

async function expectPaidOnce({ id, accountNo, complaintId }: Approved, atMs = city.host.nowMs()): Promise<void> {
  expect(await refundOf(city, id)).toMatchObject({ state: 'posted', open: false, postedAtMs: atMs, nextDueAtMs: null });
  expect(await postingsOf(id)).toMatchObject([{ id: `refund-${id}`, byUid: payers.clerk }]);
  expect(await cashOf(accountNo)).toBe(15_000);
  const books = await readBooks(city.firestore, complaintId);
  expect(books.complaint).toMatchObject({ refunds: [{ refundId: id, standing: 'paid' }] });
  expect(toldOf(books).filter((told) => told.endsWith('refundPosted'))).toEqual([`${outletLadder.clerk}: refundPosted`]);
  expect(await differencesIn(city.firestore)).toEqual([]);
}

/** Nobody is told that money has moved before it has. */
async function expectUnpaid({ id, accountNo, complaintId }: Approved, state: 'executing' | 'approved'): Promise<void> {
  expect(await refundOf(city, id)).toMatchObject({ state, open: true, postedAtMs: null });
  expect(await postingsOf(id)).toEqual([]);
  expect(await cashOf(accountNo)).toBe(10_000);
  const books = await readBooks(city.firestore, complaintId);
  expect(books.complaint).toMatchObject({ refunds: [{ refundId: id, standing: 'approved' }] });
  expect(books.status).toMatchObject({ refunds: [{ amountFen: 5000, standing: 'approved' }] });
  expect(toldOf(books)).not.toContain(`${outletLadder.clerk}: refundPosted`);
  expect(await differencesIn(city.firestore)).toEqual([]);
}

describe.each([
  ['the embedded ledger', () => embedded()],
  ['a billing system behind HTTP', () => outside()],
])('REF-8: with %s a refund is posted once', (_name, newHost) => {
  beforeEach(() => {
    city.host = newHost();
  });

  test('when it is paid, and when its entry and its order are delivered again', async () => {
    const refund = await approvedRefund();
    const entryId = await writeRefundEntry(city, refund.id, payers.clerk, execute);
    await applyRefundEntry(city.host, refund.id, entryId);
    await applyRefundEntry(newHost(), refund.id, entryId);
    await sendRefundOrder(newHost(), `refund-${refund.id}-1`);
    await doDue(newHost());
    await expectPaidOnce(refund);
  });

  test('when three instances deliver the same entry at once', async () => {
    const refund = await approvedRefund();
    const entryId = await writeRefundEntry(city, refund.id, payers.clerk, execute);
    await Promise.all(Array.from({ length: 3 }, () => applyRefundEntry(newHost(), refund.id, entryId)));
    await expectPaidOnce(refund);
  });

  test('when both clerks pay it: the one who was slower hears who was faster', async () => {
    const refund = await approvedRefund();
    expect(await pay(refund.id)).toEqual(applied);
    expect(await actOnRefund(city, refund.id, payers.other, execute)).toEqual({
      outcome: 'refused',
      reason: { code: 'alreadyDecided', detail: payers.clerk },
    });
    await expectPaidOnce(refund);
  });
});

describe('nothing is called paid before the far side has confirmed', () => {
  test.each(['cutBefore', 'cutAfter'] as const)('an answer lost as %s: it stays with billing and is asked about under the same key', async (fault) => {
    const refund = await approvedRefund();
    farSide.faults = [fault];
    expect(await pay(refund.id)).toEqual(applied);
    await expectUnpaid(refund, 'executing');
    expect(await orderOf(refund.id)).toMatchObject({ state: 'waiting', tries: 1 });
    city.host.clockMs += minuteMs - 1;
    expect(await doDue(city.host)).toEqual({ done: 0, failed: 0 });
    await expectUnpaid(refund, 'executing');
    city.host.clockMs += 1;
    expect(await doDue(city.host)).toEqual({ done: 1, failed: 0 });
    await expectPaidOnce(refund);
    expect(farSide.asked.map(({ key }) => key)).toEqual([`refund-${refund.id}-1`, `refund-${refund.id}-1`]);
    expect(farSide.booked).toEqual([`refund-${refund.id}`]);
    expect(await orderOf(refund.id)).toMatchObject({ state: 'confirmed', nextDueAt: null });
  });

  test('while it is with billing nobody can take it back or change it; before that its requester can', async () => {
    const [waiting, fresh] = [await approvedRefund(), await approvedRefund()];
    farSide.faults = ['cutBefore'];
    await pay(waiting.id);
    const withdraw = (id: string) => actOnRefund(city, id, outletLadder.clerk, { type: 'withdraw', reason: '客户不要了' });
    expect(await withdraw(waiting.id)).toEqual({ outcome: 'refused', reason: { code: 'notInThisState', detail: 'executing' } });
    expect(await withdraw(fresh.id)).toEqual(applied);
    expect(await pay(fresh.id)).toEqual({ outcome: 'refused', reason: { code: 'notInThisState', detail: 'withdrawn' } });
    expect(farSide.booked).toEqual([]);
  });

  test('it is asked about later and later: after 1, 2, 4, … minutes, and at least every 6 hours', async () => {
    const { id } = await approvedRefund();
    farSide.faults = Array.from({ length: 12 }, () => 'errorBefore');
    await pay(id);
    const waits: number[] = [];
    for (let tries = 1; tries <= 11; tries += 1) {
      const dueAt = (await orderOf(id))?.['nextDueAt'] as { toMillis(): number };
      waits.push((dueAt.toMillis() - city.host.clockMs) / minuteMs);
      city.host.clockMs = dueAt.toMillis();
      await doDue(city.host);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    expect(await orderOf(id)).toMatchObject({ state: 'waiting', tries: 12 });
    expect(farSide.asked).toHaveLength(12);
  });

  test('three runs of the schedule at once, while billing answers all of them, post once on both sides', async () => {
    const refund = await approvedRefund();
    farSide.faults = ['cutAfter'];
    await pay(refund.id);
    const later = city.host.clockMs + minuteMs;
    await Promise.all(Array.from({ length: 3 }, () => doDue(Object.assign(outside(), { clockMs: later }))));
    await expectPaidOnce(refund, later);
    expect(farSide.booked).toEqual([`refund-${refund.id}`]);
  });
});

describe('a rejection brings it back to whoever pays', () => {
  test('the refund is approved again, the clerk is told why, and a second order has a key of its own', async () => {
    const refund = await approvedRefund();
    farSide.faults = [{ rejects: '账户冻结' }];
    expect(await pay(refund.id)).toEqual(applied);
    await expectUnpaid(refund, 'approved');
    expect(await refundOf(city, refund.id)).toMatchObject({ execution: { attempt: 1, rejected: '账户冻结', byUid: payers.clerk } });
    expect(toldOf(await readBooks(city.firestore, refund.complaintId))).toContain(`${payers.clerk}: refundPostingRejected`);
    expect(await orderOf(refund.id)).toMatchObject({ state: 'rejected', nextDueAt: null });
    await sendRefundOrder(city.host, `refund-${refund.id}-1`);
    await expectUnpaid(refund, 'approved');
    expect(await pay(refund.id)).toEqual(applied);
    await expectPaidOnce(refund);
    expect(farSide.asked.map(({ key }) => key)).toEqual([`refund-${refund.id}-1`, `refund-${refund.id}-2`]);
    expect(farSide.booked).toEqual([`refund-${refund.id}`]);
  });
});

test('an order that cannot be booked does not keep the others waiting', async () => {
  const [stuck, fine] = [await approvedRefund(), await approvedRefund()];
  farSide.faults = ['cutBefore', 'cutBefore'];
  await pay(stuck.id);
  await pay(fine.id);
  await city.firestore.doc(`billingOrders/refund-${stuck.id}-1`).update({ subjectId: 'nowhere' });
  city.host.clockMs += minuteMs;
  expect(await doDue(city.host)).toEqual({ done: 1, failed: 1 });
  expect(await refundOf(city, fine.id)).toMatchObject({ state: 'posted' });
  expect(await refundOf(city, stuck.id)).toMatchObject({ state: 'executing' });
  expect(await doDue(city.host)).toEqual({ done: 0, failed: 0 });
});
