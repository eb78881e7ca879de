import { randomUUID } from 'node:crypto';
import { hourMs } from '@shouwen/domain/calendar/day';
import type { PolicyChange } from '@shouwen/domain/policy/change-policy';
import { FieldValue } from 'firebase-admin/firestore';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readAdministrator, readCaller } from '../../functions/src/callables/answer-call.ts';
import { decideChange, type Verdict } from '../../functions/src/change/decide-change.ts';
import { expireChanges } from '../../functions/src/change/expire-changes.ts';
import { type JobToChange, proposeJob } from '../../functions/src/change/propose-job.ts';
import { proposePolicy } from '../../functions/src/change/propose-policy.ts';
import { signedInAgo, signedInNow } from '../support/signed-in.ts';
import { openCity, type TestCity, type TestHost } from '../support/city.ts';
import { type BreakingPoint, meteredStore } from '../support/metered-store.ts';

const [admin, otherAdmin, auditor, leader] = ['t-admin-1', 't-admin-2', 't-auditor-1', 't-leader-1'] as const;
const clerk = 't-qjp-huaihai-clerk-1';
const raised: PolicyChange = { key: 'refunds.ladders.outlet.1.limitFen', value: 15_000 };
const looser: PolicyChange = { key: 'tiers.ordinary.replyHours', value: 60 };
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'changes');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await city.firestore.doc('policies/current').update({ telecom: 'telecom-2026.1' });
  const made = await Promise.all([city.firestore.collection('changes').get(), city.firestore.collection('policyChanges').get()]);
  await Promise.all([...made.flatMap(({ docs }) => docs.map(({ ref }) => ref)), city.firestore.doc('policies/telecom-2026.2')].map((one) => one.delete()));
});
afterAll(() => city.close());

const storedAt = async (path: string) => (await city.firestore.doc(path).get()).data();
const inForce = async () => (await city.firestore.doc('policies/current').get()).get('telecom') as string;
const told = async (uid: string, id: string, kind: string) => (await storedAt(`inbox/${uid}/items/${id}_${kind}`))?.['kind'] === kind;

async function propose(changes: PolicyChange[], options: { id?: string; applyToOpen?: boolean; host?: TestHost } = {}) {
  const { id = randomUUID(), applyToOpen = false, host = city.host } = options;
  const proposed = await proposePolicy(host, (reader) => readAdministrator(reader, signedInNow(admin)), {
    id,
    basedOn: 'telecom-2026.1',
    changes,
    reason: '按半年评审调整',
    applyToOpen,
  });
  return { id, proposed };
}

async function proposeFor(uid: string, wanted: Partial<JobToChange>, by: string = admin): Promise<{ id: string; state: string }> {
  const id = randomUUID();
  const proposed = await proposeJob(city.host, (reader) => readAdministrator(reader, signedInNow(by)), { id, uid, reason: '轮岗', ...wanted });
  await city.changeStaff(uid, {});
  return { id, state: proposed.ok ? proposed.state : typeof proposed.refusal === 'string' ? proposed.refusal : proposed.refusal.code };
}

async function decide(uid: string, id: string, { host = city.host, ...verdict }: Partial<Verdict> & { host?: TestHost } = {}): Promise<string> {
  const said = { id, verdict: 'confirm' as const, reason: '', signedInAtMs: host.nowMs() - 60_000, ...verdict };
  const decided = await decideChange(host, (reader) => readCaller(reader, signedInNow(uid)), said);
  return decided.ok ? decided.state : decided.refusal.code;
}

describe('ADM-2: figures of money and looser clocks wait for a second person', () => {
  test('a clerk’s limit is not raised by one administrator: auditor and leader are told, another administrator does not do', async () => {
    const { id, proposed } = await propose([raised]);
    expect(proposed).toEqual({ ok: true, version: null });
    expect(await inForce()).toBe('telecom-2026.1');
    expect(await storedAt(`changes/${id}`)).toMatchObject({ kind: 'policy', needs: 'money', state: 'awaitingConfirmation', byUid: admin, version: null });
    expect([await told(auditor, id, 'changeAwaitsYou'), await told(leader, id, 'changeAwaitsYou'), await told(otherAdmin, id, 'changeAwaitsYou')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([await decide(admin, id), await decide(otherAdmin, id), await decide(clerk, id)]).toEqual(['changeNotYours', 'changeNotYours', 'changeNotYours']);
    expect(await decide(auditor, id, { signedInAtMs: city.host.nowMs() - 10 * 60_000 })).toBe('signInAgain');
    expect(await inForce()).toBe('telecom-2026.1');
    expect(await decide(auditor, id)).toBe('applied');
    expect(await inForce()).toBe('telecom-2026.2');
    expect(await storedAt('policyChanges/telecom-2026.2')).toMatchObject({ byUid: admin, confirmedByName: city.staff(auditor).name });
    expect(await storedAt(`changes/${id}`)).toMatchObject({ state: 'applied', version: 'telecom-2026.2', verdict: { byUid: auditor } });
    expect([await told(leader, id, 'changeApplied'), await told(admin, id, 'changeApplied')]).toEqual([true, true]);
    expect([await decide(auditor, id), await decide(leader, id)]).toEqual(['applied', 'changeDecided']);
  });

  test('a looser clock may be confirmed by another administrator; what tightens is in force at once, and leader and auditor hear of it', async () => {
    const waiting = await propose([looser]);
    expect(waiting.proposed).toEqual({ ok: true, version: null });
    expect(await decide(admin, waiting.id)).toBe('changeIsOwn');
    expect(await decide(otherAdmin, waiting.id)).toBe('applied');
    await city.firestore.doc('policies/current').update({ telecom: 'telecom-2026.1' });
    await city.firestore.doc('policies/telecom-2026.2').delete();
    await city.firestore.doc('policyChanges/telecom-2026.2').delete();
    const tighter = await propose([{ key: 'refunds.ladders.outlet.1.limitFen', value: 5000 }]);
    expect(tighter.proposed).toEqual({ ok: true, version: 'telecom-2026.2' });
    expect([await told(leader, tighter.id, 'changeApplied'), await told(auditor, tighter.id, 'changeApplied')]).toEqual([true, true]);
  });

  test('what another version has overtaken is void, and whoever proposed it is told', async () => {
    const { id } = await propose([raised]);
    await propose([{ key: 'tiers.ordinary.replyHours', value: 40 }]);
    expect(await decide(leader, id)).toBe('changedMeanwhile');
    expect(await storedAt(`changes/${id}`)).toMatchObject({ state: 'refused', verdict: { reason: 'changedMeanwhile' } });
    expect(await told(admin, id, 'changeRefused')).toBe(true);
  });

  test('refused, withdrawn and expired it never comes into force; each once', async () => {
    const [refused, withdrawn, expired] = [await propose([raised]), await propose([raised]), await propose([raised])];
    expect(await decide(leader, refused.id, { verdict: 'refuse', reason: '没有依据' })).toBe('refused');
    expect(await decide(auditor, refused.id)).toBe('changeDecided');
    expect(await decide(auditor, withdrawn.id, { verdict: 'withdraw' })).toBe('changeNotYours');
    expect(await decide(admin, withdrawn.id, { verdict: 'withdraw' })).toBe('withdrawn');
    city.host.clockMs += 72 * hourMs - 1;
    expect(await expireChanges(city.host)).toBe(0);
    city.host.clockMs += 1;
    expect(await decide(leader, expired.id)).toBe('changeExpired');
    expect([await expireChanges(city.host), await expireChanges(city.host)]).toEqual([1, 0]);
    expect(await storedAt(`changes/${expired.id}`)).toMatchObject({ state: 'expired' });
    expect(await told(admin, expired.id, 'changeRefused')).toBe(true);
    expect(await inForce()).toBe('telecom-2026.1');
  });

  test('asked twice is once; two who confirm at once, one wins', async () => {
    const first = await propose([raised]);
    expect((await propose([raised], { id: first.id })).proposed).toEqual({ ok: true, version: null });
    expect((await city.firestore.collection('changes').get()).size).toBe(1);
    const said = await Promise.all([decide(auditor, first.id, { host: city.newHost() }), decide(leader, first.id, { host: city.newHost() })]);
    expect(said.toSorted((one, other) => one.localeCompare(other))).toEqual(['applied', 'changeDecided']);
  });

  test('a confirmation that dies anywhere leaves all of it or nothing', async () => {
    const { id } = await propose([raised]);
    for (let operation = 1; operation < 12; operation += 1) {
      const point: BreakingPoint = { operation, when: 'at', isDeath: true };
      await decide(auditor, id, { host: city.newHost(meteredStore(city.host.store, point)) }).catch(() => undefined);
      const isApplied = (await storedAt(`changes/${id}`))?.['state'] === 'applied';
      expect([await inForce(), (await storedAt('policies/telecom-2026.2')) !== undefined]).toEqual([
        isApplied ? 'telecom-2026.2' : 'telecom-2026.1',
        isApplied,
      ]);
    }
    expect(['applied', 'changeDecided']).toContain(await decide(auditor, id));
    expect(await inForce()).toBe('telecom-2026.2');
  });
});

describe('ADM-2: jobs that nobody gives alone', () => {
  test('a clerk is not made company leader by one administrator; a second one may confirm, and the leader hears of it', async () => {
    const { id, state } = await proposeFor(clerk, { role: 'companyLeader', unitId: 't-city' });
    expect([state, (await storedAt(`staff/${clerk}`))?.['role']]).toEqual(['awaitingConfirmation', 'outletClerk']);
    expect([await decide(admin, id), await decide(clerk, id)]).toEqual(['changeIsOwn', 'changeNotYours']);
    expect(await decide(otherAdmin, id)).toBe('applied');
    expect(await storedAt(`staff/${clerk}`)).toMatchObject({ role: 'companyLeader', unitId: 't-city', audience: expect.arrayContaining(['t-city']) });
    expect(await told(leader, id, 'changeApplied')).toBe(true);
    const puppet = await propose([raised]);
    expect(await decide(clerk, puppet.id)).toBe('changeByYourMaker');
    expect(await decide(leader, puppet.id)).toBe('applied');
  });

  test('a suspension never waits, whoever it is; coming back does; a job that is not sensitive changes at once', async () => {
    expect(await proposeFor(leader, { active: false })).toMatchObject({ state: 'applied' });
    expect(await storedAt(`staff/${leader}`)).toMatchObject({ active: false });
    const back = await proposeFor(leader, { active: true });
    expect(back.state).toBe('awaitingConfirmation');
    expect(await decide(leader, back.id).catch((error: Error) => error.message)).toBe('notActive');
    expect(await decide(auditor, back.id)).toBe('applied');
    expect(await proposeFor(clerk, { role: 'outletManager' })).toMatchObject({ state: 'applied' });
    expect(await proposeFor(auditor, { active: false, role: 'outletClerk' })).toMatchObject({ state: 'suspendAlone' });
  });

  test('whom it is about has changed meanwhile, or whoever proposed it is gone: it is void', async () => {
    const changed = await proposeFor(clerk, { role: 'unitHead', unitId: 't-qjp' });
    await city.changeStaff(clerk, { unitId: 't-qjp-shuidukou' });
    expect(await decide(auditor, changed.id)).toBe('changedMeanwhile');
    await city.restoreStaff();
    const gone = await proposeFor(clerk, { role: 'unitHead', unitId: 't-qjp' });
    await city.changeStaff(admin, { active: false });
    expect(await decide(auditor, gone.id)).toBe('changeProposerGone');
    expect(await storedAt(`staff/${clerk}`)).toMatchObject({ role: 'outletClerk' });
  });
});

describe('RET-2: a sign-in that is older than the operator lets one be opens no function', () => {
  const weekS = 7 * 24 * 3600;
  const asks = (seconds: number): Promise<string> =>
    readCaller(city.host.store, signedInAgo(clerk, seconds)).then(
      ({ uid }) => uid,
      (error: Error) => error.message,
    );
  const saySessions = (sessionMs: unknown) => city.firestore.doc('policies/current').update({ sessionMs });

  test('a week by the packs: a minute less is good, a week is not, and nobody is told that they are suspended', async () => {
    expect(await asks(weekS - 60)).toBe(clerk);
    expect(await asks(weekS)).toBe('signInFirst');
    await expect(readAdministrator(city.host.store, signedInAgo(admin, weekS))).rejects.toThrow('signInFirst');
  });

  test('eight hours once a version that says so is in force, at once and for this operator alone', async () => {
    expect((await propose([{ key: 'limits.sessionHours', value: 8 }])).proposed).toMatchObject({ ok: true });
    expect((await storedAt('policies/current'))?.['sessionMs']).toEqual({ telecom: 8 * hourMs, post: 168 * hourMs });
    expect([await asks(8 * 3600 - 60), await asks(8 * 3600)]).toEqual([clerk, 'signInFirst']);
    await saySessions({ telecom: 168 * hourMs, post: 168 * hourMs });
  });

  test('a week where a deployment of the first version has not said it', async () => {
    await saySessions(FieldValue.delete());
    expect([await asks(weekS - 60), await asks(weekS)]).toEqual([clerk, 'signInFirst']);
    await saySessions({ telecom: 168 * hourMs, post: 168 * hourMs });
  });
});
