import { createHash, randomUUID } from 'node:crypto';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { isDead, withDeadLetter } from '../../functions/src/journal/dead-letter.ts';
import { sweepOnce } from '../../functions/src/schedules/sweep.ts';
import { readBooks } from '../support/books.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { jpeg } from '../support/photos.ts';
import { closureOf, moneyOutcome, refundOf, writeClosureEntry, writeRefundEntry } from '../support/money-entries.ts';
import { outletLadder } from '../support/money-people.ts';
import { complaintWithCause, newAccount, writeClosure, writeRefund } from '../support/money-requests.ts';
import { act, outcomeOf, record, takeIn, write } from '../support/recorder.ts';
import { receiveComplaint } from '../support/delivering.ts';

const minuteMs = 60_000;
const handler = 't-ls-handler-1';
const nothing = { complaints: 0, entries: 0, refunds: 0, closures: 0, assists: 0, replies: 0, photos: 0, released: 0 };
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'sweep');
  await sweepOnce(city.host);
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  const left = [...(await city.firestore.collection('complaints').get()).docs, ...(await city.firestore.collection('deadLetters').get()).docs];
  await Promise.all(left.map((document) => city.firestore.recursiveDelete(document.ref)));
});
afterAll(() => city.close());

/** The next run of the schedule, when what lies there is old enough to have been lost. */
function laterSweep() {
  city.host.clockMs += 5 * minuteMs;
  return sweepOnce(city.host);
}

const lianshui = { homeRegion: '320826' };

describe('the sweep does what an event never reached', () => {
  test('a complaint that nobody took in', async () => {
    const { id } = await record(city, lianshui);
    expect(await laterSweep()).toEqual({ ...nothing, complaints: 1 });
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ state: 'assigned', handlerUid: handler, seq: 1 });
    expect(await laterSweep()).toEqual(nothing);
  });

  test('entries without an outcome, in the order of doing', async () => {
    const { id } = await takeIn(city, lianshui);
    const first = await write(city, id, handler, { type: 'accept' });
    const second = await write(city, id, handler, { type: 'note', text: '核实' }, { after: first });
    expect(await laterSweep()).toEqual({ ...nothing, entries: 2 });
    expect(await Promise.all([first, second].map((entryId) => outcomeOf(city, id, entryId)))).toEqual([
      { outcome: 'applied', seq: 2 },
      { outcome: 'applied', seq: 3 },
    ]);
  });

  test('a photo that nobody looked at', async () => {
    const { id } = await takeIn(city, lianshui);
    const bytes = jpeg();
    const at = Timestamp.fromMillis(city.host.clockMs);
    const photo = city.firestore.doc(`complaints/${id}/attachments/${randomUUID()}`);
    await photo.create({ contentType: 'image/jpeg', bytes, sha256: createHash('sha256').update(bytes).digest('hex'), receivedAt: at, check: 'pending' });
    expect(await laterSweep()).toEqual({ ...nothing, photos: 1 });
    expect((await photo.get()).get('check')).toBe('passed');
    expect(await laterSweep()).toEqual(nothing);
  });

  test('a reply without an outcome', async () => {
    const { id, recording } = await takeIn(city, lianshui);
    const createdAt = Timestamp.fromMillis(city.host.clockMs);
    await city.firestore
      .doc(`status/${recording.statusId}/replies/addInformation-1`)
      .create({ type: 'addInformation', text: '补充', createdAt, outcome: 'pending' });
    expect(await laterSweep()).toEqual({ ...nothing, replies: 1 });
    expect((await readBooks(city.firestore, id)).replies['addInformation-1']).toMatchObject({ outcome: 'applied', seq: 2 });
  });

  test('REF-1, CLO-1: a refund that nobody took in, a closure, and what was decided about both', async () => {
    const { id: complaintId } = await complaintWithCause(city);
    const refundId = await writeRefund(city, complaintId, { amountFen: 20_000 });
    const closureId = await writeClosure(city, { accountNo: await newAccount(city) });
    expect(await laterSweep()).toEqual({ ...nothing, refunds: 1, closures: 1 });
    const approval = await writeRefundEntry(city, refundId, outletLadder.manager, { type: 'approve', isBatch: false });
    const change = { type: 'changeTarget', targetAccountNo: await newAccount(city), identityChecked: true } as const;
    const changed = await writeClosureEntry(city, closureId, outletLadder.clerk, change);
    expect(await laterSweep()).toEqual({ ...nothing, entries: 2 });
    expect(await refundOf(city, refundId)).toMatchObject({ state: 'approved' });
    expect(await closureOf(city, closureId)).toMatchObject({ state: 'waiting', targetAccountNo: change.targetAccountNo });
    const paths = [`refunds/${refundId}/journal/${approval}`, `closures/${closureId}/journal/${changed}`];
    for (const path of paths) expect(await moneyOutcome(city, path)).toMatchObject({ outcome: 'applied' });
    expect(await laterSweep()).toEqual(nothing);
  });

  test.each<[string, Partial<Staff>]>([
    ['is suspended', { active: false }],
    ['is on leave', { onDuty: false, away: { reason: 'leave', fromMs: 0, untilMs: null } }],
  ])('ORG-4: work of someone who %s', async (_what, changes) => {
    const { id } = await takeIn(city, lianshui);
    await city.changeStaff(handler, changes);
    expect(await laterSweep()).toEqual({ ...nothing, released: 1 });
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ handlerUid: null, handlingUnitId: 't-ls' });
  });

  test('what came a moment ago is left to its event', async () => {
    const { id } = await record(city, lianshui);
    await write(city, id, handler, { type: 'accept' });
    expect(await sweepOnce(city.host)).toEqual(nothing);
    city.host.clockMs += 2 * minuteMs;
    expect(await sweepOnce(city.host)).toEqual({ ...nothing, complaints: 1, entries: 1 });
  });

  test('four runs at once do everything once', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, async () => (await record(city, lianshui)).id));
    const entries = await Promise.all(ids.map((id) => write(city, id, handler, { type: 'accept' })));
    await Promise.all(
      Array.from({ length: 4 }, () => {
        const host = city.newHost();
        host.clockMs += 5 * minuteMs;
        return sweepOnce(host);
      }),
    );
    for (const [index, id] of ids.entries()) {
      const books = await readBooks(city.firestore, id);
      expect(books.complaint).toMatchObject({ state: 'accepted', seq: 2 });
      expect(new Set(Object.keys(books.journal))).toEqual(new Set(['assigned', entries[index]]));
      expect(Object.keys(books.notices)).toHaveLength(2);
    }
  });
});

describe('what fails again and again is put aside and the rest goes on', () => {
  test('five tries, then a dead letter; a healthy one beside it is done at the first', async () => {
    const { id: poison } = await record(city, { ...lianshui, spoilt: { asks: 'everything' } });
    const { id: fine } = await record(city, lianshui);
    for (let run = 1; run <= 7; run += 1) {
      await laterSweep();
      expect(await isDead(city.host, `complaints/${poison}`)).toBe(run >= 5);
    }
    expect((await readBooks(city.firestore, fine)).complaint).toMatchObject({ state: 'assigned' });
    const [letter] = (await city.firestore.collection('deadLetters').get()).docs;
    expect(letter?.data()).toEqual({ path: `complaints/${poison}`, attempts: 5, isDead: true, lastTriedAt: expect.anything() });
    expect(city.host.logged.map(({ severity, attempt, code }) => ({ severity, attempt, code }))).toEqual([
      ...[1, 2, 3, 4].map((attempt) => ({ severity: 'WARNING', attempt, code: 'UnreadableDocument' })),
      { severity: 'ERROR', attempt: 5, code: 'UnreadableDocument' },
    ]);
  });

  test('once the letter is gone the next run tries again', async () => {
    const { id } = await record(city, { ...lianshui, spoilt: { asks: [] } });
    for (let run = 1; run <= 5; run += 1) await laterSweep();
    await city.firestore.doc(`complaints/${id}`).update({ asks: ['fix'] });
    await laterSweep();
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ state: 'recorded' });
    const [letter] = (await city.firestore.collection('deadLetters').get()).docs;
    await letter?.ref.delete();
    await laterSweep();
    expect((await readBooks(city.firestore, id)).complaint).toMatchObject({ state: 'assigned' });
  });

  test('an event’s failure is thrown on four times, so that it is delivered again, and then not', async () => {
    const { id } = await record(city, { ...lianshui, spoilt: { asks: [] } });
    const deliver = () => withDeadLetter(city.host, `complaints/${id}`, () => receiveComplaint(city.host, id));
    for (let attempt = 1; attempt <= 4; attempt += 1) await expect(deliver()).rejects.toThrow('asks');
    await expect(deliver()).resolves.toBeUndefined();
  });

  test('one person’s stuck work does not keep another’s from being released', async () => {
    const { id: stuck } = await takeIn(city, { homeRegion: '320803' });
    const { id: fine } = await takeIn(city, lianshui);
    const stuckHandler = String((await readBooks(city.firestore, stuck)).complaint?.['handlerUid']);
    await city.firestore.doc(`complaints/${stuck}`).update({ handlingUnitId: 't-moon', receivingUnitId: 't-moon' });
    await Promise.all([stuckHandler, handler].map((uid) => city.changeStaff(uid, { active: false })));
    expect(await laterSweep()).toEqual({ ...nothing, released: 1 });
    expect((await readBooks(city.firestore, fine)).complaint).toMatchObject({ handlerUid: null });
    expect(city.host.logged).toMatchObject([{ severity: 'WARNING', message: 'work failed', attempt: 1 }]);
  });

  test('nothing that a person typed or is called gets into the log', async () => {
    await record(city, { ...lianshui, name: '诸葛明', what: '诸葛明的话费有误。', spoilt: { asks: ['诸葛明'] } });
    const { id } = await takeIn(city, lianshui);
    await act(city, id, handler, { type: 'note', text: '诸葛明来电' });
    await laterSweep();
    expect(city.host.logged).not.toHaveLength(0);
    expect(JSON.stringify(city.host.logged)).not.toContain('诸葛明');
  });
});
