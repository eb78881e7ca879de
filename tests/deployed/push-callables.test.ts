import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { cityAt, type TestCity } from '../support/city.ts';
import { type Answer, callDeployed } from '../support/deployed-call.ts';

const { projectId, ports } = inject('emulators');
const clerk = 't-qjp-huaihai-clerk-1';
const other = 't-qjp-shuidukou-manager-1';
const token = 'dQw4w9WgXcQ:APA91b-a_token_as_browsers_get_them';
let admin: Admin;
let city: TestCity;

beforeAll(() => {
  admin = connectAdmin(projectId, ports);
  city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
});
afterEach(() => city.restoreStaff());
afterAll(() => admin.close());

function call(name: string, data: unknown, uid?: string): Promise<Answer> {
  return callDeployed({ ports, projectId, city }, name, data, uid);
}

const allowed = { status: 200, body: { result: {} } };

describe('setPreferences: what a person wants to be told is theirs to say', () => {
  const preferencesOf = async (uid: string) => (await city.firestore.doc(`preferences/${uid}`).get()).data();

  test('set, and set again as a whole', async () => {
    expect(await call('setPreferences', { push: true, kinds: { customer: false } }, clerk)).toEqual(allowed);
    expect(await preferencesOf(clerk)).toEqual({ push: true, kinds: { customer: false } });
    expect(await call('setPreferences', { push: false, kinds: {} }, clerk)).toEqual(allowed);
    expect(await preferencesOf(clerk)).toEqual({ push: false, kinds: {} });
  });

  test.each([
    ['a group that there is not', { kinds: { gossip: true } }],
    ['a switch that is no switch', { push: 1 }],
    ['for somebody else', { uid: other }],
  ])('refused: %s', async (_what, wrong) => {
    const right = { push: true, kinds: { overdue: true } };
    expect((await call('setPreferences', { ...right, ...wrong }, clerk)).status).toBe(400);
    expect(await preferencesOf(other)).toBeUndefined();
    expect(await call('setPreferences', right, clerk)).toEqual(allowed);
  });

  test('nobody without a sign-in, nobody suspended (ORG-4)', async () => {
    const input = { push: true, kinds: {} };
    expect((await call('setPreferences', input)).status).toBe(401);
    await city.changeStaff(clerk, { active: false });
    expect((await call('setPreferences', input, clerk)).status).toBe(403);
    await city.restoreStaff();
    expect(await call('setPreferences', input, clerk)).toEqual(allowed);
  });
});

describe('registerDevice: where push is not set up, no device is kept', () => {
  test('and the answer says so, to be told from a wrong call', async () => {
    const answer = await call('registerDevice', { token, language: 'zh-CN' }, clerk);
    expect(answer).toMatchObject({ status: 400, body: { error: { status: 'FAILED_PRECONDITION', message: 'notSetUp' } } });
    expect((await city.firestore.collection('devices').get()).size).toBe(0);
  });

  test.each([
    ['a token that is none', { token: 'short' }],
    ['a token with something else in it', { token: `${token}/../staff` }],
    ['a language that nobody speaks here', { language: 'fr' }],
    ['for somebody else', { uid: other }],
  ])('refused: %s', async (_what, wrong) => {
    const answer = await call('registerDevice', { token, language: 'zh-CN', ...wrong }, clerk);
    expect(answer).toMatchObject({ body: { error: { status: 'INVALID_ARGUMENT' } } });
  });

  test('nobody without a sign-in, nobody suspended (ORG-4)', async () => {
    expect((await call('registerDevice', { token, language: 'en' })).status).toBe(401);
    await city.changeStaff(clerk, { active: false });
    expect((await call('registerDevice', { token, language: 'en' }, clerk)).status).toBe(403);
  });
});

describe('removeDevice: one’s own, by whoever signs out', () => {
  const path = `devices/${createHash('sha256').update(token).digest('hex')}`;
  const isKept = async () => (await city.firestore.doc(path).get()).exists;
  const keep = (uid: string) => city.firestore.doc(path).set({ uid, token, language: 'en', at: new Date() });

  test('one’s own goes, somebody else’s stays, and one that is not there does no harm', async () => {
    await keep(other);
    expect(await call('removeDevice', { token }, clerk)).toEqual(allowed);
    expect(await isKept()).toBe(true);
    expect(await call('removeDevice', { token }, other)).toEqual(allowed);
    expect(await isKept()).toBe(false);
    expect(await call('removeDevice', { token }, other)).toEqual(allowed);
  });

  test('whoever is suspended may take their device away; nobody may without a sign-in', async () => {
    await keep(clerk);
    expect((await call('removeDevice', { token })).status).toBe(401);
    expect(await isKept()).toBe(true);
    await city.changeStaff(clerk, { active: false });
    expect(await call('removeDevice', { token }, clerk)).toEqual(allowed);
    expect(await isKept()).toBe(false);
  });
});
