import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minuteMs } from '../../calendar/day.ts';
import { isQuiet } from '../../calendar/quiet-hours.ts';
import { justRecorded } from '../../testing/complaints.ts';
import { at, calendar, telecom } from '../../testing/organisation.ts';
import { randomRun } from '../../testing/random-run.ts';
import { reclock, startClocks } from './clocks.ts';
import { clockNames } from '../complaint-values.ts';
import { isCritical } from './plan.ts';

test('SLA-6: whatever the complaint, its plan is in the order of time, each step once, by day unless critical, and the higher step of a clock never before the lower', () => {
  const startMs = fc.integer({ min: at('2026-01-05 00:00') / minuteMs, max: at('2026-11-20 00:00') / minuteMs }).map((minute) => minute * minuteMs);
  const length = fc.integer({ min: 0, max: 5_000 }).map((minutes) => minutes * minuteMs);
  const property = fc.property(
    startMs,
    length,
    length,
    fc.option(length),
    fc.constantFrom('T01-05', 'T04-01', 'T12-02'),
    fc.constantFrom(null, 'critical' as const, 'normal' as const),
    (atMs, afterMs, pausedMs, agreedMs, category, urgency) => {
      const agreedTime = agreedMs === null ? null : { dueAtMs: atMs + afterMs + agreedMs, reason: '约定', byUid: 'handler', byName: 'H', atMs: atMs + afterMs };
      const complaint = { ...justRecorded({ category, urgency }), pauses: [{ sinceAtMs: atMs + afterMs, untilAtMs: atMs + afterMs + pausedMs }], agreedTime };
      const clocks = startClocks(complaint, { atMs, trusted: true }, telecom, calendar);
      const plan = reclock({ ...complaint, clocks }, atMs, telecom, calendar)?.plan ?? [];
      expect(plan.map((step) => step.atMs)).toEqual(plan.map((step) => step.atMs).sort((one, other) => one - other));
      expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length);
      for (const clock of clockNames) {
        const levels = plan.filter((step) => step.clock === clock).map(({ level }) => level);
        expect(levels).toEqual(levels.toSorted((one, other) => one - other));
      }
      const atNight = plan.filter((step) => isQuiet(step.atMs, telecom.clocks.quietHours));
      expect(isCritical(complaint, telecom) ? [] : atNight).toEqual([]);
    },
  );
  // Half of an odd number of milliseconds before 22:00 is not yet night, and was once rounded into it.
  fc.assert(property, { ...randomRun(300), examples: [[at('2026-01-05 00:00'), 4727 * minuteMs, 950 * minuteMs, 1388 * minuteMs, 'T12-02', 'normal']] });
});
