import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Assignment from '../../complaint/intake/assignment.ts';
import type * as Clocks from '../../complaint/time/clocks.ts';
import type * as StepsAhead from '../../assist/steps-ahead.ts';
import type * as Evolve from '../../complaint/evolve.ts';
import type * as Overdue from '../../complaint/time/overdue.ts';
import type * as Plan from '../../complaint/time/plan.ts';
import type * as ReportingLine from '../../complaint/time/reporting-line.ts';
import type * as Digest from '../../notice/digest.ts';
import type * as QuietHours from '../../calendar/quiet-hours.ts';
import type * as Commit from './commit.ts';
import { storedIn } from './world.ts';

vi.setConfig({ testTimeout: 600_000 });
// What other files have imported in this process is forgotten first, since a fault reaches only those who import it next.
beforeEach(() => void vi.resetModules());
afterEach(() => {
  vi.doUnmock(planted);
  vi.resetModules();
});

/** A fault that is planted in one file, and what a month says of it. */
type Fault = readonly [told: string, found: RegExp, plant: () => void];

const faults: readonly Fault[] = [
  [
    'a commit that does not look at the version',
    /is there already/,
    () =>
      plant<typeof Commit>('./commit.ts', ({ commit, ...rest }) => ({
        ...rest,
        commit: (world, id, _version, change) => commit(world, id, storedIn(world, id).version, change),
      })),
  ],
  [
    'steps that are not remembered as taken',
    /is there already|twice|still to come/,
    () =>
      plant<typeof Evolve>('../../complaint/evolve.ts', ({ evolveAll }) => ({
        evolveAll: (complaint, events) => {
          const after = evolveAll(complaint, events);
          return { ...after, clocks: after.clocks && { ...after.clocks, plan: complaint.clocks?.plan ?? after.clocks.plan }, stepsTaken: complaint.stepsTaken };
        },
      })),
  ],
  [
    'a plan whose last step is lost',
    /nothing will ever come up again/,
    () =>
      plant<typeof Plan>('../../complaint/time/plan.ts', ({ planSteps, ...rest }) => ({ ...rest, planSteps: (...from) => planSteps(...from).slice(0, -1) })),
  ],
  [
    'people on leave who are told',
    /who is not there/,
    () =>
      plant<typeof ReportingLine>('../../complaint/time/reporting-line.ts', ({ recipientAbove, ...rest }) => ({
        ...rest,
        recipientAbove: (complaint, from, { leaders, units }, pack) =>
          recipientAbove(complaint, from, { leaders: leaders.map((leader) => ({ ...leader, onDuty: true })), units }, pack),
      })),
  ],
  [
    'work that is given to people on leave',
    /who is not there/,
    () =>
      plant<typeof Assignment>('../../complaint/intake/assignment.ts', ({ isAvailable, ...rest }) => ({
        ...rest,
        isAvailable: (staff, unitId): staff is NonNullable<typeof staff> => isAvailable(staff && { ...staff, onDuty: true }, unitId),
      })),
  ],
  [
    'a phone that is always believed',
    /the start is not the honest moment/,
    () =>
      plant<typeof Clocks>('../../complaint/time/clocks.ts', ({ honestMoment: _honestMoment, ...rest }) => ({
        ...rest,
        honestMoment: ({ capturedAtMs, clockOffsetMs }) => ({ atMs: capturedAtMs + clockOffsetMs, trusted: true }),
      })),
  ],
  [
    'clocks that run out and leave no fact',
    /without a fact|in silence|does not know whether it was in time/,
    () => plant<typeof Overdue>('../../complaint/time/overdue.ts', (overdue) => ({ ...overdue, overduesBy: () => [] })),
  ],
  [
    'an assist whose lateness is put on another unit',
    /that is late, and/,
    () =>
      plant<typeof StepsAhead>('../../assist/steps-ahead.ts', ({ assistOverduesBy, ...rest }) => ({
        ...rest,
        assistOverduesBy: (assist, atMs) => assistOverduesBy(assist, atMs).map((overdue) => ({ ...overdue, unitId: 'city' })),
      })),
  ],
  [
    'a night that nobody knows of',
    /at night|out of the night/,
    () => plant<typeof QuietHours>('../../calendar/quiet-hours.ts', (hours) => ({ ...hours, isQuiet: () => false, nextAllowedMs: (atMs) => atMs })),
  ],
  [
    'a digest that leaves something out',
    /is told of/,
    () => plant<typeof Digest>('../../notice/digest.ts', ({ digestOf, ...rest }) => ({ ...rest, digestOf: (told) => digestOf(told.slice(0, 3)) })),
  ],
];

/** Puts a broken copy in the place of a file, for whoever imports it next. */
function plant<Module extends object>(path: string, broken: (original: Module) => Module): void {
  vi.doMock(path, async (original) => broken(await original<Module>()));
  planted = path;
}

let planted = '';

test.each(faults)('%s: found', async (_told, found, plantFault) => {
  plantFault();
  const { playMonth } = await import('./month.ts');
  expect(() => playMonth(1)).toThrow(found);
});
