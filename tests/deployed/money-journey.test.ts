import { startOfDayMs } from '@shouwen/domain/calendar/day';
import { closureRefundId } from '@shouwen/domain/closure/closure';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { cityAt, morningMs, openCity, type TestCity } from '../support/city.ts';
import { booksOf, differencesIn } from '../support/money-books.ts';
import { accountOf, actOnClosure, actOnRefund, actOnRefundAsClient, closureOf, moneyOutcome, refundOf } from '../support/money-entries.ts';
import { hotlineLadder, outletLadder, payers } from '../support/money-people.ts';
import {
  askForRefund,
  askForRefundAsClient,
  causeByBill,
  closeAccount,
  closeAccountAsClient,
  complaintWithCause,
  newAccount,
} from '../support/money-requests.ts';
import { recordAsClient, takeIn, writeAsClient } from '../support/recorder.ts';
import { settleClosure } from '../support/delivering.ts';

/** The 6th of the month after the tests' morning, 00:00 in Asia/Shanghai. */
const sixthMs = startOfDayMs('2026-12-06');
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'money-journey');
});
afterEach(() => {
  city.host.clockMs = morningMs;
});
afterAll(() => city.close());

describe('a refund from the counter to the books', () => {
  test('REF-2, REF-8: 1,200 yuan climb manager, head and leader, are paid by the clerk, and the books balance', async () => {
    const { id: complaintId, contact } = await complaintWithCause(city);
    const accountNo = await newAccount(city, { customerPhone: contact.phone });
    const id = await askForRefund(city, complaintId, { form: 'balanceCredit', accountNo, amountFen: 120_000 });
    for (const uid of [outletLadder.manager, outletLadder.head, outletLadder.leader]) {
      expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', approverUids: [uid] });
      expect(await actOnRefund(city, id, uid, { type: 'approve', isBatch: false })).toMatchObject({ outcome: 'applied' });
    }
    expect((await city.firestore.doc(`complaints/${complaintId}`).get()).data()).toMatchObject({ refunds: [{ refundId: id, standing: 'approved' }] });
    expect(await actOnRefund(city, id, payers.clerk, { type: 'execute' })).toMatchObject({ outcome: 'applied' });
    expect(await refundOf(city, id)).toMatchObject({ state: 'posted', open: false });
    expect(await accountOf(city, accountNo)).toMatchObject({ balancesFen: { cash: 130_000 } });
    expect((await city.firestore.doc(`complaints/${complaintId}`).get()).data()).toMatchObject({ refunds: [{ refundId: id, standing: 'paid' }] });
    expect((await booksOf(city.firestore)).postings.filter(({ complaintId: of }) => of === complaintId)).toMatchObject([{ id: `refund-${id}` }]);
    expect(await differencesIn(city.firestore)).toEqual([]);
  });

  test('REF-2: 100.00 yuan of a hotline agent wait for the clerk at once, 100.01 for the duty leader', async () => {
    const asked = async (amountFen: number) => {
      const { id } = await complaintWithCause(city, { recorderUid: hotlineLadder.agent, channel: 'hotline' });
      return refundOf(city, await askForRefund(city, id, { amountFen }, { uid: hotlineLadder.agent }));
    };
    expect(await asked(10_000)).toMatchObject({ state: 'approved', steps: [] });
    expect(await asked(10_001)).toMatchObject({ state: 'awaitingApproval', approverUids: [hotlineLadder.dutyLeader] });
  });

  test('REF-1: without a confirmed cause nothing is decided', async () => {
    const { id } = await takeIn(city, { recorderUid: outletLadder.clerk });
    expect(await refundOf(city, await askForRefund(city, id))).toMatchObject({ state: 'refused', refusalCode: 'causeNotConfirmed' });
  });

  test('REF-5: an outlet cannot pay, the refund clerk can', async () => {
    const { id: complaintId } = await complaintWithCause(city);
    const id = await askForRefund(city, complaintId);
    expect(await actOnRefund(city, id, outletLadder.manager, { type: 'execute' })).toEqual({ outcome: 'refused', reason: { code: 'notRefundClerk' } });
    expect(await actOnRefund(city, id, payers.clerk, { type: 'execute' })).toMatchObject({ outcome: 'applied' });
  });

  test('a decision about what is no longer there is refused, the same about what is there is applied', async () => {
    const { id: complaintId } = await complaintWithCause(city);
    const id = await askForRefund(city, complaintId, { amountFen: 20_000 });
    const approve = (amountFen: number) => actOnRefund(city, id, outletLadder.manager, { type: 'approve', isBatch: false }, { seen: { amountFen } });
    expect(await approve(19_999)).toEqual({ outcome: 'refused', reason: { code: 'requestChanged' } });
    expect(await approve(20_000)).toMatchObject({ outcome: 'applied' });
  });
});

describe('an account from the counter to the 6th', () => {
  test('CLO-1, CLO-4: what is left moves on the 6th, not a millisecond before and not twice', async () => {
    const accountNo = await newAccount(city, { kind: 'goTone', openingFen: { cash: 4500, rechargeCard: 1000, promotional: 300 } });
    const targetAccountNo = await newAccount(city, { openingFen: { cash: 0 } });
    const id = await closeAccount(city, { accountNo, targetAccountNo });
    expect(await closureOf(city, id)).toMatchObject({ state: 'waiting', transferAtMs: sixthMs });
    city.host.clockMs = sixthMs - 1;
    await settleClosure(city.host, id);
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'closed', hold: { closureId: id }, balancesFen: { cash: 4500 } });
    city.host.clockMs = sixthMs;
    await settleClosure(city.host, id);
    await settleClosure(city.host, id);
    expect(await closureOf(city, id)).toMatchObject({ state: 'settled', open: false });
    expect(await accountOf(city, accountNo)).toMatchObject({
      hold: null,
      followsTo: targetAccountNo,
      balancesFen: { cash: 0, rechargeCard: 0, promotional: 0 },
    });
    expect(await accountOf(city, targetAccountNo)).toMatchObject({ balancesFen: { cash: 4500, rechargeCard: 1000, promotional: 0 } });
    expect(await differencesIn(city.firestore)).toEqual([]);
  });

  test('CLO-3: without a target it is held on its day and a person is told; with one it moves', async () => {
    const [accountNo, targetAccountNo] = [await newAccount(city), await newAccount(city)];
    const id = await closeAccount(city, { accountNo });
    city.host.clockMs = sixthMs;
    await settleClosure(city.host, id);
    expect(await closureOf(city, id)).toMatchObject({ state: 'held', holdReason: 'targetMissing' });
    expect(
      (await city.firestore.collection(`inbox/${outletLadder.clerk}/items`).where('closureId', '==', id).get()).docs.map((item) => item.get('kind')),
    ).toEqual(['closureHeld']);
    expect(await actOnClosure(city, id, outletLadder.clerk, { type: 'changeTarget', targetAccountNo, identityChecked: true })).toMatchObject({
      outcome: 'applied',
    });
    await settleClosure(city.host, id);
    expect(await closureOf(city, id)).toMatchObject({ state: 'settled' });
    expect(await differencesIn(city.firestore)).toEqual([]);
  });

  test('CLO-2, REF-5: cash of a GoTone account is paid out by the clerk, once', async () => {
    const accountNo = await newAccount(city, { kind: 'goTone' });
    const id = await closeAccount(city, { accountNo, cashChoice: 'refund' });
    expect(await actOnRefund(city, closureRefundId(id), payers.clerk, { type: 'execute' })).toMatchObject({ outcome: 'applied' });
    expect(await accountOf(city, accountNo)).toMatchObject({ balancesFen: { cash: 0 } });
    expect(await differencesIn(city.firestore)).toEqual([]);
  });
});

describe('the functions hear of what phones ask for', () => {
  const { projectId, ports } = inject('emulators');
  let admin: Admin;
  let deployed: TestCity;

  beforeAll(() => {
    admin = connectAdmin(projectId, ports);
    deployed = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
  });
  afterAll(() => admin.close());

  test('a refund that a phone asks for is decided and paid by entries of phones, an account that a phone closes is closed', async () => {
    const { id: complaintId, contact } = await recordAsClient(deployed);
    const cause = await writeAsClient(deployed, complaintId, outletLadder.clerk, causeByBill);
    const applied = async (path: string): Promise<void> => {
      await expect.poll(() => moneyOutcome(deployed, path), { timeout: 20_000 }).toMatchObject({ outcome: 'applied' });
    };
    await applied(`complaints/${complaintId}/journal/${cause}`);
    const accountNo = await newAccount(deployed, { customerPhone: contact.phone });
    const id = await askForRefundAsClient(deployed, complaintId, { form: 'balanceCredit', accountNo, amountFen: 12_000 });
    await expect.poll(() => refundOf(deployed, id), { timeout: 20_000 }).toMatchObject({ state: 'awaitingApproval' });
    await applied(await actOnRefundAsClient(deployed, id, outletLadder.manager, { type: 'approve', isBatch: false }));
    await applied(await actOnRefundAsClient(deployed, id, payers.clerk, { type: 'execute' }));
    expect(await accountOf(deployed, accountNo)).toMatchObject({ balancesFen: { cash: 22_000 } });
    const closing = await closeAccountAsClient(deployed, { accountNo });
    await expect.poll(() => closureOf(deployed, closing), { timeout: 20_000 }).toMatchObject({ state: 'waiting' });
    expect(await accountOf(deployed, accountNo)).toMatchObject({ state: 'closed' });
  });
});
