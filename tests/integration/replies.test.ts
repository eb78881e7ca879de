import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { CustomerCommand } from '@shouwen/domain/complaint/command';
import { applyReply } from '../../functions/src/complaint/apply-reply.ts';
import { applySaid, type Said } from '../../functions/src/complaint/apply-said.ts';
import { dayOf, startOfDayMs } from '@shouwen/domain/calendar/day';
import { noteSeenPage } from '../../functions/src/complaint/note-seen.ts';
import { readBooks, toldOf } from '../support/books.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { act, takeIn, type Recorded } from '../support/recorder.ts';

const owner = 't-qjp-huaihai-clerk-1';
const handler = 't-ls-handler-1';
const dayMs = 86_400_000;
const answer: StaffCommand = {
  type: 'answer',
  text: '已退费。',
  howGiven: '次月账单减免',
  checklist: [
    { ask: 'explanation', result: 'met' },
    { ask: 'refund', result: 'met' },
  ],
};
const byLink = { way: 'link' } as const;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'replies');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(() => city.restoreStaff());
afterAll(() => city.close());

async function answered(...more: [string, StaffCommand][]): Promise<Recorded> {
  const recorded = await takeIn(city, { homeRegion: '320826' });
  const steps: [string, StaffCommand][] = [[handler, { type: 'accept' }], [handler, answer], ...more];
  for (const [uid, command] of steps) await act(city, recorded.id, uid, command);
  return recorded;
}

function say({ recording }: Recorded, saidId: string, command: CustomerCommand): Promise<Said> {
  return applySaid(city.host, { statusId: recording.statusId, shown: byLink, saidId, command });
}

async function reply(recorded: Recorded, replyId: string, command: CustomerCommand) {
  await say(recorded, replyId.split('-')[1] ?? '', command);
  return readBooks(city.firestore, recorded.id);
}

describe('TEL-1: what opening the page tells', () => {
  test('the first opening after the answer is kept to the day, once; before it, and on a page that there is not, nothing is written', async () => {
    const unanswered = await takeIn(city, { homeRegion: '320826' });
    expect(await noteSeenPage(city.host, { statusId: unanswered.recording.statusId, shown: byLink })).toBe(true);
    expect((await readBooks(city.firestore, unanswered.id)).complaint).toMatchObject({ seq: 1, told: null });
    const recorded = await answered();
    city.host.clockMs += dayMs;
    for (let times = 0; times < 2; times += 1) expect(await noteSeenPage(city.host, { statusId: recorded.recording.statusId, shown: byLink })).toBe(true);
    const { complaint, journal } = await readBooks(city.firestore, recorded.id);
    const dayStart = startOfDayMs(dayOf(city.host.clockMs));
    expect(complaint).toMatchObject({ seq: 4, told: { by: 'page', atMs: dayStart } });
    expect(Object.keys(journal).filter((id) => id.startsWith('seen-'))).toEqual(['seen-4']);
    expect(journal['seen-4']).toMatchObject({
      type: 'noteSeen',
      capturedAt: dayStart,
      receivedAt: dayStart,
      seq: 4,
    });
    expect(await noteSeenPage(city.host, { statusId: 'f'.repeat(64), shown: byLink })).toBe(false);
  });

  test('reached after the answer, the customer has been told; the page says so with what it says next', async () => {
    const recorded = await answered([handler, { type: 'contactAttempt', result: 'reached', text: '', nextSlotAtMs: null }]);
    expect((await readBooks(city.firestore, recorded.id)).complaint).toMatchObject({ state: 'answered', told: { by: 'phone' } });
  });
});

describe('RET-2: staff who opened a contact know number and phone, and a ticket takes no more', () => {
  const rating: Extract<CustomerCommand, { type: 'rate' }> = { type: 'rate', stars: 5, reasons: [], solved: true };
  const disagreement: CustomerCommand = { type: 'disagree', text: '没有解决' };
  const byTicket = () => ({ way: 'ticket', lookedUpAtMs: city.host.clockMs - 60_000 }) as const;
  const open = async (id: string, uid: string, atMs = city.host.clockMs) =>
    city.firestore.doc(`complaints/${id}/contactViews/${uid}_${dayOf(atMs)}`).set({ uid, at: Timestamp.fromMillis(atMs) });
  const doubtsOf = async (id: string) =>
    (await city.firestore.collection('doubtfulReplies').where('complaintId', '==', id).get()).docs.map((document) => document.data());
  const sayByTicket = ({ recording: { statusId } }: Recorded, saidId: string, command: CustomerCommand) =>
    applySaid(city.host, { statusId, shown: byTicket(), saidId, command });
  const withoutTickets = async (work: () => Promise<void>) => {
    const pack = await city.host.reference.packInForce('telecom', city.host.store);
    const { reference } = city.host;
    city.host.reference = { ...reference, packInForce: () => Promise.resolve({ ...pack, limits: { ...pack.limits, ticketsSpeak: false } }) };
    await work();
    city.host.reference = reference;
  };

  test('what was said says by what: the link’s secret or number and phone', async () => {
    const recorded = await answered();
    await say(recorded, '1', rating);
    await sayByTicket(recorded, '2', { type: 'addInformation', text: '补充' });
    const { journal } = await readBooks(city.firestore, recorded.id);
    expect([journal['customer-rate-1'], journal['customer-addInformation-2']]).toMatchObject([{ saidBy: 'link' }, { saidBy: 'ticket' }]);
  });

  test('a rating by ticket after somebody opened the contact is put before the inspector, who opened it by name; by the link, and of information, it is not', async () => {
    const recorded = await answered();
    await open(recorded.id, handler);
    await say(recorded, '1', rating);
    await sayByTicket(recorded, '2', { type: 'addInformation', text: '补充' });
    expect(await doubtsOf(recorded.id)).toEqual([]);
    for (let times = 0; times < 2; times += 1) await sayByTicket(recorded, '3', rating);
    expect(await doubtsOf(recorded.id)).toEqual([
      {
        pack: 'telecom',
        complaintId: recorded.id,
        number: recorded.recording.number,
        type: 'rate',
        receivedAt: Timestamp.fromMillis(city.host.clockMs),
        lookedUpAtMs: city.host.clockMs - 60_000,
        openedBy: [{ uid: handler, atMs: city.host.clockMs }],
      },
    ]);
  });

  test('so is a look at an answer by ticket; where nobody has opened the contact, or not for two days, nothing is said against it', async () => {
    const [opened, long, never] = [await answered(), await answered(), await answered()];
    await open(opened.id, handler);
    await open(long.id, handler, city.host.clockMs - 2 * dayMs);
    for (const { recording } of [opened, long, never]) await noteSeenPage(city.host, { statusId: recording.statusId, shown: byTicket() });
    const books = await readBooks(city.firestore, opened.id);
    expect(books.complaint).toMatchObject({ told: { by: 'page' } });
    expect(books.journal['seen-4']).toMatchObject({ saidBy: 'ticket' });
    expect(await doubtsOf(opened.id)).toMatchObject([{ type: 'noteSeen', openedBy: [{ uid: handler }] }]);
    expect([...(await doubtsOf(long.id)), ...(await doubtsOf(never.id))]).toEqual([]);
  });

  test('words by ticket use up none of those that the link has', async () => {
    const recorded = await answered();
    for (const saidId of ['1', '2', '3', '4', '5']) expect(await sayByTicket(recorded, saidId, rating)).toEqual({ outcome: 'applied' });
    expect(await sayByTicket(recorded, '6', rating)).toEqual({ outcome: 'refused', reason: { code: 'saidTooOften' } });
    expect(await say(recorded, '7', { ...rating, stars: 1, solved: false })).toEqual({ outcome: 'applied' });
    expect((await readBooks(city.firestore, recorded.id)).complaint).toMatchObject({ rating: { stars: 1 } });
  });

  test('where the operator has it so, rating, disagreeing and having seen take the link; information does not', async () => {
    const recorded = await answered();
    await withoutTickets(async () => {
      const before = await readBooks(city.firestore, recorded.id);
      for (const command of [rating, disagreement])
        expect(await sayByTicket(recorded, '1', command)).toEqual({ outcome: 'refused', reason: { code: 'linkNeeded' } });
      expect(await noteSeenPage(city.host, { statusId: recorded.recording.statusId, shown: byTicket() })).toBe(true);
      expect(await readBooks(city.firestore, recorded.id)).toEqual(before);
      expect(await sayByTicket(recorded, '1', { type: 'addInformation', text: '补充' })).toEqual({ outcome: 'applied' });
      expect(await say(recorded, '1', rating)).toEqual({ outcome: 'applied' });
    });
  });
});

describe('what the customer sends from their page', () => {
  test('a rating is kept, is in the journal, and the handler is told', async () => {
    const books = await reply(await answered(), 'rate-1', { type: 'rate', stars: 4, reasons: ['fast', 'kind'], solved: true });
    expect(books.replies['rate-1']).toMatchObject({ outcome: 'applied', seq: 4 });
    expect(books.complaint).toMatchObject({ rating: { stars: 4, reasons: ['fast', 'kind'], solved: true }, state: 'answered' });
    expect(books.status).toMatchObject({ rating: { stars: 4 } });
    expect(books.journal['customer-rate-1']).toMatchObject({ type: 'rate', actor: { kind: 'customer', uid: null }, outcome: 'applied', seq: 4 });
    expect(toldOf(books)).toContain(`${handler}: customerRated`);
  });

  test('more information reaches the handler in any state', async () => {
    const recorded = await takeIn(city, { homeRegion: '320826' });
    const books = await reply(recorded, 'addInformation-1', { type: 'addInformation', text: '发票号补充如下' });
    expect(books.journal['customer-addInformation-1']).toMatchObject({ payload: { text: '发票号补充如下' }, seq: 2 });
    expect(toldOf(books)).toContain(`${handler}: customerAddedInformation`);
    expect(JSON.stringify(books.status)).not.toContain('发票号');
  });

  test('more information on a pool’s complaint reaches its owner', async () => {
    const recorded = await takeIn(city, { homeRegion: '320813' });
    expect(toldOf(await reply(recorded, 'addInformation-1', { type: 'addInformation', text: '补充' }))).toContain(`${owner}: customerAddedInformation`);
  });

  test('a disagreement reopens it: the same owner, the same handler, a clock of its own, and both are told', async () => {
    const recorded = await answered([handler, { type: 'close' }]);
    city.host.clockMs += 3 * dayMs;
    const books = await reply(recorded, 'disagree-1', { type: 'disagree', text: '没有退到账' });
    expect(books.complaint).toMatchObject({
      state: 'reopened',
      open: true,
      ownerUid: owner,
      handlerUid: handler,
      reopenCount: 1,
      closedAtMs: null,
      dueAt: city.host.clockMs + 2 * dayMs,
    });
    expect(toldOf(books)).toEqual(expect.arrayContaining([`${handler}: reopened`, `${owner}: reopened`]));
    expect(books.status).toMatchObject({ state: 'reopened', answer: null, expiresAt: null });
  });

  test('a disagreement when the handler is gone: somebody else has it now', async () => {
    const recorded = await answered();
    await city.changeStaff(handler, { active: false });
    const books = await reply(recorded, 'disagree-1', { type: 'disagree', text: '没解决' });
    expect(books.complaint).toMatchObject({ state: 'reopened', handlerUid: null, handlingUnitId: 't-ls', ownerUid: owner });
    expect(toldOf(books)).toContain('t-ls-head-1: poolNeedsYou');
  });

  test('a disagreement when a head from above had handled it: it is theirs again', async () => {
    const recorded = await takeIn(city, { homeRegion: '320826' });
    for (const command of [{ type: 'accept' } as const, answer]) await act(city, recorded.id, 't-cc-director-1', command);
    const books = await reply(recorded, 'disagree-1', { type: 'disagree', text: '没解决' });
    expect(books.complaint).toMatchObject({ state: 'reopened', handlerUid: 't-cc-director-1' });
  });

  test('disagreeing after the pack’s window is refused, and it stays closed', async () => {
    const recorded = await answered([handler, { type: 'close' }]);
    city.host.clockMs += 15 * dayMs + 1;
    const before = await readBooks(city.firestore, recorded.id);
    expect(await say(recorded, '1', { type: 'disagree', text: '太晚了' })).toEqual({ outcome: 'refused', reason: { code: 'reopenWindowOver', detail: '15' } });
    expect(await readBooks(city.firestore, recorded.id)).toEqual(before);
  });

  test('rating what is not answered yet is refused', async () => {
    const recorded = await takeIn(city, { homeRegion: '320826' });
    expect(await say(recorded, '1', { type: 'rate', stars: 1, reasons: [], solved: false })).toEqual({
      outcome: 'refused',
      reason: { code: 'notInThisState', detail: 'assigned' },
    });
    expect((await readBooks(city.firestore, recorded.id)).complaint).toMatchObject({ rating: null });
  });

  test('what is refused uses nothing up: after ever so many refused disagreements the real one reopens it', async () => {
    const recorded = await takeIn(city, { homeRegion: '320826' });
    for (let tries = 0; tries < 5; tries += 1)
      expect(await say(recorded, `early-${tries}`, { type: 'disagree', text: '还没有答复' })).toMatchObject({ outcome: 'refused' });
    for (const command of [{ type: 'accept' } as const, answer]) await act(city, recorded.id, handler, command);
    expect(await say(recorded, 'real', { type: 'disagree', text: '没有退到账' })).toEqual({ outcome: 'applied' });
    expect((await readBooks(city.firestore, recorded.id)).complaint).toMatchObject({ state: 'reopened' });
  });

  test('of each kind a bounded number is taken', async () => {
    const recorded = await answered();
    for (let count = 1; count <= 10; count += 1)
      expect(await say(recorded, String(count), { type: 'addInformation', text: `补充 ${count}` })).toEqual({ outcome: 'applied' });
    expect(await say(recorded, '11', { type: 'addInformation', text: '补充' })).toEqual({ outcome: 'refused', reason: { code: 'saidTooOften' } });
    expect(await say(recorded, '1', { type: 'rate', stars: 5, reasons: [], solved: true })).toEqual({ outcome: 'applied' });
  });

  test('a page whose time is over and one that there is not take nothing', async () => {
    const recorded = await answered([handler, { type: 'close' }]);
    city.host.clockMs += 4000 * dayMs;
    const said = { type: 'addInformation', text: '补充' } as const;
    expect(await say(recorded, '1', said)).toEqual({ outcome: 'noPage' });
    expect(await applySaid(city.host, { statusId: 'f'.repeat(64), shown: byLink, saidId: '1', command: said })).toEqual({ outcome: 'noPage' });
  });

  test('sent three times under one id, twice of it at once, it is said once', async () => {
    const recorded = await answered();
    const rating: CustomerCommand = { type: 'rate', stars: 5, reasons: [], solved: true };
    const before = await reply(recorded, 'rate-1', rating);
    const { statusId } = recorded.recording;
    await Promise.all([1, 2].map(() => applySaid(city.newHost(), { statusId, shown: byLink, saidId: '1', command: rating })));
    expect(await readBooks(city.firestore, recorded.id)).toEqual(before);
  });
});

test('what a page of before has left behind is still applied, once', async () => {
  const recorded = await answered();
  const { statusId } = recorded.recording;
  const left = { type: 'rate', stars: 4, reasons: [], solved: true, createdAt: Timestamp.fromMillis(city.host.clockMs), outcome: 'pending' };
  await city.firestore.doc(`status/${statusId}/replies/rate-1`).create(left);
  await applyReply(city.host, statusId, 'rate-1');
  const books = await readBooks(city.firestore, recorded.id);
  expect(books.complaint).toMatchObject({ rating: { stars: 4 } });
  await Promise.all([1, 2].map(() => applyReply(city.newHost(), statusId, 'rate-1')));
  expect(await readBooks(city.firestore, recorded.id)).toEqual(books);
});
