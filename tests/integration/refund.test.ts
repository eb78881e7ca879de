import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { dayMs } from '@shouwen/domain/calendar/day';
import { readBooks, toldOf } from '../support/books.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { applyEntry } from '../support/delivering.ts';
import { differencesIn } from '../support/money-books.ts';
import { accountOf, actOnRefund, refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, causeByBill, complaintWithCause, confirmCause, confirmerOf, newAccount } from '../support/money-requests.ts';
import { takeIn, write } from '../support/recorder.ts';

const { clerk, manager, head, leader } = outletLadder;
const approve = { type: 'approve', isBatch: false } as const;
const applied = expect.objectContaining({ outcome: 'applied' });
const refusedAs = (code: string) => expect.objectContaining({ outcome: 'refused', reason: expect.objectContaining({ code }) });
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'refund');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(() => city.restoreStaff());
afterAll(() => city.close());

let anotherDay = 0;

describe('REF-1, REF-2, REF-5, REF-8: from the request to the money', () => {
  test('1,200 yuan go from clerk to manager, county head and company leader, and the centre’s clerk pays once', async () => {
    const { id: complaintId, contact } = await complaintWithCause(city);
    const accountNo = await newAccount(city, { customerPhone: contact.phone });
    const id = await askForRefund(city, complaintId, { amountFen: 120_000, form: 'balanceCredit', accountNo });
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', approverUids: [manager], steps: [{}, {}, {}], earlierFen: 0 });
    expect((await readBooks(city.firestore, complaintId)).complaint).toMatchObject({ refunds: [{ refundId: id, standing: 'asked' }] });
    for (const uid of [manager, head, leader]) expect([uid, await actOnRefund(city, id, uid, approve)]).toEqual([uid, applied]);
    expect(await refundOf(city, id)).toMatchObject({ state: 'approved', approverUids: [] });
    expect(await actOnRefund(city, id, payers.clerk, { type: 'execute' })).toEqual(applied);
    expect(await refundOf(city, id)).toMatchObject({ state: 'posted', open: false, nextDueAtMs: null });
    expect(await accountOf(city, accountNo)).toMatchObject({ balancesFen: { cash: 130_000 } });
    const books = await readBooks(city.firestore, complaintId);
    expect(books.status).toMatchObject({ refunds: [{ amountFen: 120_000, standing: 'paid' }] });
    expect(toldOf(books)).toContain(`${clerk}: refundPosted`);
    expect(await actOnRefund(city, id, payers.other, { type: 'execute' })).toEqual(refusedAs('alreadyDecided'));
    expect(await differencesIn(city.firestore)).toEqual([]);
  });

  test('REF-1: without a confirmed cause it is turned away, and said so', async () => {
    const { id: complaintId } = await takeIn(city);
    const id = await askForRefund(city, complaintId);
    expect(await refundOf(city, id)).toMatchObject({ state: 'refused', refusalCode: 'causeNotConfirmed', open: false });
  });

  test('REF-1: who asks and has confirmed the cause too decides half of their limit; what is more goes to the manager, and where the handler confirms, to nobody', async () => {
    const own = async (amountFen: number) => {
      const { id: complaintId } = await takeIn(city);
      await confirmCause(city, complaintId, clerk);
      return refundOf(city, await askForRefund(city, complaintId, { amountFen }, { receivedAtMs: city.host.nowMs() + (anotherDay += dayMs) }));
    };
    expect(await own(5000)).toMatchObject({ state: 'approved', basis: { causeBy: { uid: clerk } } });
    expect(await own(5001)).toMatchObject({ state: 'awaitingApproval', approverUids: [manager] });
    const { id: confirmed } = await complaintWithCause(city);
    expect(await refundOf(city, await askForRefund(city, confirmed, { amountFen: 5001 }))).toMatchObject({ state: 'approved', steps: [] });
  });

  test('REF-1: above 50 yuan words alone are turned away, a photo counts once it has been checked and only on its own complaint', async () => {
    const { id: complaintId } = await takeIn(city);
    const handler = await confirmerOf(city, complaintId);
    await confirmCause(city, complaintId, handler, { bill: null });
    const asked = async (amountFen: number) => refundOf(city, await askForRefund(city, complaintId, { amountFen }));
    expect(await asked(5001)).toMatchObject({ state: 'refused', refusalCode: 'causeUnproved' });
    expect(await asked(5000)).toMatchObject({ state: 'approved' });
    const photo = city.firestore.doc(`complaints/${complaintId}/attachments/d1f6a1f0-0000-4000-8000-000000000001`);
    const other = await takeIn(city);
    await city.firestore.doc(`complaints/${other.id}/attachments/photo-2`).create({ check: 'passed' });
    await photo.create({ check: 'pending' });
    for (const [photoId, code] of [
      ['d1f6a1f0-0000-4000-8000-000000000001', 'photoUnchecked'],
      ['d1f6a1f0-0000-4000-8000-000000000002', 'photoMissing'],
    ] as const) {
      const entryId = await write(city, complaintId, handler, { ...causeByBill, bill: null, photoId });
      await applyEntry(city.host, complaintId, entryId);
      expect((await city.firestore.doc(`complaints/${complaintId}/journal/${entryId}`).get()).data()).toMatchObject({ outcome: 'refused', reason: { code } });
    }
    await photo.update({ check: 'passed' });
    await confirmCause(city, complaintId, handler, { bill: null, photoId: 'd1f6a1f0-0000-4000-8000-000000000001' });
    expect(await asked(1)).toMatchObject({ state: 'approved', basis: { causeProof: { photoId: 'd1f6a1f0-0000-4000-8000-000000000001', bill: null } } });
  });

  test('within one’s own limit it is decided at once, and still paid by the clerk', async () => {
    const { id: complaintId } = await complaintWithCause(city);
    const id = await askForRefund(city, complaintId, { amountFen: 10_000 });
    expect(await refundOf(city, id)).toMatchObject({ state: 'approved', steps: [] });
    expect(await actOnRefund(city, id, clerk, { type: 'execute' })).toEqual(refusedAs('notRefundClerk'));
    expect(await actOnRefund(city, id, payers.clerk, { type: 'execute' })).toEqual(applied);
    expect(await differencesIn(city.firestore)).toEqual([]);
  });
});

describe('REF-4: what belongs together is added up', () => {
  test('two of 80 yuan for the same customer and cause by two colleagues need the manager', async () => {
    const first = await complaintWithCause(city);
    const second = await complaintWithCause(city, { phone: first.contact.phone, recorderUid: 't-hy-wangying-clerk-1' });
    expect(await refundOf(city, await askForRefund(city, first.id, { amountFen: 8000 }))).toMatchObject({ state: 'approved' });
    const split = await askForRefund(city, second.id, { amountFen: 8000 }, { uid: 't-hy-wangying-clerk-1' });
    expect(await refundOf(city, split)).toMatchObject({ state: 'awaitingApproval', earlierFen: 8000, approverUids: ['t-hy-head-1'] });
  });
});

describe('ORG-4: authority is read when it is used', () => {
  test('a manager suspended before deciding decides nothing; the head’s word goes on', async () => {
    const { id: complaintId } = await complaintWithCause(city);
    const id = await askForRefund(city, complaintId, { amountFen: 90_000 });
    await city.changeStaff(manager, { active: false });
    expect(await actOnRefund(city, id, manager, approve)).toEqual(refusedAs('notActive'));
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', steps: [{ state: 'open' }, { state: 'waiting' }] });
  });

  test('an approver suspended before the money moves: it does not, and the chain begins anew', async () => {
    const { id: complaintId } = await complaintWithCause(city);
    const id = await askForRefund(city, complaintId, { amountFen: 20_000 });
    await actOnRefund(city, id, manager, approve);
    await city.changeStaff(manager, { active: false });
    expect(await actOnRefund(city, id, payers.clerk, { type: 'execute' })).toEqual(refusedAs('authorityWithdrawn'));
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', approverUids: [head] });
  });
});
