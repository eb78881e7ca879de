import { randomUUID } from 'node:crypto';
import { legsOf, postingOf } from '@shouwen/domain/ledger/posting';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { httpBilling } from '../../functions/src/adapters/http-billing.ts';
import { type Billing, type BillingOrder, embeddedBilling } from '../../functions/src/billing/billing.ts';
import { type Fault, type FarSide, openFarSide } from '../support/billing-far-side.ts';
import { morningMs } from '../support/city.ts';

let farSide: FarSide;

beforeAll(async () => {
  farSide = await openFarSide();
});
beforeEach(() => {
  farSide.faults = [];
  farSide.asked = [];
  farSide.booked = [];
});
afterAll(() => farSide.close());

/** The adapter, in a hurry between its three tries. */
function adapter(timeoutMs = 10_000): Billing {
  return httpBilling({ url: `${farSide.url}/`, token: farSide.token, mostTries: 3, firstWaitMs: 1, timeoutMs });
}

function newOrder(): BillingOrder {
  const id = randomUUID();
  const posting = postingOf({
    cause: { kind: 'refund', id },
    pack: 'telecom',
    complaintId: 'c-of-someone',
    legs: legsOf('company:refunds', 'company:cashDesk', 5000),
    cardSerial: null,
    byUid: 't-cc-refund-1',
    postedAtMs: morningMs,
  });
  return { idempotencyKey: `refund-${id}-1`, postings: [posting] };
}

describe.each([
  ['the embedded ledger', () => embeddedBilling],
  ['a billing system behind HTTP', () => adapter()],
])('every billing port: %s', (_name, open) => {
  test('an order is confirmed', async () => {
    expect(await open().post(newOrder())).toEqual({ outcome: 'confirmed' });
  });

  test('the same order again is confirmed again, and so are eight at once', async () => {
    const [billing, order] = [open(), newOrder()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => billing.post(order)));
    expect([...answers, await billing.post(order)]).toEqual(Array.from({ length: 9 }, () => ({ outcome: 'confirmed' })));
    expect(farSide.booked.length).toBeLessThanOrEqual(1);
  });
});

/** Only for an answer that never comes is it worth while to be impatient. */
function patienceMs(fault: Fault): number | undefined {
  return fault === 'silence' ? 800 : undefined;
}

describe('REF-8: whatever becomes of an answer, the far side books once', () => {
  test.each<Fault>(['cutBefore', 'cutAfter', 'errorBefore', 'errorAfter', 'silence', 'wrongKey', 'noAnswer', 'elsewhere'])(
    'two answers that are lost as %s are asked for again under the same key',
    async (fault) => {
      const order = newOrder();
      farSide.faults = [fault, fault];
      expect(await adapter(patienceMs(fault)).post(order)).toEqual({ outcome: 'confirmed' });
      expect(farSide.asked.map(({ key }) => key)).toEqual([order.idempotencyKey, order.idempotencyKey, order.idempotencyKey]);
      expect(farSide.booked).toEqual([order.postings[0]?.id]);
    },
  );

  test.each<Fault>(['cutBefore', 'cutAfter', 'errorBefore', 'errorAfter', 'silence', 'wrongKey', 'noAnswer', 'elsewhere'])(
    'as long as it is %s the outcome is unknown: neither paid nor rejected',
    async (fault) => {
      const order = newOrder();
      farSide.faults = [fault, fault, fault];
      expect(await adapter(patienceMs(fault)).post(order)).toEqual({ outcome: 'unknown' });
      expect(await adapter().post(order)).toEqual({ outcome: 'confirmed' });
      expect(farSide.booked).toEqual([order.postings[0]?.id]);
    },
  );

  test('a far side that is not there at all leaves the outcome unknown', async () => {
    const gone = await openFarSide();
    await gone.close();
    expect(await httpBilling({ ...gone, mostTries: 2, firstWaitMs: 1 }).post(newOrder())).toEqual({ outcome: 'unknown' });
  });
});

describe('what the far side refuses', () => {
  test.each([
    ['with its reason', '账户已停用', '账户已停用'],
    ['with a reason longer than anyone reads', '长'.repeat(300), '长'.repeat(200)],
  ])('a rejection is final and comes %s', async (_what, rejects, reason) => {
    farSide.faults = [{ rejects }];
    const order = newOrder();
    expect(await adapter().post(order)).toEqual({ outcome: 'rejected', reason });
    expect(await adapter().post(order)).toEqual({ outcome: 'rejected', reason });
    expect(farSide.booked).toEqual([]);
  });
});

test('the far side is told key, token, amounts and accounts, and neither who did it nor which complaint it was', async () => {
  const order = newOrder();
  await adapter().post(order);
  const [asked] = farSide.asked;
  expect(asked).toEqual({
    key: order.idempotencyKey,
    authorization: `Bearer ${farSide.token}`,
    body: {
      postings: [
        {
          id: order.postings[0]?.id,
          legs: [
            { account: 'company:refunds', side: 'debit', amountFen: 5000 },
            { account: 'company:cashDesk', side: 'credit', amountFen: 5000 },
          ],
          cardSerial: null,
          at: '2026-11-20T01:00:00.000Z',
        },
      ],
    },
  });
});

describe('how an account stands: what is no answer about that very account says nothing', () => {
  beforeEach(() => {
    farSide.standings = { 'ACC-1': { isInArrears: true, validUntil: '2026-11-30T23:59:59+08:00' }, 'ACC-2': { isInArrears: false, validUntil: null } };
    farSide.askedAbout = [];
  });

  test('it is told, with the end of its validity or without one', async () => {
    expect(await adapter().standingOf('ACC-1')).toEqual({ isInArrears: true, validUntilMs: Date.parse('2026-11-30T23:59:59+08:00') });
    expect(await adapter().standingOf('ACC-2')).toEqual({ isInArrears: false, validUntilMs: null });
    expect(await embeddedBilling.standingOf('ACC-1')).toBeNull();
  });

  test.each<Fault>(['cutBefore', 'errorBefore', 'silence', 'wrongKey', 'noAnswer', 'elsewhere'])(
    '%s: asked once more, and then nothing is said',
    async (fault) => {
      farSide.faults = [fault];
      expect(await adapter(patienceMs(fault)).standingOf('ACC-1')).toMatchObject({ isInArrears: true });
      farSide.faults = [fault, fault];
      farSide.askedAbout = [];
      expect(await adapter(patienceMs(fault)).standingOf('ACC-1')).toBeNull();
      expect(farSide.askedAbout).toEqual(['ACC-1', 'ACC-1']);
    },
  );

  test('an account that it does not know has no standing there', async () => {
    expect(await adapter().standingOf('ACC-9')).toBeNull();
  });
});
