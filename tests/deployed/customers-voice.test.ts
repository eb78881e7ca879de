import { numberOf } from '@shouwen/domain/kernel/number';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { readBooks } from '../support/books.ts';
import { cityAt, type TestCity } from '../support/city.ts';
import { type Answer, callDeployed } from '../support/deployed-call.ts';
import { newPhone, type Recorded, takeIn } from '../support/recorder.ts';

const { projectId, ports } = inject('emulators');
const clerk = 't-qjp-huaihai-clerk-1';
const information = { type: 'addInformation', text: '发票号补充如下' };
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

async function recorded(): Promise<Recorded & { phone: string }> {
  const phone = newPhone();
  const nowMs = Date.now();
  return { ...(await takeIn(city, { phone, capturedAtMs: nowMs - 60_000, receivedAtMs: nowMs, occurredAtMs: nowMs - 3_600_000 })), phone };
}

const saidIn = async (id: string) => Object.keys((await readBooks(city.firestore, id)).journal).filter((entry) => entry.startsWith('customer-'));

describe('sayAsCustomer: whoever knows the page’s id is not the customer', () => {
  test('the secret of the link speaks; the page’s id, which staff know, and any other secret do not', async () => {
    const { id, recording, contact } = await recorded();
    for (const by of [{ token: recording.statusId }, { statusId: recording.statusId }, {}])
      expect(await call('sayAsCustomer', { by, id: 'one', command: information }, clerk)).toMatchObject({ status: 400 });
    for (const by of [{ token: 'A'.repeat(22) }, { token: recording.statusId.slice(0, 22) }, { ticket: 'A'.repeat(22) }])
      expect(await call('sayAsCustomer', { by, id: 'one', command: information }, clerk)).toMatchObject({ status: 403 });
    expect(await saidIn(id)).toEqual([]);
    expect(await call('sayAsCustomer', { by: { token: contact.token }, id: 'one', command: information })).toEqual({ status: 200, body: { result: {} } });
    expect(await saidIn(id)).toEqual(['customer-addInformation-one']);
    expect(JSON.stringify(await readBooks(city.firestore, id)), 'the secret is kept nowhere').not.toContain(contact.token);
  });

  test('a look-up gives a ticket for half an hour, for that page alone', async () => {
    const { id, phone } = await recorded();
    const { body } = await call('lookUpStatus', { number: numberOf(id), phone });
    const { ticket, ticketSpeaks } = (body as { result: { ticket: string; ticketSpeaks: boolean } }).result;
    expect(ticketSpeaks).toBe(true);
    expect((await call('sayAsCustomer', { by: { ticket }, id: 'one', command: information })).status).toBe(200);
    expect(await saidIn(id)).toEqual(['customer-addInformation-one']);
    const tickets = await city.firestore.collection('tickets').get();
    expect(JSON.stringify(tickets.docs.map((document) => [document.id, document.data()]))).not.toContain(ticket);
    await Promise.all(tickets.docs.map(({ ref }) => ref.update({ expiresAt: Timestamp.fromMillis(Date.now() - 1) })));
    expect((await call('sayAsCustomer', { by: { ticket }, id: 'two', command: information })).status).toBe(403);
    expect(await saidIn(id)).toHaveLength(1);
  });

  test('what does not fit is refused at once, with why, and is written nowhere', async () => {
    const { id, contact } = await recorded();
    const rating = { type: 'rate', stars: 5, reasons: [], solved: true };
    const refused = await call('sayAsCustomer', { by: { token: contact.token }, id: 'one', command: rating });
    expect(refused).toMatchObject({ status: 400, body: { error: { message: 'notInThisState' } } });
    for (const command of [{ ...rating, stars: 7 }, { type: 'close' }, { type: 'addInformation', text: '  ' }])
      expect(await call('sayAsCustomer', { by: { token: contact.token }, id: 'one', command })).toMatchObject({ status: 400 });
    expect((await readBooks(city.firestore, id)).replies).toEqual({});
  });
});

describe('showLink: the secret is shown to those who may open the contact, each time on record', () => {
  const viewsOf = async (id: string) => (await city.firestore.collection(`complaints/${id}/contactViews`).get()).docs.map((view) => view.data());

  test('to the owner, once and again', async () => {
    const { id, contact } = await recorded();
    expect(await call('showLink', { complaintId: id }, clerk)).toEqual({ status: 200, body: { result: { token: contact.token } } });
    await call('showLink', { complaintId: id }, clerk);
    expect(await viewsOf(id)).toEqual([1, 2].map(() => expect.objectContaining({ uid: clerk, shown: 'link' })));
  });

  test('not to another branch, not to a job that does not open contacts, not to somebody suspended', async () => {
    const { id } = await recorded();
    expect((await call('showLink', { complaintId: id }, 't-xy-xucheng-clerk-1')).status).toBe(403);
    await city.changeStaff(clerk, { role: 'knowledgeEditor' });
    expect((await call('showLink', { complaintId: id }, clerk)).status).toBe(403);
    await city.changeStaff(clerk, { role: 'outletClerk', active: false });
    expect((await call('showLink', { complaintId: id }, clerk)).status).toBe(403);
    expect(await viewsOf(id)).toEqual([]);
  });
});
