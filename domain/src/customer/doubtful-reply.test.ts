import { expect, test } from 'vitest';
import { doubtSinceMs, isWeighty } from './doubtful-reply.ts';

test.each([
  ['rate', true],
  ['disagree', true],
  ['noteSeen', true],
  ['addInformation', false],
  ['accept', false],
])('RET-2: what would be worth forging: %s %s', (type, isSo) => {
  expect(isWeighty(type)).toBe(isSo);
});

test('an opening is on record once a day, so that a doubt reaches back to the beginning of its day in the operator’s zone', () => {
  const replyMs = Date.parse('2026-12-02T10:00:00+08:00');
  expect(doubtSinceMs(replyMs, 24)).toBe(Date.parse('2026-12-01T00:00:00+08:00'));
  expect(doubtSinceMs(replyMs, 1)).toBe(Date.parse('2026-12-02T00:00:00+08:00'));
  expect(doubtSinceMs(Date.parse('2026-12-02T00:30:00+08:00'), 1)).toBe(Date.parse('2026-12-01T00:00:00+08:00'));
});
