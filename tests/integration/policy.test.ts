import { randomUUID } from 'node:crypto';
import { hourMs } from '@shouwen/domain/calendar/day';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { PolicyChange } from '@shouwen/domain/policy/change-policy';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readAdministrator, readCaller } from '../../functions/src/callables/answer-call.ts';
import { applyPolicies } from '../../functions/src/policy/apply-policies.ts';
import { effectsOfPolicy } from '../../functions/src/policy/policy-effects.ts';
import { decideChange } from '../../functions/src/change/decide-change.ts';
import { proposeCalendar } from '../../functions/src/change/propose-calendar.ts';
import { proposePolicy } from '../../functions/src/change/propose-policy.ts';
import { notifyMissingCalendar } from '../../functions/src/policy/notify-missing-calendar.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { signedInNow } from '../support/signed-in.ts';
import { type BreakingPoint, meteredStore } from '../support/metered-store.ts';
import { actOnRefund, refundOf } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, complaintWithCause } from '../support/money-requests.ts';
import { act, takeIn } from '../support/recorder.ts';
import { repetitions } from '../support/repetitions.ts';

const administrator = 't-admin-1';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'policy');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(() => city.restoreStaff());
afterAll(() => city.close());

const inForce = async (pack = 'telecom') => String((await city.firestore.doc('policies/current').get()).get(pack));
const storedAt = async (path: string) => (await city.firestore.doc(path).get()).data();
const vip = (value: number): PolicyChange => ({ key: 'tiers.vip.replyHours', value });
const ordinary = (value: number): PolicyChange => ({ key: 'tiers.ordinary.replyHours', value });

async function publish(changes: PolicyChange[], { uid = administrator, applyToOpen = false, host = city.host, basedOn = '' } = {}) {
  const policy = { id: randomUUID(), basedOn: basedOn || (await inForce()), changes, reason: '按半年评审调整', applyToOpen };
  const proposed = await proposePolicy(host, (reader) => readAdministrator(reader, signedInNow(uid)), policy);
  if (!proposed.ok) return proposed;
  if (proposed.version !== null) return { ok: true as const, version: proposed.version };
  // What needs a second person gets the company leader's word.
  const verdict = { id: policy.id, verdict: 'confirm' as const, reason: '', signedInAtMs: host.nowMs() };
  const decided = await decideChange(host, (reader) => readCaller(reader, signedInNow('t-leader-1')), verdict);
  return decided.ok ? { ok: true as const, version: await inForce() } : decided;
}

async function published(changes: PolicyChange[], options: Parameters<typeof publish>[1] = {}): Promise<string> {
  const result = await publish(changes, options);
  if (!result.ok) throw new Error(`it was refused: ${result.refusal.code}`);
  return result.version;
}

async function complaintOf(id: string): Promise<Complaint> {
  return complaintFromStored(id, (await storedAt(`complaints/${id}`)) ?? {});
}

const clockOf = ({ packVersion, dueAtMs, clocks, open, seq }: Complaint) => ({ packVersion, dueAtMs, open, seq, plan: clocks?.plan.map(({ atMs }) => atMs) });
const entriesOf = async (id: string) =>
  (await city.firestore.collection(`complaints/${id}/journal`).where('type', '==', 'applyPolicy').get()).docs.map((one) => one.id);

describe('what a version would do to open complaints', () => {
  test('is told before it is published, and changes nothing', async () => {
    const { id, recording } = await takeIn(city, { tier: 'vip' });
    const before = await complaintOf(id);
    const basedOn = await inForce();
    const own = (before.dueAtMs ?? 0) - (before.clocks?.startAtMs ?? 0);
    const hours = own / hourMs - 2;
    const answer = await effectsOfPolicy(city.newHost(), { pack: 'telecom' }, { basedOn, changes: [vip(hours)] });
    if (!answer.ok) throw new Error(`it was refused: ${answer.refusal.code}`);
    const { open, samples, changes } = answer.preview;
    expect(changes).toEqual([{ key: 'tiers.vip.replyHours', before: hours + 2, after: hours }]);
    expect(open).toMatchObject({ earlier: 1, later: 0, overdueNow: 0 });
    expect(open.total).toBe(open.lookedAt);
    expect(samples).toEqual([
      { id, number: recording.number, moved: 'earlier', isOverdueNow: false, dueBeforeMs: before.dueAtMs, dueAfterMs: (before.dueAtMs ?? 0) - 2 * hourMs },
    ]);
    const late = city.newHost();
    late.clockMs = (before.dueAtMs ?? 0) - hourMs;
    expect(await effectsOfPolicy(late, { pack: 'telecom' }, { basedOn, changes: [vip(hours)] })).toMatchObject({ preview: { open: { overdueNow: 1 } } });
    expect(await complaintOf(id)).toEqual(before);
    expect(await inForce()).toBe(basedOn);
    expect(await effectsOfPolicy(city.host, { pack: 'post' }, { basedOn: 'post-2026.1', changes: [ordinary(24)] })).toMatchObject({
      preview: { open: { total: 0 } },
    });
  });
});

describe('publishing a version of the policy', () => {
  test('is on record with who, when, why and each figure before and after, and is in force from then on', async () => {
    const before = await inForce();
    const version = await published([vip(7), ordinary(36)]);
    expect(version).toBe('telecom-2026.2');
    expect(await inForce()).toBe(version);
    expect(await storedAt(`policyChanges/${version}`)).toEqual({
      pack: 'telecom',
      version,
      basedOn: before,
      byUid: administrator,
      byName: city.staff(administrator).name,
      at: city.host.timestamp(morningMs),
      reason: '按半年评审调整',
      changes: [
        { key: 'tiers.vip.replyHours', before: 8, after: 7 },
        { key: 'tiers.ordinary.replyHours', before: 48, after: 36 },
      ],
      applyToOpen: false,
      applying: 'none',
      afterId: '',
      confirmedByName: null,
    });
    expect((await storedAt(`policies/${before}`))?.['tiers']).toMatchObject([{ replyHours: 8 }, { replyHours: 24 }, { replyHours: 48 }]);
    expect((await storedAt(`policies/${version}`))?.['tiers']).toMatchObject([{ replyHours: 7 }, { replyHours: 24 }, { replyHours: 36 }]);
    expect(await inForce('post')).toBe('post-2026.1');
  });

  test('nothing that runs is changed by it: a complaint keeps the version that it was opened under', async () => {
    const { id } = await takeIn(city);
    const before = await complaintOf(id);
    await published([ordinary(40)]);
    expect(await applyPolicies(city.newHost())).toBe(0);
    expect(await complaintOf(id)).toEqual(before);
  });

  test('of two administrators who started from the same version one wins, and the other is told to look again', async () => {
    const basedOn = await inForce();
    const [one, other] = await Promise.all([vip(5), vip(6)].map((change) => publish([change], { basedOn, host: city.newHost() })));
    const results = [one, other]
      .map((result) => (result?.ok ? 'published' : String(result?.refusal.code)))
      .toSorted((first, second) => first.localeCompare(second));
    expect(results).toEqual(['policyChangedMeanwhile', 'published']);
    expect(await publish([vip(4)], { basedOn })).toEqual({ ok: false, refusal: { code: 'policyChangedMeanwhile' } });
    expect(await publish([vip(4)])).toMatchObject({ ok: true });
  });

  test('SLA-8: the bounds of the law hold on the server, whatever a phone sends', async () => {
    const before = await inForce();
    const beyond = { key: 'clocks.statutory.days', value: 16 };
    expect(await publish([beyond])).toEqual({ ok: false, refusal: { code: 'policyOutOfBounds', detail: beyond.key, least: 1, most: 15 } });
    expect(await effectsOfPolicy(city.host, { pack: 'telecom' }, { basedOn: before, changes: [beyond] })).toMatchObject({ ok: false, refusal: { most: 15 } });
    expect(await inForce()).toBe(before);
    expect(await publish([{ ...beyond, value: 14 }])).toMatchObject({ ok: true });
  });
});

describe('REF-2, REF-6: a refund keeps the rules that it was asked under', () => {
  const approve = { type: 'approve', isBatch: false } as const;
  const refuse = { type: 'refuse', reason: '与账单不符' } as const;
  const clerksLimit = async (value: number, options: Parameters<typeof publish>[1] = {}) =>
    published([{ key: 'refunds.ladders.outlet.1.limitFen', value }], options);
  const asked = async (amountFen: number): Promise<string> => askForRefund(city, (await complaintWithCause(city)).id, { amountFen });

  test('a clerk’s limit that is raised lets no waiting request through: the manager’s no counts, and so does a yes', async () => {
    const [refusedId, approvedId] = [await asked(14_000), await asked(14_000)];
    const seen = await refundOf(city, refusedId);
    const version = await clerksLimit(15_000);
    expect(await actOnRefund(city, refusedId, outletLadder.manager, refuse)).toMatchObject({ outcome: 'applied' });
    expect(await refundOf(city, refusedId)).toMatchObject({ state: 'refused', packVersion: seen.packVersion });
    expect(await actOnRefund(city, approvedId, outletLadder.manager, approve)).toMatchObject({ outcome: 'applied' });
    expect(await refundOf(city, approvedId)).toMatchObject({ state: 'approved', packVersion: seen.packVersion });
    expect(await refundOf(city, await asked(14_000))).toMatchObject({ state: 'approved', packVersion: version, steps: [] });
  });

  test('REF-8: after a publish no first payment fails, whether the asker decided alone or somebody else did', async () => {
    const [own, decided] = [await asked(9000), await asked(25_000)];
    expect(await actOnRefund(city, decided, outletLadder.manager, approve)).toMatchObject({ outcome: 'applied' });
    await clerksLimit(8000, { applyToOpen: true });
    await applyPolicies(city.newHost());
    for (const id of [own, decided]) {
      expect(await actOnRefund(city, id, payers.clerk, { type: 'execute' })).toMatchObject({ outcome: 'applied' });
      expect(await refundOf(city, id)).toMatchObject({ state: 'posted' });
    }
  });

  test('a refused approval changes nothing to the requester’s good; the refusal beside it ends the request', async () => {
    const id = await asked(14_000);
    await clerksLimit(15_000);
    const before = await refundOf(city, id);
    expect(await actOnRefund(city, id, outletLadder.manager, approve, { seen: { amountFen: 13_000 } })).toMatchObject({ reason: { code: 'requestChanged' } });
    expect(await refundOf(city, id)).toEqual(before);
    expect(await actOnRefund(city, id, outletLadder.manager, refuse, { seen: { amountFen: 13_000 } })).toMatchObject({ outcome: 'applied' });
    expect(await refundOf(city, id)).toMatchObject({ state: 'refused' });
  });

  test('where a version is applied to what is open, waiting ones go by it, once each, and the no that was on its way is not lost', async () => {
    await clerksLimit(10_000);
    const [raised, kept] = [await asked(14_000), await asked(25_000)];
    const { seq, amountFen, packVersion } = await refundOf(city, raised);
    const version = await clerksLimit(15_000, { applyToOpen: true });
    expect(await applyPolicies(city.newHost())).toBeGreaterThan(1);
    expect(await storedAt(`policyChanges/${version}`)).toMatchObject({ applying: 'done', reached: 'refunds' });
    expect(await refundOf(city, raised)).toMatchObject({ state: 'approved', packVersion: version });
    expect(await refundOf(city, kept)).toMatchObject({ state: 'awaitingApproval', packVersion: version, ownLimitFen: 15_000 });
    for (const id of [raised, kept])
      expect(await storedAt(`refunds/${id}/journal/policy-${version}`)).toMatchObject({ type: 'applyPolicy', outcome: 'applied' });
    expect(await applyPolicies(city.newHost())).toBe(0);
    expect(await actOnRefund(city, raised, outletLadder.manager, refuse, { seen: { seq, amountFen, packVersion } })).toMatchObject({ outcome: 'applied' });
    expect(await refundOf(city, raised)).toMatchObject({ state: 'refused', refusal: { byUid: outletLadder.manager } });
  });

  test('over both collections, killed at every write: the next run goes on, and each refund has it once', async () => {
    await clerksLimit(10_000);
    const ids = [await asked(14_000), await asked(25_000)];
    const version = await clerksLimit(16_000, { applyToOpen: true });
    for (let operation = 1; operation < 90; operation += repetitions(4, 12)) {
      const point: BreakingPoint = { operation, when: operation % 8 === 1 ? 'after' : 'at', isDeath: true };
      await applyPolicies(city.newHost(meteredStore(city.host.store, point))).catch(() => undefined);
    }
    await applyPolicies(city.newHost());
    expect(await storedAt(`policyChanges/${version}`)).toMatchObject({ applying: 'done' });
    for (const id of ids) expect(await refundOf(city, id)).toMatchObject({ packVersion: version, seq: 2 });
  }, 60_000);
});

describe('applied to open complaints where it is asked for', () => {
  test('each gets one entry, whatever is closed is left alone, and twice is once', async () => {
    const [running, closed] = [await takeIn(city), await takeIn(city)];
    const handlerUid = (await complaintOf(closed.id)).handlerUid ?? '';
    expect(await act(city, closed.id, handlerUid, { type: 'outOfScope', reason: '不属本公司业务', whereToTurn: '12315' })).toMatchObject({
      outcome: 'applied',
    });
    const [before, closedBefore] = [await complaintOf(running.id), await complaintOf(closed.id)];
    const version = await published([ordinary(30)], { applyToOpen: true });
    expect(await storedAt(`policyChanges/${version}`)).toMatchObject({ applyToOpen: true, applying: 'running' });
    expect(await applyPolicies(city.newHost())).toBeGreaterThan(0);
    const after = await complaintOf(running.id);
    expect(after).toMatchObject({ packVersion: version, seq: before.seq + 1, dueAtMs: (before.clocks?.startAtMs ?? 0) + 30 * hourMs });
    expect(await entriesOf(running.id)).toEqual([`policy-${version}`]);
    expect(await storedAt(`complaints/${running.id}/journal/policy-${version}`)).toMatchObject({
      actor: { kind: 'system' },
      outcome: 'applied',
      payload: { version, fromVersion: before.packVersion },
    });
    expect(await complaintOf(closed.id)).toEqual(closedBefore);
    expect(await storedAt(`policyChanges/${version}`)).toMatchObject({ applying: 'done' });
    expect(await applyPolicies(city.newHost())).toBe(0);
    expect(await complaintOf(running.id)).toEqual(after);
  });

  test('nothing goes back to an older version: not what was opened under a newer one, not what a late run still holds', async () => {
    const { id } = await takeIn(city);
    const older = await published([ordinary(33)], { applyToOpen: true });
    const newer = await published([ordinary(31)], { applyToOpen: true });
    expect(await applyPolicies(city.newHost())).toBeGreaterThan(0);
    expect(await complaintOf(id)).toMatchObject({ packVersion: newer });
    expect(new Set(await entriesOf(id))).toEqual(new Set([`policy-${older}`, `policy-${newer}`]));
    const opened = await takeIn(city, { spoilt: { packVersion: newer } });
    await city.firestore.doc(`policyChanges/${older}`).update({ applying: 'running', afterId: '' });
    expect(await applyPolicies(city.newHost())).toBe(0);
    expect(await complaintOf(id)).toMatchObject({ packVersion: newer });
    expect(await complaintOf(opened.id)).toMatchObject({ packVersion: newer });
  });

  test('over pages, killed again and again: the next run goes on, and each complaint has it once', async () => {
    const model = await takeIn(city);
    const ids = await copies(model.id, 130);
    const version = await published([ordinary(26)], { applyToOpen: true });
    // Wherever it dies, a run has got further than the one before, as each of these breaks later than the last.
    for (const operation of [1, 2, 4, 40, 120, 330, 420]) {
      const point: BreakingPoint = { operation, when: operation % 2 === 0 ? 'after' : 'at', isDeath: true };
      await applyPolicies(city.newHost(meteredStore(city.host.store, point))).catch(() => undefined);
    }
    await Promise.all([applyPolicies(city.newHost()), applyPolicies(city.newHost())]);
    await applyPolicies(city.newHost());
    expect(await storedAt(`policyChanges/${version}`)).toMatchObject({ applying: 'done' });
    const { dueAtMs, seq } = await complaintOf(model.id);
    const [first] = ids;
    expect(first && clockOf(await complaintOf(first))).toMatchObject({ packVersion: version, dueAtMs, seq });
    const stored = await city.firestore.getAll(...ids.map((id) => city.firestore.doc(`complaints/${id}`)));
    expect(new Set(stored.map((one) => `${String(one.get('packVersion'))} ${String(one.get('seq'))}`))).toEqual(new Set([`${version} ${seq}`]));
    const entries = await city.firestore.getAll(...ids.map((id) => city.firestore.doc(`complaints/${id}/journal/policy-${version}`)));
    expect(entries.filter((entry) => !entry.exists)).toEqual([]);
    const letters = await city.firestore.collection('deadLetters').where('isDead', '==', true).get();
    expect(letters.size).toBe(0);
  }, 90_000);

  test('one that cannot be decided does not keep the others, and is put aside after five tries', async () => {
    const [broken, whole] = [await takeIn(city), await takeIn(city)];
    const version = await published([ordinary(29)], { applyToOpen: true });
    await city.firestore.doc(`complaints/${broken.id}`).update({ 'clocks.plan': 'not a plan', packVersion: 'telecom-2026.1', pauses: null });
    for (let run = 0; run < 5; run += 1) await applyPolicies(city.newHost());
    expect(await complaintOf(whole.id)).toMatchObject({ packVersion: version });
    expect(await storedAt(`policyChanges/${version}`)).toMatchObject({ applying: 'done' });
    const letters = await city.firestore.collection('deadLetters').where('path', '==', `complaints/${broken.id} ${version}`).get();
    expect(letters.docs.map((letter) => [letter.get('attempts') as number, letter.get('isDead') as boolean])).toEqual([[5, true]]);
    await city.firestore.doc(`complaints/${broken.id}`).delete();
  });
});

describe('the public calendar', () => {
  const year2027 = { year: 2027, holidays: ['2027-01-01', '2027-02-06', '2027-02-07', '2027-02-08', '2027-05-01'], makeUpWorkingDays: ['2027-02-20'] };
  /** Proposed by one administrator and, where it waits, confirmed by this one. @returns what is wrong with it, or where it stands. */
  const take = async (year = year2027, uid = administrator, second: string | null = 't-admin-2') => {
    const id = randomUUID();
    const proposed = await proposeCalendar(city.host, (reader) => readAdministrator(reader, signedInNow(uid)), { id, year });
    if (!proposed.ok) return proposed.problems;
    if (proposed.state === 'applied' || second === null) return proposed.state;
    const said = { id, verdict: 'confirm' as const, reason: '', signedInAtMs: city.host.nowMs() };
    const decided = await decideChange(city.host, (reader) => readCaller(reader, signedInNow(second)), said);
    return decided.ok ? decided.state : decided.refusal.code;
  };
  const toldOf = async (uid: string) => (await city.firestore.doc(`inbox/${uid}/items/calendar-2027`).get()).data();

  test('SLA-3: from 1 December administrators are told once that next year’s is missing, and not any more once it is there', async () => {
    const host = city.newHost();
    host.clockMs = Date.parse('2026-11-30T23:59:00+08:00');
    await notifyMissingCalendar(host);
    expect(await toldOf(administrator)).toBeUndefined();
    host.clockMs = Date.parse('2026-12-01T00:01:00+08:00');
    await notifyMissingCalendar(host);
    expect(await toldOf(administrator)).toMatchObject({ kind: 'calendarMissing', number: '2027', read: false });
    await city.firestore.doc(`inbox/${administrator}/items/calendar-2027`).update({ read: true });
    host.clockMs += hourMs;
    await notifyMissingCalendar(host);
    expect(await toldOf(administrator)).toMatchObject({ read: true });
    expect(await toldOf('t-leader-1')).toBeUndefined();
  });

  test('one that is right is taken in, on record; one that is not, or comes from anybody else, is not', async () => {
    expect(await take({ ...year2027, makeUpWorkingDays: ['2027-02-17'] })).toEqual([{ code: 'notOnAWeekend', day: '2027-02-17' }]);
    await expect(take(year2027, 't-leader-1')).rejects.toThrow('notAllowed');
    expect(await storedAt('calendar/2027')).toBeUndefined();
    // ADM-2: days off let clocks of working days run longer, so one administrator alone does not take them in.
    expect([await take(year2027, administrator, null), await take(year2027, administrator, administrator)]).toEqual(['awaitingConfirmation', 'changeIsOwn']);
    expect(await storedAt('calendar/2027')).toBeUndefined();
    expect(await take()).toBe('applied');
    expect(await storedAt('calendar/2027')).toEqual(year2027);
    expect(await storedAt(`policyChanges/calendar-2027-${city.host.clockMs}`)).toMatchObject({
      pack: 'telecom',
      byUid: administrator,
      changes: [{ key: 'calendar.2027', before: null, after: year2027 }],
      applying: 'none',
    });
    const host = city.newHost();
    host.clockMs = Date.parse('2026-12-02T09:00:00+08:00');
    await city.firestore.doc(`inbox/${administrator}/items/calendar-2027`).delete();
    await notifyMissingCalendar(host);
    expect(await toldOf(administrator)).toBeUndefined();
  });

  test('a year that clocks were counted by is not rewritten; this one may be put right, with what stood there on record', async () => {
    const past = city.told.calendar.find(({ year }) => year === 2025);
    const present = city.told.calendar.find(({ year }) => year === 2026);
    if (!past || !present) throw new Error('the city has no such calendar');
    expect(await take(past)).toEqual([{ code: 'yearInThePast', day: null }]);
    city.host.clockMs += 1000;
    expect(await take({ ...present, holidays: [...present.holidays, '2026-12-31'] }, administrator, null)).toBe('awaitingConfirmation');
    expect(await take({ ...present, holidays: [...present.holidays, '2026-12-31'] })).toBe('applied');
    expect(await storedAt(`policyChanges/calendar-2026-${city.host.clockMs}`)).toMatchObject({ changes: [{ before: present }] });
    // What takes a day off back tightens, and waits for nobody; what waited meanwhile is void.
    city.host.clockMs += 1000;
    const id = randomUUID();
    const looser = { ...present, holidays: [...present.holidays, '2026-12-31', '2026-12-30'] };
    await proposeCalendar(city.host, (reader) => readAdministrator(reader, signedInNow(administrator)), { id, year: looser });
    expect(await take(present, administrator, null)).toBe('applied');
    const said = { id, verdict: 'confirm' as const, reason: '', signedInAtMs: city.host.nowMs() };
    expect(await decideChange(city.host, (reader) => readCaller(reader, signedInNow('t-admin-2')), said)).toMatchObject({
      refusal: { code: 'changedMeanwhile' },
    });
    expect(await storedAt('calendar/2026')).toEqual(present);
  });
});

/** So many more of the same, with their own ids, as they stand. */
async function copies(id: string, count: number): Promise<string[]> {
  const model = (await storedAt(`complaints/${id}`)) ?? {};
  const writer = city.firestore.bulkWriter();
  const ids = Array.from({ length: count }, (_none, index) => `${id.slice(0, -4)}${String(index).padStart(4, '0')}`).filter((copy) => copy !== id);
  for (const copy of ids)
    void writer.set(city.firestore.doc(`complaints/${copy}`), { ...model, statusId: `${String(model['statusId']).slice(0, -4)}${copy.slice(-4)}` });
  await writer.close();
  return ids;
}
