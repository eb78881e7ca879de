import { describe, expect, test } from 'vitest';
import { dayMs, dayOf, hourMs, minuteMs, startOfDayMs, weekdayOf } from '../../calendar/day.ts';
import { at, calendar, telecom } from '../../testing/organisation.ts';
import { afterWorkingHours, nextWorkingDayMs } from './office-clock.ts';

const office = { pack: telecom, calendar };

const holidays = new Set(calendar.flatMap((year) => year.holidays));
const makeUpDays = new Set(calendar.flatMap((year) => year.makeUpWorkingDays));

function isWorkedDay(day: string): boolean {
  return makeUpDays.has(day) || (!holidays.has(day) && ![0, 6].includes(weekdayOf(day)));
}

/** By the pack's words: from half past eight to twelve and from two to half past five on days that are worked. */
function isWorked(atMs: number): boolean {
  const hour = (atMs - startOfDayMs(dayOf(atMs))) / hourMs;
  return ((hour >= 8.5 && hour < 12) || (hour >= 14 && hour < 17.5)) && isWorkedDay(dayOf(atMs));
}

/** Minute by minute, counting those that are worked. */
function walked(startMs: number, hours: number): number {
  let leftMs = hours * hourMs;
  let atMs = startMs;
  for (; leftMs > 0; atMs += minuteMs) {
    // A day on which nobody works is passed over as a whole.
    if (!isWorkedDay(dayOf(atMs))) atMs = startOfDayMs(dayOf(atMs)) + dayMs;
    if (isWorked(atMs)) leftMs -= minuteMs;
  }
  return atMs;
}

describe('REF-6: a step that sits is timed in the hours in which people are at work', () => {
  test.each([
    ['Monday morning: the same afternoon', '2026-11-23 08:30', 4, '2026-11-23 14:30'],
    ['over the break', '2026-11-23 11:00', 4, '2026-11-23 17:00'],
    ['to the end of the day, not to the next morning', '2026-11-23 13:00', 3.5, '2026-11-23 17:30'],
    ['Friday ten to six, after work: Monday', '2026-11-20 17:50', 4, '2026-11-23 14:30'],
    ['at two minutes to six in the morning', '2026-11-24 05:58', 4, '2026-11-24 14:30'],
    ['at five past ten in the evening', '2026-11-23 22:05', 4, '2026-11-24 14:30'],
    ['Saturday', '2026-11-21 10:00', 8, '2026-11-24 09:30'],
    ['the eve of the national holiday: after it', '2026-09-30 16:00', 4, '2026-10-08 11:00'],
    ['a Saturday that is made up', '2026-10-10 08:30', 4, '2026-10-10 14:30'],
  ])('%s', (_says, start, hours, end) => {
    expect(afterWorkingHours(at(start), hours, office)).toBe(at(end));
  });

  test('whenever it begins, as somebody counts who walks through the calendar', () => {
    for (const first of ['2026-11-19 00:10', '2026-09-28 00:10', '2026-02-12 00:10'])
      for (let startMs = at(first); startMs < at(first) + 5 * dayMs; startMs += 601 * minuteMs)
        for (const hours of [1, 8]) expect([startMs, afterWorkingHours(startMs, hours, office)]).toEqual([startMs, walked(startMs, hours)]);
  });

  test('nobody is reminded outside of it, nor earlier than the hours have passed', () => {
    for (let startMs = at('2026-11-19 00:10'); startMs < at('2026-11-26 00:00'); startMs += 53 * minuteMs) {
      const dueAtMs = afterWorkingHours(startMs, telecom.refunds.remindAfterHours, office);
      expect(isWorked(dueAtMs - 1)).toBe(true);
      expect(dueAtMs - startMs).toBeGreaterThanOrEqual(telecom.refunds.remindAfterHours * hourMs);
    }
  });

  test('again the next day that is worked', () => {
    expect(nextWorkingDayMs(at('2026-11-23 10:00'), office)).toBe(at('2026-11-24 10:00'));
    expect(nextWorkingDayMs(at('2026-11-20 10:00'), office)).toBe(at('2026-11-23 10:00'));
    expect(nextWorkingDayMs(at('2026-11-21 10:00'), office)).toBe(at('2026-11-23 17:30'));
  });

  test('beyond the published calendar days count as they fall, so that no step waits for a calendar', () => {
    expect(afterWorkingHours(at('2029-01-05 17:30'), 4, office)).toBe(at('2029-01-08 14:30'));
  });
});
