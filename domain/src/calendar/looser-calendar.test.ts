import { expect, test } from 'vitest';
import { isLooserCalendar } from './looser-calendar.ts';

const year = { year: 2027, holidays: ['2027-01-01', '2027-02-08'], makeUpWorkingDays: ['2027-02-20'] };

test.each([
  ['a year that nobody has taken in, with a Friday off', null, year, true],
  ['a year that nobody has taken in, with a Saturday off alone', null, { ...year, holidays: ['2027-05-01'], makeUpWorkingDays: [] }, false],
  ['a Saturday worked, and nothing else', null, { ...year, holidays: [] }, false],
  ['the same again', year, year, false],
  ['one day off more', year, { ...year, holidays: [...year.holidays, '2027-03-01'] }, true],
  ['one day off less', year, { ...year, holidays: ['2027-01-01'] }, false],
  ['one Saturday not worked any more', year, { ...year, makeUpWorkingDays: [] }, true],
  ['one day off for another', year, { ...year, holidays: ['2027-01-01', '2027-02-09'] }, true],
])('ADM-2, SLA-3: %s', (_what, before, after, expected) => {
  expect(isLooserCalendar(before, after)).toBe(expected);
});
