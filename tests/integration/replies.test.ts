import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { applyReply } from '../../functions/src/complaint/apply-reply.ts';
import { readBooks, toldOf } from '../support/books.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { act, takeIn, type Recorded } from '../support/recorder.ts';

const owner = 't-qjp-huaihai-clerk-1';
const handler = 't-ls-handler-1';
const dayMs = 86_400_000;
const answer: StaffCommand = {
  type: 'answer',
  text: '已退费。',
  checklist: [
    { ask: 'explanation', result: 'met' },
    { ask: 'refund', result: 'met' },
  ],
};
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

async function reply({ id, recording }: Recorded, replyId: string, content: Record<string, unknown>) {
  await city.firestore
    .doc(`status/${recording.statusId}/replies/${replyId}`)
    .create({ ...content, createdAt: Timestamp.fromMillis(city.host.clockMs), outcome: 'pending' });
  await applyReply(city.host, recording.statusId, replyId);
  return readBooks(city.firestore, id);
}

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
    const books = await reply(recorded, 'disagree-1', { type: 'disagree', text: '太晚了' });
    expect(books.replies['disagree-1']).toMatchObject({ outcome: 'refused', reason: { code: 'reopenWindowOver', detail: '15' } });
    expect(books.complaint).toMatchObject({ state: 'closed', seq: 4 });
    expect(books.journal['customer-disagree-1']).toMatchObject({ outcome: 'refused' });
  });

  test('rating what is not answered yet is refused', async () => {
    const recorded = await takeIn(city, { homeRegion: '320826' });
    const books = await reply(recorded, 'rate-1', { type: 'rate', stars: 1, reasons: [], solved: false });
    expect(books.replies['rate-1']).toMatchObject({ outcome: 'refused', reason: { code: 'notInThisState', detail: 'assigned' } });
    expect(books.complaint).toMatchObject({ rating: null });
  });

  test.each([
    ['seven stars', 'rate-2', { type: 'rate', stars: 7, reasons: [], solved: true }],
    ['an action of staff', 'addInformation-2', { type: 'close' }],
    ['an empty message', 'addInformation-3', { type: 'addInformation', text: '  ' }],
  ])('%s is refused and leaves nothing behind', async (_what, replyId, content) => {
    const recorded = await answered();
    const before = await readBooks(city.firestore, recorded.id);
    const books = await reply(recorded, replyId, content);
    expect(books.replies[replyId]).toMatchObject({ outcome: 'refused', reason: { code: 'invalidEntry' } });
    expect(books).toEqual({ ...before, replies: books.replies });
  });

  test('delivered three times it is applied once', async () => {
    const recorded = await answered();
    const before = await reply(recorded, 'rate-1', { type: 'rate', stars: 5, reasons: [], solved: true });
    await Promise.all([1, 2].map(() => applyReply(city.newHost(), recorded.recording.statusId, 'rate-1')));
    expect(await readBooks(city.firestore, recorded.id)).toEqual(before);
  });
});
