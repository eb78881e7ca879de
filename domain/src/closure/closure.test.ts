import { afterEach, describe, expect, test, vi } from 'vitest';
import { askedClosure } from '../testing/closures.ts';
import { at } from '../testing/organisation.ts';
import { closureFromStored, closureRefundId, transferMoment, untouchedClosure } from './closure.ts';

const dayMs = 86_400_000;
/** Moments of a Shanghai day as milliseconds after its 00:00; 16:00Z is its midnight, the place where a host's own day would go wrong. */
const offsets = [0, 1, 9 * 3_600_000, 16 * 3_600_000 - 1, 16 * 3_600_000, dayMs - 1];

/** Counts years and months in a calendar that knows nothing of zones; 2004-01-01 00:00 in Shanghai is 16:00Z on the day before. */
function* everyDay(): Generator<{ startMs: number; year: number; month: number }> {
  let startMs = Date.UTC(2003, 11, 31, 16);
  for (let year = 2004; year <= 2045; year += 1) {
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    for (const [month, days] of [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      for (let day = 1; day <= days; day += 1, startMs += dayMs) yield { startMs, year, month };
    }
  }
}

/** The 6th as text, read by the language and not by the product. */
function expectedMs(year: number, month: number): number {
  const [nextYear, nextMonth] = month === 11 ? [year + 1, 1] : [year, month + 2];
  return Date.parse(`${nextYear}-${String(nextMonth).padStart(2, '0')}-06T00:00:00+08:00`);
}

describe('CLO-1: what is left moves on the 6th of the following month, 00:00 in Asia/Shanghai', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each([
    ['2026-11-20 09:00', '2026-12-06 00:00'],
    ['2026-12-31 23:59', '2027-01-06 00:00'],
    ['2027-01-31 12:00', '2027-02-06 00:00'],
    ['2026-12-05 23:59', '2027-01-06 00:00'],
    ['2026-12-06 00:00', '2027-01-06 00:00'],
  ])('closed at %s, it moves at %s', (closed, moves) => {
    expect(transferMoment(at(closed), 6)).toBe(at(moves));
  });

  test.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/New_York', 300],
    ['Pacific/Apia', -780],
  ])('on every day from 2004 to 2045, at several moments, on a host in %s', (zone, offsetMinutes) => {
    vi.stubEnv('TZ', zone);
    expect(new Date(at('2026-11-20 09:00')).getTimezoneOffset()).toBe(offsetMinutes);
    const wrong: string[] = [];
    let count = 0;
    for (const { startMs, year, month } of everyDay()) {
      for (const offset of offsets) {
        count += 1;
        if (transferMoment(startMs + offset, 6) !== expectedMs(year, month)) wrong.push(new Date(startMs + offset).toISOString());
      }
    }
    expect(count).toBe(15_341 * offsets.length);
    expect(wrong).toEqual([]);
  });
});

describe('a closure as stored', () => {
  test('one that only the phone has written is untouched', () => {
    const { id, ...request } = askedClosure();
    const written = Object.fromEntries(Object.entries(request).filter(([field]) => !(field in untouchedClosure)));
    expect(closureFromStored(id, { ...written, state: 'requested', open: true })).toEqual(askedClosure());
  });

  test('REF-8: its cash has one refund, however often it is created', () => {
    expect(closureRefundId('a')).toBe(closureRefundId('a'));
    expect(closureRefundId('a')).not.toBe(closureRefundId('b'));
  });
});
