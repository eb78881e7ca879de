import type { StaffCommand } from '@shouwen/domain/complaint/command';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { releaseWork } from '../../functions/src/schedules/release-work.ts';
import { readBooks, toldOf } from '../support/books.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { act, takeIn, type Wanted } from '../support/recorder.ts';

const handler = 't-ls-handler-1';
const biller = 't-bill-handler-1';
const clerk = 't-hy-wangying-clerk-1';
const answer: StaffCommand = {
  type: 'answer',
  text: '已退费。',
  howGiven: '次月账单减免',
  checklist: [
    { ask: 'explanation', result: 'met' },
    { ask: 'refund', result: 'met' },
  ],
};
const onLeave: Partial<Staff> = { onDuty: false, away: { reason: 'leave', fromMs: morningMs - 60_000, untilMs: null } };
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'leaving');
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

async function lianshui(wanted: Wanted = {}): Promise<string> {
  const { id } = await takeIn(city, { homeRegion: '320826', ...wanted });
  return id;
}

const booksOf = (id: string) => readBooks(city.firestore, id);

describe('ORG-4: what a person held is not stranded', () => {
  test.each<[string, Partial<Staff>]>([
    ['is on leave', onLeave],
    ['is suspended', { active: false }],
    ['is moved to another unit', { unitId: 't-qjp' }],
  ])('a handler who %s: the work goes back to assignment within the unit', async (_what, changes) => {
    const id = await lianshui();
    await act(city, id, handler, { type: 'accept' });
    await city.changeStaff(handler, changes);
    await city.changeStaff('t-ls-handler-2', { onDuty: true });
    expect(await releaseWork(city.host, handler)).toBe(1);
    const books = await booksOf(id);
    expect(books.complaint).toMatchObject({ state: 'assigned', handlerUid: 't-ls-handler-2', handlingUnitId: 't-ls', seq: 3, bounceCount: 0 });
    expect(books.complaint?.['people']).not.toContain(handler);
    expect(books.journal['releaseHandler-3']).toMatchObject({ outcome: 'applied', payload: { fromUid: handler }, actor: { kind: 'system' } });
    expect(toldOf(books)).toContain('t-ls-handler-2: assignedToYou');
  });

  test('all that a person held, in one go, and a second time nothing', async () => {
    const ids = [await lianshui(), await lianshui(), await lianshui()];
    await city.changeStaff(handler, onLeave);
    expect(await releaseWork(city.host, handler)).toBe(3);
    const before = await Promise.all(ids.map(booksOf));
    for (const { complaint } of before) expect(complaint).toMatchObject({ handlerUid: null, handlingUnitId: 't-ls', state: 'assigned' });
    expect(await releaseWork(city.newHost(), handler)).toBe(0);
    expect(await Promise.all(ids.map(booksOf))).toEqual(before);
  });

  test('two runs at the same moment release it once', async () => {
    const id = await lianshui();
    await city.changeStaff(handler, onLeave);
    const counts = await Promise.all([releaseWork(city.newHost(), handler), releaseWork(city.newHost(), handler)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect((await booksOf(id)).complaint).toMatchObject({ seq: 2 });
  });

  test('a person at work keeps everything', async () => {
    const id = await lianshui();
    const before = await booksOf(id);
    expect(await releaseWork(city.host, handler)).toBe(0);
    expect(await booksOf(id)).toEqual(before);
  });

  test('a head from above who took it upon themselves is at work too', async () => {
    const id = await lianshui();
    await act(city, id, 't-cc-director-1', { type: 'accept' });
    expect(await releaseWork(city.host, 't-cc-director-1')).toBe(0);
    await city.changeStaff('t-cc-director-1', onLeave);
    expect(await releaseWork(city.host, 't-cc-director-1')).toBe(1);
    expect((await booksOf(id)).complaint).toMatchObject({ handlerUid: handler });
  });

  test('an answer that was given stays with who gave it', async () => {
    const id = await lianshui();
    await act(city, id, handler, answer);
    await city.changeStaff(handler, onLeave);
    expect(await releaseWork(city.host, handler)).toBe(0);
    expect((await booksOf(id)).complaint).toMatchObject({ state: 'answered', handlerUid: handler });
  });

  test('a hand-over offered to them goes back to the giver, who is told', async () => {
    const id = await lianshui();
    await act(city, id, handler, { type: 'handOver', toUnitId: 't-bill', toUid: biller, reason: '账务核对' });
    await city.changeStaff(biller, onLeave);
    expect(await releaseWork(city.host, biller)).toBe(1);
    const books = await booksOf(id);
    expect(books.complaint).toMatchObject({ handOver: null, handlerUid: handler, bounceCount: 1 });
    expect(toldOf(books)).toContain(`${handler}: handOverDeclined`);
  });

  test('a complaint that cannot be decided does not keep the others', async () => {
    const [stuck, fine] = [await lianshui(), await lianshui()].sort() as [string, string];
    await city.firestore.doc(`complaints/${stuck}`).update({ handlingUnitId: 't-moon', receivingUnitId: 't-moon' });
    await city.changeStaff(handler, onLeave);
    await expect(releaseWork(city.host, handler)).rejects.toThrow('its units are unknown');
    expect((await booksOf(fine)).complaint).toMatchObject({ handlerUid: null, state: 'assigned' });
  });
});

describe('OWN-1: first-contact ownership never lies with someone who is gone', () => {
  test.each([
    ['left', { active: false }],
    ['moved', { unitId: 't-qjp' }],
  ])('an owner who %s: the nearest head above owns it and is told', async (_what, changes) => {
    const id = await lianshui({ recorderUid: clerk });
    await city.changeStaff(clerk, changes);
    expect(await releaseWork(city.host, clerk)).toBe(1);
    const books = await booksOf(id);
    expect(books.complaint).toMatchObject({ ownerUid: 't-hy-head-1', ownerName: city.staff('t-hy-head-1').name, handlerUid: handler });
    expect(toldOf(books)).toContain('t-hy-head-1: ownershipMovedToYou');
  });

  test.each<[string, Partial<Staff>]>([
    ['off shift', { onDuty: false }],
    ['on leave', onLeave],
  ])('an owner %s keeps it: ownership is for long, not for a shift', async (_what, changes) => {
    const id = await lianshui({ recorderUid: clerk });
    await city.changeStaff(clerk, changes);
    expect(await releaseWork(city.host, clerk)).toBe(0);
    expect((await booksOf(id)).complaint).toMatchObject({ ownerUid: clerk });
  });

  test('a head who got it from below keeps it, on duty or not', async () => {
    const id = await lianshui({ recorderUid: clerk });
    await city.changeStaff(clerk, { active: false });
    await releaseWork(city.host, clerk);
    await city.changeStaff('t-hy-head-1', { onDuty: false });
    expect(await releaseWork(city.host, 't-hy-head-1')).toBe(0);
    await city.changeStaff('t-hy-head-1', { active: false });
    expect(await releaseWork(city.host, 't-hy-head-1')).toBe(1);
    expect((await booksOf(id)).complaint).toMatchObject({ ownerUid: 't-leader-1' });
  });

  test('owner, handler and receiver in one person who leaves: all three are taken off them', async () => {
    const { id } = await takeIn(city, { recorderUid: 'p-ha-handler-1', homeRegion: '320803' });
    await act(city, id, 'p-cc-director-1', { type: 'handOver', toUnitId: 'p-ha', toUid: 'p-ha-handler-1', reason: '再核一次' });
    await city.changeStaff('p-ha-handler-1', { active: false });
    expect(await releaseWork(city.host, 'p-ha-handler-1')).toBe(2);
    const { complaint } = await booksOf(id);
    expect(complaint).toMatchObject({ handlerUid: null, handOver: null, ownerUid: 'p-ha-head-1', people: ['p-ha-head-1'] });
  });
});
