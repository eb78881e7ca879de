import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, calendar, telecom } from '../testing/organisation.ts';
import { randomRun } from '../testing/random-run.ts';
import { addDays, dayOf, hourMs, minuteMs } from './day.ts';
import { addWorkingDays, addWorkingTime, calendarYearSchema } from './working-days.ts';

describe('SLA-3: working days follow the mainland public calendar', () => {
  test.each([
    ['an ordinary week: the start is not counted (Civil Code 201)', '2026-11-20', 1, '2026-11-23', true],
    ['an ordinary fortnight', '2026-11-20', 7, '2026-12-01', true],
    ['the spring festival, with a Saturday worked on either side', '2026-02-13', 7, '2026-03-02', true],
    ['the make-up Saturday right after the start', '2026-02-13', 1, '2026-02-14', true],
    ['the national holiday, with a make-up Saturday after it', '2026-09-30', 3, '2026-10-10', true],
    ['the make-up Sunday before mid-autumn', '2026-09-18', 1, '2026-09-20', true],
    ['a start on a day off', '2026-05-03', 1, '2026-05-06', true],
    ['nothing to count', '2026-05-03', 0, '2026-05-03', true],
    ['the end of the year up to the last covered day', '2026-12-28', 3, '2026-12-31', true],
    ['beyond the published calendar, which is said', '2026-12-28', 7, '2027-01-06', false],
    ['wholly beyond it: weekends alone are counted', '2027-10-01', 1, '2027-10-04', false],
    ['over a turn of the year that is covered on both sides', '2025-12-31', 1, '2026-01-04', true],
  ])('%s: %s and %i is %s', (_told, start, count, day, covered) => {
    expect(addWorkingDays(start, count, calendar)).toEqual({ day, covered });
  });

  test('without any calendar, weekends are counted and it is said', () => {
    expect(addWorkingDays('2026-02-13', 7, [])).toEqual({ day: '2026-02-24', covered: false });
  });
});

describe('SLA-3: counting working days', () => {
  test('many of them is counting one after the other, from whatever day', () => {
    const starts = fc.integer({ min: 0, max: 23 * 365 }).map((days) => addDays('2004-01-01', days));
    const property = fc.property(starts, fc.integer({ min: 1, max: 30 }), (start, count) => {
      const before = addWorkingDays(start, count - 1, calendar);
      const one = addWorkingDays(before.day, 1, calendar);
      expect(addWorkingDays(start, count, calendar)).toEqual({ day: one.day, covered: before.covered && one.covered });
      expect(one.day > before.day).toBe(true);
    });
    fc.assert(property, randomRun(500));
  });

  test('SLA-5: a day on which the clock stood still is left out like a holiday, also a made-up one', () => {
    const pausedOn = (...days: string[]) => addWorkingDays('2026-02-12', 3, calendar, (day) => days.includes(day)).day;
    expect(pausedOn()).toBe('2026-02-24');
    expect(pausedOn('2026-02-14')).toBe('2026-02-25');
    expect(pausedOn('2026-02-17')).toBe('2026-02-24');
  });
});

describe('SLA-5: working time, where a pack counts the time to accept in it', () => {
  const { workingTime } = telecom.clocks;
  test.each([
    ['within the morning', '2026-11-20 09:00', 120, '2026-11-20 11:00'],
    ['to the very end of the morning', '2026-11-20 10:00', 120, '2026-11-20 12:00'],
    ['over lunch', '2026-11-20 11:00', 120, '2026-11-20 15:00'],
    ['begun at lunch', '2026-11-20 13:00', 60, '2026-11-20 15:00'],
    ['begun before work', '2026-11-20 03:00', 30, '2026-11-20 09:00'],
    ['over the weekend', '2026-11-20 17:00', 60, '2026-11-23 09:00'],
    ['begun at night before a made-up Saturday', '2026-02-13 22:00', 60, '2026-02-14 09:30'],
    ['over the spring festival', '2026-02-14 17:00', 60, '2026-02-24 09:00'],
    ['begun on a holiday', '2026-10-01 10:00', 60, '2026-10-08 09:30'],
    ['several days of seven hours each', '2026-11-23 08:30', 15 * 60, '2026-11-25 09:30'],
  ])('%s: from %s %i minutes are over at %s', (_told, from, minutes, end) => {
    expect(addWorkingTime(at(from), minutes * minuteMs, workingTime, calendar)).toEqual({ atMs: at(end), covered: true });
  });

  test('beyond the published calendar it counts weekends alone and says so; before, it does not', () => {
    expect(addWorkingTime(at('2026-12-31 17:00'), hourMs, workingTime, calendar)).toEqual({ atMs: at('2027-01-01 09:00'), covered: false });
    expect(addWorkingTime(at('2026-12-31 16:30'), hourMs, workingTime, calendar)).toEqual({ atMs: at('2026-12-31 17:30'), covered: true });
  });

  test('it ends within working time of a working day, and more of it never ends earlier', () => {
    const starts = fc.integer({ min: at('2025-12-20 00:00') / minuteMs, max: at('2026-10-20 00:00') / minuteMs }).map((minute) => minute * minuteMs);
    const property = fc.property(starts, fc.integer({ min: 1, max: 30 * 60 }), (startMs, minutes) => {
      const { atMs } = addWorkingTime(startMs, minutes * minuteMs, workingTime, calendar);
      const time = new Date(atMs + 8 * hourMs).toISOString().slice(11, 16);
      expect(workingTime.some(({ from, to }) => time > from && time <= to)).toBe(true);
      expect(addWorkingDays(addDays(dayOf(atMs), -1), 1, calendar).day).toBe(dayOf(atMs));
      expect(addWorkingTime(startMs, (minutes + 1) * minuteMs, workingTime, calendar).atMs).toBeGreaterThan(atMs);
    });
    fc.assert(property, randomRun(200));
  });
});

describe('a published year', () => {
  test('a year with a day that is none is refused, beside the one without', () => {
    const year = { year: 2026, holidays: ['2026-01-01'], makeUpWorkingDays: [] };
    expect(calendarYearSchema.safeParse(year).success).toBe(true);
    expect(calendarYearSchema.safeParse({ ...year, holidays: ['1 January'] }).success).toBe(false);
    expect(calendarYearSchema.safeParse({ ...year, source: 'hearsay' }).success).toBe(false);
  });
});
