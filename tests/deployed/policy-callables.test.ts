import { type Role, roles } from '@shouwen/domain/organisation/staff';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { cityAt, type TestCity } from '../support/city.ts';
import { type Answer, callDeployed } from '../support/deployed-call.ts';

const { projectId, ports } = inject('emulators');
const administrator = 'p-admin-1';
const basedOn = 'post-2026.1';
const changes = [{ key: 'tiers.ordinary.replyHours', value: 40 }];
const reason = '按半年评审调整';
const year2027 = { year: 2027, holidays: ['2027-01-01', '2027-02-06', '2027-02-07', '2027-05-01', '2027-10-01'], makeUpWorkingDays: ['2027-02-20'] };
let admin: Admin;
let city: TestCity;

beforeAll(() => {
  admin = connectAdmin(projectId, ports);
  city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
});
afterEach(async () => {
  await city.restoreStaff();
  await asBefore();
});
afterAll(() => admin.close());

function call(name: string, data: unknown, uid?: string): Promise<Answer> {
  return callDeployed({ ports, projectId, city }, name, data, uid);
}

/** The city is shared with other tests, which expect it as it was seeded. */
async function asBefore(): Promise<void> {
  await city.firestore.doc('policies/current').update({ post: basedOn });
  const made = await city.firestore.collection('policyChanges').get();
  await Promise.all(
    [...made.docs.map(({ ref }) => ref), city.firestore.doc('policies/post-2026.2'), city.firestore.doc('calendar/2027')].map((one) => one.delete()),
  );
}

const inForce = async () => (await city.firestore.doc('policies/current').get()).get('post') as unknown;
const asked = {
  previewPolicy: { basedOn, changes },
  publishPolicy: { basedOn, changes, reason, applyToOpen: false },
  importCalendar: year2027,
};
const names = ['previewPolicy', 'publishPolicy', 'importCalendar'] as const;

describe.each(names)('%s', (name) => {
  test('an administrator may', async () => {
    expect((await call(name, asked[name], administrator)).status).toBe(200);
  });

  test('nobody without a sign-in, no administrator who was suspended', async () => {
    expect((await call(name, asked[name])).status).toBe(401);
    await city.changeStaff(administrator, { active: false });
    expect((await call(name, asked[name], administrator)).status).toBe(403);
    expect(await inForce()).toBe(basedOn);
  });

  test('whatever other job somebody has, they may not', async () => {
    const others = roles.filter((role: Role) => role !== 'administrator');
    for (const role of others) {
      await city.changeStaff(administrator, { role });
      expect([role, (await call(name, asked[name], administrator)).status]).toEqual([role, 403]);
    }
    expect(await inForce()).toBe(basedOn);
    expect((await city.firestore.doc('calendar/2027').get()).exists).toBe(false);
  });
});

describe('what is answered', () => {
  test('previewPolicy says what changes and for how many; another operator’s policy is nobody else’s', async () => {
    const { body } = await call('previewPolicy', asked.previewPolicy, administrator);
    expect(body['result']).toMatchObject({ version: 'post-2026.2', changes: [{ key: changes[0]?.key, before: 48, after: 40 }], open: { later: 0 } });
    expect(await inForce()).toBe(basedOn);
    const ofTelecom = await call('previewPolicy', { ...asked.previewPolicy, basedOn: 'telecom-2026.1' }, administrator);
    expect(ofTelecom).toMatchObject({ status: 409, body: { error: { message: 'policyChangedMeanwhile' } } });
  });

  test('publishPolicy answers with the version, and twice from the same basis is refused', async () => {
    expect((await call('publishPolicy', asked.publishPolicy, administrator)).body).toEqual({ result: { version: 'post-2026.2' } });
    expect(await inForce()).toBe('post-2026.2');
    expect(await call('publishPolicy', asked.publishPolicy, administrator)).toMatchObject({
      status: 409,
      body: { error: { status: 'ABORTED', message: 'policyChangedMeanwhile' } },
    });
  });

  test.each<[what: string, name: (typeof names)[number], wrong: object, message: string, details?: object]>([
    [
      'SLA-8: express in more than 7 days',
      'publishPolicy',
      { changes: [{ key: 'mailServices.ems.statutory.days', value: 8 }] },
      'policyOutOfBounds',
      { detail: 'mailServices.ems.statutory.days', most: 7 },
    ],
    [
      'a figure that nobody may change',
      'publishPolicy',
      { changes: [{ key: 'contactPepper', value: 'x'.repeat(20) }] },
      'policyUnknownKey',
      { detail: 'contactPepper' },
    ],
    [
      'figures that do not go together',
      'previewPolicy',
      { changes: [{ key: 'refunds.moveUpAfterHours', value: 2 }] },
      'policyInconsistent',
      { detail: 'refunds.moveUpAfterHours' },
    ],
    ['without a reason', 'publishPolicy', { reason: '  ' }, 'invalid'],
    ['with a field more', 'publishPolicy', { pack: 'telecom' }, 'invalid'],
    ['without a change', 'previewPolicy', { changes: [] }, 'invalid'],
    ['a day that there is not', 'importCalendar', { holidays: [...year2027.holidays, '2027-02-29'] }, 'calendarInvalid', { detail: 'noSuchDay 2027-02-29' }],
    ['a year in words', 'importCalendar', { year: '2027' }, 'invalid'],
  ])('refused with its reason: %s', async (_what, name, wrong, message, details) => {
    const answer = await call(name, { ...asked[name], ...wrong }, administrator);
    expect(answer).toMatchObject({ status: 400, body: { error: { status: 'INVALID_ARGUMENT', message, ...(details ? { details } : {}) } } });
    expect(await inForce()).toBe(basedOn);
    expect((await call(name, asked[name], administrator)).status).toBe(200);
  });
});
