import { hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { recordingOutreach } from '../../functions/src/outreach/outreach.ts';
import { applyLetter } from '../../functions/src/telling/apply-letter.ts';
import { applyReceipt } from '../../functions/src/telling/apply-receipt.ts';
import { takeReceipts, takeReplies } from '../../functions/src/telling/far-side-calls.ts';
import { signatureOf } from '../../functions/src/telling/signed-call.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { breakEverywhere, expectBroken } from '../support/crash-points.ts';
import { meteredStore } from '../support/metered-store.ts';
import { openOutreachFarSide, type OutreachFarSide } from '../support/outreach-far-side.ts';
import { seededChance } from '../support/seeded-chance.ts';
import { act, type Recorded, takeIn } from '../support/recorder.ts';
import { deliverMessages, messagesOfComplaint, pagesUrl, sweepMessages, telling } from '../support/telling.ts';

let city: TestCity;
let farSide: OutreachFarSide;

beforeAll(async () => {
  farSide = await openOutreachFarSide();
  city = await openCity(inject('firestore').host, 'messages');
});
beforeEach(() => {
  farSide.clear();
  telling(city.host, farSide).clockMs = morningMs;
  city.host.logged = [];
});
afterAll(async () => {
  await city.close();
  await farSide.close();
});

const answer: StaffCommand = {
  type: 'answer',
  text: '费用已核实，多收部分退还。',
  howGiven: '次月账单减免',
  checklist: [
    { ask: 'explanation', result: 'met' },
    { ask: 'refund', result: 'met' },
  ],
};

async function complaintOf({ id }: Pick<Recorded, 'id'>): Promise<Record<string, unknown>> {
  return (await city.firestore.doc(`complaints/${id}`).get()).data() ?? {};
}

async function handlerOf(recorded: Pick<Recorded, 'id'>): Promise<string> {
  return String((await complaintOf(recorded))['handlerUid']);
}

/** Taken in, told of it, and half an hour later. */
async function takeInTold(wanted = {}): Promise<Recorded> {
  const recorded = await takeIn(city, wanted);
  await deliverMessages(city, city.host, recorded.id);
  city.host.clockMs += 31 * minuteMs;
  return recorded;
}

async function answered(wanted = {}): Promise<Recorded> {
  const recorded = await takeInTold(wanted);
  const handler = await handlerOf(recorded);
  expect(await act(city, recorded.id, handler, { type: 'accept' })).toMatchObject({ outcome: 'applied' });
  expect(await act(city, recorded.id, handler, answer)).toMatchObject({ outcome: 'applied' });
  return recorded;
}

const statesOf = async ({ id }: Pick<Recorded, 'id'>) => Object.fromEntries((await messagesOfComplaint(city, id)).map(({ kind, state }) => [kind, state]));
const keysOf = () => farSide.sent.map(({ key }) => key);

describe('TEL-1: customers are told', () => {
  test('that it was taken in, with their link; then of the answer, and the complaint says so', async () => {
    const recorded = await answered();
    expect(farSide.sent[0]?.body).toMatchObject({
      id: `recorded_${recorded.id}_0`,
      to: recorded.contact.phone,
      template: 'SW-01',
      signature: '淮安移动',
      parameters: { number: recorded.recording.number, link: `${pagesUrl}/s#${recorded.contact.token}` },
    });
    expect((await complaintOf(recorded))['told']).toBeNull();
    await deliverMessages(city, city.host, recorded.id);
    expect(keysOf()).toEqual([`recorded_${recorded.id}_0`, `answered_${recorded.id}_0`]);
    expect((await complaintOf(recorded))['told']).toEqual({ by: 'sms', atMs: city.host.clockMs });
    expect(await statesOf(recorded)).toEqual({ recorded: 'accepted', answered: 'accepted' });
  });

  test('RET-2: the number stands in no message and no log, and each message says that the product has read it', async () => {
    const recorded = await answered();
    await deliverMessages(city, city.host, recorded.id);
    const stored = await city.firestore.collection(`complaints/${recorded.id}/messages`).get();
    const written = JSON.stringify([stored.docs.map((one) => one.data()), city.host.logged, await city.firestore.collection('optOuts').get()]);
    expect(written).not.toContain(recorded.contact.phone);
    expect(written).not.toContain(recorded.contact.token);
    expect((await messagesOfComplaint(city, recorded.id)).map(({ numberReadAtMs }) => numberReadAtMs)).toEqual([morningMs, city.host.clockMs]);
  });

  test('where telling is not set up there are no messages at all; in a rehearsal they are written and nothing is sent', async () => {
    city.host.outreach = null;
    const silent = await takeIn(city);
    expect(await messagesOfComplaint(city, silent.id)).toEqual([]);
    city.host.outreach = recordingOutreach(pagesUrl);
    const rehearsed = await takeIn(city);
    await deliverMessages(city, city.host, rehearsed.id);
    expect(await statesOf(rehearsed)).toEqual({ recorded: 'recordedOnly' });
    expect(farSide.asked).toEqual([]);
  });

  test('what it costs: at most six documents read for each message, and what is told of as events bring it', async () => {
    const [warm, counted] = [await answered(), await answered()];
    const store = meteredStore(city.host.store);
    const host = telling(city.newHost(store), farSide);
    host.clockMs = city.host.clockMs;
    // An instance that has served before knows the policy, the units and whether the centre pauses.
    await deliverMessages(city, host, warm.id);
    const next = await takeIn(city);
    const before = store.bill.reads;
    await deliverMessages(city, host, next.id);
    const ofIntake = store.bill.reads - before;
    await deliverMessages(city, host, counted.id);
    expect(keysOf()).toContain(`answered_${counted.id}_0`);
    expect([ofIntake, store.bill.reads - before - ofIntake]).toEqual([5, 6]);
  });
});

describe('TEL-2: once per cause, never at night, never after its reason has gone', () => {
  test('events that come twice and beside each other, and the schedule beside them, send it once', async () => {
    const recorded = await answered();
    await Promise.all([deliverMessages(city, city.host, recorded.id), deliverMessages(city, city.host, recorded.id), sweepMessages(city.host)]);
    await deliverMessages(city, city.host, recorded.id);
    expect(keysOf()).toEqual([`recorded_${recorded.id}_0`, `answered_${recorded.id}_0`]);
  });

  test('the centre is away for six hours from 20:00: nothing at night, each once from eight on, spread over twenty minutes, and two that were withdrawn not at all', async () => {
    farSide.isAway = true;
    city.host.clockMs = Date.parse('2026-11-20T20:00:00+08:00');
    const recorded = [];
    for (let number = 0; number < 8; number += 1) recorded.push(await takeIn(city));
    const [first, second] = recorded;
    if (!first || !second) throw new Error('there are none');
    await Promise.all(recorded.map(({ id }) => deliverMessages(city, city.host, id)));
    const moments: number[] = [];
    const endMs = Date.parse('2026-11-21T08:30:00+08:00');
    for (city.host.clockMs += 5 * minuteMs; city.host.clockMs <= endMs; city.host.clockMs += 5 * minuteMs) {
      if (city.host.clockMs === Date.parse('2026-11-20T21:00:00+08:00')) {
        for (const { id } of [first, second]) await act(city, id, 't-qjp-huaihai-clerk-1', { type: 'withdraw', reason: '客户撤诉' });
      }
      farSide.isAway = city.host.clockMs < Date.parse('2026-11-21T02:00:00+08:00');
      const before = farSide.sent.length;
      await sweepMessages(city.host);
      moments.push(...Array.from({ length: farSide.sent.length - before }, () => city.host.clockMs));
    }
    expect(keysOf().toSorted()).toEqual(
      recorded
        .slice(2)
        .map(({ id }) => `recorded_${id}_0`)
        .toSorted(),
    );
    const eightMs = Date.parse('2026-11-21T08:00:00+08:00');
    for (const atMs of moments) expect(atMs >= eightMs && atMs <= eightMs + 25 * minuteMs).toBe(true);
    expect(new Set(moments).size).toBeGreaterThan(1);
    expect(await statesOf(first)).toEqual({ recorded: 'skipped' });
  }, 120_000);

  test('an answer of the centre that was lost is asked for again under the same key, after a minute', async () => {
    const recorded = await answered();
    farSide.faults = ['cutAfter'];
    await deliverMessages(city, city.host, recorded.id);
    expect(await statesOf(recorded)).toMatchObject({ answered: 'waiting' });
    expect((await complaintOf(recorded))['told']).toBeNull();
    city.host.clockMs += minuteMs;
    await sweepMessages(city.host);
    expect(await statesOf(recorded)).toMatchObject({ answered: 'accepted' });
    expect(keysOf().filter((key) => key.startsWith('answered'))).toHaveLength(1);
  });

  test('while the duty leader has stopped messages, they wait', async () => {
    await city.firestore.doc('outreachPauses/telecom').set({ isPaused: true });
    const recorded = await takeIn(city);
    city.host.clockMs += minuteMs;
    await deliverMessages(city, city.host, recorded.id);
    expect(keysOf()).toEqual([]);
    await city.firestore.doc('outreachPauses/telecom').set({ isPaused: false });
    city.host.clockMs += 10 * minuteMs;
    await sweepMessages(city.host);
    expect(keysOf()).toContain(`recorded_${recorded.id}_0`);
  });
});

describe('a sender that breaks off anywhere and is begun again sends once', { timeout: 120_000 }, () => {
  test('at every operation and around every commit', async () => {
    const ids: string[] = [];
    const report = await breakEverywhere(city, {
      prepare: async () => {
        city.host.clockMs = morningMs;
        const recorded = await answered();
        ids.push(recorded.id);
        return {
          complaints: [recorded],
          deliver: async (bare) => {
            const host = telling(bare, farSide);
            host.clockMs = city.host.clockMs;
            await deliverMessages(city, host, recorded.id);
            // Whoever begins again finds the lease of whoever died, and waits for its end.
            host.clockMs += 4 * minuteMs;
            await sweepMessages(host);
          },
        };
      },
    });
    expectBroken(report);
    for (const id of ids) {
      expect(keysOf().filter((key) => key === `answered_${id}_0`)).toHaveLength(1);
      expect((await complaintOf({ id }))['told']).toMatchObject({ by: 'sms' });
    }
  });
});

describe('whatever becomes of events, senders and answers', { timeout: 120_000 }, () => {
  test('TEL-2: what reached customers is what had a cause, each once', async () => {
    const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000);
    const chance = seededChance(seed);
    const recorded = [await answered(), await answered(), await answered(), await answered(), await answered()];
    farSide.faults = Array.from({ length: 12 }, () => (['cutAfter', 'cutBefore', 'errorAfter', 'duplicate'] as const)[Math.floor(chance() * 4)] ?? 'cutAfter');
    const deliveries = recorded.flatMap(({ id }) => (chance() < 0.3 ? [] : [id, id])).toSorted(() => chance() - 0.5);
    await Promise.all(
      deliveries.map(async (id) => {
        const point = { operation: 1 + Math.floor(chance() * 10), when: chance() < 0.5 ? ('at' as const) : ('after' as const), isDeath: true };
        const host = telling(city.newHost(chance() < 0.6 ? meteredStore(city.host.store, point) : city.host.store), farSide);
        host.clockMs = city.host.clockMs;
        await deliverMessages(city, host, id).catch(() => null);
      }),
    );
    for (let run = 0; run < 8; run += 1) {
      city.host.clockMs += 16 * minuteMs;
      await sweepMessages(city.host);
    }
    const causes = recorded.flatMap(({ id }) => [`recorded_${id}_0`, `answered_${id}_0`]);
    expect(keysOf().toSorted(), `seed ${seed}`).toEqual(causes.toSorted());
    for (const one of recorded) expect((await complaintOf(one))['told'], `seed ${seed}`).toMatchObject({ by: 'sms' });
  });
});

describe('TEL-3, TEL-4, TEL-5: whom it does not go to', () => {
  test('a number whose account has closed since; whoever has the complaint hears of it', async () => {
    const recorded = await answered();
    const keys = await city.host.keys.of('telecom');
    const [account] = (await city.firestore.collection('accounts').where('pack', '==', 'telecom').limit(1).get()).docs;
    if (!keys || !account) throw new Error('the city has no accounts');
    const contactKey = keys.within('accounts', keys.ofPhone(recorded.contact.phone));
    await city.firestore.doc('accounts/moved-1').set({ ...account.data(), contactKey, state: 'closed', closedAtMs: city.host.clockMs });
    await deliverMessages(city, city.host, recorded.id);
    expect(keysOf()).toEqual([`recorded_${recorded.id}_0`]);
    expect((await messagesOfComplaint(city, recorded.id))[1]).toMatchObject({ state: 'skipped', reason: 'numberMoved' });
    expect((await complaintOf(recorded))['told']).toBeNull();
    const notices = await city.firestore
      .collection(`inbox/${await handlerOf(recorded)}/items`)
      .where('kind', '==', 'customerNotTold')
      .get();
    expect(notices.docs.map((one) => one.get('subject') as unknown)).toContainEqual({ collection: 'complaints', id: recorded.id });
  });

  test('whoever replies 退订 is told so once and nothing after it, of whatever complaint', async () => {
    const recorded = await takeInTold();
    await applyLetter(city.host, 'telecom', { id: 'r-1', from: recorded.contact.phone, text: '退订' });
    await applyLetter(city.host, 'telecom', { id: 'r-1', from: recorded.contact.phone, text: '退订' });
    await applyLetter(city.host, 'telecom', { id: 'r-2', from: recorded.contact.phone, text: 'TD' });
    await deliverMessages(city, city.host, recorded.id);
    expect(farSide.sent.map(({ body }) => body['template'])).toEqual(['SW-01', 'SW-09']);
    const handler = await handlerOf(recorded);
    await act(city, recorded.id, handler, { type: 'accept' });
    await act(city, recorded.id, handler, answer);
    const other = await takeIn(city, { phone: recorded.contact.phone });
    for (const { id } of [recorded, other]) await deliverMessages(city, city.host, id);
    expect(farSide.sent).toHaveLength(2);
    expect((await messagesOfComplaint(city, recorded.id)).find(({ kind }) => kind === 'answered')).toMatchObject({ state: 'skipped', reason: 'optedOut' });
  });

  test('a reply to the only complaint told of lately is what its customer says, once and without numbers, and reopens nothing', async () => {
    const recorded = await answered();
    await deliverMessages(city, city.host, recorded.id);
    const letter = { id: 'r-10', from: recorded.contact.phone, text: '没解决，请打 13912345678' };
    await Promise.allSettled([applyLetter(city.host, 'telecom', letter), applyLetter(city.host, 'telecom', letter)]);
    await applyLetter(city.host, 'telecom', letter);
    const journal = await city.firestore.collection(`complaints/${recorded.id}/journal`).where('type', '==', 'addInformation').get();
    expect(journal.docs.map((one) => [one.get('payload.text') as unknown, one.get('saidBy') as unknown])).toEqual([['没解决，请打 13*******78', 'sms']]);
    expect((await complaintOf(recorded))['state']).toBe('answered');
  });

  test('a reply that could be about two complaints, or none, is guessed at by nobody', async () => {
    const recorded = await takeInTold();
    const other = await takeIn(city, { phone: recorded.contact.phone, category: 'T03-01' });
    await deliverMessages(city, city.host, other.id);
    await applyLetter(city.host, 'telecom', { id: 'r-20', from: recorded.contact.phone, text: '什么时候答复' });
    await applyLetter(city.host, 'telecom', { id: 'r-21', from: '13700000000', text: '你是谁' });
    const letters = await city.firestore.collection('outreachLetters').where('meaning', '==', 'unclear').get();
    const lying = letters.docs.map((one) => `${String(one.get('text'))} ${String(one.get('fromMasked'))}`);
    expect(new Set(lying)).toEqual(new Set([`什么时候答复 ${recorded.recording.contactMasked.phone}`, '你是谁 137****0000']));
  });
});

describe('receipts', () => {
  const receipt = (recorded: Recorded, outcome: 'delivered' | 'failed', code: string | null = null) =>
    applyReceipt(city.host, { id: `answered_${recorded.id}_0`, outcome, code, atMs: city.host.clockMs });

  test('TEL-5: one that says it failed takes back that they were told; a later one that it arrived after all tells it again', async () => {
    const recorded = await answered();
    await deliverMessages(city, city.host, recorded.id);
    expect(await receipt(recorded, 'failed', 'absent')).toBe(true);
    expect(await complaintOf(recorded)).toMatchObject({ told: null });
    await receipt(recorded, 'delivered');
    await receipt(recorded, 'failed', 'absent');
    await receipt(recorded, 'delivered');
    expect(await complaintOf(recorded)).toMatchObject({ told: { by: 'sms' } });
    expect(await statesOf(recorded)).toMatchObject({ answered: 'delivered' });
  });

  test('a receipt that comes before the centre’s answer stays', async () => {
    const recorded = await answered();
    const { outreach } = city.host;
    if (!outreach) throw new Error('no centre');
    city.host.outreach = {
      pagesUrl,
      send: async (order) => {
        if (order.id.startsWith('answered')) await receipt(recorded, 'delivered');
        return outreach.send(order);
      },
    };
    await deliverMessages(city, city.host, recorded.id);
    expect((await messagesOfComplaint(city, recorded.id))[1]).toMatchObject({ state: 'delivered', providerId: 'p-2' });
    expect(await complaintOf(recorded)).toMatchObject({ told: { by: 'sms' } });
  });

  test('as the centre calls: signed, once, and of messages that there are', async () => {
    const recorded = await answered();
    await deliverMessages(city, city.host, recorded.id);
    const call = (body: object, token = farSide.token) => {
      const text = Buffer.from(JSON.stringify(body));
      const timestamp = String(city.host.clockMs);
      return { timestamp, signature: signatureOf(token, timestamp, text), body: text };
    };
    const receipts = {
      receipts: [
        { id: `answered_${recorded.id}_0`, outcome: 'delivered' },
        { id: 'answered_nobody_0', outcome: 'failed' },
        { id: '../x', outcome: 'failed' },
      ],
    };
    expect(await takeReceipts(city.host, null, call(receipts))).toMatchObject({ status: 404 });
    expect(await takeReceipts(city.host, farSide.token, call(receipts, 'another-token-of-a-test'))).toMatchObject({ status: 401 });
    expect(await takeReceipts(city.host, farSide.token, call({ receipts: 'all' }))).toMatchObject({ status: 400 });
    expect(await statesOf(recorded)).toMatchObject({ answered: 'accepted' });
    expect(await takeReceipts(city.host, farSide.token, call(receipts))).toEqual({ status: 200, body: { known: 1, unknown: 2 } });
    expect(await takeReceipts(city.host, farSide.token, call(receipts))).toMatchObject({ status: 409 });
    expect(await statesOf(recorded)).toMatchObject({ answered: 'delivered' });
    const replies = { replies: [{ id: 'r-30', from: recorded.contact.phone, text: '谢谢' }] };
    expect(await takeReplies(city.host, farSide.token, call(replies))).toEqual({ status: 200, body: { taken: 1 } });
  });

  test('one that cannot be carried out stops none of the others, and after five calls with it nobody is asked again', async () => {
    const [broken, recorded] = [await answered(), await answered()];
    for (const { id } of [broken, recorded]) await deliverMessages(city, city.host, id);
    await city.firestore.doc(`complaints/${broken.id}/messages/answered_${broken.id}_0`).update({ state: 'of a later version' });
    const body = Buffer.from(JSON.stringify({ receipts: [broken, recorded].map(({ id }) => ({ id: `answered_${id}_0`, outcome: 'delivered' })) }));
    const call = () => {
      const timestamp = String((city.host.clockMs += 1000));
      return takeReceipts(city.host, farSide.token, { timestamp, signature: signatureOf(farSide.token, timestamp, body), body });
    };
    expect(await call()).toEqual({ status: 503, body: { failed: 1 } });
    expect(await statesOf(recorded)).toMatchObject({ answered: 'delivered' });
    for (let times = 2; times < 5; times += 1) expect(await call()).toMatchObject({ status: 503 });
    expect(await call()).toMatchObject({ status: 200 });
  });

  test('what the centre refuses for good is nobody’s news to the customer, and a notice to whoever has it; what it refuses for now is tried again', async () => {
    const recorded = await answered();
    farSide.faults = [{ refuses: 'busy' }, { refuses: 'blocked', permanent: true }];
    await deliverMessages(city, city.host, recorded.id);
    expect(await statesOf(recorded)).toMatchObject({ answered: 'waiting' });
    city.host.clockMs += 2 * hourMs;
    await sweepMessages(city.host);
    expect((await messagesOfComplaint(city, recorded.id))[1]).toMatchObject({ state: 'failed', code: 'blocked' });
    expect((await complaintOf(recorded))['told']).toBeNull();
  });
});
