import { expect, test } from 'vitest';
import { booksDayOf } from './schedule.ts';

test('the books are checked once a day, from half past two in the operator’s time zone on (REF-8, TIME)', () => {
  const at = (time: string): string => booksDayOf(Date.parse(`${time}+08:00`));
  expect(at('2026-11-20T02:29:59')).toBe('2026-11-19');
  expect(at('2026-11-20T02:30:00')).toBe('2026-11-20');
  expect(at('2026-11-21T02:29:59')).toBe('2026-11-20');
});
