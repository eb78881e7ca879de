import { hourMs } from '@shouwen/domain/calendar/day';
import { numberOf } from '@shouwen/domain/kernel/number';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readBooks, toldOf } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { openStatus, record, takeIn, type Wanted } from '../support/recorder.ts';
import { redelivered } from '../support/redelivery.ts';
import { receiveComplaint } from '../support/delivering.ts';

let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'assignment');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(() => city.restoreStaff());
afterAll(() => city.close());

/** Takes a complaint in and tells who has it now. */
async function assigned(wanted: Wanted) {
  const { id } = await takeIn(city, wanted);
  const books = await readBooks(city.firestore, id);
  const { state, handlerUid, handlingUnitId, flags } = books.complaint ?? {};
  const route = (books.journal['assigned']?.['payload'] as { route: string } | undefined)?.route;
  return { id, books, told: toldOf(books), got: { state, handlerUid, handlingUnitId, route }, flags };
}

describe('who handles a complaint', () => {
  test('OWN-2: the branch of the customer’s home region, wherever it was recorded', async () => {
    const { got, told } = await assigned({ homeRegion: '320803', recorderUid: 't-qjp-huaihai-clerk-1' });
    expect(got).toEqual({ state: 'assigned', handlerUid: expect.stringMatching(/^t-ha-handler-[12]$/), handlingUnitId: 't-ha', route: 'homeRegion' });
    expect(told).toEqual([`${String(got.handlerUid)}: assignedToYou`, 't-qjp-huaihai-clerk-1: yourComplaintAssigned'].sort());
  });

  test('NET-1: a network complaint goes to the desk of the city’s network unit, whatever the home region', async () => {
    const { got } = await assigned({ category: 'T04-01', urgency: 'critical', homeRegion: '320803' });
    expect(got).toEqual({ state: 'assigned', handlerUid: 't-net-engineer-1', handlingUnitId: 't-net', route: 'network' });
  });

  test('OWN-2 cannot be followed without a home region: the complaint centre takes it, and it is flagged', async () => {
    const { got, flags } = await assigned({ homeRegion: null });
    expect(got).toEqual({ state: 'assigned', handlerUid: expect.stringMatching(/^t-cc-/), handlingUnitId: 't-cc', route: 'unknownRegion' });
    expect(flags).toEqual(['unknown-region']);
  });

  test('OWN-2 cannot be followed where no branch serves the region: the complaint centre takes it', async () => {
    const { got } = await assigned({ homeRegion: '110101' });
    expect(got).toMatchObject({ handlingUnitId: 't-cc', route: 'noUnitForRegion', state: 'assigned' });
  });

  test('ORG-2: in a unit whose handlers share the categories, only one named for it gets it', async () => {
    const handlers = new Set<unknown>();
    for (const draw of [0.1, 0.9]) {
      city.host.draws = [draw, 1 - draw];
      handlers.add((await assigned({ homeRegion: '320804', category: 'T07-02' })).got.handlerUid);
    }
    expect([...handlers]).toEqual(['t-hy-handler-2']);
  });

  test('of two handlers the one with fewer open complaints gets the next, however chance falls', async () => {
    const first = await assigned({ homeRegion: '320830' });
    const handlers: unknown[] = [first.got.handlerUid];
    for (const draws of [
      [0.9, 0.1],
      [0.1, 0.9],
      [0.5, 0.5],
    ]) {
      city.host.draws = draws;
      handlers.push((await assigned({ homeRegion: '320830' })).got.handlerUid);
    }
    const counts = ['t-xy-handler-1', 't-xy-handler-2'].map((uid) => handlers.filter((handler) => handler === uid).length);
    expect(counts).toEqual([2, 2]);
  });

  test('ORG-4: with one of two handlers off duty the other gets it', async () => {
    expect((await assigned({ homeRegion: '320826' })).got.handlerUid).toBe('t-ls-handler-1');
  });

  test('ORG-4: with both handlers off duty the unit’s pool has it and its head is told: never nobody', async () => {
    const { got, told } = await assigned({ homeRegion: '320813' });
    expect(got).toEqual({ state: 'assigned', handlerUid: null, handlingUnitId: 't-hz', route: 'homeRegion' });
    expect(told).toEqual(['t-hz-head-1: poolNeedsYou', 't-qjp-huaihai-clerk-1: yourComplaintAssigned']);
  });

  test('ORG-4: a handler who was moved to another unit gets nothing of the old one', async () => {
    await city.changeStaff('t-ls-handler-1', { unitId: 't-qjp' });
    expect((await assigned({ homeRegion: '320826' })).got).toMatchObject({ handlerUid: null, handlingUnitId: 't-ls' });
  });

  test('a unit whose head is off duty too passes it to the superior desk', async () => {
    await city.changeStaff('t-hz-head-1', { onDuty: false });
    const { got, told } = await assigned({ homeRegion: '320813' });
    expect(got).toMatchObject({ handlingUnitId: 't-cc', handlerUid: expect.stringMatching(/^t-cc-/), route: 'homeRegion' });
    expect(told).not.toContain('t-hz-head-1: poolNeedsYou');
  });

  test('the post’s empty unit in Jinhu passes it to the superior desk', async () => {
    const { got } = await assigned({ recorderUid: 'p-qjp-huaihai-clerk-1', homeRegion: '320831' });
    expect(got).toEqual({ state: 'assigned', handlerUid: expect.stringMatching(/^p-cc-/), handlingUnitId: 'p-cc', route: 'homeRegion' });
  });

  test('PST-3: the post’s own pack and people handle the post’s complaints', async () => {
    const { got, books } = await assigned({
      recorderUid: 'p-ha-huaicheng-manager-1',
      homeRegion: '320803',
      category: 'P02-01',
      mailItem: 'RA123456785CN',
      mailService: 'ems',
    });
    expect(got).toMatchObject({ handlerUid: 'p-ha-handler-1', handlingUnitId: 'p-ha' });
    expect(books.complaint?.['audience']).toEqual(expect.arrayContaining(['p-ha', 'p-ha-huaicheng', 'p-city', 'p-cc', 'p-service']));
    expect(books.status).toMatchObject({ pack: 'post', hotline: '11185', regulatorHotline: '12305' });
  });

  test('OWN-1: whoever handles what they recorded is told once', async () => {
    const { told } = await assigned({ recorderUid: 'p-ha-handler-1', homeRegion: '320803' });
    expect(told).toEqual(['p-ha-handler-1: assignedToYou']);
  });
});

describe('what is written with the assignment', () => {
  test('REC-1: it has its number, its entry, its page and its two notices, and its owner and handler see it', async () => {
    const { id, books, got } = await assigned({ homeRegion: '320812' });
    expect(books.complaint).toMatchObject({
      number: numberOf(id),
      seq: 1,
      open: true,
      people: ['t-qjp-huaihai-clerk-1', got.handlerUid],
      dueAt: morningMs - 60_000 + 48 * 3_600_000,
    });
    expect(Object.keys(books.journal)).toEqual(['assigned']);
    expect(books.journal['assigned']).toMatchObject({ type: 'assign', outcome: 'applied', seq: 1, actor: { kind: 'system', uid: null } });
    expect(Object.keys(books.notices).sort()).toEqual(
      [`${String(got.handlerUid)}/${id}_1_assignedToYou`, `t-qjp-huaihai-clerk-1/${id}_1_yourComplaintAssigned`].sort(),
    );
    expect(books.status).toMatchObject({ complaintId: id, number: numberOf(id), state: 'assigned', expiresAt: null });
  });

  test('RET-2: the customer’s page opens for anyone with the link and holds nothing personal', async () => {
    const { recording, contact } = await takeIn(city, { name: '欧阳文静', phone: '13812345678', address: '健康西路88号' });
    const page = await openStatus(city, recording.statusId);
    expect(page.status).toBe(200);
    const contactKey = String((await readBooks(city.firestore, recording.id)).key?.['contactKey']);
    for (const personal of ['欧阳', '13812345678', '****', '健康西路', contact.token, contactKey]) expect(page.text).not.toContain(personal);
    expect((await openStatus(city, '0'.repeat(64))).status).toBe(404);
  });

  test('a second delivery, and a third beside it, change nothing', async () => {
    const { id } = await takeIn(city);
    const before = await readBooks(city.firestore, id);
    await Promise.all([redelivered(() => takeInAgain(id)), redelivered(() => takeInAgain(id))]);
    expect(await readBooks(city.firestore, id)).toEqual(before);
  });

  test('OWN-4: one that comes after the hour in which it had to be handed on says so, one that comes within it does not', async () => {
    const late = await takeIn(city, { capturedAtMs: morningMs - 2 * hourMs, receivedAtMs: morningMs });
    const inTime = await takeIn(city, { capturedAtMs: morningMs - hourMs / 2, receivedAtMs: morningMs });
    const overduesOf = async ({ id }: { id: string }) => (await readBooks(city.firestore, id)).complaint?.['overdues'];
    expect(await overduesOf(late)).toEqual([
      { clock: 'handOver', dueAtMs: morningMs - hourMs, cause: 'arrivedLate', handlerUid: 't-qjp-huaihai-clerk-1', unitId: 't-qjp-huaihai' },
    ]);
    expect(await overduesOf(inTime)).toEqual([]);
  });

  test('two deliveries at the same moment assign it once', async () => {
    const { id } = await record(city);
    await Promise.all([takeInAgain(id), takeInAgain(id)]);
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ seq: 1, state: 'assigned' });
    expect(toldOf(books)).toHaveLength(2);
  });

  test('a complaint that does not exist is nobody’s fault', async () => {
    await expect(takeInAgain('b1f6a1f0-0000-4000-8000-00000000dead')).resolves.toBeUndefined();
  });
});

function takeInAgain(id: string): Promise<void> {
  return receiveComplaint(city.newHost(), id);
}
