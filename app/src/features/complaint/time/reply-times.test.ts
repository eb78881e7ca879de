import { describe, expect, test } from 'vitest';
import telecom from '@shouwen/domain/packs/telecom.json' with { type: 'json' };
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { packSchema } from '@shouwen/domain/policy/pack';
import { replyTimesOf } from './reply-times.ts';

const pack = packSchema.parse(telecom);
const at = (time: string): number => Date.parse(`2026-11-${time}:00+08:00`);

function complaint(ownDueAtMs: number, dueAtMs: number, change: object = {}): Complaint {
  return { open: true, state: 'inProgress', agreedTime: null, dueAtMs, clocks: { ownReplyDueAtMs: ownDueAtMs }, ...change } as unknown as Complaint;
}

describe('when the customer can be spoken to (SLA-4)', () => {
  test('a reply due at 02:00 may be given until 08:00, and the customer be called until 22:00', () => {
    expect(replyTimesOf(complaint(at('22T02:00'), at('22T08:00')), pack, at('21T20:00'))).toEqual({
      deferredFromMs: at('22T02:00'),
      callFromMs: null,
      callByMs: at('21T22:00'),
    });
  });

  test('at night it says from when the customer may be called', () => {
    expect(replyTimesOf(complaint(at('22T02:00'), at('22T08:00')), pack, at('21T23:00'))).toMatchObject({ callFromMs: at('22T08:00'), callByMs: null });
  });

  test('a reply due by day needs no explanation', () => {
    expect(replyTimesOf(complaint(at('22T14:00'), at('22T14:00')), pack, at('22T10:00'))).toEqual({ deferredFromMs: null, callFromMs: null, callByMs: null });
  });

  test('a clock that ends with the day is not deferred, but nobody calls at midnight (SLA-3)', () => {
    const midnightMs = at('22T23:59') + 59_999;
    expect(replyTimesOf(complaint(midnightMs, midnightMs), pack, at('22T10:00'))).toMatchObject({ deferredFromMs: null, callByMs: at('22T22:00') });
  });

  test('what was agreed with the customer was not deferred by anybody', () => {
    const agreedTime = { dueAtMs: at('23T08:00') };
    expect(replyTimesOf(complaint(at('22T02:00'), at('23T08:00'), { agreedTime }), pack, at('21T20:00'))).toMatchObject({ deferredFromMs: null });
  });

  test('answered, there is nothing to reply', () => {
    expect(replyTimesOf(complaint(at('22T02:00'), at('22T08:00'), { state: 'answered' }), pack, at('21T20:00'))).toBeNull();
  });
});
