import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { cityAt, type TestCity } from '../support/city.ts';
import { type Answer, callDeployed } from '../support/deployed-call.ts';
import { type Recorded, takeIn } from '../support/recorder.ts';

const { projectId, ports } = inject('emulators');
const clerk = 't-qjp-huaihai-clerk-1';
const leader = 't-cc-duty-1';
let admin: Admin;
let city: TestCity;

beforeAll(() => {
  admin = connectAdmin(projectId, ports);
  city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
  city.host.clockMs = Date.now();
});
afterAll(() => admin.close());

function call(name: string, data: unknown, uid?: string): Promise<Answer> {
  return callDeployed({ ports, projectId, city }, name, data, uid);
}

function recorded(): Promise<Recorded> {
  const nowMs = Date.now();
  return takeIn(city, { capturedAtMs: nowMs - 60_000, receivedAtMs: nowMs, occurredAtMs: nowMs - 3_600_000 });
}

const standing = (isOut: boolean, isSaidByCustomer = false) => ({
  status: 200,
  body: { result: { isSetUp: false, canBeTold: true, isOut, isSaidByCustomer } },
});

describe('TEL-4: who wants no messages', () => {
  test('staff whom the complaint concerns say so for the customer, who sees it on their page and may take it back', async () => {
    const { id, contact } = await recorded();
    const by = { token: contact.token };
    expect(await call('optOutForCustomer', { complaintId: id, isOut: null }, clerk)).toEqual(standing(false));
    expect(await call('optOutForCustomer', { complaintId: id, isOut: true }, clerk)).toEqual(standing(true));
    expect(await call('optOut', { by, isOut: null })).toEqual({ status: 200, body: { result: { isSetUp: false, isOut: true } } });
    expect(await call('optOut', { by, isOut: false })).toEqual({ status: 200, body: { result: { isSetUp: false, isOut: false } } });
    expect(await call('optOutForCustomer', { complaintId: id, isOut: null }, clerk)).toEqual(standing(false));
    // What they have said themselves nobody takes back for them.
    expect(await call('optOut', { by, isOut: true })).toMatchObject({ status: 200 });
    expect(await call('optOutForCustomer', { complaintId: id, isOut: false }, clerk)).toEqual(standing(true, true));
  });

  test('nobody else: not without a login, not by the page’s id, not of another’s complaint', async () => {
    const { id, recording } = await recorded();
    expect((await call('optOutForCustomer', { complaintId: id, isOut: true })).status).toBe(401);
    expect((await call('optOutForCustomer', { complaintId: id, isOut: true }, 't-ls-handler-1')).status).toBe(403);
    expect((await call('optOut', { by: { token: recording.statusId }, isOut: true })).status).toBe(400);
    expect((await call('optOut', { by: { token: 'x'.repeat(22) }, isOut: true })).status).toBe(403);
  });
});

describe('where telling is not set up', () => {
  test('nothing is sent again, and the centre’s calls lead nowhere', async () => {
    const { id } = await recorded();
    expect(await call('tellAgain', { complaintId: id, messageId: `answered_${id}_0` }, clerk)).toMatchObject({ status: 400 });
    for (const name of ['outreachReceipts', 'outreachInbound']) {
      const answer = await fetch(`http://127.0.0.1:${ports.functions}/${projectId}/asia-east2/${name}`, { method: 'POST', body: '{}' });
      expect(answer.status).toBe(404);
    }
  });
});

describe('pauseMessages', () => {
  test('the duty leader stops messages with a reason; nobody else does', async () => {
    const said = { isPaused: true, reason: '短信网关故障' };
    expect((await call('pauseMessages', said, clerk)).status).toBe(403);
    expect((await call('pauseMessages', { isPaused: true, reason: ' ' }, leader)).status).toBe(400);
    expect((await call('pauseMessages', said, leader)).status).toBe(200);
    expect((await city.firestore.doc('outreachPauses/telecom').get()).data()).toMatchObject({ ...said, byUid: leader });
    expect((await call('pauseMessages', { isPaused: false, reason: '已恢复' }, leader)).status).toBe(200);
  });
});
