import { problemsOfCalendarYear } from '@shouwen/domain/calendar/check-calendar-year';
import { expect, test } from 'vitest';
import { problemsByField } from './calendar-problems.ts';
import { calendarPasted, calendarTyped, daysTyped } from './calendar-typing.ts';

test.each([
  ['a day in each line', '2027-01-01\n2027-05-01', ['2027-01-01', '2027-05-01']],
  ['parted by commas of either kind', '2027-01-01, 2027-05-01\uff0c2027-10-01', ['2027-01-01', '2027-05-01', '2027-10-01']],
  ['as people write them', '2027/2/6 2027.10.1', ['2027-02-06', '2027-10-01']],
  ['from one day to another, over the end of a month', '2027-01-30..2027-02-02', ['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02']],
  ['full width', '２０２７－０１－０１，２０２７／５／１', ['2027-01-01', '2027-05-01']],
  ['with a dash of another kind', '2027—01—01', ['2027-01-01']],
  ['in Chinese', '2027年1月1日、2027年10月1日', ['2027-01-01', '2027-10-01']],
  ['from one day to another in words', '2027年2月6日至2027年2月7日', ['2027-02-06', '2027-02-07']],
  ['with what nobody sees', '\u200b2027-01-01\ufeff', ['2027-01-01']],
  ['copied out of a list', '["2027-01-01", "2027-05-01"]', ['2027-01-01', '2027-05-01']],
  ['nothing', ' \n', []],
])('days: %s', (_how, typed, days) => {
  expect(daysTyped(typed)).toEqual(days);
});

test.each([['元旦'], ['2027-02-06..'], ['2027-02-06..2027-02-01'], ['2027-01-01..2027-12-31']])('%s stays as it was typed, to be told as no day', (typed) => {
  expect(daysTyped(typed)).toEqual([typed]);
});

test('a whole year that was pasted fills the fields, and the fields say the same year', () => {
  const year = { year: 2027, holidays: ['2027-01-01', '2027-05-01'], makeUpWorkingDays: ['2027-02-20'] };
  const typed = calendarPasted(JSON.stringify(year));
  expect(typed && calendarTyped(typed)).toEqual(year);
  expect(calendarPasted('2027-01-01')).toBeNull();
  expect(calendarPasted('{"year":2027}')).toBeNull();
});

test('each problem is told at the field in which it has to be corrected', () => {
  const year = { year: 1999, holidays: ['2027-02-29'], makeUpWorkingDays: ['2027-02-17'] };
  const told = problemsByField(problemsOfCalendarYear(year, { today: '2026-11-22', isKnown: false }), year);
  expect(told.year.map(({ code }) => code)).toEqual(['yearImplausible']);
  expect(told.holidays.map(({ code }) => code)).toEqual(['noSuchDay', 'tooFewHolidays']);
  expect(told.makeUpWorkingDays.map(({ code }) => code)).toEqual(['otherYear', 'notOnAWeekend']);
});
