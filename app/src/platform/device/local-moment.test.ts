import { expect, test } from 'vitest';
import { formatLocalMoment, oddYearIn, parseLocalMoment, withYear } from './local-moment.ts';

test('TIME: a moment is typed and shown in the operator’s zone', () => {
  expect(parseLocalMoment('2026-12-06T00:00')).toBe(Date.parse('2026-12-06T00:00:00+08:00'));
  expect(formatLocalMoment(Date.parse('2026-12-06T00:00:00+08:00'))).toBe('2026-12-06T00:00');
  expect(parseLocalMoment('')).toBeNaN();
});

test.each([
  ['0026-11-30T10:00', '0026', '2026-11-30T10:00'],
  ['0202-11', '0202', '2002-11'],
  ['1926-11-30', '1926', '2026-11-30'],
  ['2206-01-01', '2206', '2006-01-01'],
  ['202026-11-30', '202026', '2026-11-30'],
])('the year of %s is asked about', (typed, year, meant) => {
  const odd = oddYearIn(typed);
  expect(odd?.typed).toBe(year);
  expect(withYear(typed, odd?.meant ?? '')).toBe(meant);
});

test.each(['2000-01-01', '2026-11-30T10:00', '2099-12', ''])('nothing is odd about %j', (typed) => {
  expect(oddYearIn(typed)).toBeNull();
});

test('what is no moment of ours is shown somehow, and breaks nothing', () => {
  for (const atMs of [Number.MAX_SAFE_INTEGER, -9e15, Number.NaN]) expect(formatLocalMoment(atMs)).toMatch(/^\d{4}-\d{2}-\d{2}T/);
});
