import { describe, expect, test } from 'vitest';
import { handOver, amendmentOf, pinsFor, requestWith } from '../testing/refunds.ts';
import { type RefundCommand, refundCommandOf, refundCommandSchema } from './command.ts';

const pins = { ...pinsFor(requestWith()), packVersion: 'telecom-2026.1' };
const samples: RefundCommand[] = [
  { type: 'approve', ...pins, isBatch: false },
  { type: 'refuse', ...pins, reason: '与账单不符' },
  { type: 'askMore', ...pins, reason: '缺账单' },
  { type: 'handToDeputy', ...pins },
  { type: 'execute', ...pins, cash: handOver },
  amendmentOf(requestWith()),
  { type: 'withdraw', reason: '客户撤诉' },
  { type: 'reverse', ...pins, reason: '重复退费' },
];
const pinned = samples.filter((command) => 'seq' in command);
const [approve, refuse, , , , amend] = samples;

describe('what may be said of a refund at all', () => {
  test.each(samples)('$type, as its type and its payload', (command) => {
    const { type, ...payload } = command;
    expect(refundCommandOf({ type, payload })).toEqual(command);
  });

  test.each(pinned.flatMap((command) => (['seq', 'amountFen', 'packVersion'] as const).map((pin) => ({ command, pin, type: command.type }))))(
    '$type does not go without the $pin that was seen',
    ({ command, pin }) => {
      expect(refundCommandSchema.safeParse({ ...command, [pin]: undefined }).success).toBe(false);
      expect(refundCommandSchema.safeParse(command).success).toBe(true);
    },
  );

  test.each([
    ['REF-6: a refusal without a reason', { ...refuse, reason: '  ' }],
    ['a reason without end', { ...refuse, reason: '长'.repeat(501) }],
    ['an amount in text', { ...approve, amountFen: '50000' }],
    ['half a fen', { ...approve, amountFen: 0.5 }],
    ['an amount of nothing', { ...approve, amountFen: 0 }],
    ['an amount that is no number', { ...approve, amountFen: Number.NaN }],
    ['a version before the first', { ...approve, seq: -1 }],
    ['a batch that may be one', { ...approve, isBatch: 'perhaps' }],
    ['an answer without words', { ...amend, text: '' }],
    ['a form that there is not', { ...amend, form: 'topUp' }],
    ['one field too many', { ...approve, byUid: 'somebody-else' }],
    ['what only the product does', { type: 'reworkChain' }],
  ])('%s is none', (_told, command) => {
    expect(refundCommandSchema.safeParse(command).success).toBe(false);
  });

  test('the payload cannot say that it is another one, and what is none is null', () => {
    expect(refundCommandOf({ type: 'withdraw', payload: { type: 'approve', reason: '客户撤诉' } })).toEqual({ type: 'withdraw', reason: '客户撤诉' });
    expect(refundCommandOf({ type: 'confirmPosting', payload: {} })).toBeNull();
  });
});
