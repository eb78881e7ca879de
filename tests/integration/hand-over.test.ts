import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readBooks, toldOf } from '../support/books.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { act, takeIn } from '../support/recorder.ts';

const owner = 't-qjp-huaihai-clerk-1';
const handler = 't-ls-handler-1';
const biller = 't-bill-handler-1';
const toBilling = { type: 'handOver', toUnitId: 't-bill', toUid: biller, reason: '账务核对' } as const;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'hand-over');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(() => city.restoreStaff());
afterAll(() => city.close());

async function lianshui(): Promise<string> {
  const { id } = await takeIn(city, { homeRegion: '320826' });
  return id;
}

async function complaintOf(id: string): Promise<Record<string, unknown>> {
  return (await readBooks(city.firestore, id)).complaint ?? {};
}

describe('OWN-6: a hand-over names reason and receiver, and the receiver accepts or declines', () => {
  test('until it is accepted the giver has it, and both see it', async () => {
    const id = await lianshui();
    expect(await act(city, id, handler, toBilling)).toEqual({ outcome: 'applied', seq: 2 });
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({
      handlerUid: handler,
      handlingUnitId: 't-ls',
      bounceCount: 1,
      people: [owner, handler, biller],
      handOver: { toUid: biller, toUnitId: 't-bill', reason: '账务核对', fromUid: handler },
    });
    expect(books.complaint?.['audience']).toContain('t-bill');
    expect(toldOf(books)).toContain(`${biller}: handOverOffered`);
  });

  test('accepted: it is theirs and their unit’s, and the giver is told', async () => {
    const id = await lianshui();
    await act(city, id, handler, toBilling);
    expect(await act(city, id, biller, { type: 'acceptHandOver' })).toEqual({ outcome: 'applied', seq: 3 });
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ state: 'accepted', handlerUid: biller, handlingUnitId: 't-bill', handOver: null, people: [owner, biller] });
    expect(toldOf(books)).toContain(`${handler}: handOverAccepted`);
    expect(books.status).toMatchObject({ holder: { zh: '账务中心' } });
  });

  test('declined: it stays, and the giver is told', async () => {
    const id = await lianshui();
    await act(city, id, handler, toBilling);
    expect(await act(city, id, biller, { type: 'declineHandOver', reason: '与账务无关' })).toEqual({ outcome: 'applied', seq: 3 });
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ handlerUid: handler, handOver: null, bounceCount: 1 });
    expect(toldOf(books)).toContain(`${handler}: handOverDeclined`);
  });

  test('to a unit: its head is told and anyone there who handles may accept', async () => {
    const id = await lianshui();
    await act(city, id, handler, { ...toBilling, toUid: null });
    expect(toldOf(await readBooks(city.firestore, id))).toContain('t-bill-head-1: handOverOffered');
    expect(await act(city, id, 't-bill-head-1', { type: 'acceptHandOver' })).toMatchObject({ outcome: 'applied' });
    expect(await complaintOf(id)).toMatchObject({ handlerUid: 't-bill-head-1', handlingUnitId: 't-bill' });
  });

  test.each([
    ['somebody else accepts it', 't-data-handler-1', { type: 'acceptHandOver' } as const, { code: 'notYours' }],
    ['a second one while the first is open', handler, { ...toBilling, toUnitId: 't-data', toUid: null }, { code: 'handOverPending' }],
  ])('refused: %s', async (_what, uid, command, reason) => {
    const id = await lianshui();
    await act(city, id, handler, toBilling);
    expect(await act(city, id, uid, command)).toEqual({ outcome: 'refused', reason });
  });

  test.each([
    ['to a unit that there is not', { ...toBilling, toUnitId: 't-moon', toUid: null }, { code: 'receiverUnknown', detail: 't-moon' }],
    ['to someone who is not in that unit', { ...toBilling, toUid: 't-data-handler-1' }, { code: 'receiverUnknown', detail: 't-data-handler-1' }],
    ['to someone off duty', { ...toBilling, toUnitId: 't-ls', toUid: 't-ls-handler-2' }, { code: 'receiverNotAvailable' }],
    ['to oneself', { ...toBilling, toUnitId: 't-ls', toUid: handler }, { code: 'receiverIsSelf' }],
  ])('refused: %s', async (_what, command, reason) => {
    expect(await act(city, await lianshui(), handler, command)).toEqual({ outcome: 'refused', reason });
  });

  test('pushed on for the third time it is flagged as being passed around, once, and the owner is told', async () => {
    const id = await lianshui();
    const pushes = [
      [handler, toBilling],
      [biller, { type: 'acceptHandOver' }],
      [biller, { ...toBilling, toUnitId: 't-data', toUid: 't-data-handler-1' }],
      ['t-data-handler-1', { type: 'acceptHandOver' }],
    ] as const;
    for (const [uid, command] of pushes) expect(await act(city, id, uid, command)).toMatchObject({ outcome: 'applied' });
    expect(await complaintOf(id)).toMatchObject({ bounceCount: 2, flags: [] });
    await act(city, id, 't-data-handler-1', { ...toBilling, toUnitId: 't-mkt', toUid: 't-mkt-head-1' });
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ bounceCount: 3, flags: ['passed-around'] });
    expect(toldOf(books)).toContain(`${owner}: passedAround`);
    await act(city, id, 't-mkt-head-1', { type: 'acceptHandOver' });
    await act(city, id, 't-mkt-head-1', { ...toBilling, toUnitId: 't-bill' });
    const later = await readBooks(city.firestore, id);
    expect(later.complaint).toMatchObject({ bounceCount: 4, flags: ['passed-around'] });
    expect(toldOf(later).filter((notice) => notice.endsWith('passedAround'))).toHaveLength(1);
  });
});

describe('OWN-6: who cannot take it returns it with a reason', () => {
  test('it goes to the other handler, never back to the same, and counts as a push', async () => {
    const { id } = await takeIn(city, { homeRegion: '320803' });
    const first = String((await complaintOf(id))['handlerUid']);
    const other = first === 't-ha-handler-1' ? 't-ha-handler-2' : 't-ha-handler-1';
    expect(await act(city, id, first, { type: 'return', reason: '不归我管' })).toEqual({ outcome: 'applied', seq: 2 });
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ state: 'assigned', handlerUid: other, handlingUnitId: 't-ha', bounceCount: 1, people: [owner, other] });
    expect(toldOf(books)).toEqual(expect.arrayContaining([`${other}: assignedToYou`, `${owner}: returned`]));
  });

  test('the only handler’s goes to the pool and the head is told', async () => {
    const id = await lianshui();
    await act(city, id, handler, { type: 'return', reason: '不归我管' });
    const books = await readBooks(city.firestore, id);
    expect(books.complaint).toMatchObject({ state: 'assigned', handlerUid: null, handlingUnitId: 't-ls' });
    expect(toldOf(books)).toContain('t-ls-head-1: poolNeedsYou');
  });

  test('the only handler’s who is the head too goes up, not back to them', async () => {
    const { id } = await takeIn(city, { recorderUid: 'p-qjp-huaihai-clerk-1', homeRegion: '320830' });
    expect(await complaintOf(id)).toMatchObject({ handlerUid: 'p-xy-head-1' });
    await act(city, id, 'p-xy-head-1', { type: 'return', reason: '需要上级处理' });
    expect(await complaintOf(id)).toMatchObject({ handlingUnitId: 'p-cc', handlerUid: expect.stringMatching(/^p-cc-/) });
  });

  test('what lies in a pool is taken by whoever of the unit accepts first; the second is refused', async () => {
    const { id } = await takeIn(city, { homeRegion: '320813' });
    await city.changeStaff('t-hz-handler-1', { onDuty: true });
    const outcomes = await Promise.all(['t-hz-handler-1', 't-hz-head-1'].map((uid) => act(city, id, uid, { type: 'accept' })));
    expect(new Set(outcomes.map((outcome) => outcome['outcome']))).toEqual(new Set(['applied', 'refused']));
    expect(await complaintOf(id)).toMatchObject({ state: 'accepted', seq: 2 });
  });
});
