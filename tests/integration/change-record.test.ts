import { randomUUID } from 'node:crypto';
import { changeFromStored } from '@shouwen/domain/change/change';
import type { ChangeFilter } from '@shouwen/domain/change/change-filter';
import type { PolicyChange } from '@shouwen/domain/policy/change-policy';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readAdministrator, readCaller } from '../../functions/src/callables/answer-call.ts';
import { decideChange } from '../../functions/src/change/decide-change.ts';
import { exportRecord } from '../../functions/src/change/export-record.ts';
import { foreseeStored } from '../../functions/src/change/foresee-change.ts';
import { moveFormerRecords } from '../../functions/src/change/move-former-records.ts';
import { type JobToChange, proposeJob } from '../../functions/src/change/propose-job.ts';
import { proposePolicy } from '../../functions/src/change/propose-policy.ts';
import { setPresence } from '../../functions/src/change/set-presence.ts';
import { releaseWork } from '../../functions/src/schedules/release-work.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { type BreakingPoint, meteredStore } from '../support/metered-store.ts';
import { act, takeIn } from '../support/recorder.ts';
import { signedInNow } from '../support/signed-in.ts';

const [admin, otherAdmin, auditor, leader] = ['t-admin-1', 't-admin-2', 't-auditor-1', 't-leader-1'] as const;
const handler = 't-ls-handler-1';
const raised: PolicyChange = { key: 'refunds.ladders.outlet.1.limitFen', value: 15_000 };
const all: ChangeFilter = { kind: null, uid: null, unitId: null, month: null, isAlone: false };
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'change-record');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await city.firestore.doc('policies/current').update({ telecom: 'telecom-2026.1' });
  const made = await Promise.all(['changes', 'policyChanges', 'exports', 'migrations'].map((name) => city.firestore.collection(name).get()));
  await Promise.all([...made.flatMap(({ docs }) => docs.map(({ ref }) => ref)), city.firestore.doc('policies/telecom-2026.2')].map((one) => one.delete()));
});
afterAll(() => city.close());

const storedAt = async (path: string) => (await city.firestore.doc(path).get()).data();

async function proposeFor(uid: string, wanted: Partial<JobToChange>, by: string = admin): Promise<string> {
  const id = randomUUID();
  await city.changeStaff(uid, {});
  expect(await proposeJob(city.host, (reader) => readAdministrator(reader, signedInNow(by)), { id, uid, reason: '轮岗', ...wanted })).toMatchObject({
    ok: true,
  });
  return id;
}

async function propose(changes: PolicyChange[], { applyToOpen = false } = {}): Promise<string> {
  const id = randomUUID();
  const policy = { id, basedOn: 'telecom-2026.1', changes, reason: '按半年评审调整', applyToOpen };
  expect(await proposePolicy(city.host, (reader) => readAdministrator(reader, signedInNow(admin)), policy)).toMatchObject({ ok: true });
  return id;
}

async function confirm(uid: string, id: string, host = city.host): Promise<string> {
  const said = { id, verdict: 'confirm' as const, reason: '', signedInAtMs: host.nowMs() - 60_000 };
  const decided = await decideChange(host, (reader) => readCaller(reader, signedInNow(uid)), said);
  return decided.ok ? decided.state : decided.refusal.code;
}

describe('ADM-3: what a change does to the work in hand is shown before and noted after', () => {
  test('a handler with three complaints becomes refund clerk: the foresight, what is noted, and what really goes are the same', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { id } = await takeIn(city, { homeRegion: '320826' });
      if ((await storedAt(`complaints/${id}`))?.['handlerUid'] === handler) await act(city, id, handler, { type: 'accept' });
      ids.push(id);
    }
    const held = async () => (await Promise.all(ids.map((id) => storedAt(`complaints/${id}`)))).filter((one) => one?.['handlerUid'] === handler).length;
    const before = await held();
    expect(before).toBeGreaterThan(0);
    const id = await proposeFor(handler, { role: 'refundClerk', unitId: 't-cc' });
    const foreseen = await foreseeStored(city.host, id);
    expect(foreseen).toEqual({ isOvertaken: false, effects: { kept: 0, released: before, declined: 0 } });
    expect([await held(), (await storedAt(`changes/${id}`))?.['effects']]).toEqual([before, null]);
    expect(await confirm(auditor, id)).toBe('applied');
    expect((await storedAt(`changes/${id}`))?.['effects']).toEqual(foreseen?.effects);
    await releaseWork(city.host, handler);
    expect(await held()).toBe(0);
  });

  test('of figures that hold for open matters; where they do not, and of what was overtaken, that is said', async () => {
    await takeIn(city, { homeRegion: '320826' });
    const looser: PolicyChange = { key: 'tiers.ordinary.replyHours', value: 60 };
    const [forAll, forNew] = [await propose([looser], { applyToOpen: true }), await propose([looser])];
    const foreseen = await foreseeStored(city.host, forAll);
    expect(foreseen?.effects).toMatchObject({ later: expect.any(Number) });
    expect(await foreseeStored(city.host, forNew)).toEqual({ isOvertaken: false, effects: null });
    expect(await confirm(otherAdmin, forAll)).toBe('applied');
    expect((await storedAt(`changes/${forAll}`))?.['effects']).toEqual(foreseen?.effects);
    expect(await foreseeStored(city.host, forNew)).toEqual({ isOvertaken: true, effects: null });
  });

  test('a suspension, which waits for nobody, notes it too', async () => {
    const id = await proposeFor(handler, { active: false });
    expect(await storedAt(`changes/${id}`)).toMatchObject({ state: 'applied', effects: { kept: 0, declined: 0, released: expect.any(Number) } });
  });
});

describe('ADM-2: a first installation, where there has never been a leader or an auditor', () => {
  const overseers = [auditor, leader];
  const withoutOverseers = async () => {
    for (const uid of overseers) await city.changeStaff(uid, { role: 'outletClerk' });
  };

  test('two administrators do for figures of money; one, twice, does not', async () => {
    await withoutOverseers();
    const id = await propose([raised]);
    expect(await storedAt(`changes/${id}`)).toMatchObject({ needs: 'moneyAtOpening', state: 'awaitingConfirmation' });
    expect((await storedAt(`inbox/${otherAdmin}/items/${id}_changeAwaitsYou`))?.['kind']).toBe('changeAwaitsYou');
    expect([await confirm(admin, id), await confirm(auditor, id), await confirm(otherAdmin, id)]).toEqual(['changeIsOwn', 'changeNotYours', 'applied']);
    expect((await storedAt('policies/current'))?.['telecom']).toBe('telecom-2026.2');
  });

  test('it is over as soon as there is a leader or an auditor, for what waits as well, and suspending them does not bring it back', async () => {
    await withoutOverseers();
    const id = await propose([raised]);
    await city.changeStaff(leader, { role: 'companyLeader', active: false });
    expect(await confirm(otherAdmin, id)).toBe('changeNotYours');
    expect(await storedAt(`changes/${await propose([raised])}`)).toMatchObject({ needs: 'money' });
    await city.changeStaff(leader, { active: true });
    expect(await confirm(leader, id)).toBe('applied');
  });

  test('nor does giving them another job, which two administrators may', async () => {
    await city.changeStaff(auditor, { role: 'outletClerk' });
    const away = await proposeFor(leader, { role: 'outletClerk', unitId: 't-qjp-huaihai' });
    expect(await confirm(otherAdmin, away)).toBe('applied');
    const id = await propose([raised]);
    expect(await storedAt(`changes/${id}`)).toMatchObject({ needs: 'money' });
    expect(await confirm(otherAdmin, id)).toBe('changeNotYours');
  });
});

describe('ADM-7: the record for those who read it', () => {
  const unitsOf = async (id: string) => (await storedAt(`changes/${id}`))?.['unitIds'] as string[];

  test('each act says whose heads read it: the unit that somebody leaves, the one that they come to, and those above; figures nobody’s', async () => {
    const moved = await proposeFor('t-qjp-huaihai-clerk-1', { unitId: 't-ha-huaicheng' });
    expect(await unitsOf(moved)).toEqual(expect.arrayContaining(['t-qjp-huaihai', 't-qjp', 't-ha-huaicheng', 't-ha', 't-city']));
    expect(await unitsOf(await propose([raised]))).toEqual([]);
    await city.changeStaff(handler, {});
    await setPresence(city.host, () => Promise.resolve(city.staff(handler)), handler, { kind: 'offShift', nextDutyAtMs: city.host.nowMs() + 3_600_000 });
    const [duty] = (await city.firestore.collection('changes').where('kind', '==', 'duty').get()).docs;
    expect(duty?.get('unitIds')).toEqual(expect.arrayContaining(['t-ls', 't-city']));
  });

  test('RET-2, RPT-2: an auditor takes the month’s changes without a second person out as a file, and that is on record with its hash', async () => {
    const alone = await proposeFor('t-qjp-huaihai-clerk-1', { unitId: 't-ha-huaicheng' });
    const confirmed = await propose([raised]);
    expect(await confirm(auditor, confirmed)).toBe('applied');
    const exported = await exportRecord(city.host, city.staff(auditor), { filter: { ...all, month: '2026-11', isAlone: true }, reason: '月度审计' });
    const lines = exported.ok ? exported.csv.trim().split('\r\n') : [];
    expect([lines.length, lines[1]?.includes(alone)]).toEqual([2, true]);
    city.host.clockMs += 1;
    const whole = await exportRecord(city.host, city.staff(auditor), { filter: all, reason: '全部' });
    expect(whole.ok && whole.csv.includes(confirmed)).toBe(true);
    const kept = (await city.firestore.collection('exports').get()).docs.map((one) => one.data());
    expect(kept).toContainEqual(
      expect.objectContaining({ pack: 'telecom', byUid: auditor, of: 'changes', reason: '月度审计', rows: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    );
    const other = await exportRecord(city.host, city.staff('p-auditor-1'), { filter: all, reason: '全部' });
    expect(other.ok && other.csv.includes(alone)).toBe(false);
  });
});

describe('what was noted beside each person before there was one record', () => {
  const clerk = 't-qjp-huaihai-clerk-1';
  const former = async () => {
    const at = (day: number) => city.host.timestamp(Date.parse(`2026-10-0${day}T09:00:00+08:00`));
    const notes = city.firestore.collection(`staff/${clerk}/changes`);
    await notes.doc('1790000000001').set({ byUid: admin, at: at(1), uid: clerk, role: 'fieldStaff' });
    await notes.doc('1790000000002').set({ byUid: clerk, at: at(2), onDuty: false });
    await notes.doc('1790000000003').set({ byUid: admin, at: at(3), uid: clerk, role: 'outletClerk' });
    // As the version wrote it that had both: it is in the record already, without its readers.
    await notes.doc('one').set({ byUid: admin, at: at(4), active: true, role: 'outletClerk', unitId: 't-qjp-huaihai', changeId: 'one' });
    const job = { active: true, role: 'outletClerk', unitId: 't-qjp-huaihai' };
    const word = { reason: '', byUid: admin, byName: '管理员', proposedAtMs: 1, needs: 'none', state: 'applied', verdict: null, expiresAt: null };
    const about = { kind: 'job', pack: 'telecom', targetUid: clerk, targetName: '某人', before: { ...job, unitId: 't-ha' }, after: job };
    await city.firestore.doc('changes/one').set({ schemaVersion: 1, ...word, ...about });
  };
  afterEach(async () => {
    const notes = await city.firestore.collection(`staff/${clerk}/changes`).get();
    await Promise.all(notes.docs.map(({ ref }) => ref.delete()));
  });
  const record = async () => {
    const { docs } = await city.firestore.collection('changes').orderBy('proposedAtMs').get();
    return docs.map((one) => changeFromStored(one.id, one.data()));
  };

  test('is in the record once, with before, after and readers, however often and from wherever it is moved', async () => {
    await former();
    expect(await moveFormerRecords(city.host)).toBe(4);
    const moved = await record();
    expect(moved.map(({ id }) => id)).toEqual(['one', ...[1, 2, 3].map((count) => `former-${clerk}-179000000000${count}`)]);
    expect(moved[3]).toMatchObject({ before: { role: 'fieldStaff' }, after: { role: 'outletClerk' }, byName: city.staff(admin).name });
    for (const { unitIds } of moved) expect(unitIds).toEqual(expect.arrayContaining(['t-qjp-huaihai', 't-qjp', 't-city']));
    expect(moved[0]?.unitIds).toContain('t-ha');
    expect(await moveFormerRecords(city.host)).toBe(0);
    await city.firestore.doc('migrations/changeRecords').delete();
    expect(await moveFormerRecords(city.host)).toBe(0);
    expect(await record()).toEqual(moved);
  });

  test('a move that dies anywhere is finished by the next', async () => {
    await former();
    for (let operation = 1; operation < 40; operation += 3) {
      const point: BreakingPoint = { operation, when: 'at', isDeath: true };
      await moveFormerRecords(city.newHost(meteredStore(city.host.store, point))).catch(() => undefined);
    }
    await moveFormerRecords(city.host);
    expect((await record()).map(({ id }) => id)).toHaveLength(4);
    expect((await storedAt('migrations/changeRecords'))?.['at']).toBeDefined();
  });
});
