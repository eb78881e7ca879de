import { describe, expect, test } from 'vitest';
import calendar from '@shouwen/domain/packs/calendar.json' with { type: 'json' };
import { calendarYearSchema } from '@shouwen/domain/calendar/working-days';
import { endOfDayMs, startOfDayMs, weekdayOf } from '@shouwen/domain/calendar/day';
import { byPromisedDay, monthBeside, spanOf, weeksOf } from './month-grid.ts';

const years = calendarYearSchema.array().parse(calendar);
const kindIn = (month: string, day: string) =>
  weeksOf(month, years)
    .flat()
    .find((one) => one.day === day)?.kind;

describe('the month as weeks from Monday to Sunday', () => {
  test.each(['2024-02', '2026-02', '2026-06', '2026-11', '2027-02'])('%s has each of its days once, in order, whole weeks around them', (month) => {
    const weeks = weeksOf(month, years);
    const { fromMs, untilMs } = spanOf(month);
    expect(weeks.every((week) => week.length === 7 && week.map(({ day }) => weekdayOf(day)).join('') === '1234560')).toBe(true);
    expect(weeks.flat().filter(({ inMonth }) => inMonth)).toHaveLength(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate());
    expect([fromMs, untilMs], 'what is asked for is what is shown').toEqual([
      startOfDayMs(weeks[0]?.[0]?.day ?? ''),
      endOfDayMs(weeks.at(-1)?.[6]?.day ?? '') + 1,
    ]);
    expect(
      weeks.every((week) => week.some(({ inMonth }) => inMonth)),
      'and no week beside it',
    ).toBe(true);
  });

  test('going on and back crosses the years', () => {
    expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1), monthBeside('2026-01', 1), monthBeside('2026-03', -1)]).toEqual([
      '2027-01',
      '2025-12',
      '2026-02',
      '2026-02',
    ]);
  });
});

test('public holidays, make-up working days, weekends and working days of 2026 are told apart (SLA-3)', () => {
  expect(kindIn('2026-10', '2026-10-01')).toBe('holiday');
  expect(kindIn('2026-10', '2026-10-10'), 'a Saturday that is worked').toBe('makeUp');
  expect(kindIn('2026-10', '2026-10-17'), 'a Saturday that is not').toBe('weekend');
  expect(kindIn('2026-10', '2026-10-12')).toBe('working');
});

test('what is promised counts on its day in Shanghai, to its last millisecond, and what is answered not at all (TIME)', () => {
  const dueAt = (time: string, state = 'accepted') => ({ dueAtMs: Date.parse(`${time}+08:00`), nextContactAtMs: null, state });
  const rows = [dueAt('2026-11-22T00:00:00'), dueAt('2026-11-22T23:59:59.999'), dueAt('2026-11-23T00:00:00'), dueAt('2026-11-22T12:00:00', 'answered')];
  expect([...byPromisedDay(rows)].map(([day, those]) => [day, those.length])).toEqual([
    ['2026-11-22', 2],
    ['2026-11-23', 1],
  ]);
});

test('SLA-4: a promised call counts on its day as well, also of what is answered; on the day of the answer it is there once', () => {
  const at = (time: string) => Date.parse(`${time}+08:00`);
  const rows = [
    { dueAtMs: at('2026-11-22T09:00:00'), nextContactAtMs: at('2026-11-21T15:00:00'), state: 'inProgress' },
    { dueAtMs: at('2026-11-22T09:00:00'), nextContactAtMs: at('2026-11-22T08:30:00'), state: 'inProgress' },
    { dueAtMs: at('2026-11-20T09:00:00'), nextContactAtMs: at('2026-11-21T10:00:00'), state: 'answered' },
  ];
  expect([...byPromisedDay(rows)].map(([day, those]) => [day, those.length])).toEqual([
    ['2026-11-22', 2],
    ['2026-11-21', 2],
  ]);
});
