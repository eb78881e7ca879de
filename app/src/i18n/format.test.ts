// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { formatIn } from './format.ts';
import { yuanOf } from './yuan-text.ts';

test('money is shown exactly, to the fen, in both languages', () => {
  expect(yuanOf(5)).toBe('0.05');
  expect(yuanOf(123_450)).toBe('1234.50');
  expect(yuanOf(-1)).toBe('-0.01');
  expect(formatIn('zh-CN').money(123_450)).toBe('¥1,234.50');
  expect(formatIn('en').money(1_000_000_001)).toBe('¥10,000,000.01');
});

const now = Date.parse('2026-12-01T09:00:00+08:00');
afterEach(() => vi.useRealTimers());
beforeEach(() => vi.useFakeTimers({ now }));

describe('a moment says its year where it is not this one', () => {
  test.each([
    ['2026-12-06T00:00:00+08:00', '12月6日 00:00', 'Dec 6, 00:00'],
    ['2027-01-06T00:00:00+08:00', '2027年1月6日 00:00', 'Jan 6, 2027, 00:00'],
    ['2025-12-31T23:59:00+08:00', '2025年12月31日 23:59', 'Dec 31, 2025, 23:59'],
    // Still the old year in London, and already the new one in Huai'an.
    ['2026-12-31T16:30:00Z', '2027年1月1日 00:30', 'Jan 1, 2027, 00:30'],
  ])('%s is %s', (moment, chinese, english) => {
    expect(formatIn('zh-CN').moment(Date.parse(moment))).toBe(chinese);
    expect(formatIn('en').moment(Date.parse(moment))).toBe(english);
  });

  test('this year is that of the operator’s zone', () => {
    vi.setSystemTime(Date.parse('2026-12-31T16:30:00Z'));
    expect(formatIn('en').moment(Date.parse('2027-01-06T00:00:00+08:00'))).toBe('Jan 6, 00:00');
    expect(formatIn('en').moment(Date.parse('2026-12-31T10:00:00+08:00'))).toBe('Dec 31, 2026, 10:00');
  });
});

describe('what is no moment', () => {
  const slips = [Number.MAX_SAFE_INTEGER, 9e15, -9e15, Date.parse('0001-01-01T00:00:00Z'), Date.parse('0026-11-30T00:00:00Z'), Number.NaN, Infinity];

  test.each(slips)('%d is said to be none, by every word for moments', (atMs) => {
    for (const [language, impossible] of [['zh-CN', '时间有误'] as const, ['en', 'impossible date'] as const]) {
      const { moment, fullMoment, day, month, weekday, time, distance } = formatIn(language);
      expect([moment, fullMoment, day, month, weekday, time].map((word) => word(atMs))).toEqual(Array.from({ length: 6 }, () => impossible));
      expect(distance(atMs, now)).toBe(impossible);
      expect(distance(now, atMs)).toBe(impossible);
    }
  });

  test('a span without end is none either, and an amount that is no number breaks nothing', () => {
    expect(formatIn('en').duration(Number.NaN)).toBe('impossible date');
    expect(formatIn('en').duration(9e15)).toBe('impossible date');
    expect(formatIn('en').duration(3 * 3_600_000)).toBe('3 hours');
    expect(() => formatIn('en').money(Number.NaN)).not.toThrow();
  });
});
