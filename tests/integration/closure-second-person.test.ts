import { startOfDayMs } from '@shouwen/domain/calendar/day';
import { closureRefundId } from '@shouwen/domain/closure/closure';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { closureLink, fileEvidence, openEvidence } from '../../functions/src/closure/identity-evidence.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { receiveClosure, settleClosure } from '../support/delivering.ts';
import { differencesIn } from '../support/money-books.ts';
import { accountOf, actOnClosure, actOnRefund, closureOf, refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { newAccount, sayAsSecond, writeClosure } from '../support/money-requests.ts';
import { jpeg } from '../support/photos.ts';

const { clerk, manager } = outletLadder;
const sixthMs = startOfDayMs('2026-12-06');
const applied = expect.objectContaining({ outcome: 'applied' });
const refusedAs = (code: string) => expect.objectContaining({ outcome: 'refused', reason: expect.objectContaining({ code }) });
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'closure-second-person');
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

/** Who was told what of a closure, in no order. */
async function toldOf(id: string): Promise<string[]> {
  const items = await city.firestore.collectionGroup('items').where('closureId', '==', id).get();
  return items.docs.map((item) => `${item.ref.parent.parent?.id}: ${String(item.get('kind'))}`).sort();
}

async function settleAt(id: string, atMs: number) {
  city.host.clockMs = atMs;
  await settleClosure(city.host, id);
  return closureOf(city, id);
}

describe('CLO-2, REF-3: nothing lapses on one word, and a closing can be taken back', () => {
  const photo = { paperKind: 'idCard' as const, paperNo: '320812 1990 0101 1234', photo: new Uint8Array(jpeg()) };
  const lapsing = { kind: 'goTone' as const, openingFen: { cash: 4500, rechargeCard: 0, promotional: 300 } };
  const open = async (uid: string = clerk) => {
    const accountNo = await newAccount(city, lapsing);
    const id = await writeClosure(city, { accountNo, cashChoice: 'refund' }, { uid });
    await receiveClosure(city.host, id);
    return { accountNo, id };
  };

  test('the account stays open until the manager has seen the paper and said yes; who looked is on record, and nobody reads the number', async () => {
    const { accountNo, id } = await open();
    expect(await closureOf(city, id)).toMatchObject({ state: 'awaitingConfirmation', confirmReasons: ['lapse'] });
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'open', hold: null });
    expect(await toldOf(id)).toEqual([`${manager}: closureToConfirm`]);
    const seq = async () => (await closureOf(city, id)).seq;
    expect(await actOnClosure(city, id, manager, { type: 'confirm', seq: await seq() })).toEqual(refusedAs('evidenceMissing'));
    expect(await fileEvidence(city.host, city.staff('t-ls-liancheng-clerk-1'), id, photo)).toEqual({ ok: false, refusal: 'notAllowed' });
    expect(await fileEvidence(city.host, city.staff(clerk), id, { ...photo, photo: new Uint8Array([1, 2, 3]) })).toEqual({ ok: false, refusal: 'invalid' });
    expect(await fileEvidence(city.host, city.staff(clerk), id, photo)).toMatchObject({ ok: true });
    expect(await closureOf(city, id)).toMatchObject({ evidence: { paperMasked: 'idCard ****1234', byUid: clerk } });
    expect(JSON.stringify((await city.firestore.doc(`closures/${id}`).get()).data())).not.toContain('19900101');
    expect(await openEvidence(city.host, city.staff('t-ls-liancheng-clerk-1'), id)).toEqual({ ok: false, refusal: 'notAllowed' });
    expect(await openEvidence(city.host, city.staff(manager), id)).toMatchObject({ ok: true, done: { paperNo: '320812199001011234' } });
    expect((await city.firestore.collection(`closureEvidence/${id}/views`).get()).docs.map((view) => String(view.get('uid')))).toEqual([manager]);
    expect(await actOnClosure(city, id, clerk, { type: 'confirm', seq: await seq() })).toEqual(refusedAs('notYours'));
    expect(await actOnClosure(city, id, manager, { type: 'confirm', seq: await seq() })).toEqual(applied);
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'closed', hold: { closureId: id } });
  });

  test('where the manager has asked, the head above is asked', async () => {
    const { id } = await open(manager);
    expect(await toldOf(id)).toEqual([`${outletLadder.head}: closureToConfirm`]);
  });

  test('taken back before the day by two people, the account is open again with all it held and the cash is not paid', async () => {
    const { accountNo, id } = await open();
    await sayAsSecond(city, id);
    const refundId = closureRefundId(id);
    expect(await refundOf(city, refundId)).toMatchObject({ state: 'approved' });
    city.host.clockMs = sixthMs - 1;
    expect(await actOnClosure(city, id, clerk, { type: 'cancel', reason: '不是客户本人' })).toEqual(applied);
    expect(await actOnClosure(city, id, clerk, { type: 'confirmCancel' })).toEqual(refusedAs('notYours'));
    expect(await actOnClosure(city, id, manager, { type: 'confirmCancel' })).toEqual(applied);
    expect(await accountOf(city, accountNo)).toMatchObject({ state: 'open', hold: null, closedAtMs: null, balancesFen: { cash: 4500, promotional: 300 } });
    expect(await refundOf(city, refundId)).toMatchObject({ state: 'withdrawn', open: false });
    expect(await actOnRefund(city, refundId, payers.clerk, { type: 'execute' })).toEqual(refusedAs('notInThisState'));
    expect(await settleAt(id, sixthMs)).toMatchObject({ state: 'cancelled' });
    expect((await accountOf(city, accountNo)).balancesFen).toMatchObject({ cash: 4500, promotional: 300 });
  });

  test('cash that has been paid is not taken back, and a voucher stands for one payment however it is written', async () => {
    const [one, other] = [await open(), await open()];
    for (const { id } of [one, other]) await sayAsSecond(city, id);
    const cash = { payee: '王小明', shownPaper: 'idCard' as const, voucherNo: `v-${one.id.slice(0, 8)}`, isSigned: true as const };
    const pay = (id: string, record: typeof cash | null) => actOnRefund(city, closureRefundId(id), payers.clerk, { type: 'execute', cash: record });
    expect(await pay(one.id, null)).toEqual(refusedAs('cashRecordMissing'));
    expect(await pay(one.id, cash)).toEqual(applied);
    expect((await refundOf(city, closureRefundId(one.id))).execution).toMatchObject({
      cash: { payeeMasked: '王**', voucherNo: cash.voucherNo.replace('-', '').toUpperCase() },
    });
    expect(await pay(other.id, { ...cash, voucherNo: ` ${cash.voucherNo.toUpperCase()} ` })).toEqual(refusedAs('voucherAlreadyUsed'));
    expect(await actOnClosure(city, one.id, clerk, { type: 'cancel', reason: '办错' })).toEqual(refusedAs('cashPaidAlready'));
    expect(await actOnClosure(city, other.id, clerk, { type: 'cancel', reason: '办错' })).toEqual(applied);
  });

  test('the customer’s page says where it stands, without a name or a whole number, and follows what becomes of it', async () => {
    const { id } = await open();
    const link = await closureLink(city.host, city.staff(clerk), id);
    const again = await closureLink(city.host, city.staff(manager), id);
    expect(again).toEqual(link);
    expect(await closureLink(city.host, city.staff('t-ls-liancheng-clerk-1'), id)).toEqual({ ok: false, refusal: 'notAllowed' });
    const { statusId } = await closureOf(city, id);
    const page = async () => (await city.firestore.doc(`closureStatus/${statusId}`).get()).data() ?? {};
    expect(await page()).toMatchObject({ state: 'awaitingConfirmation', lapsesFen: 300, paidOutFen: 4500 });
    expect(Object.keys(await page())).not.toContain('holderMasked');
    await sayAsSecond(city, id);
    expect(await page()).toMatchObject({ state: 'closed', isCancelAsked: false });
    await actOnClosure(city, id, clerk, { type: 'cancel', reason: '办错' });
    await actOnClosure(city, id, manager, { type: 'confirmCancel' });
    expect(await page()).toMatchObject({ state: 'cancelled' });
  });
});
