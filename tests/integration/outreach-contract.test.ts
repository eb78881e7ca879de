import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { httpOutreach } from '../../functions/src/adapters/http-outreach.ts';
import { type OutreachOrder, recordingOutreach } from '../../functions/src/outreach/outreach.ts';
import { isSignedNow, signatureOf } from '../../functions/src/telling/signed-call.ts';
import { morningMs } from '../support/city.ts';
import { openOutreachFarSide, type OutreachFarSide, type OutreachFault } from '../support/outreach-far-side.ts';

const pagesUrl = 'https://shouwen.example.cn';
let farSide: OutreachFarSide;

beforeAll(async () => {
  farSide = await openOutreachFarSide();
});
beforeEach(() => farSide.clear());
afterAll(() => farSide.close());

const adapter = (timeoutMs = 10_000) => httpOutreach({ url: `${farSide.url}/`, token: farSide.token, pagesUrl, timeoutMs });

function newOrder(): OutreachOrder {
  const id = `answered_${randomUUID()}_0`;
  return {
    id,
    to: '13800001001',
    template: 'SW-05',
    parameters: { link: 'l', days: '15' },
    text: '您的问题已答复：l',
    signature: '淮安移动',
    validUntilMs: morningMs,
  };
}

describe('an SMS centre behind HTTP', () => {
  test('is given the filed template, what goes into it and the whole text, under the message’s own key', async () => {
    const order = newOrder();
    expect(await adapter().send(order)).toEqual({ outcome: 'accepted', providerId: 'p-1' });
    const { validUntilMs, ...rest } = order;
    expect(farSide.asked).toEqual([
      { key: order.id, authorization: `Bearer ${farSide.token}`, body: { ...rest, validUntil: new Date(validUntilMs).toISOString() } },
    ]);
  });

  const lost: OutreachFault[] = ['cutBefore', 'cutAfter', 'errorBefore', 'errorAfter', 'wrongKey', 'noAnswer', 'noJson', 'elsewhere', 'tooMany', 'duplicate'];
  test.each(lost)('TEL-2: an answer that is lost as %s is unknown; asked again under the same key, it has sent it once', async (fault) => {
    const order = newOrder();
    farSide.faults = [fault];
    expect(await adapter().send(order)).toEqual({ outcome: 'unknown' });
    expect((await adapter().send(order)).outcome).toBe('accepted');
    expect(farSide.sent.map(({ key }) => key)).toEqual([order.id]);
    // Nothing was asked behind a redirect.
    expect(farSide.asked).toHaveLength(2);
  });

  test.each<OutreachFault>(['silence', 'drip'])('nobody waits for ever: %s', async (fault) => {
    farSide.faults = [fault];
    expect(await adapter(400).send(newOrder())).toEqual({ outcome: 'unknown' });
  });

  test('what it refuses for good is told apart from what it refuses for now, and a code that nobody knows is no end', async () => {
    farSide.faults = [{ refuses: 'blocked', permanent: true }, { refuses: 'E-4711' }];
    expect(await adapter().send(newOrder())).toEqual({ outcome: 'rejected', code: 'blocked', permanent: true });
    expect(await adapter().send(newOrder())).toEqual({ outcome: 'rejected', code: 'E-4711', permanent: false });
  });

  test('where nobody is there, the outcome is unknown', async () => {
    expect(await httpOutreach({ url: 'http://127.0.0.1:1', token: farSide.token, pagesUrl }).send(newOrder())).toEqual({ outcome: 'unknown' });
  });

  test('in a rehearsal nothing leaves the house', async () => {
    expect(await recordingOutreach(pagesUrl).send(newOrder())).toEqual({ outcome: 'recorded' });
    expect(farSide.asked).toEqual([]);
  });
});

describe('what the centre calls is signed over moment and body', () => {
  const body = Buffer.from('{"receipts":[]}');
  const timestamp = String(morningMs);
  const signature = signatureOf('a-token-of-the-test', timestamp, body);
  const isSigned = (changes: Partial<{ timestamp: string; signature: string; body: Buffer; nowMs: number; token: string }>) =>
    isSignedNow(
      changes.token ?? 'a-token-of-the-test',
      { timestamp: changes.timestamp ?? timestamp, signature: changes.signature ?? signature },
      changes.body ?? body,
      changes.nowMs ?? morningMs,
    );

  test('with the right token, within five minutes', () => {
    expect(isSigned({})).toBe(true);
    expect(isSigned({ nowMs: morningMs + 5 * 60_000 })).toBe(true);
    expect(isSigned({ nowMs: morningMs - 5 * 60_000 })).toBe(true);
  });

  test.each([
    ['too late', { nowMs: morningMs + 5 * 60_000 + 1 }],
    ['long before its time', { nowMs: morningMs - 5 * 60_000 - 1 }],
    ['another body', { body: Buffer.from('{"receipts":[1]}') }],
    ['another moment', { timestamp: String(morningMs + 1) }],
    ['another token', { token: 'another-token-of-the-test' }],
    ['no signature', { signature: '' }],
    ['half a signature', { signature: signature.slice(0, 32) }],
    ['no moment', { timestamp: '' }],
  ])('and not with %s', (_what, changes) => expect(isSigned(changes)).toBe(false));
});
