import { describe, expect, test } from 'vitest';
import { staffCommandOf } from '../complaint/command.ts';
import { machineMoment } from './moment.ts';
import { writtenMoment, writtenOffset } from './written-moment.ts';

describe('what is written lies between 2000 and 2100', () => {
  test.each([
    ['the first moment', Date.UTC(2000, 0), true],
    ['the last', Date.UTC(2100, 0) - 1, true],
    ['one before the first', Date.UTC(2000, 0) - 1, false],
    ['one after the last', Date.UTC(2100, 0), false],
    ['the year 1', Date.parse('0001-01-01T00:00:00Z'), false],
    ['as far as a number goes', Number.MAX_SAFE_INTEGER, false],
    ['a fraction', Date.UTC(2026, 0) + 0.5, false],
  ])('%s', (_what, atMs, isIn) => {
    expect(writtenMoment.safeParse(atMs).success).toBe(isIn);
    const commands = [
      { type: 'contactAttempt', payload: { result: 'busy', text: '', nextSlotAtMs: atMs } },
      { type: 'awaitCustomer', payload: { reason: '等', untilAtMs: atMs } },
      { type: 'awaitOther', payload: { whom: '他', reason: '等', untilAtMs: atMs } },
      { type: 'agreeTime', payload: { reason: '等', untilAtMs: atMs } },
    ];
    expect(commands.filter((command) => (staffCommandOf(command) !== null) !== isIn)).toEqual([]);
  });

  test('a phone’s clock is off by a century at most', () => {
    const centuryMs = Date.UTC(2100, 0) - Date.UTC(2000, 0);
    expect([-centuryMs, centuryMs].every((offset) => writtenOffset.safeParse(offset).success)).toBe(true);
    expect([-centuryMs - 1, centuryMs + 1].some((offset) => writtenOffset.safeParse(offset).success)).toBe(false);
  });

  test('machines are told nothing of what is none', () => {
    expect(machineMoment(Date.UTC(2026, 0))).toBe('2026-01-01T00:00:00.000Z');
    expect(machineMoment(Number.MAX_SAFE_INTEGER)).toBeUndefined();
  });
});
