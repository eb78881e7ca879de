import { randomUUID } from 'node:crypto';
import { dayMs } from '@shouwen/domain/calendar/day';
import { registerFormerCards } from '../../functions/src/refund/register-former-cards.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readBooks } from '../support/books.ts';
import { letClerksDecideAllDay } from '../support/busy-clerks.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { differencesIn } from '../support/money-books.ts';
import { actOnRefund, refundOf } from '../support/money-entries.ts';
import { hotlineLadder, outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, complaintWithCause, confirmCause, newAccount } from '../support/money-requests.ts';
import { act, newPhone } from '../support/recorder.ts';

const { clerk, manager, head } = outletLadder;
const colleague = 't-hy-wangying-clerk-1';
const approve = { type: 'approve', isBatch: false } as const;
const execute = { type: 'execute' } as const;
const applied = expect.objectContaining({ outcome: 'applied' });
const refusedAs = (code: string) => expect.objectContaining({ outcome: 'refused', reason: expect.objectContaining({ code }) });
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'refund-sums');
  await letClerksDecideAllDay(city);
});
beforeEach(() => {
  city.host = city.newHost();
});
afterAll(() => city.close());

describe('REF-4: what belongs together is added up', () => {
  /** 80 yuan of a customer, and 80 more so much later: by a colleague elsewhere, who may decide 100 alone. */
  async function pair(laterMs: number, between: (id: string) => Promise<unknown> = () => Promise.resolve()) {
    const phone = newPhone();
    const [one, other] = [await complaintWithCause(city, { phone }), await complaintWithCause(city, { phone, recorderUid: colleague })];
    const first = await askForRefund(city, one.id, { amountFen: 8000 });
    await between(first);
    const second = await askForRefund(city, other.id, { amountFen: 8000 }, { uid: colleague, receivedAtMs: morningMs + laterMs });
    return { first, second: await refundOf(city, second) };
  }

  test.each([
    ['to the last millisecond of 30 days', 30 * dayMs, 8000],
    ['one millisecond later not', 30 * dayMs + 1, 0],
  ])('what was asked for in the window counts, %s', async (_what, laterMs, earlierFen) => {
    const { first, second } = await pair(laterMs);
    expect(second).toMatchObject({ earlierFen, earlierIds: earlierFen === 0 ? [] : [first], state: earlierFen === 0 ? 'approved' : 'awaitingApproval' });
  });

  test('what was refused or taken back counts no more, what was paid does', async () => {
    const withdrawn = await pair(1, (id) => actOnRefund(city, id, clerk, { type: 'withdraw', reason: '记错了' }));
    expect(withdrawn.second).toMatchObject({ state: 'approved', earlierFen: 0 });
    const paid = await pair(1, (id) => actOnRefund(city, id, payers.clerk, execute));
    expect(paid.second).toMatchObject({ state: 'awaitingApproval', earlierFen: 8000 });
    const reversed = await pair(1, async (id) => {
      await actOnRefund(city, id, payers.clerk, execute);
      expect(await actOnRefund(city, id, payers.director, { type: 'reverse', reason: '重复' })).toEqual(applied);
    });
    expect(reversed.second).toMatchObject({ state: 'approved', earlierFen: 0 });
  });

  test('one account is one matter although its customer gave two numbers, and so is another category', async () => {
    const [one, other] = [await complaintWithCause(city), await complaintWithCause(city)];
    const accountNo = await newAccount(city, { customerPhone: one.contact.phone });
    const first = await askForRefund(city, one.id, { amountFen: 8000, accountNo });
    const split = await refundOf(city, await askForRefund(city, other.id, { amountFen: 8000, accountNo }));
    expect(split).toMatchObject({ state: 'awaitingApproval', earlierFen: 8000, earlierIds: [first], approverUids: [manager] });
    const elsewhere = await complaintWithCause(city, { phone: one.contact.phone, category: 'T02-01' });
    const third = await refundOf(city, await askForRefund(city, elsewhere.id, { amountFen: 8000, accountNo }));
    expect(third).toMatchObject({ state: 'awaitingApproval', earlierFen: 16_000 });
    const stranger = await complaintWithCause(city);
    expect(await refundOf(city, await askForRefund(city, stranger.id, { amountFen: 8000 }))).toMatchObject({ state: 'approved', earlierFen: 0 });
  });

  test('what has become more since it was approved is not paid: the sum goes up first', async () => {
    const phone = newPhone();
    const [one, other] = [await complaintWithCause(city, { phone }), await complaintWithCause(city, { phone })];
    const late = await askForRefund(city, one.id, { amountFen: 8000 }, { receivedAtMs: morningMs + 1 });
    const early = await askForRefund(city, other.id, { amountFen: 8000 }, { receivedAtMs: morningMs });
    expect(await refundOf(city, early)).toMatchObject({ state: 'awaitingApproval', earlierFen: 8000, earlierIds: [late] });
    expect(await actOnRefund(city, late, payers.clerk, execute)).toEqual(refusedAs('requestChanged'));
    expect(await refundOf(city, late)).toMatchObject({ state: 'awaitingApproval', earlierFen: 8000 });
    expect(await actOnRefund(city, late, manager, approve)).toEqual(applied);
    expect(await actOnRefund(city, late, payers.clerk, execute)).toEqual(applied);
  });
});

describe('REF-4: a request that was allowed alone does not grow behind another', () => {
  /** A clerk who may decide 100 yuan asks for a small one and a large one of a complaint, and the large one is paid on the clerk's word. */
  async function smallAndPaid(smallFen: number, largeFen: number) {
    const { id } = await complaintWithCause(city);
    const small = await askForRefund(city, id, { amountFen: smallFen });
    const large = await askForRefund(city, id, { amountFen: largeFen });
    expect(await actOnRefund(city, large, payers.clerk, execute)).toEqual(applied);
    return small;
  }
  const amendTo = (newAmountFen: number) => ({ type: 'amend', text: '客户要求更多', newAmountFen, form: 'cash', accountNo: null, cardSerial: null }) as const;

  test('1 yuan and 99 paid, the first raised to 100: the manager is asked about 199, and nothing is paid before', async () => {
    const small = await smallAndPaid(100, 9900);
    expect(await actOnRefund(city, small, clerk, amendTo(10_000))).toEqual(applied);
    expect(await refundOf(city, small)).toMatchObject({ state: 'awaitingApproval', earlierFen: 9900, approverUids: [manager] });
    expect(await actOnRefund(city, small, payers.clerk, execute)).toEqual(refusedAs('notInThisState'));
    expect(await actOnRefund(city, small, manager, approve)).toEqual(applied);
    expect(await actOnRefund(city, small, payers.clerk, execute)).toEqual(applied);
    expect(await differencesIn(city.firestore)).toEqual([]);
  });

  test('and where the sum stays within the clerk’s limit, they decide as before', async () => {
    const small = await smallAndPaid(100, 5000);
    expect(await actOnRefund(city, small, clerk, amendTo(5000))).toEqual(applied);
    expect(await refundOf(city, small)).toMatchObject({ state: 'approved', earlierFen: 5000, steps: [] });
    expect(await actOnRefund(city, small, payers.clerk, execute)).toEqual(applied);
  });

  test('another one asked for since, that the last word still covers, voids nothing; beyond it, it is decided anew', async () => {
    const { id } = await complaintWithCause(city);
    const first = await askForRefund(city, id, { amountFen: 20_000 });
    expect(await actOnRefund(city, first, manager, approve)).toEqual(applied);
    await askForRefund(city, id, { amountFen: 10_000 });
    const last = await askForRefund(city, id, { amountFen: 1 });
    expect(await actOnRefund(city, first, payers.clerk, execute)).toEqual(refusedAs('requestChanged'));
    expect(await refundOf(city, first)).toMatchObject({ state: 'awaitingApproval', steps: [{ state: 'open' }, { state: 'waiting' }] });
    await actOnRefund(city, last, clerk, { type: 'withdraw', reason: '记错了' });
    expect(await actOnRefund(city, first, manager, approve)).toEqual(applied);
    expect(await actOnRefund(city, first, payers.clerk, execute)).toEqual(applied);
  });

  test('the category corrected between requests on one complaint: five of 100 yuan are one sum', async () => {
    const recorded = await complaintWithCause(city);
    const became: unknown[] = [];
    for (const category of ['T01-05', 'T02-01', 'T04-01', 'T01-01', 'T04-02']) {
      await city.firestore.doc(`complaints/${recorded.id}`).update({ category });
      const refund = await refundOf(city, await askForRefund(city, recorded.id, { amountFen: 10_000 }));
      became.push([refund.earlierFen, refund.steps.length]);
    }
    expect(became).toEqual([
      [0, 0],
      [10_000, 1],
      [20_000, 1],
      [30_000, 2],
      [40_000, 2],
    ]);
  });

  test('where an operator adds up by complaint alone, another complaint in another category stands for itself', async () => {
    const phone = newPhone();
    const [one, other] = [await complaintWithCause(city, { phone }), await complaintWithCause(city, { phone, category: 'T02-01' })];
    await askForRefund(city, one.id, { amountFen: 8000 });
    const version = String((await city.firestore.doc('policies/current').get()).get('telecom'));
    await city.firestore.doc(`policies/${version}`).update({ 'refunds.cumulateAcross': 'complaint' });
    city.host = city.newHost();
    expect(await refundOf(city, await askForRefund(city, other.id, { amountFen: 8000 }))).toMatchObject({ state: 'approved', earlierFen: 0 });
    expect(await refundOf(city, await askForRefund(city, one.id, { amountFen: 8000 }))).toMatchObject({ state: 'awaitingApproval', earlierFen: 8000 });
    await city.firestore.doc(`policies/${version}`).update({ 'refunds.cumulateAcross': 'complaint+customer' });
    city.host = city.newHost();
    expect(await refundOf(city, await askForRefund(city, other.id, { amountFen: 8000 }))).toMatchObject({ state: 'awaitingApproval' });
  });
});

describe('REF-5: a recharge card pays once', () => {
  /** The number on a card, as it is kept. */
  const newSerial = () => randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase();

  async function withCard(cardSerial: string): Promise<string> {
    const { id } = await complaintWithCause(city);
    return askForRefund(city, id, { form: 'rechargeCard', cardSerial, amountFen: 5000 });
  }

  test('a serial number that stands in another request is turned away; once that one is taken back it is free again', async () => {
    const cardSerial = newSerial();
    const first = await withCard(cardSerial);
    expect(await refundOf(city, await withCard(cardSerial))).toMatchObject({ state: 'refused', refusalCode: 'cardAlreadyUsed' });
    await actOnRefund(city, first, clerk, { type: 'withdraw', reason: '卡号抄错' });
    const second = await withCard(cardSerial);
    expect(await actOnRefund(city, second, payers.clerk, execute)).toEqual(applied);
    expect((await city.firestore.doc(`rechargeCards/${cardSerial}`).get()).data()).toEqual({ refundId: second });
    expect(await refundOf(city, await withCard(cardSerial))).toMatchObject({ state: 'refused', refusalCode: 'cardAlreadyUsed' });
    expect((await city.firestore.doc(`ledger/refund-${second}`).get()).data()).toMatchObject({ cardSerial });
  });

  test('REF-5: however its number is typed, a card is the one that was handed over; another card beside it pays', async () => {
    const serial = newSerial();
    const parted = `${serial.slice(0, 8)}-${serial.slice(8)}`;
    const paid = await withCard(parted.toLowerCase());
    expect(await actOnRefund(city, paid, payers.clerk, execute)).toEqual(applied);
    expect((await city.firestore.doc(`rechargeCards/${serial}`).get()).data()).toEqual({ refundId: paid });
    for (const typed of [parted, serial.toLowerCase(), ` ${parted.replace('-', '–')} `, parted.replace('-', '－')]) {
      expect(await refundOf(city, await withCard(typed))).toMatchObject({ state: 'refused', refusalCode: 'cardAlreadyUsed' });
    }
    expect(await actOnRefund(city, await withCard(newSerial().toLowerCase()), payers.clerk, execute)).toEqual(applied);
  });

  test('REF-5: a card that was handed over before numbers had one spelling is registered under it, once, and pays no more', async () => {
    const serial = newSerial();
    const former = await withCard(serial);
    await actOnRefund(city, former, payers.clerk, execute);
    await city.firestore.doc(`rechargeCards/${serial}`).delete();
    await city.firestore.doc(`refunds/${former}`).update({ cardSerial: serial.toLowerCase() });
    expect([await registerFormerCards(city.host), await registerFormerCards(city.host)]).toEqual([1, 0]);
    expect((await city.firestore.doc(`rechargeCards/${serial}`).get()).data()).toEqual({ refundId: former });
    expect(await refundOf(city, await withCard(serial))).toMatchObject({ state: 'refused', refusalCode: 'cardAlreadyUsed' });
  });

  test('a card that another refund has paid with meanwhile is not paid again, whatever was approved', async () => {
    const cardSerial = newSerial();
    const id = await withCard(cardSerial);
    await city.firestore.doc(`rechargeCards/${cardSerial}`).create({ refundId: 'another' });
    expect(await actOnRefund(city, id, payers.clerk, execute)).toEqual(refusedAs('cardAlreadyUsed'));
    await city.firestore.doc(`rechargeCards/${cardSerial}`).delete();
    expect(await actOnRefund(city, id, payers.clerk, execute)).toEqual(applied);
  });

  test('REF-2: what a card is worth counts against the limits like money', async () => {
    const { id } = await complaintWithCause(city);
    const refund = await askForRefund(city, id, { form: 'rechargeCard', cardSerial: randomUUID().slice(0, 13), amountFen: 30_001 });
    expect((await refundOf(city, refund)).steps.map(({ holderUids }) => holderUids)).toEqual([[manager], [head]]);
  });
});

describe('the complaint waits for the approval and goes on with it', () => {
  /** A complaint that its handler has accepted and confirmed the cause of. */
  async function inHand() {
    const complaint = await complaintWithCause(city, { homeRegion: '320826' });
    const handler = String((await readBooks(city.firestore, complaint.id)).complaint?.['handlerUid']);
    expect(await act(city, complaint.id, handler, { type: 'accept' })).toEqual(applied);
    return { ...complaint, handler };
  }

  const stateOf = async (id: string) => (await readBooks(city.firestore, id)).complaint?.['state'];

  test('REF-1: asked, approved, paid: each is in its journal, and its customer sees what was approved and paid', async () => {
    const { id } = await inHand();
    const refund = await askForRefund(city, id, { amountFen: 20_000 });
    expect(await stateOf(id)).toBe('awaitingApproval');
    const before = (await readBooks(city.firestore, id)).status;
    expect(JSON.stringify(before)).not.toContain('20000');
    await actOnRefund(city, refund, manager, approve);
    expect(await stateOf(id)).toBe('inProgress');
    expect((await readBooks(city.firestore, id)).status).toMatchObject({ refunds: [{ amountFen: 20_000, standing: 'approved' }] });
    await actOnRefund(city, refund, payers.clerk, execute);
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ state: 'inProgress', refunds: [{ refundId: refund, standing: 'paid', amountFen: 20_000, form: 'cash' }] });
    expect(books.status).toMatchObject({ refunds: [{ amountFen: 20_000, standing: 'paid' }] });
    const noted = Object.values(books.journal).flatMap(({ type, payload }) => (type === 'noteRefund' ? [(payload as { standing: string }).standing] : []));
    expect(noted.sort()).toEqual(['approved', 'asked', 'paid']);
  });

  test.each([
    ['refused', manager, { type: 'refuse', reason: '不成立' }],
    ['withdrawn', clerk, { type: 'withdraw', reason: '客户不要了' }],
  ] as const)('%s: it goes on, and the customer is shown no refund', async (standing, uid, command) => {
    const { id } = await inHand();
    const refund = await askForRefund(city, id, { amountFen: 20_000 });
    await actOnRefund(city, refund, uid, command);
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ state: 'inProgress', refunds: [{ standing }] });
    expect(JSON.stringify(books.status)).not.toContain('20000');
  });

  test('with two refunds it waits for both', async () => {
    const { id } = await inHand();
    const [one, other] = [await askForRefund(city, id, { amountFen: 20_000 }), await askForRefund(city, id, { amountFen: 20_000 })];
    await actOnRefund(city, other, manager, { type: 'refuse', reason: '重复' });
    expect(await stateOf(id)).toBe('awaitingApproval');
    await actOnRefund(city, one, manager, { type: 'refuse', reason: '不成立' });
    expect(await stateOf(id)).toBe('inProgress');
  });

  test('REF-1: a request before the cause is confirmed is turned away and the complaint does not hear of it; after it, it does', async () => {
    const { id, handler } = await inHand();
    await city.firestore.doc(`complaints/${id}`).update({ cause: null });
    await askForRefund(city, id, { amountFen: 20_000 });
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ state: 'accepted', refunds: [] });
    await confirmCause(city, id, handler);
    await askForRefund(city, id, { amountFen: 20_000 });
    expect(await stateOf(id)).toBe('awaitingApproval');
  });
});

describe('ORG-4: who decided alone', () => {
  test('is suspended before the money moves: it is not paid on their word, the next superior is asked', async () => {
    const recorded = await complaintWithCause(city, { recorderUid: hotlineLadder.agent, channel: 'hotline' });
    const id = await askForRefund(city, recorded.id, { amountFen: 10_000 }, { uid: hotlineLadder.agent });
    expect(await refundOf(city, id)).toMatchObject({ state: 'approved', steps: [] });
    await city.changeStaff(hotlineLadder.agent, { active: false });
    expect(await actOnRefund(city, id, payers.clerk, execute)).toEqual(refusedAs('authorityWithdrawn'));
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', approverUids: [hotlineLadder.dutyLeader] });
    expect(await actOnRefund(city, id, hotlineLadder.dutyLeader, approve)).toEqual(applied);
    expect(await actOnRefund(city, id, payers.clerk, execute)).toEqual(applied);
    await city.restoreStaff();
    expect(await differencesIn(city.firestore)).toEqual([]);
  });
});
