import { describe, expect, test } from 'vitest';
import { calendar } from '../testing/organisation.ts';
import { problemsOfCalendarYear } from './check-calendar-year.ts';
import { missingCalendarYear } from './missing-calendar.ts';
import type { CalendarYear } from './working-days.ts';

const year2027: CalendarYear = {
  year: 2027,
  holidays: ['2027-01-01', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-05-01', '2027-10-01'],
  makeUpWorkingDays: ['2027-02-20', '2027-10-10'],
};
const today = '2026-11-22';
const problems = (changes: Partial<CalendarYear> = {}, isKnown = false) => problemsOfCalendarYear({ ...year2027, ...changes }, { today, isKnown });

describe('SLA-3: a published year of the calendar is looked at before it counts', () => {
  test('one like that is taken in, weekends among its holidays and all', () => {
    expect(problems()).toEqual([]);
    expect(problems({ makeUpWorkingDays: [] })).toEqual([]);
  });

  test.each(calendar.map((year) => [year.year, year] as const))('the published year %i would be', (_year, year) => {
    expect(problemsOfCalendarYear(year, { today, isKnown: false })).toEqual([]);
  });

  const days = year2027.holidays;
  test.each<[what: string, changes: Partial<CalendarYear>, expected: object[]]>([
    ['a day that there is not', { holidays: [...days, '2027-02-29'] }, [{ code: 'noSuchDay', day: '2027-02-29' }]],
    ['no day at all', { holidays: [...days, '1 January'] }, [{ code: 'noSuchDay', day: '1 January' }]],
    ['a day of another year', { holidays: [...days, '2028-01-01'] }, [{ code: 'otherYear', day: '2028-01-01' }]],
    ['a day twice', { holidays: [...days, '2027-01-01'] }, [{ code: 'twice', day: '2027-01-01' }]],
    ['a make-up day twice', { makeUpWorkingDays: ['2027-02-20', '2027-02-20'] }, [{ code: 'twice', day: '2027-02-20' }]],
    ['a day off that is worked', { makeUpWorkingDays: ['2027-02-06'] }, [{ code: 'inBoth', day: '2027-02-06' }]],
    ['a make-up day in the middle of the week', { makeUpWorkingDays: ['2027-02-17'] }, [{ code: 'notOnAWeekend', day: '2027-02-17' }]],
    ['hardly any holidays', { holidays: days.slice(0, 4) }, [{ code: 'tooFewHolidays', day: null }]],
    ['a third of the year off', { holidays: manyDays(71) }, [{ code: 'tooManyHolidays', day: null }]],
    [
      'every other Saturday worked',
      { makeUpWorkingDays: saturdays(16), holidays: ['01', '03', '04', '05', '06'].map((day) => `2027-01-${day}`) },
      [{ code: 'tooManyMakeUpDays', day: null }],
    ],
    [
      'a year out of the world',
      { year: 1999, holidays: days.map((day) => day.replace('2027', '1999')), makeUpWorkingDays: [] },
      [{ code: 'yearImplausible', day: null }],
    ],
  ])('%s is told', (_what, changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  test('a year that clocks were counted by is not rewritten; this one and the next may be corrected', () => {
    const past = calendar.find(({ year }) => year === 2025);
    if (!past) throw new Error('2025 is missing');
    expect(problemsOfCalendarYear(past, { today, isKnown: true })).toEqual([{ code: 'yearInThePast', day: null }]);
    expect(problemsOfCalendarYear(past, { today, isKnown: false })).toEqual([]);
    expect(problems({}, true)).toEqual([]);
    const present = calendar.find(({ year }) => year === 2026);
    expect(present && problemsOfCalendarYear(present, { today, isKnown: true })).toEqual([]);
  });
});

test.each([
  ['2026-11-30', null],
  ['2026-12-01', 2027],
  ['2026-12-31', 2027],
  ['2027-01-01', 2027],
])('on %s the missing year is %o: from 1 December the next one is wanted', (day, missing) => {
  expect(missingCalendarYear(calendar, day)).toBe(missing);
  expect(missingCalendarYear([...calendar, { year: 2027 }], day)).toBeNull();
});

function manyDays(count: number): string[] {
  return Array.from({ length: count }, (_none, index) => new Date(Date.UTC(2027, 2, 1 + index)).toISOString().slice(0, 10));
}

function saturdays(count: number): string[] {
  return Array.from({ length: count }, (_none, index) => new Date(Date.UTC(2027, 2, 6 + 7 * index)).toISOString().slice(0, 10));
}
