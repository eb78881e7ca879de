import { setTimeout as sleep } from 'node:timers/promises';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { numberOf } from '@shouwen/domain/kernel/number';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { readBooks } from '../support/books.ts';
import { cityAt, type TestCity } from '../support/city.ts';
import { callDeployed, signIn } from '../support/deployed-call.ts';
import { newPhone, recordAsClient, writeAsClient } from '../support/recorder.ts';

const { projectId, ports } = inject('emulators');
let admin: Admin;
let city: TestCity;

beforeAll(() => {
  admin = connectAdmin(projectId, ports);
  city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
});
afterEach(() => city.restoreStaff());
afterAll(() => admin.close());

/** Polls, because a listener may fall silent; gives what it last saw when it never came. */
async function eventually<Value>(read: () => Promise<Value>, isThere: (value: Value) => boolean): Promise<Value> {
  for (let left = 200; ; left -= 1) {
    const value = await read();
    if (isThere(value) || left === 0) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function complaintIn(id: string, isThere: (complaint: Record<string, unknown>) => boolean) {
  return eventually(async () => (await city.firestore.doc(`complaints/${id}`).get()).data() ?? {}, isThere);
}

function call(name: string, data: unknown, uid?: string) {
  return callDeployed({ ports, projectId, city }, name, data, uid);
}

describe('the functions hear of what phones and customers create', () => {
  test('recorded by a phone, assigned, accepted, answered, disagreed with', async () => {
    const { id, contact } = await recordAsClient(city, { homeRegion: '320826' });
    expect(await complaintIn(id, ({ state }) => state === 'assigned')).toMatchObject({ handlerUid: 't-ls-handler-1', seq: 1 });
    const first = await writeAsClient(city, id, 't-ls-handler-1', { type: 'accept' });
    const answer: StaffCommand = {
      type: 'answer',
      text: '已退费。',
      howGiven: '次月账单减免',
      checklist: [
        { ask: 'explanation', result: 'met' },
        { ask: 'refund', result: 'met' },
      ],
    };
    await writeAsClient(city, id, 't-ls-handler-1', answer, first);
    expect(await complaintIn(id, ({ state }) => state === 'answered')).toMatchObject({ seq: 3 });
    expect(await call('noteSeen', { by: { token: 'x'.repeat(22) } })).toMatchObject({ status: 403 });
    expect(await call('noteSeen', { by: { token: contact.token } })).toEqual({ status: 200, body: { result: {} } });
    expect(await complaintIn(id, ({ told }) => told !== null)).toMatchObject({ seq: 4, told: { by: 'page' } });
    const said = { by: { token: contact.token }, id: 'one', command: { type: 'disagree', text: '没有退到账' } };
    expect(await call('sayAsCustomer', said)).toEqual({ status: 200, body: { result: {} } });
    expect(await complaintIn(id, ({ state }) => state === 'reopened')).toMatchObject({ seq: 5, reopenCount: 1, told: null });
  });

  test('ORG-4, ADM-4: what someone holds who goes on leave is given to somebody else, as the preview said', async () => {
    const { id } = await recordAsClient(city, { homeRegion: '320826' });
    await complaintIn(id, ({ state }) => state === 'assigned');
    const leave = { uid: 't-ls-handler-1', presence: { kind: 'away', reason: 'leave', fromMs: Date.now(), untilMs: null } };
    const { body } = await call('setAvailability', { ...leave, isPreview: true }, 't-ls-handler-1');
    expect(body).toMatchObject({ result: { kept: 0, released: expect.any(Number) } });
    expect(await call('setAvailability', leave, 't-ls-handler-1')).toEqual({ status: 200, body: { result: {} } });
    expect(await complaintIn(id, ({ handlerUid }) => handlerUid === null)).toMatchObject({ handlingUnitId: 't-ls', state: 'assigned', seq: 2 });
    const back = { uid: 't-ls-handler-1', presence: { kind: 'onDuty' } };
    expect(await call('setAvailability', back, 't-ls-handler-1')).toEqual({ status: 200, body: { result: {} } });
  });
});

describe('setAvailability: oneself, or a superior for those below them (ORG-4)', () => {
  test.each([
    ['a branch head for a handler', 't-qjp-head-1', 't-qjp-handler-1', 200],
    ['a branch head for a clerk of an outlet below', 't-qjp-head-1', 't-qjp-huaihai-clerk-1', 200],
    ['oneself', 't-qjp-field-1', 't-qjp-field-1', 200],
    ['a colleague', 't-qjp-handler-2', 't-qjp-handler-1', 403],
    ['another branch’s head', 't-ha-head-1', 't-qjp-handler-1', 403],
    ['a duty leader who sees everything but heads something else', 't-cc-duty-1', 't-qjp-handler-1', 403],
    ['the other operator’s head', 'p-leader-1', 't-qjp-handler-1', 403],
    ['a duty leader for the director of the centre', 't-cc-duty-1', 't-cc-director-1', 403],
    ['a supervisor for another supervisor', 't-cc-supervisor-1', 't-cc-supervisor-2', 403],
    ['an outlet manager for the head of the branch', 't-qjp-huaihai-manager-1', 't-qjp-head-1', 403],
    ['for nobody', 't-qjp-head-1', 't-nobody', 404],
  ])('%s', async (_what, caller, uid, status) => {
    const recordsOf = async () =>
      (await city.firestore.collection('changes').where('targetUid', '==', uid).where('byUid', '==', caller).get()).docs.map((one) => one.data());
    const before = (await recordsOf()).length;
    for (const touched of ['t-qjp-handler-1', 't-qjp-huaihai-clerk-1', 't-qjp-field-1']) await city.changeStaff(touched, { onDuty: true });
    const answer = await call('setAvailability', { uid, onDuty: false }, caller);
    expect(answer.status).toBe(status);
    const { onDuty } = (await city.firestore.doc(`staff/${uid}`).get()).data() ?? { onDuty: true };
    expect(onDuty).toBe(status !== 200);
    const records = await recordsOf();
    expect(records.length - before).toBe(status === 200 ? 1 : 0);
    expect(records.filter((record) => record['onDuty'] === false).length).toBeGreaterThanOrEqual(status === 200 ? 1 : 0);
  });

  test('nobody without a sign-in, nobody suspended, nothing misshapen', async () => {
    expect((await call('setAvailability', { uid: 't-qjp-handler-1', onDuty: false })).status).toBe(401);
    await city.changeStaff('t-qjp-field-1', { active: false });
    expect((await call('setAvailability', { uid: 't-qjp-field-1', onDuty: true }, 't-qjp-field-1')).status).toBe(403);
    for (const wrong of [{ onDuty: 'yes' }, { presence: { kind: 'asleep' } }, { presence: { kind: 'offShift', nextDutyAtMs: 9e15 } }, {}])
      expect((await call('setAvailability', { uid: 't-qjp-head-1', ...wrong }, 't-qjp-head-1')).status).toBe(400);
    const backwards = { kind: 'offShift', nextDutyAtMs: Date.now() - 1 };
    expect((await call('setAvailability', { uid: 't-qjp-head-1', presence: backwards }, 't-qjp-head-1')).status).toBe(400);
  });
});

describe('administerStaff: administrators, for others of their operator', () => {
  test('a move changes document, audience and claims at once, ends old tokens, takes the work off them and is on record', async () => {
    const { id } = await recordAsClient(city, { recorderUid: 't-xy-xucheng-clerk-1', homeRegion: '320826' });
    await complaintIn(id, ({ state }) => state === 'assigned');
    await city.changeStaff('t-xy-xucheng-clerk-1', {});
    const { status } = await call('administerStaff', { uid: 't-xy-xucheng-clerk-1', role: 'outletManager', unitId: 't-ha-huaicheng' }, 't-admin-1');
    expect(status).toBe(200);
    const moved = await city.firestore.doc('staff/t-xy-xucheng-clerk-1').get();
    expect(moved.data()).toMatchObject({
      role: 'outletManager',
      unitId: 't-ha-huaicheng',
      audience: expect.arrayContaining(['t-ha-huaicheng', 't-ha', 't-city', 't-cc']),
    });
    expect((await admin.auth.getUser('t-xy-xucheng-clerk-1')).customClaims).toEqual({ role: 'outletManager', unitId: 't-ha-huaicheng', pack: 'telecom' });
    expect((await city.firestore.doc(`complaints/${id}`).get()).data()).toMatchObject({ ownerUid: 't-xy-head-1' });
    const [change] = (await city.firestore.collection('changes').where('targetUid', '==', 't-xy-xucheng-clerk-1').get()).docs;
    expect(change?.data()).toMatchObject({ kind: 'job', byUid: 't-admin-1', after: { role: 'outletManager', unitId: 't-ha-huaicheng' } });
    expect(change?.get('unitIds')).toEqual(expect.arrayContaining(['t-xy-xucheng', 't-xy', 't-ha-huaicheng', 't-ha', 't-city']));
  });

  test.each([
    ['is suspended', { active: false }],
    ['gets another job', { role: 'outletManager' }],
    ['moves to another unit', { unitId: 't-ha-huaicheng' }],
  ])('ORG-4: whoever %s has to sign in again: what they signed in with before counts no more, another’s does', async (_what, change) => {
    const [changed, other] = ['t-xy-xucheng-clerk-1', 't-qjp-huaihai-clerk-1'] as const;
    await city.changeStaff(changed, {});
    const tokens = await Promise.all([changed, other].map((uid) => signIn(ports, city.staff(uid).email)));
    const counting = () =>
      Promise.all(
        tokens.map((token) =>
          admin.auth.verifyIdToken(token, true).then(
            () => true,
            () => false,
          ),
        ),
      );
    expect(await counting()).toEqual([true, true]);
    // Tokens say when they were made by the second.
    await sleep(1_100);
    expect((await call('administerStaff', { uid: changed, ...change }, 't-admin-1')).status).toBe(200);
    expect(await counting()).toEqual([false, true]);
    expect((await call('administerStaff', { uid: changed, active: true }, 't-admin-1')).status).toBe(200);
  });

  test('ORG-4: the account of whoever is suspended lets nobody sign in, and does again once they are back', async () => {
    const { email } = city.staff('t-xy-xucheng-clerk-1');
    const suspend = (active: boolean) => call('administerStaff', { uid: 't-xy-xucheng-clerk-1', active }, 't-admin-1');
    await city.changeStaff('t-xy-xucheng-clerk-1', {});
    expect((await suspend(false)).status).toBe(200);
    expect(await signIn(ports, email), 'no token comes').toBeUndefined();
    expect((await suspend(true)).status).toBe(200);
    expect(await signIn(ports, email)).toMatch(/^ey/);
  });

  test.each([
    ['a head', 't-leader-1', { uid: 't-ha-handler-1', active: false }, 403],
    ['themselves', 't-admin-1', { uid: 't-admin-1', role: 'companyLeader' }, 403],
    ['someone of the other operator', 't-admin-1', { uid: 'p-ha-handler-1', active: false }, 404],
    ['into a unit of the other operator', 't-admin-1', { uid: 't-ha-handler-1', unitId: 'p-ha' }, 404],
    ['nobody', 't-admin-1', { uid: 't-nobody', active: false }, 404],
    ['into a job that there is not', 't-admin-1', { uid: 't-ha-handler-1', role: 'king' }, 400],
  ])('refused: %s', async (_what, caller, data, status) => {
    const before = (await city.firestore.doc('staff/t-ha-handler-1').get()).data();
    expect((await call('administerStaff', data, caller)).status).toBe(status);
    expect((await city.firestore.doc('staff/t-ha-handler-1').get()).data()).toEqual(before);
  });
});

/** Says of itself that it comes from another address. */
function lookUpAs(address: string, data: unknown) {
  return callDeployed({ ports, projectId, city }, 'lookUpStatus', data, undefined, { 'x-forwarded-for': address, 'x-real-ip': address });
}

describe('lookUpStatus: the number and the phone together, or nothing', () => {
  test('found with both; the same answer whether the phone is another’s, the number is nobody’s or no number at all; the sixth try is refused', async () => {
    const phone = newPhone();
    const { id, recording } = await recordAsClient(city, { phone });
    await complaintIn(id, ({ state }) => state === 'assigned');
    const number = numberOf(id);
    const ticket = expect.stringMatching(/^[A-Za-z0-9_-]{22}$/) as string;
    expect(await call('lookUpStatus', { number, phone })).toEqual({
      status: 200,
      body: { result: { statusId: recording.statusId, ticket, ticketSpeaks: true } },
    });
    expect(await call('lookUpStatus', { number: number.toLowerCase().replaceAll('-', ' '), phone: `+86 ${phone}` })).toEqual({
      status: 200,
      body: { result: { statusId: recording.statusId, ticket, ticketSpeaks: true } },
    });
    const nothing = { status: 200, body: { result: { statusId: null, ticket: null, ticketSpeaks: null } } };
    expect(await call('lookUpStatus', { number: numberOf('nobody’s'), phone })).toEqual(nothing);
    expect(await call('lookUpStatus', { number: 'no number', phone })).toEqual(nothing);
    for (let count = 1; count <= 5; count += 1) expect(await lookUpAs(`9.9.9.${count}`, { number, phone: newPhone() })).toEqual(nothing);
    const refused = { status: 429, body: { error: { status: 'RESOURCE_EXHAUSTED', message: 'tooManyTries' } } };
    expect(await lookUpAs('9.9.9.6', { number, phone }), 'whatever address the caller makes up').toMatchObject(refused);
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ seq: 1 });
  });
});
