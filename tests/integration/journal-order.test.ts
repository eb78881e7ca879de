import { randomUUID } from 'node:crypto';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { documentOf } from '../../functions/src/adapters/firestore-store.ts';
import { readBooks } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { act, outcomeOf, record, takeIn, write } from '../support/recorder.ts';
import { applyEntry } from '../support/delivering.ts';

const handler = 't-ls-handler-1';
const owner = 't-qjp-huaihai-clerk-1';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'journal-order');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(() => city.restoreStaff());
afterAll(() => city.close());

/** Writes entries that each name the one before, without applying any. */
async function chain(complaintId: string, ...steps: [uid: string, command: StaffCommand][]): Promise<string[]> {
  const ids: string[] = [];
  for (const [uid, command] of steps) ids.push(await write(city, complaintId, uid, command, ids.length > 0 ? { after: ids.at(-1) ?? '' } : {}));
  return ids;
}

async function deliver(complaintId: string, entryId: string): Promise<void> {
  const known = documentOf(await city.firestore.doc(`complaints/${complaintId}/journal/${entryId}`).get());
  await applyEntry(city.host, complaintId, entryId, known ?? undefined);
}

const work: [string, StaffCommand][] = [
  [handler, { type: 'accept' }],
  [handler, { type: 'contactAttempt', result: 'reached', text: '已联系', nextSlotAtMs: null }],
  [handler, { type: 'awaitOther', whom: '账务中心', reason: '核对', untilAtMs: null }],
];

describe('the order of doing counts, whatever the order of delivery', () => {
  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]], [[2]]])('delivered as %j', async (order) => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    const ids = await chain(id, ...work);
    for (const index of order) await deliver(id, ids[index] ?? '');
    expect(await Promise.all(ids.map((entryId) => outcomeOf(city, id, entryId)))).toEqual([2, 3, 4].map((seq) => ({ outcome: 'applied', seq })));
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ state: 'awaitingOther', contactAttemptCount: 1, seq: 4 });
  });

  test('all delivered twice at the same moment', async () => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    const ids = await chain(id, ...work);
    await Promise.all([...ids, ...ids].map((entryId) => deliver(id, entryId)));
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ state: 'awaitingOther', contactAttemptCount: 1, seq: 4 });
  });

  test('an entry that comes before the complaint was taken in takes it in first', async () => {
    const { id } = await record(city, { homeRegion: '320826' });
    const [entryId = ''] = await chain(id, [handler, { type: 'accept' }]);
    await deliver(id, entryId);
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ state: 'accepted', seq: 2, handlerUid: handler });
    expect(books.journal['assigned']).toMatchObject({ seq: 1 });
  });

  test('a predecessor that was refused does not hold up what follows it', async () => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    const [, second = ''] = await chain(id, [handler, { type: 'close' }], [handler, { type: 'accept' }]);
    await deliver(id, second);
    expect(await outcomeOf(city, id, second)).toEqual({ outcome: 'applied', seq: 2 });
  });

  test('a predecessor that never arrived does not hold up what follows it', async () => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    expect(await act(city, id, handler, { type: 'accept' }, { after: randomUUID() })).toEqual({ outcome: 'applied', seq: 2 });
  });

  test('a long chain after days without a network is applied from its end', async () => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    const ids = await chain(id, ...Array.from({ length: 12 }, (): [string, StaffCommand] => [owner, { type: 'note', text: '记录' }]));
    await deliver(id, ids.at(-1) ?? '');
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ seq: 13 });
  });

  test('entries that name each other in a circle, or themselves, are applied all the same', async () => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    const [one, other, self] = [randomUUID(), randomUUID(), randomUUID()];
    await write(city, id, owner, { type: 'note', text: '一' }, { id: one, after: other });
    await write(city, id, owner, { type: 'note', text: '二' }, { id: other, after: one });
    await write(city, id, owner, { type: 'note', text: '三' }, { id: self, after: self });
    for (const entryId of [one, other, self]) await deliver(id, entryId);
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ seq: 4 });
  });
});

describe('an entry that cannot be an action is refused', () => {
  test.each<[string, Record<string, unknown>]>([
    ['an action that there is not', { type: 'explode', payload: {} }],
    ['a reason that is missing', { type: 'return', payload: {} }],
    ['a field too many', { type: 'accept', payload: { state: 'closed' } }],
    ['what only the product does', { type: 'releaseHandler', payload: {} }],
    ['what only the customer does', { type: 'rate', payload: { stars: 5, reasons: [], solved: true } }],
    ['an offset that is no number of milliseconds', { clockOffsetMs: 0.5 }],
    ['an actor who is nobody in particular', { actor: { kind: 'staff' } }],
  ])('%s', async (_what, spoilt) => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    const entryId = await write(city, id, handler, { type: 'accept' });
    await city.firestore.doc(`complaints/${id}/journal/${entryId}`).update(spoilt);
    await deliver(id, entryId);
    expect(await outcomeOf(city, id, entryId)).toEqual({ outcome: 'refused', reason: { code: 'invalidEntry' } });
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ state: 'assigned', seq: 1 });
  });
});

describe('ORG-4: an authority that was withdrawn stops counting at once', () => {
  test('an entry of someone suspended meanwhile is refused, also when it was made before', async () => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    await city.changeStaff(handler, { active: false });
    expect(await act(city, id, handler, { type: 'accept' }, { capturedAtMs: morningMs - 3_600_000 })).toEqual({
      outcome: 'refused',
      reason: { code: 'notActive' },
    });
  });

  test('an entry of someone who was never on staff is refused', async () => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    expect(await act(city, id, 't-nobody', { type: 'accept' })).toEqual({ outcome: 'refused', reason: { code: 'notActive' } });
  });

  test('a head who lost the job directs nothing any more', async () => {
    const { id } = await takeIn(city, { homeRegion: '320826' });
    await city.changeStaff('t-ls-head-1', { role: 'outletClerk' });
    expect(await act(city, id, 't-ls-head-1', { type: 'assign', toUid: 't-ls-field-1' })).toEqual({ outcome: 'refused', reason: { code: 'notYours' } });
  });
});

describe('TIME: an entry counts from when it was made, as far as that can be believed', () => {
  test.each([
    ['made offline yesterday', -86_400_000, 0, -86_400_000],
    ['by a phone known to be ten years slow', -315_360_000_000 - 60_000, 315_360_000_000, -60_000],
    ['by a phone ten years slow without knowing', -315_360_000_000, 0, 0],
    ['by a phone ahead of the arrival', 3_600_000, 0, 0],
  ])('%s', async (_what, capturedInMs, clockOffsetMs, countsInMs) => {
    // Nobody accepts what is not there yet: it is two days old.
    const earlierMs = morningMs - 172_800_000;
    city.host.clockMs = earlierMs;
    const { id } = await takeIn(city, { homeRegion: '320826', capturedAtMs: earlierMs, receivedAtMs: earlierMs });
    city.host.clockMs = morningMs;
    await act(city, id, handler, { type: 'accept' }, { capturedAtMs: morningMs + capturedInMs, clockOffsetMs });
    const milestones = (await readBooks(city.firestore, id)).complaint?.['milestones'] as { stage: string; atMs: number }[];
    expect(milestones.at(-1)).toMatchObject({ stage: 'accepted', atMs: morningMs + countsInMs });
  });
});
