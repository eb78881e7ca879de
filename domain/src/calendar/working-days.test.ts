import { describe, expect, test } from 'vitest';
import { calendar } from '../testing/organisation.ts';
import { addDays, weekdayOf } from './day.ts';
import { addWorkingDays, calendarYearSchema } from './working-days.ts';

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

describe('the published calendar', () => {
  test.each(calendar.map((year) => [year.year, year] as const))(
    'of %i is one of that year, and makes up on weekends only',
    (_year, { year, holidays, makeUpWorkingDays }) => {
      for (const day of [...holidays, ...makeUpWorkingDays]) {
        expect(day.slice(0, 4)).toBe(String(year));
        expect(addDays(day, 0)).toBe(day);
      }
      for (const day of makeUpWorkingDays) expect([0, 6]).toContain(weekdayOf(day));
      expect(new Set([...holidays, ...makeUpWorkingDays]).size).toBe(holidays.length + makeUpWorkingDays.length);
    },
  );

  test('the make-up working days of 2026 are the published ones', () => {
    const year = calendar.find((candidate) => candidate.year === 2026);
    expect(year?.makeUpWorkingDays).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
  });

  test('a year with a day that is none is refused, beside the one without', () => {
    const year = { year: 2026, holidays: ['2026-01-01'], makeUpWorkingDays: [] };
    expect(calendarYearSchema.safeParse(year).success).toBe(true);
    expect(calendarYearSchema.safeParse({ ...year, holidays: ['1 January'] }).success).toBe(false);
    expect(calendarYearSchema.safeParse({ ...year, source: 'hearsay' }).success).toBe(false);
  });
});
