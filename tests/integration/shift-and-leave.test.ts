import { hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import { settledPresence } from '@shouwen/domain/organisation/presence';
import type { PresenceCommand } from '@shouwen/domain/organisation/presence';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { previewRelease } from '../../functions/src/complaint/preview-release.ts';
import { completeStaff } from '../../functions/src/organisation/complete-staff.ts';
import { readStaff } from '../../functions/src/organisation/read-staff.ts';
import { presenceWith, setPresence } from '../../functions/src/change/set-presence.ts';
import { releaseDueWork } from '../../functions/src/schedules/release-due-work.ts';
import { releaseWork } from '../../functions/src/schedules/release-work.ts';
import { sweepOnce } from '../../functions/src/schedules/sweep.ts';
import { readBooks, toldOf } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { takeDueSteps } from '../support/delivering.ts';
import { meteredStore } from '../support/metered-store.ts';
import { act, takeIn } from '../support/recorder.ts';
import { repetitions } from '../support/repetitions.ts';
import { fillWithAbsent, meterRelease } from '../support/release-sweep.ts';

const handler = 't-ls-handler-1';
const colleague = 't-ls-handler-2';
const head = 't-ls-head-1';
/** Friday evening of the city's first day, and the Saturday morning on which they say they are back. */
const evening = Date.parse('2026-11-20T18:00:00+08:00');
const morning = Date.parse('2026-11-21T08:30:00+08:00');
const tillMorning: PresenceCommand = { kind: 'offShift', nextDutyAtMs: morning };
let city: TestCity;
let sayings = 0;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'shift-and-leave');
  await sweepOnce(city.host);
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  const left = await city.firestore.collection('complaints').where('open', '==', true).get();
  await Promise.all(left.docs.map((complaint) => complaint.ref.update({ open: false })));
});
afterAll(() => city.close());

const complaintOf = async (id: string) => (await readBooks(city.firestore, id)).complaint;
const storedStaff = async (uid: string) => (await city.firestore.doc(`staff/${uid}`).get()).data() as Staff;

/** Complaints that the handler has accepted, each with the moment at which its next step falls due. */
async function held(...nextDue: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const atMs of nextDue) {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    await act(city, id, handler, { type: 'accept' });
    await city.firestore.doc(`complaints/${id}`).update({ nextDueAt: city.host.timestamp(atMs) });
    ids.push(id);
  }
  return ids;
}

/** Says it of somebody as they would themselves, in the evening unless another moment is named; the trigger comes separately. */
async function says(uid: string, presence: PresenceCommand, atMs = evening): Promise<void> {
  await city.changeStaff(uid, {});
  sayings += 1;
  city.host.clockMs = atMs + sayings;
  const outcome = await setPresence(city.host, (reader) => readStaff(reader, uid).then((staff) => staff ?? city.staff(uid)), uid, presence);
  expect(outcome).toMatchObject({ ok: true });
}

async function onShift(...uids: string[]): Promise<void> {
  for (const uid of uids) await city.changeStaff(uid, { onDuty: true });
}

const handlers = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await complaintOf(id))?.['handlerUid']));

describe('ADM-4: off shift keeps, unless a step falls due before the next shift and somebody is there', () => {
  test('of four, the one that falls due before the morning goes to whoever of the unit is there, the others stay', async () => {
    const ids = await held(morning - minuteMs, morning, morning + hourMs, evening + 48 * hourMs);
    await onShift(colleague);
    await says(handler, tillMorning);
    expect(await releaseWork(city.host, handler)).toBe(1);
    expect(await handlers(ids)).toEqual([colleague, handler, handler, handler]);
    const [gone = ''] = ids;
    const books = await readBooks(city.firestore, gone);
    expect(books.journal['releaseHandler-3']).toMatchObject({ outcome: 'applied', payload: { fromUid: handler }, actor: { kind: 'system' } });
    expect(toldOf(books)).toContain(`${colleague}: assignedToYou`);
  });

  test('where nobody of the unit is there, all stay; it is looked at again when the step falls due, and goes to whoever is there then', async () => {
    for (const uid of [colleague, head]) await city.changeStaff(uid, { onDuty: false });
    const dueAtMs = evening + 2 * hourMs;
    const ids = await held(dueAtMs, morning + hourMs);
    await says(handler, tillMorning);
    expect(await releaseWork(city.host, handler)).toBe(0);
    expect(await storedStaff(handler)).toMatchObject({ releaseDue: false, standsUntilMs: dueAtMs, nextDutyAtMs: morning });
    await onShift(colleague);
    city.host.clockMs = dueAtMs - minuteMs;
    await sweepOnce(city.host);
    expect(await handlers(ids)).toEqual([handler, handler]);
    city.host.clockMs = dueAtMs;
    await sweepOnce(city.host);
    expect(await handlers(ids)).toEqual([colleague, handler]);
  });

  test('back on shift nothing has moved', async () => {
    const ids = await held(morning + hourMs, morning + 2 * hourMs);
    const before = await Promise.all(ids.map((id) => readBooks(city.firestore, id)));
    await says(handler, tillMorning);
    await releaseWork(city.host, handler);
    await says(handler, { kind: 'onDuty' }, morning);
    await releaseWork(city.host, handler);
    expect(await Promise.all(ids.map((id) => readBooks(city.firestore, id)))).toEqual(before);
    expect(await storedStaff(handler)).toMatchObject({ onDuty: true, away: null, nextDutyAtMs: null, standsUntilMs: null });
  });

  test('whoever does not come back in the morning keeps what can wait until work begins next, and the rest goes', async () => {
    const ids = await held(morning + hourMs, morning + 100 * hourMs);
    await onShift(colleague);
    await says(handler, tillMorning);
    await releaseWork(city.host, handler);
    expect(await handlers(ids)).toEqual([handler, handler]);
    city.host.clockMs = morning;
    await sweepOnce(city.host);
    expect(await handlers(ids)).toEqual([colleague, handler]);
    expect(await storedStaff(handler)).toMatchObject({ onDuty: false, nextDutyAtMs: Date.parse('2026-11-23T08:30:00+08:00') });
  });

  test('they get nothing new, and a hand-over offered to them waits for them', async () => {
    const [id = ''] = await held(morning + hourMs);
    await act(city, id, handler, { type: 'handOver', toUnitId: 't-bill', toUid: 't-bill-handler-1', reason: '账务核对' });
    await says('t-bill-handler-1', tillMorning);
    expect(await releaseWork(city.host, 't-bill-handler-1')).toBe(0);
    expect((await complaintOf(id))?.['handOver']).toMatchObject({ toUid: 't-bill-handler-1' });
    await says(handler, tillMorning);
    const { id: next } = await takeIn(city, { homeRegion: '320826' });
    expect((await complaintOf(next))?.['handlerUid']).not.toBe(handler);
  });

  test('SLA-6: they do not count as there: what falls due is told to the next above', async () => {
    await city.changeStaff(colleague, { onDuty: false });
    await city.changeStaff(head, { onDuty: false });
    const { id } = await takeIn(city, { homeRegion: '320826' });
    await city.changeStaff(handler, { onDuty: false });
    const dueAt = (await city.firestore.doc(`complaints/${id}`).get()).get('nextDueAt') as { toMillis(): number };
    city.host.clockMs = dueAt.toMillis();
    await takeDueSteps(city.host);
    const step = (await readBooks(city.firestore, id)).journal['sla-accept-1'];
    expect(step?.['payload']).toMatchObject({ passedOver: [{ post: 'handler', reason: 'onLeave' }] });
    expect(step?.['payload']).not.toMatchObject({ toldUid: handler });
  });
});

describe('ADM-4: leave releases when it begins', () => {
  const from = morning + 24 * hourMs;
  const leave: PresenceCommand = { kind: 'away', reason: 'leave', fromMs: from, untilMs: from + 72 * hourMs };

  test('set ahead it releases nothing until then, and then all by the sweep', async () => {
    const ids = await held(from + hourMs, from + 100 * hourMs);
    await onShift(colleague);
    await says(handler, leave);
    expect(await releaseWork(city.host, handler)).toBe(0);
    city.host.clockMs = from - 1;
    await sweepOnce(city.host);
    expect(await handlers(ids)).toEqual([handler, handler]);
    city.host.clockMs = from;
    await sweepOnce(city.host);
    expect(await handlers(ids)).toEqual([colleague, colleague]);
    expect(await storedStaff(handler)).toMatchObject({ onDuty: false, nextDutyAtMs: from + 72 * hourMs });
  });

  test('ADM-3: how many stay and how many go is known before, and is what becomes of them', async () => {
    const ids = await held(morning - minuteMs, morning + hourMs, morning + 2 * hourMs);
    await onShift(colleague);
    city.host.clockMs = evening;
    const asThey = () => Promise.resolve(city.staff(handler));
    const preview = async (command: PresenceCommand) => {
      const outcome = await presenceWith(city.host, asThey, handler, command);
      return outcome.ok ? previewRelease(city.host, outcome.staff) : outcome;
    };
    expect(await preview(tillMorning)).toEqual({ kept: 2, released: 1, declined: 0 });
    expect(await preview(leave)).toEqual({ kept: 0, released: 3, declined: 0 });
    expect(await handlers(ids)).toEqual([handler, handler, handler]);
    expect(await storedStaff(handler)).toMatchObject({ onDuty: true, away: null });
    await says(handler, tillMorning);
    expect(await releaseWork(city.host, handler)).toBe(1);
  });

  test('a colleague says it of nobody, a superior of those below, and each time it is on record', async () => {
    const by = (uid: string) => presenceWith(city.host, () => Promise.resolve(city.staff(uid)), handler, leave);
    expect(await by(colleague)).toEqual({ ok: false, refusal: 'notAllowed' });
    expect(await by(head)).toMatchObject({ ok: true });
    await says(handler, leave);
    const records = await city.firestore.collection('changes').where('targetUid', '==', handler).where('kind', '==', 'duty').get();
    expect(records.docs.map((record) => record.data())).toContainEqual(
      expect.objectContaining({ onDuty: true, away: expect.objectContaining({ fromMs: from }) }),
    );
  });
});

describe('the sweep looks at those whose time has come and those who have changed, and at nobody else', () => {
  test('that somebody’s work is to be looked at is written with the change, and taken out when nothing was found', async () => {
    const [id = ''] = await held(evening - minuteMs);
    await onShift(colleague);
    await says(handler, tillMorning);
    expect(await storedStaff(handler)).toMatchObject({ releaseDue: true });
    expect(await releaseWork(city.host, handler)).toBe(1);
    expect(await storedStaff(handler)).toMatchObject({ releaseDue: true });
    await sweepOnce(city.host);
    expect(await storedStaff(handler)).toMatchObject({ releaseDue: false });
    expect(await handlers([id])).toEqual([colleague]);
  });

  test('a change that comes in between is not forgotten', async () => {
    await says(handler, tillMorning);
    const { store } = city.host;
    const host = city.newHost({
      ...store,
      query: async (query) => {
        await city.changeStaff(handler, { unitId: 't-qjp' });
        return store.query(query);
      },
    });
    host.clockMs = evening;
    expect(await releaseWork(host, handler)).toBe(0);
    expect(await storedStaff(handler)).toMatchObject({ releaseDue: true, unitId: 't-qjp' });
  });

  test('2,000 off shift and 300 suspended cost nothing while nothing is to be done', async () => {
    await sweepOnce(city.host);
    await fillWithAbsent(city.firestore, { offShift: 2000, suspended: 300 }, evening + 24 * hourMs);
    city.host.clockMs = evening;
    expect(await meterRelease(city)).toBeLessThanOrEqual(5);
  });

  test('more whose time has come than a page holds, and one who cannot be read, keep nobody from being settled', async () => {
    const uids = [handler, colleague, head, 't-bill-handler-1', 't-bill-head-1'];
    for (const uid of uids) await city.changeStaff(uid, { onDuty: false, nextDutyAtMs: morning, standsUntilMs: morning });
    await city.firestore.doc('staff/unreadable').set({ standsUntilMs: evening });
    city.host.clockMs = morning;
    for (let run = 0; run < 6; run += 1) await releaseDueWork(city.host, undefined, 2);
    for (const uid of uids) expect((await storedStaff(uid)).nextDutyAtMs).toBeGreaterThan(morning);
    await city.firestore.doc('staff/unreadable').delete();
  });

  test('cut off at whatever point, the next run does what is left, once', async () => {
    for (let operation = 1; ; operation += repetitions(1, 3)) {
      const [id = ''] = await held(evening - minuteMs);
      await onShift(colleague);
      await says(handler, { ...tillMorning, nextDutyAtMs: morning + operation });
      const store = meteredStore(city.host.store, { operation, when: 'after', isDeath: true });
      const dying = city.newHost(store);
      dying.clockMs = evening;
      await releaseDueWork(dying).catch(() => undefined);
      for (let run = 0; run < 2; run += 1) await releaseDueWork(city.host);
      expect(await handlers([id])).toEqual([colleague]);
      expect(Object.keys((await readBooks(city.firestore, id)).journal).filter((entry) => entry.startsWith('releaseHandler'))).toHaveLength(1);
      expect(await storedStaff(handler)).toMatchObject({ releaseDue: false });
      await city.firestore.doc(`complaints/${id}`).update({ open: false });
      await city.restoreStaff();
      if (!store.hasBroken()) break;
    }
  }, 60_000);
});

test('staff documents from before there were shifts get what the sweep asks for, once, and stay readable before', async () => {
  const { away: _away, nextDutyAtMs: _next, standsUntilMs: _stands, releaseDue: _due, ...former } = city.staff(handler);
  await city.changeStaff(handler, {});
  await city.firestore.doc(`staff/${handler}`).set({ ...former, onDuty: false });
  await city.firestore.doc('migrations/staffPresence').delete();
  city.host.clockMs = evening;
  const other = await storedStaff(colleague);
  expect(await readStaff(city.host.store, handler)).toMatchObject({ onDuty: false, away: null, nextDutyAtMs: null, releaseDue: false });
  expect(await completeStaff(city.host)).toBe(1);
  const [pack, calendar] = await Promise.all([city.host.reference.packInForce('telecom', city.host.store), city.host.reference.calendar()]);
  const settled = settledPresence({ onDuty: false, away: null, nextDutyAtMs: null }, { atMs: evening, pack, calendar });
  expect(await storedStaff(handler)).toEqual({ ...former, ...settled, releaseDue: true });
  expect(await storedStaff(colleague)).toEqual(other);
  expect(await completeStaff(city.host)).toBe(0);
  expect(morningMs).toBeLessThan(evening);
});
