import { randomUUID } from 'node:crypto';
import { numberOf } from '@shouwen/domain/kernel/number';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { cityAt, type TestCity } from '../support/city.ts';
import { type Answer, callDeployed } from '../support/deployed-call.ts';
import { newPhone, takeIn, type Wanted } from '../support/recorder.ts';

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
  // What was opened counts for the day, in the city of all these tests.
  const taken = await Promise.all(['throttles', 'contactCounts'].map((name) => city.firestore.collection(name).get()));
  await Promise.all(taken.flatMap(({ docs }) => docs).map(({ ref }) => ref.delete()));
});
afterAll(() => admin.close());

function call(name: string, data: unknown, uid?: string): Promise<Answer> {
  return callDeployed({ ports, projectId, city }, name, data, uid);
}

async function recorded(wanted: Wanted = {}): Promise<{ id: string; phone: string }> {
  const nowMs = Date.now();
  const phone = newPhone();
  const { id } = await takeIn(city, { phone, capturedAtMs: nowMs - 60_000, receivedAtMs: nowMs, occurredAtMs: nowMs - 3_600_000, ...wanted });
  return { id, phone };
}

const foundBy = async (phone: string) => {
  const { body } = await call('findByPhone', { phone }, clerk);
  return (body as { result: { complaints: { id: string }[] } }).result.complaints.map(({ id }) => id);
};

describe('REC-2: the number concerned', () => {
  test('staff find the complaint by it and by the number to call; a former owner’s not by whoever has it today (CLO-6)', async () => {
    const concerned = newPhone();
    const { id, phone } = await recorded({ isAboutAnother: true, concerned });
    expect([await foundBy(concerned), await foundBy(phone)]).toEqual([[id], [id]]);
    const former = newPhone();
    const ofFormer = await recorded({ isAboutAnother: true, concerned: former, isOfFormerOwner: true, ownedUntilMs: Date.now() - 86_400_000 });
    expect([await foundBy(former), await foundBy(ofFormer.phone)]).toEqual([[], [ofFormer.id]]);
  });

  test('opens no page to the public: that number may be somebody else’s', async () => {
    const concerned = newPhone();
    const { id, phone } = await recorded({ isAboutAnother: true, concerned });
    expect(await call('lookUpStatus', { number: numberOf(id), phone: concerned })).toMatchObject({ body: { result: { statusId: null } } });
    expect(await call('lookUpStatus', { number: numberOf(id), phone })).toMatchObject({ body: { result: { statusId: expect.any(String) } } });
  });
});

describe('correctConcerned', () => {
  const correction = (complaintId: string, changes: object = {}) => ({
    complaintId,
    entryId: randomUUID(),
    concerned: '139 0000 1002',
    ownedUntilMs: null,
    reason: '客户说错了',
    ...changes,
  });
  const masked = async (id: string) => (await city.firestore.doc(`complaints/${id}`).get()).get('concernedMasked') as unknown;

  test('is for those who may correct the record, and tells nobody else that there is one', async () => {
    const { id } = await recorded();
    for (const [complaintId, uid] of [
      [id, elsewhere],
      [randomUUID(), clerk],
    ] as const)
      expect(await call('correctConcerned', correction(complaintId), uid)).toMatchObject({ status: 403, body: { error: { message: 'notAllowed' } } });
    expect((await call('correctConcerned', correction(id))).status).toBe(401);
    expect(await masked(id)).toBeNull();
    expect(await call('correctConcerned', correction(id), clerk)).toEqual({ status: 200, body: { result: {} } });
    expect(await masked(id)).toEqual({ number: '139****1002', ownedUntilMs: null });
    expect(await call('openContact', { complaintId: id }, clerk)).toMatchObject({ body: { result: { contact: { concerned: '13900001002' } } } });
  });

  test('takes a number or an account, a time that has been and a reason, and nothing else', async () => {
    const { id } = await recorded();
    for (const wrong of [{ concerned: '他爱人的' }, { ownedUntilMs: Date.now() + 86_400_000 }, { reason: ' ' }, { reason: '长'.repeat(501) }, { more: 1 }])
      expect({ wrong, ...(await call('correctConcerned', correction(id, wrong), clerk)) }).toMatchObject({ wrong, status: 400 });
    expect((await call('correctConcerned', correction(id, { concerned: 'ha0517kd8812', ownedUntilMs: Date.now() - 1 }), clerk)).status).toBe(200);
  });
});
