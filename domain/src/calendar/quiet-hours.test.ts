import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../testing/organisation.ts';
import { randomRun } from '../testing/random-run.ts';
import { hourMs, minuteMs } from './day.ts';
import { beforeQuietMs, isQuiet, lastAllowedMs, nextAllowedMs, withoutQuietMs } from './quiet-hours.ts';

const night = { from: '22:00', to: '08:00' };

test.each([
  ['21:59', false],
  ['22:00', true],
  ['00:30', true],
  ['07:59', true],
  ['08:00', false],
  ['12:00', false],
])('between 22:00 and 08:00 customers are left alone (SLA-4): %s is quiet: %s', (time, expected) => {
  expect(isQuiet(Date.parse(`2026-11-22T${time}:00+08:00`), { from: '22:00', to: '08:00' })).toBe(expected);
});

test('quiet hours within one day are not turned inside out', () => {
  const lunch = { from: '12:00', to: '14:00' };
  expect(isQuiet(Date.parse('2026-11-22T13:00:00+08:00'), lunch)).toBe(true);
  expect(isQuiet(Date.parse('2026-11-22T15:00:00+08:00'), lunch)).toBe(false);
});

describe('SLA-4: the next and the last moment at which a customer may be disturbed', () => {
  test.each([
    ['by day', '2026-11-20 12:00', '2026-11-20 12:00', '2026-11-20 12:00'],
    ['a millisecond before they begin', '2026-11-20 21:59:59.999', '2026-11-20 21:59:59.999', '2026-11-20 21:59:59.999'],
    ['as they begin', '2026-11-20 22:00', '2026-11-21 08:00', '2026-11-20 22:00'],
    ['before midnight', '2026-11-20 23:30', '2026-11-21 08:00', '2026-11-20 22:00'],
    ['at midnight', '2026-11-21 00:00', '2026-11-21 08:00', '2026-11-20 22:00'],
    ['after midnight', '2026-11-21 03:00', '2026-11-21 08:00', '2026-11-20 22:00'],
    ['a millisecond before they end', '2026-11-21 07:59:59.999', '2026-11-21 08:00', '2026-11-20 22:00'],
    ['as they end', '2026-11-21 08:00', '2026-11-21 08:00', '2026-11-21 08:00'],
    ['over the turn of the year', '2026-12-31 23:00', '2027-01-01 08:00', '2026-12-31 22:00'],
  ])('%s', (_told, moment, next, last) => {
    expect(nextAllowedMs(at(moment), night)).toBe(at(next));
    expect(lastAllowedMs(at(moment), night)).toBe(at(last));
  });

  test('within one day, a pack’s quiet lunch ends and begins on the same day', () => {
    const lunch = { from: '12:00', to: '14:00' };
    expect(nextAllowedMs(at('2026-11-20 13:00'), lunch)).toBe(at('2026-11-20 14:00'));
    expect(lastAllowedMs(at('2026-11-20 13:00'), lunch)).toBe(at('2026-11-20 12:00'));
    expect(nextAllowedMs(at('2026-11-20 11:59'), lunch)).toBe(at('2026-11-20 11:59'));
  });
});

test.each([
  ['by day, that moment', '2026-11-20 21:30', '2026-11-20 21:30'],
  ['closer to the night than that, so long before it', '2026-11-20 21:31', '2026-11-20 21:30'],
  ['at night, so long before that night', '2026-11-21 03:00', '2026-11-20 21:30'],
  ['as it ends, that moment', '2026-11-21 08:00', '2026-11-21 08:00'],
])('SLA-4, SLA-6: half an hour before the night: %s', (_told, moment, expected) => {
  expect(beforeQuietMs(at(moment), night, 30 * minuteMs)).toBe(at(expected));
});

describe('SLA-7: what a complaint took, its nights left out', () => {
  test.each([
    ['within a day', '2026-11-20 09:00', '2026-11-20 15:00', 6],
    ['over one night', '2026-11-20 21:00', '2026-11-21 09:00', 2],
    ['two days and nights', '2026-11-20 09:00', '2026-11-22 09:00', 28],
    ['wholly at night', '2026-11-20 22:30', '2026-11-21 07:30', 0],
    ['into the night', '2026-11-20 20:00', '2026-11-20 23:30', 2],
    ['out of the night', '2026-11-21 07:00', '2026-11-21 10:00', 2],
    ['nothing', '2026-11-20 09:00', '2026-11-20 09:00', 0],
    ['an answer from before the start', '2026-11-20 09:00', '2026-11-20 08:00', 0],
  ])('%s', (_told, from, until, hours) => {
    expect(withoutQuietMs(at(from), at(until), night)).toBe(hours * hourMs);
  });

  test('is never more than what it took, and adds up wherever it is divided', () => {
    const moments = fc.tuple(fc.integer({ min: 0, max: 10 * 24 * 60 }), fc.integer({ min: 0, max: 5 * 24 * 60 }), fc.integer({ min: 0, max: 5 * 24 * 60 }));
    const spans = fc.constantFrom(night, { from: '00:00', to: '06:30' }, { from: '12:00', to: '14:00' });
    const property = fc.property(moments, spans, ([startMinute, thenMinutes, onMinutes], quiet) => {
      const fromMs = at('2026-11-20 00:00') + startMinute * minuteMs;
      const midMs = fromMs + thenMinutes * minuteMs;
      const untilMs = midMs + onMinutes * minuteMs;
      const loudMs = withoutQuietMs(fromMs, untilMs, quiet);
      expect(loudMs).toBeLessThanOrEqual(untilMs - fromMs);
      expect(withoutQuietMs(fromMs, midMs, quiet) + withoutQuietMs(midMs, untilMs, quiet)).toBe(loudMs);
      expect(isQuiet(nextAllowedMs(fromMs, quiet), quiet)).toBe(false);
      expect(lastAllowedMs(fromMs, quiet)).toBeLessThanOrEqual(fromMs);
    });
    fc.assert(property, randomRun(500));
  });
});
