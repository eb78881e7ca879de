import { dayMs } from '@shouwen/domain/calendar/day';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { findRelated } from '../../functions/src/refund/find-related.ts';
import { readStaff } from '../../functions/src/organisation/read-staff.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { differencesIn } from '../support/money-books.ts';
import { actOnRefund, refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, complaintWithCause } from '../support/money-requests.ts';
import { newPhone } from '../support/recorder.ts';

const { clerk, manager, head } = outletLadder;
const colleague = 't-hy-wangying-clerk-1';
const approve = { type: 'approve', isBatch: false } as const;
const execute = { type: 'execute' } as const;
const applied = expect.objectContaining({ outcome: 'applied' });
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'refund-related');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterAll(() => city.close());

async function relatedTo(uid: string, question: Parameters<typeof findRelated>[3]) {
  const caller = await readStaff(city.host.store, uid);
  if (!caller) throw new Error(`${uid} is nobody on staff`);
  return city.host.store.snapshot((reader) => findRelated(city.host, reader, caller, question));
}

describe('REF-4: a customer for each refund, real or invented, makes no day without a superior', () => {
  test('three times the clerk’s limit in cash to strangers is decided alone, the next one goes to the manager; on the next day it begins anew', async () => {
    const ask = async (amountFen: number, receivedAtMs: number) =>
      refundOf(city, await askForRefund(city, (await complaintWithCause(city)).id, { amountFen }, { receivedAtMs }));
    for (const amountFen of [10_000, 10_000, 9999]) expect(await ask(amountFen, morningMs)).toMatchObject({ state: 'approved', earlierFen: 0 });
    const next = await ask(2, morningMs);
    expect(next).toMatchObject({ state: 'awaitingApproval', earlierFen: 0, approverUids: [manager] });
    expect(await ask(1, morningMs)).toMatchObject({ state: 'approved' });
    expect(await ask(10_000, morningMs + dayMs)).toMatchObject({ state: 'approved' });
    expect(await actOnRefund(city, next.id, manager, approve)).toEqual(applied);
    expect(await actOnRefund(city, next.id, payers.clerk, execute)).toEqual(applied);
  });

  test.each([
    ['+86 and blanks', (phone: string) => `+86 ${phone.slice(0, 3)} ${phone.slice(3)}`],
    ['0086', (phone: string) => `0086${phone}`],
    ['a 0 before it', (phone: string) => `0${phone}`],
    ['wide digits', (phone: string) => phone.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
  ])('a second complaint under another spelling of the number, %s, is of the same customer', async (_told, spelt) => {
    const phone = newPhone();
    const [one, other] = [await complaintWithCause(city, { phone }), await complaintWithCause(city, { phone: spelt(phone), recorderUid: colleague })];
    await askForRefund(city, one.id, { amountFen: 8000 }, { receivedAtMs: morningMs + 2 * dayMs });
    const second = await askForRefund(city, other.id, { amountFen: 8000 }, { uid: colleague, receivedAtMs: morningMs + 2 * dayMs });
    expect(await refundOf(city, second)).toMatchObject({ state: 'awaitingApproval', earlierFen: 8000 });
  });
});

describe('REF-4: whoever asks, approves or pays is shown what else there is', () => {
  test('of the customer, across units, and of the requester, to approver and payer; to nobody whom it does not concern', async () => {
    const phone = newPhone();
    const [one, other, stranger] = await Promise.all([
      complaintWithCause(city, { phone }),
      complaintWithCause(city, { phone, recorderUid: colleague, category: 'T02-01' }),
      complaintWithCause(city),
    ]);
    const receivedAtMs = morningMs + 4 * dayMs;
    const elsewhere = await askForRefund(city, other.id, { amountFen: 8000 }, { uid: colleague, receivedAtMs });
    const ofClerk = await askForRefund(city, stranger.id, { amountFen: 700 }, { receivedAtMs });
    const asked = await askForRefund(city, one.id, { amountFen: 20_000 }, { receivedAtMs: receivedAtMs + 1 });
    const told = await relatedTo(manager, { refundId: asked });
    expect(told?.earlierFen).toBe(8000);
    expect(told?.related).toContainEqual(
      expect.objectContaining({ id: elsewhere, amountFen: 8000, ties: ['customer'], isSelfApproved: true, state: 'approved' }),
    );
    expect(told?.related).toContainEqual(expect.objectContaining({ id: ofClerk, ties: ['requester'], isSelfApproved: true }));
    await actOnRefund(city, asked, manager, approve);
    expect(await relatedTo(payers.clerk, { refundId: asked })).toEqual(told);
    expect(await relatedTo(colleague, { refundId: asked })).toBeNull();
    expect(await relatedTo('p-leader-1', { refundId: asked })).toBeNull();
  });

  test('before anything is asked for, to whoever has the complaint', async () => {
    const { id } = await complaintWithCause(city);
    await askForRefund(city, id, { amountFen: 600 });
    const told = await relatedTo(clerk, { complaintId: id, accountNo: null });
    expect(told).toMatchObject({ earlierFen: 600 });
    expect(told?.related).toContainEqual(expect.objectContaining({ amountFen: 600, ties: ['complaint', 'customer', 'requester'] }));
    expect(await relatedTo(head, { complaintId: id, accountNo: null })).toMatchObject({ earlierFen: 600 });
    expect(await relatedTo(colleague, { complaintId: id, accountNo: null })).toBeNull();
    expect(await relatedTo(clerk, { complaintId: 'a'.repeat(20), accountNo: null })).toBeNull();
  });
});

test('REF-8: whatever was asked for here, the books add up', async () => {
  expect(await differencesIn(city.firestore)).toEqual([]);
});
