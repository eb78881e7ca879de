import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { dayOf } from '@shouwen/domain/calendar/day';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { cityAt, type TestCity } from '../support/city.ts';
import { type Answer, callDeployed } from '../support/deployed-call.ts';
import { newAccount } from '../support/money-requests.ts';
import { newPhone, takeIn } from '../support/recorder.ts';

const { projectId, ports } = inject('emulators');
const clerk = 't-qjp-huaihai-clerk-1';
const elsewhere = 't-xy-xucheng-clerk-1';
let admin: Admin;
let city: TestCity;

beforeAll(() => {
  admin = connectAdmin(projectId, ports);
  city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
  city.host.clockMs = Date.now();
});
afterEach(async () => {
  await city.restoreStaff();
  const taken = await city.firestore.collection('throttles').get();
  await Promise.all(taken.docs.map(({ ref }) => ref.delete()));
});
afterAll(() => admin.close());

function call(name: string, data: unknown, uid?: string): Promise<Answer> {
  return callDeployed({ ports, projectId, city }, name, data, uid);
}

const resultOf = ({ body }: Answer) => (body as { result: Record<string, unknown> }).result;
const recorded = async () => (await city.firestore.collection('lookups').get()).docs.map((document) => document.data());

async function told(): Promise<{ phone: string; id: string; accountNo: string }> {
  const phone = newPhone();
  const nowMs = Date.now();
  const { id } = await takeIn(city, { phone, capturedAtMs: nowMs - 60_000, receivedAtMs: nowMs, occurredAtMs: nowMs - 3_600_000 });
  return { phone, id, accountNo: await newAccount(city, { customerPhone: phone }) };
}

describe('findByPhone: a number is known for certain by the server alone, and who asked is on record (ATT-2, RET-2)', () => {
  test('a colleague of the unit is told complaint and account, however the number is written; nothing holds the number', async () => {
    const { phone, id, accountNo } = await told();
    const before = (await recorded()).length;
    const answer = await call('findByPhone', { phone: `+86 ${phone}` }, clerk);
    expect(resultOf(answer)).toMatchObject({ customer: null, complaints: [{ id, category: 'T01-01', state: 'assigned' }], accounts: [{ accountNo }] });
    expect(JSON.stringify(answer.body)).not.toContain(phone);
    const lookups = await recorded();
    expect(lookups.length).toBe(before + 1);
    expect(lookups).toContainEqual(
      expect.objectContaining({
        uid: clerk,
        by: 'phone',
        found: 2,
        contactKey: expect.stringMatching(/^k1_/),
        phoneMasked: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
      }),
    );
    expect((await city.firestore.collection('lookupCounts').where('uid', '==', clerk).get()).docs.map((day) => day.data())).toEqual([
      expect.objectContaining({ pack: 'telecom', day: dayOf(Date.now()), count: lookups.filter(({ uid }) => uid === clerk).length }),
    ]);
    expect(JSON.stringify(lookups)).not.toContain(phone);
    expect(JSON.stringify(lookups)).not.toContain(String((await city.firestore.doc(`complaintKeys/${id}`).get()).get('contactKey')));
  });

  test('OWN-7: another branch is not told of the complaint; jobs that may not see balances are not told accounts', async () => {
    const { phone, accountNo } = await told();
    expect(resultOf(await call('findByPhone', { phone }, elsewhere))).toMatchObject({ complaints: [], accounts: [{ accountNo }] });
    await city.changeStaff(clerk, { role: 'knowledgeEditor' });
    expect(resultOf(await call('findByPhone', { phone }, clerk))).toMatchObject({ accounts: [] });
  });

  test('a number from abroad is told with what was recorded when its digits alone were read', async () => {
    const nowMs = Date.now();
    const wanted = { capturedAtMs: nowMs - 60_000, receivedAtMs: nowMs, occurredAtMs: nowMs - 3_600_000 };
    const [former, now] = [await takeIn(city, { ...wanted, phone: '14155550123' }), await takeIn(city, { ...wanted, phone: '+1 415 555 0123' })];
    const idsTold = async (phone: string) => (resultOf(await call('findByPhone', { phone }, clerk))['complaints'] as { id: string }[]).map(({ id }) => id);
    expect((await idsTold('001 (415) 555-0123')).sort()).toEqual([former.id, now.id].sort());
    expect(await idsTold('14155550123')).toEqual([former.id]);
    expect((await city.firestore.doc(`complaints/${now.id}`).get()).get('repeatOf')).toEqual([]);
  });

  test('a known customer is filled in', async () => {
    const customer = city.told.customers.find(({ pack }) => pack === 'telecom');
    expect(resultOf(await call('findByPhone', { phone: customer?.phone }, clerk))).toMatchObject({ customer: { tier: customer?.tier } });
  });

  test('as often as the pack says in an hour, and no more; another person is not kept from asking', async () => {
    const { phone } = await told();
    const most = city.told.packs[0]?.limits.lookupsPerHour ?? 0;
    const answers = [];
    for (let asked = 0; asked < most; asked += 1) answers.push((await call('findByPhone', { phone }, clerk)).status);
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await call('findByPhone', { phone }, clerk)).toMatchObject({ status: 429 });
    expect((await call('findByPhone', { phone }, elsewhere)).status).toBe(200);
  });

  test('nobody without a sign-in, nobody suspended, nothing that is no number', async () => {
    const { phone } = await told();
    expect((await call('findByPhone', { phone })).status).toBe(401);
    expect((await call('findByPhone', { phone: '10086' }, clerk)).status).toBe(400);
    await city.changeStaff(clerk, { active: false });
    expect((await call('findByPhone', { phone }, clerk)).status).toBe(403);
  });
});

describe('customerOfComplaint: whose complaint it is, without the number', () => {
  test('for those whom it concerns: the accounts, and nothing that stands for the customer', async () => {
    const { id, accountNo } = await told();
    const answer = resultOf(await call('customerOfComplaint', { complaintId: id }, clerk));
    expect(answer).toMatchObject({ accounts: [{ accountNo }] });
    expect(Object.keys(answer)).toEqual(['accounts']);
    expect(await recorded()).toContainEqual(expect.objectContaining({ uid: clerk, by: 'complaint', complaintId: id, contactKey: null }));
  });

  test('one that is not theirs and one that does not exist are refused alike', async () => {
    const { id } = await told();
    const other = await call('customerOfComplaint', { complaintId: id }, elsewhere);
    expect(other.status).toBe(403);
    expect(await call('customerOfComplaint', { complaintId: 'b1f6a1f0-0000-4000-8000-0000000000aa' }, elsewhere)).toEqual(other);
  });
});

describe('findByAccountNo: one account by its exact number, and no list (RET-2)', () => {
  test('for those who talk to customers, on record; one that there is not and one of the other operator are told alike', async () => {
    const { accountNo } = await told();
    expect(resultOf(await call('findByAccountNo', { accountNo }, clerk))).toMatchObject({ account: { accountNo, balancesFen: { cash: 10_000 } } });
    expect(await recorded()).toContainEqual(expect.objectContaining({ uid: clerk, by: 'account', accountNo, found: 1 }));
    expect(resultOf(await call('findByAccountNo', { accountNo: 'A-NOBODY-1' }, clerk))).toEqual({ account: null });
    await city.firestore.doc(`accounts/${accountNo}`).update({ pack: 'post' });
    expect(resultOf(await call('findByAccountNo', { accountNo }, clerk))).toEqual({ account: null });
    // The books of both operators are whole for whoever adds them up after this.
    await city.firestore.doc(`accounts/${accountNo}`).update({ pack: 'telecom' });
  });

  test('not for jobs that may not see balances; and out of the same hour’s allowance as every look-up', async () => {
    const { accountNo, phone } = await told();
    await city.changeStaff(clerk, { role: 'administrator' });
    expect((await call('findByAccountNo', { accountNo }, clerk)).status).toBe(403);
    await city.restoreStaff();
    const most = city.told.packs[0]?.limits.lookupsPerHour ?? 0;
    for (let asked = 0; asked < most; asked += 1)
      await call(asked % 2 === 0 ? 'findByAccountNo' : 'findByPhone', asked % 2 === 0 ? { accountNo } : { phone }, clerk);
    expect((await call('findByAccountNo', { accountNo }, clerk)).status).toBe(429);
  });
});
