import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../calendar/day.ts';
import { complaintIn } from '../testing/complaints.ts';
import { at, telecom } from '../testing/organisation.ts';
import { randomRun } from '../testing/random-run.ts';
import { isPending, type Message } from './message.ts';
import { afterAnswer, afterDecision, afterReceipt, type Receipt, type SendingAnswer, whatItTells } from './message-fate.ts';
import { newMessage } from './messages-of.ts';

const rules = telecom.outreach;
if (!rules) throw new Error('the pack says nothing of messages');
const noonMs = at('2026-11-24 12:00');
const complaint = complaintIn('answered');
const waiting = newMessage({ kind: 'answered', mark: '0', causeAtMs: complaint.answer?.atMs ?? 0 }, complaint, telecom, rules, noonMs);
const sending = afterDecision(waiting, { do: 'send' }, noonMs, rules);
const accepted: SendingAnswer = { outcome: 'accepted', providerId: 'p-1' };
const receipt = (outcome: Receipt['outcome'], atMs = noonMs): Receipt => ({ outcome, code: outcome === 'failed' ? 'absent' : null, atMs });

describe('what becomes of a message', () => {
  test('whoever sends has it for so long, and who reads the number is on it', () => {
    expect(sending).toMatchObject({ state: 'sending', attempts: 1, numberReadAtMs: noonMs, nextDueAtMs: noonMs + 3 * minuteMs });
    expect(afterDecision(waiting, { do: 'skip', reason: 'optedOut' }, noonMs, rules)).toMatchObject({
      state: 'skipped',
      reason: 'optedOut',
      nextDueAtMs: null,
    });
  });

  test('accepted, delivered', () => {
    const taken = afterAnswer(sending, accepted, noonMs, rules);
    expect(taken).toMatchObject({ state: 'accepted', providerId: 'p-1', nextDueAtMs: null });
    expect(afterReceipt(taken, receipt('delivered'), noonMs)).toMatchObject({ state: 'delivered', deliveredAtMs: noonMs });
  });

  test('refused for good it has failed; refused for now it is tried again', () => {
    expect(afterAnswer(sending, { outcome: 'rejected', code: 'blocked', permanent: true }, noonMs, rules)).toMatchObject({ state: 'failed', code: 'blocked' });
    expect(afterAnswer(sending, { outcome: 'rejected', code: 'busy', permanent: false }, noonMs, rules)).toMatchObject({ state: 'waiting', code: 'busy' });
  });

  test('while the centre is away: after 1, 5, 15, 30, 60 and 60 minutes, and after three days no more', () => {
    const tries: number[] = [];
    let message: Message = waiting;
    for (let nowMs = noonMs; isPending(message) && tries.length < 200; nowMs = message.nextDueAtMs ?? nowMs) {
      message = afterAnswer(afterDecision(message, { do: 'send' }, nowMs, rules), { outcome: 'unknown' }, nowMs, rules);
      tries.push(((message.nextDueAtMs ?? nowMs) - nowMs) / minuteMs);
    }
    expect(tries.slice(0, 6)).toEqual([1, 5, 15, 30, 60, 60]);
    expect(message.state).toBe('expired');
    expect((message.endedAtMs ?? 0) - noonMs).toBeLessThanOrEqual(72 * hourMs);
  });

  test('a receipt that comes before the answer stays; its answer still says under which name', () => {
    const early = afterReceipt(sending, receipt('delivered'), noonMs);
    expect(afterAnswer(early, accepted, noonMs, rules)).toMatchObject({ state: 'delivered', providerId: 'p-1' });
    const failed = afterReceipt(sending, receipt('failed'), noonMs);
    expect(afterAnswer(failed, accepted, noonMs, rules)).toMatchObject({ state: 'failed' });
  });

  test('what failed may turn out to have arrived, and never the other way round', () => {
    const failed = afterReceipt(afterAnswer(sending, accepted, noonMs, rules), receipt('failed'), noonMs);
    expect(afterReceipt(failed, receipt('delivered'), noonMs).state).toBe('delivered');
    const delivered = afterReceipt(sending, receipt('delivered'), noonMs);
    expect(afterReceipt(delivered, receipt('failed'), noonMs)).toBe(delivered);
  });

  test('in whatever order answer and receipts come, and however often: delivered if any says so, else failed if any does, else accepted', () => {
    const news = fc.constantFrom<'accepted' | Receipt['outcome']>('accepted', 'delivered', 'failed');
    fc.assert(
      fc.property(fc.array(news, { maxLength: 8 }), (order) => {
        const end = order.reduce(
          (message: Message, one) => (one === 'accepted' ? afterAnswer(message, accepted, noonMs, rules) : afterReceipt(message, receipt(one), noonMs)),
          sending,
        );
        const expected = order.includes('delivered') ? 'delivered' : order.includes('failed') ? 'failed' : order.includes('accepted') ? 'accepted' : 'sending';
        expect(end.state).toBe(expected);
      }),
      randomRun(300),
    );
  });
});

describe('TEL-5: what it means for whether the customer knows', () => {
  const taken = afterAnswer(sending, accepted, noonMs, rules);

  test('taken by the centre it is told, and that once', () => {
    expect(whatItTells(sending, taken)).toBe('accepted');
    expect(whatItTells(taken, afterReceipt(taken, receipt('delivered'), noonMs))).toBeNull();
    expect(whatItTells(taken, afterReceipt(taken, receipt('failed'), noonMs))).toBe('failed');
  });

  test.each(['optedOut', 'notTextable', 'wrongNumber', 'unverified', 'numberMoved', 'limit'] as const)(
    'an answer skipped because %s has to be told otherwise',
    (reason) => {
      expect(whatItTells(waiting, afterDecision(waiting, { do: 'skip', reason }, noonMs, rules))).toBe('failed');
    },
  );

  test.each(['over', 'superseded'] as const)('one that is %s need not be told at all', (reason) => {
    expect(whatItTells(waiting, afterDecision(waiting, { do: 'skip', reason }, noonMs, rules))).toBeNull();
  });
});
