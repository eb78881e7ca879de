import { minuteMs } from '@shouwen/domain/calendar/day';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { isDead, withDeadLetter } from '../../functions/src/journal/dead-letter.ts';
import { sweepOnce } from '../../functions/src/schedules/sweep.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { differencesIn } from '../support/money-books.ts';
import { moneyOutcome, refundOf, writeRefundEntry } from '../support/money-entries.ts';
import { outletLadder, payers } from '../support/money-people.ts';
import { askForRefund, complaintWithCause, writeRefund } from '../support/money-requests.ts';
import { redelivered } from '../support/redelivery.ts';
import { seededChance } from '../support/seeded-chance.ts';
import { applyRefundEntry, receiveRefund } from '../support/delivering.ts';

const { clerk, manager, head } = outletLadder;
const approve = { type: 'approve', isBatch: false } as const;
const applied = expect.objectContaining({ outcome: 'applied' });
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'refund-sweep');
  await sweepOnce(city.host);
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  const left = [...(await city.firestore.collection('refunds').get()).docs, ...(await city.firestore.collection('deadLetters').get()).docs];
  await Promise.all(left.map((document) => city.firestore.recursiveDelete(document.ref)));
});
afterAll(() => city.close());

function laterSweep() {
  city.host.clockMs += 5 * minuteMs;
  return sweepOnce(city.host);
}

async function written(amountFen: number, spoilt: Record<string, unknown> = {}): Promise<string> {
  const { id } = await complaintWithCause(city);
  return writeRefund(city, id, { amountFen }, { spoilt });
}

async function asked(amountFen: number): Promise<string> {
  const { id } = await complaintWithCause(city);
  return askForRefund(city, id, { amountFen });
}

const outcomeOf = (id: string, entryId: string) => moneyOutcome(city, `refunds/${id}/journal/${entryId}`);

describe('the sweep does for refunds what an event never reached', () => {
  test('a request that nobody took in is taken in once, one that just came is left to its event', async () => {
    const id = await written(20_000);
    expect(await sweepOnce(city.host)).toMatchObject({ refunds: 0 });
    expect(await laterSweep()).toMatchObject({ refunds: 1, entries: 0 });
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', approverUids: [manager], seq: 1 });
    expect(await laterSweep()).toMatchObject({ refunds: 0 });
  });

  test('a decision that nobody applied is applied once', async () => {
    const id = await asked(20_000);
    const entryId = await writeRefundEntry(city, id, manager, approve);
    expect(await laterSweep()).toMatchObject({ refunds: 0, entries: 1 });
    expect(await outcomeOf(id, entryId)).toEqual({ outcome: 'applied', seq: 2 });
    expect(await laterSweep()).toMatchObject({ entries: 0 });
    expect(await refundOf(city, id)).toMatchObject({ state: 'approved', seq: 2 });
  });

  test('an entry that is delivered before its request was taken in waits for nothing: both are done', async () => {
    const id = await written(20_000);
    const entryId = await writeRefundEntry(city, id, clerk, { type: 'withdraw', reason: '记错了' });
    await applyRefundEntry(city.host, id, entryId);
    expect(await outcomeOf(id, entryId)).toEqual({ outcome: 'applied', seq: 2 });
    await receiveRefund(city.host, id);
    expect(await refundOf(city, id)).toMatchObject({ state: 'withdrawn', seq: 2 });
  });

  test('three sweeps at once do each thing once', async () => {
    const id = await written(20_000);
    const other = await asked(20_000);
    const entryId = await writeRefundEntry(city, other, manager, approve);
    const hosts = Array.from({ length: 3 }, () => Object.assign(city.newHost(), { clockMs: city.host.clockMs + 5 * minuteMs }));
    await Promise.all(hosts.map((host) => redelivered(() => sweepOnce(host))));
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', seq: 1 });
    expect(await outcomeOf(other, entryId)).toEqual({ outcome: 'applied', seq: 2 });
  });
});

describe('events come twice, late and in any order', () => {
  test.each([1, 2, 3])('REF-8: request, two approvals and payment, each delivered three times and shuffled (%i), end paid once', async (seed) => {
    const chance = seededChance(seed);
    const id = await written(90_000);
    const shuffled = <Item>(items: readonly Item[]) => items.map((item) => ({ item, at: chance() })).sort((one, other) => one.at - other.at);
    const waiting = shuffled(Array.from({ length: 3 }, () => () => receiveRefund(city.newHost(), id)));
    const delivery = (entryId: string) => () => applyRefundEntry(city.newHost(), id, entryId);
    for (const { item } of waiting) await item();
    const entries: string[] = [];
    for (const [uid, act] of [
      [manager, approve],
      [head, approve],
      [payers.clerk, { type: 'execute' }],
    ] as const) {
      entries.push(await writeRefundEntry(city, id, uid, act));
      for (const { item } of shuffled([...entries, ...entries].map(delivery))) await item();
    }
    for (const [index, entryId] of entries.entries()) expect(await outcomeOf(id, entryId)).toEqual({ outcome: 'applied', seq: index + 2 });
    expect(await refundOf(city, id)).toMatchObject({ state: 'posted', seq: 4 });
    expect((await city.firestore.collection('ledger').where('cause.id', '==', id).get()).size).toBe(1);
    expect((await differencesIn(city.firestore)).filter(({ subject }) => subject.includes(id))).toEqual([]);
  });

  test('two entries of one person that say the same are one decision, and both are called applied', async () => {
    const id = await asked(90_000);
    const [one, other] = [await writeRefundEntry(city, id, manager, approve), await writeRefundEntry(city, id, manager, approve)];
    for (const entryId of [other, one]) await applyRefundEntry(city.host, id, entryId);
    expect([await outcomeOf(id, one), await outcomeOf(id, other)]).toEqual([applied, applied]);
    expect(await refundOf(city, id)).toMatchObject({ seq: 2, steps: [{ decidedByUid: manager }, { state: 'open' }] });
  });

  test('an entry that is no command, or of nobody, is refused and stays on record', async () => {
    const id = await asked(20_000);
    const entryId = await writeRefundEntry(city, id, manager, approve);
    const stranger = await writeRefundEntry(city, id, 'nobody-at-all', approve);
    await city.firestore.doc(`refunds/${id}/journal/${entryId}`).update({ 'payload.isBatch': 'yes' });
    for (const entry of [entryId, stranger]) await applyRefundEntry(city.host, id, entry);
    expect(await outcomeOf(id, entryId)).toEqual({ outcome: 'refused', reason: { code: 'invalidEntry' } });
    expect(await outcomeOf(id, stranger)).toEqual({ outcome: 'refused', reason: { code: 'notActive' } });
    expect(await refundOf(city, id)).toMatchObject({ state: 'awaitingApproval', seq: 1 });
  });
});

describe('what fails again and again is put aside and the rest goes on', () => {
  test('a request that cannot be read: five tries, then a dead letter, and a healthy one beside it at the first', async () => {
    const poison = await written(20_000, { pack: 'moon' });
    const fine = await written(20_000);
    for (let run = 1; run <= 6; run += 1) {
      await laterSweep();
      expect(await isDead(city.host, `refunds/${poison}`)).toBe(run >= 5);
    }
    expect(await refundOf(city, fine)).toMatchObject({ state: 'awaitingApproval', seq: 1 });
    expect(await refundOf(city, poison)).toMatchObject({ state: 'requested' });
    expect(city.host.logged.at(-1)).toMatchObject({ severity: 'ERROR', attempt: 5 });
    expect(city.host.logged).toHaveLength(5);
  });

  test('its event is delivered again four times and then not', async () => {
    const poison = await written(20_000, { pack: 'moon' });
    const deliver = () => withDeadLetter(city.host, `refunds/${poison}`, async () => void (await receiveRefund(city.host, poison)));
    for (let attempt = 1; attempt <= 4; attempt += 1) await expect(deliver()).rejects.toThrow('expected');
    await expect(deliver()).resolves.toBeUndefined();
  });
});
