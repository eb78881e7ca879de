import { describe, expect, test } from 'vitest';
import { addDays, dayMs, dayOf, endOfDayMs, sinceMidnightMs, startOfDayMs, wallClockOf, weekdayOf } from './day.ts';

describe('TIME: days are those of Asia/Shanghai', () => {
  test.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20'],
    ['2026-11-20T16:00:00.000Z', '2026-11-21'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['1969-12-31T15:59:59.999Z', '1969-12-31'],
  ])('%s is on %s', (moment, day) => {
    expect(dayOf(Date.parse(moment))).toBe(day);
  });

  test('what is no moment falls on the first or the last day that can be written, and breaks nothing', () => {
    expect([dayOf(9e15), dayOf(Number.MAX_SAFE_INTEGER)]).toEqual(['9999-12-31', '9999-12-31']);
    expect([dayOf(-9e15), dayOf(Number.NaN)]).toEqual(['0001-01-01', '0001-01-01']);
    expect(wallClockOf(-9e15)).toBe('0001-01-01 00:00:00');
  });

  test('a moment is told as a clock there shows it', () => {
    expect(wallClockOf(Date.parse('2026-12-05T16:00:00Z'))).toBe('2026-12-06 00:00:00');
    expect(wallClockOf(Date.parse('2026-12-05T15:59:59.999Z'))).toBe('2026-12-05 23:59:59');
  });

  test('the time since midnight is that of the day there, also before 1970', () => {
    expect(sinceMidnightMs(startOfDayMs('2026-12-06'))).toBe(0);
    expect(sinceMidnightMs(endOfDayMs('2026-12-06'))).toBe(dayMs - 1);
    expect(sinceMidnightMs(startOfDayMs('1969-12-31') + 1)).toBe(1);
  });

  test('a day runs from 00:00 to the last millisecond before the next (Civil Code 203)', () => {
    expect(startOfDayMs('2026-11-20')).toBe(Date.parse('2026-11-20T00:00:00+08:00'));
    expect(endOfDayMs('2026-11-20')).toBe(Date.parse('2026-11-20T23:59:59.999+08:00'));
    expect(endOfDayMs('2026-11-20') + 1).toBe(startOfDayMs('2026-11-21'));
    expect(startOfDayMs('2026-11-21') - startOfDayMs('2026-11-20')).toBe(dayMs);
  });

  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-02-13', 15, '2026-02-28'],
  ])('%s and %i days is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
  });

  test.each([
    ['2026-11-20', 5],
    ['2026-11-22', 0],
    ['2026-02-28', 6],
  ])('%s is day %i of the week', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });
});
