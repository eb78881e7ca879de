import chineseDays from 'chinese-days';
import { isWorkday } from 'chinese-workday';
import { describe, expect, test } from 'vitest';
import { calendar } from '../testing/organisation.ts';
import { addDays, type Day, weekdayOf } from './day.ts';
import { isWorkingDay } from './working-days.ts';

const firstYear = 2004;
const lastYear = 2026;

function daysFrom(year: number): Day[] {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day <= `${lastYear}-12-31`; day = addDays(day, 1)) days.push(day);
  return days;
}

function isWorked(day: Day): boolean {
  return isWorkingDay(
    day,
    calendar.find(({ year }) => year === Number(day.slice(0, 4))),
  );
}

/** Days on which the two packages disagree, or one is alone and wrong, and what the State Council's notice of that year says. */
const settledByNotice: Record<Day, { worked: boolean; notice: string }> = {
  '2005-12-31': { worked: true, notice: '2006: new year 1–3 January, Saturday 31 December 2005 is worked' },
  '2011-01-29': { worked: false, notice: '2011: for the spring festival Sunday 30 January is worked, not the Saturday' },
  '2011-02-12': { worked: true, notice: '2011: for the spring festival Saturday 12 February is worked' },
  '2011-04-02': { worked: true, notice: '2011: for Qingming Saturday 2 April is worked' },
  '2011-12-31': { worked: true, notice: '2012: new year 1–3 January, Saturday 31 December 2011 is worked' },
  '2012-01-29': { worked: true, notice: '2012: for the spring festival 21 and 29 January are worked' },
  '2012-03-31': { worked: true, notice: '2012: for Qingming 31 March and 1 April are worked' },
  '2012-04-01': { worked: true, notice: '2012: for Qingming 31 March and 1 April are worked' },
  '2012-04-28': { worked: true, notice: '2012: for labour day Saturday 28 April is worked' },
  '2012-09-30': { worked: false, notice: '2012: mid-autumn and national day 30 September to 7 October' },
  '2012-10-08': { worked: true, notice: '2012: mid-autumn and national day 30 September to 7 October' },
  '2013-04-07': { worked: true, notice: '2013: for Qingming Sunday 7 April is worked' },
  '2013-04-27': { worked: true, notice: '2013: for labour day 27 and 28 April are worked' },
  '2013-04-28': { worked: true, notice: '2013: for labour day 27 and 28 April are worked' },
  '2013-06-08': { worked: true, notice: '2013: for the dragon boat festival 8 and 9 June are worked' },
  '2013-06-09': { worked: true, notice: '2013: for the dragon boat festival 8 and 9 June are worked' },
  '2013-10-12': { worked: true, notice: '2013: for national day 29 September and 12 October are worked' },
  '2013-12-29': { worked: false, notice: '2014: new year is 1 January alone, nothing is made up' },
  '2014-06-03': { worked: true, notice: '2014: dragon boat festival Monday 2 June with the weekend before it' },
  '2014-06-04': { worked: true, notice: '2014: dragon boat festival Monday 2 June with the weekend before it' },
  '2014-09-09': { worked: true, notice: '2014: mid-autumn Monday 8 September with the weekend before it' },
  '2014-09-10': { worked: true, notice: '2014: mid-autumn Monday 8 September with the weekend before it' },
  '2014-10-11': { worked: true, notice: '2014: for national day 28 September and 11 October are worked' },
  '2015-09-03': { worked: false, notice: '2015, a notice of its own: 70 years of victory, 3–5 September, Sunday 6 September is worked' },
  '2015-09-04': { worked: false, notice: '2015, a notice of its own: 70 years of victory, 3–5 September, Sunday 6 September is worked' },
  '2018-01-01': { worked: false, notice: '2018: new year is a holiday' },
  '2020-01-31': { worked: false, notice: '2020, a notice of its own: the spring festival is extended to 2 February' },
  '2020-02-01': { worked: false, notice: '2020, a notice of its own: the spring festival is extended to 2 February' },
  '2023-01-03': { worked: true, notice: '2023: new year 31 December to 2 January' },
};

/** Made-up days as the State Council's notices name them; the second package begins only after the first of these years. */
const madeUp: Record<number, string[]> = {
  2004: ['01-17', '01-18', '05-08', '05-09', '10-09', '10-10'],
  2005: ['02-05', '02-06', '04-30', '05-08', '10-08', '10-09', '12-31'],
  2006: ['01-28', '02-05', '04-29', '04-30', '09-30', '10-08', '12-30', '12-31'],
  2007: ['02-17', '02-25', '04-28', '04-29', '09-29', '09-30', '12-29'],
  2008: ['02-02', '02-03', '05-04', '09-27', '09-28'],
  2009: ['01-04', '01-24', '02-01', '05-31', '09-27', '10-10'],
  2010: ['02-20', '02-21', '06-12', '06-13', '09-19', '09-25', '09-26', '10-09'],
  2026: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
};

describe('SLA-3: the published calendar, day by day', () => {
  test(`holds each year from ${firstYear} to ${lastYear} once, in order`, () => {
    expect(calendar.map(({ year }) => year)).toEqual(Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index));
  });

  test('agrees on every day with one package that somebody else keeps, but where the notice says otherwise', () => {
    const different = daysFrom(firstYear).filter((day) => isWorked(day) !== chineseDays.isWorkday(day));
    expect(different).toEqual(['2005-12-31']);
    expect(different.every((day) => settledByNotice[day]?.worked === isWorked(day))).toBe(true);
  });

  test('agrees on every day from 2011 on with another, but where the notice says otherwise', () => {
    const different = daysFrom(2011).filter((day) => isWorked(day) !== isWorkday(day));
    expect(different).toEqual(Object.keys(settledByNotice).filter((day) => day >= '2011'));
  });

  test.each(Object.entries(settledByNotice).map(([day, settled]) => ({ day, ...settled })))('$day, worked $worked: notice for $notice', ({ day, worked }) => {
    expect(isWorked(day)).toBe(worked);
  });

  test.each(Object.entries(madeUp))('the weekends of %s that are worked are those of the notice', (year, days) => {
    expect(calendar.find((candidate) => candidate.year === Number(year))?.makeUpWorkingDays).toEqual(days.map((day) => `${year}-${day}`));
  });

  test.each(calendar)('$year: what is made up lies on a weekend, and is no day off', ({ year, holidays, makeUpWorkingDays }) => {
    const all = [...holidays, ...makeUpWorkingDays];
    expect(all.filter((day) => day.slice(0, 4) !== String(year) || addDays(day, 0) !== day)).toEqual([]);
    expect(makeUpWorkingDays.filter((day) => ![0, 6].includes(weekdayOf(day)))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
    expect(holidays).toEqual([...holidays].sort());
    expect(makeUpWorkingDays).toEqual([...makeUpWorkingDays].sort());
  });
});
