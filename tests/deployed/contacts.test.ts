import { dayOf } from '@shouwen/domain/calendar/day';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { cityAt, type TestCity } from '../support/city.ts';
import { type Answer, callDeployed } from '../support/deployed-call.ts';
import { type Recorded, takeIn } from '../support/recorder.ts';

const { projectId, ports } = inject('emulators');
const clerk = 't-qjp-huaihai-clerk-1';
const today = dayOf(Date.now());
let admin: Admin;
let city: TestCity;

beforeAll(() => {
  admin = connectAdmin(projectId, ports);
  city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
  city.host.clockMs = Date.now();
});
afterEach(async () => {
  await city.restoreStaff();
  await countDoc().delete();
});
afterAll(() => admin.close());

const countDoc = () => city.firestore.doc(`contactCounts/${clerk}_${today}`);
const countOf = async () => (await countDoc().get()).get('count') as number | undefined;
const viewsOf = async (id: string) => (await city.firestore.collection(`complaints/${id}/contactViews`).get()).docs.map((view) => view.id);

function call(data: unknown, uid?: string): Promise<Answer> {
  return callDeployed({ ports, projectId, city }, 'openContact', data, uid);
}

function recorded(): Promise<Recorded> {
  const nowMs = Date.now();
  return takeIn(city, { capturedAtMs: nowMs - 60_000, receivedAtMs: nowMs, occurredAtMs: nowMs - 3_600_000 });
}

describe('openContact: on record, counted, and no further than the pack says (RET-2)', () => {
  test('tells name, number and address but not the secret of the link; the view of the day and the count are written with it', async () => {
    const { id, contact } = await recorded();
    const { token: _secret, ...told } = contact;
    expect(await call({ complaintId: id }, clerk)).toEqual({ status: 200, body: { result: { contact: told } } });
    expect(await viewsOf(id)).toEqual([`${clerk}_${today}`]);
    expect(await countOf()).toBe(1);
  });

  test('again on the same day costs nothing', async () => {
    const { id } = await recorded();
    for (const _again of [1, 2]) expect((await call({ complaintId: id }, clerk)).status).toBe(200);
    expect(await countOf()).toBe(1);
  });

  test('past the number of the day nothing new is opened, and nothing is put on record; what was opened today still is', async () => {
    const [first, second] = [await recorded(), await recorded()];
    await countDoc().set({ count: 199 });
    expect((await call({ complaintId: first.id }, clerk)).status).toBe(200);
    expect(await call({ complaintId: second.id }, clerk)).toMatchObject({ status: 429, body: { error: { message: 'tooManyTries' } } });
    expect(await viewsOf(second.id)).toEqual([]);
    expect((await call({ complaintId: first.id }, clerk)).status).toBe(200);
    expect(await countOf()).toBe(200);
  });

  test('the inspector hears of whoever reaches half of it, once', async () => {
    const inspector = city.told.staff.find(({ role, pack }) => role === 'qualityInspector' && pack === 'telecom')?.uid ?? '';
    const told = city.firestore.doc(`inbox/${inspector}/items/contacts_${clerk}_${today}`);
    await countDoc().set({ count: 98 });
    await call({ complaintId: (await recorded()).id }, clerk);
    expect((await told.get()).exists).toBe(false);
    await call({ complaintId: (await recorded()).id }, clerk);
    expect((await told.get()).data()).toMatchObject({ kind: 'manyContacts', number: city.staff(clerk).name, read: false });
  });

  test('not to another branch, not to a job that does not talk to customers, not to somebody suspended, not without a sign-in', async () => {
    const { id } = await recorded();
    expect((await call({ complaintId: id }, 't-xy-xucheng-clerk-1')).status).toBe(403);
    expect((await call({ complaintId: id })).status).toBe(401);
    await city.changeStaff(clerk, { role: 'qualityInspector' });
    expect((await call({ complaintId: id }, clerk)).status).toBe(403);
    await city.changeStaff(clerk, { role: 'outletClerk', active: false });
    expect((await call({ complaintId: id }, clerk)).status).toBe(403);
    expect(await viewsOf(id)).toEqual([]);
    expect(await countOf()).toBeUndefined();
  });
});
