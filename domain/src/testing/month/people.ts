import { dayMs, hourMs } from '../../calendar/day.ts';
import type { Directory } from '../../complaint/time/reporting-line.ts';
import type { Staff } from '../../organisation/staff.ts';
import { telecom } from '../organisation.ts';
import { shiftUnits, cityUnits } from './city.ts';
import type { World } from './world.ts';

export type Interval = readonly [fromMs: number, untilMs: number];

/** Two working intervals a day with a break between, early or late. */
const shifts: readonly (readonly [Interval, Interval])[] = [
  [
    [8.5 * hourMs, 12 * hourMs],
    [14 * hourMs, 17.5 * hourMs],
  ],
  [
    [12 * hourMs, 16 * hourMs],
    [17 * hourMs, 21.5 * hourMs],
  ],
];

/** The two intervals in which somebody works. */
export function shiftOf({ uid, unitId }: Staff): (typeof shifts)[number] {
  const isLate = shiftUnits.includes(unitId) && uid.charCodeAt(uid.length - 1) % 2 === 0;
  return (
    shifts[isLate ? 1 : 0] ?? [
      [0, dayMs],
      [0, 0],
    ]
  );
}

/** Whether somebody is at their work, not only on duty. */
export function isAtWork(staff: Staff, atMs: number): boolean {
  const sinceMidnightMs = (atMs + 8 * hourMs) % dayMs;
  return staff.active && staff.onDuty && shiftOf(staff).some(([fromMs, untilMs]) => fromMs <= sinceMidnightMs && sinceMidnightMs < untilMs);
}

/** Everybody who can fill a post of the reporting line, present or not. */
export function directoryOf(world: World): Directory {
  const roles = telecom.escalation.line.flatMap((post) => post.roles);
  const everybody = [...world.staff.values()];
  world.directory ??= {
    leaders: everybody.filter(({ role }) => roles.includes(role)),
    units: cityUnits,
    absentUids: new Set(everybody.filter(({ active, onDuty }) => !(active && onDuty)).map(({ uid }) => uid)),
  };
  return world.directory;
}
