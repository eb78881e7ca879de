import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomRun } from '../testing/random-run.ts';
import { addRunning, pausedBetween, type Pause } from './running-time.ts';

const pause = (sinceAtMs: number, untilAtMs: number): Pause => ({ sinceAtMs, untilAtMs });

describe('SLA-5: a clock that stands still in its pauses', () => {
  test.each([
    ['without any pause', 100, [], 200],
    ['with one in the midst', 100, [pause(150, 180)], 230],
    ['with one from the very start', 100, [pause(100, 130)], 230],
    ['with one that began before it did, of which only the rest counts', 100, [pause(50, 120)], 220],
    ['with one that was over when it began', 100, [pause(50, 100)], 200],
    ['with one that begins a moment before its end', 100, [pause(199, 300)], 301],
    ['with one that begins at its end, which changes nothing any more', 100, [pause(200, 300)], 200],
    ['with a second that only the first brings within reach', 100, [pause(150, 180), pause(220, 230)], 240],
    ['with nothing to run, at its start, even in a pause', 0, [pause(50, 300)], 100],
  ])('%s, has run %i from 100', (_told, runningMs, pauses, endMs) => {
    expect(addRunning(100, runningMs, pauses)).toBe(endMs);
  });

  test.each([
    ['wholly within', 100, 200, [pause(120, 150)], 30],
    ['at both edges', 100, 200, [pause(50, 110), pause(190, 300)], 20],
    ['outside', 100, 200, [pause(50, 100), pause(200, 300)], 0],
    ['all of it', 100, 200, [pause(0, 900)], 100],
  ])('stood still: %s', (_told, fromMs, untilMs, pauses, pausedMs) => {
    expect(pausedBetween(fromMs, untilMs, pauses)).toBe(pausedMs);
  });

  /** Up to six, one after the other, some of no length at all. */
  const pauses = fc
    .array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 12 })
    .map((moments) => moments.sort((one, other) => one - other))
    .map((moments) => moments.flatMap((untilAtMs, index) => (index % 2 === 0 ? [] : [pause(moments[index - 1] ?? untilAtMs, untilAtMs)])));

  test('however its pauses lie, it has run as long as it should at its end, and no longer pause brings that end forward', () => {
    const property = fc.property(pauses, fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 500 }), (all, startMs, runningMs) => {
      const endMs = addRunning(startMs, runningMs, all);
      expect(endMs - startMs - pausedBetween(startMs, endMs, all)).toBe(runningMs);
      const longer = all.map(({ sinceAtMs, untilAtMs }, index) => pause(sinceAtMs, index === all.length - 1 ? untilAtMs + 50 : untilAtMs));
      expect(addRunning(startMs, runningMs, longer)).toBeGreaterThanOrEqual(endMs);
      expect(addRunning(startMs, runningMs, all.slice(1))).toBeLessThanOrEqual(endMs);
    });
    fc.assert(property, randomRun(500));
  });
});
