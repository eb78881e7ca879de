import { expect, test } from 'vitest';
import { isQuiet } from './quiet-hours.ts';

test.each([
  ['21:59', false],
  ['22:00', true],
  ['00:30', true],
  ['07:59', true],
  ['08:00', false],
  ['12:00', false],
])('between 22:00 and 08:00 customers are left alone (SLA-4): %s is quiet: %s', (time, expected) => {
  expect(isQuiet(Date.parse(`2026-11-22T${time}:00+08:00`), { from: '22:00', to: '08:00' })).toBe(expected);
});

test('quiet hours within one day are not turned inside out', () => {
  const lunch = { from: '12:00', to: '14:00' };
  expect(isQuiet(Date.parse('2026-11-22T13:00:00+08:00'), lunch)).toBe(true);
  expect(isQuiet(Date.parse('2026-11-22T15:00:00+08:00'), lunch)).toBe(false);
});
