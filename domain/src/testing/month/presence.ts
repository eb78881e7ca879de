import { dayMs, hourMs, minuteMs } from '../../calendar/day.ts';
import { decidePresence, type PresenceCommand } from '../../organisation/presence.ts';
import type { Staff } from '../../organisation/staff.ts';
import { calendar, telecom } from '../organisation.ts';
import type { Chance } from '../chance.ts';
import { shiftUnits, cityUnits } from './city.ts';
import { deliver } from './deliveries.ts';
import { type Interval, shiftOf } from './people.ts';
import { takeWorkOff } from './release.ts';
import { note, type World } from './world.ts';

/** Puts down when somebody comes and goes in the month: shifts, two days off a week, leave; some are suspended, some move to another unit. */
export function planPresence(world: World, staff: Staff, startMs: number, days: number): void {
  const { chance } = world;
  const dayOff = chance.below(7);
  const leave = spanOf(chance, days, 35, 9);
  const suspension = spanOf(chance, days, 12, 12);
  for (let day = 0; day < days; day += 1) {
    const midnightMs = startMs + day * dayMs;
    const isThere = (day + dayOff) % 7 > 1 && !isWithin(leave, day);
    const [[beginMs], [, endMs]] = shiftOf(staff);
    const say = (atMs: number, command: PresenceCommand) => sayPresence(world, staff.uid, Math.max(startMs, atMs), command);
    if (isWithin(leave, day) && !isWithin(leave, day - 1)) say(midnightMs - chance.below(2 * dayMs), leaveOf(leave, startMs));
    if (!isWithin(leave, day)) {
      say(midnightMs + beginMs - 10 * minuteMs, isThere ? { kind: 'onDuty' } : { kind: 'offShift', nextDutyAtMs: null });
      if (shiftUnits.includes(staff.unitId)) say(midnightMs + endMs, { kind: 'offShift', nextDutyAtMs: null });
    }
    if (isWithin(suspension, day) !== isWithin(suspension, day - 1))
      changeStaff(world, staff.uid, midnightMs + 10 * hourMs, { active: !isWithin(suspension, day) });
  }
  if (chance.percent(5)) moveSomewhere(world, staff, startMs + chance.below(days * dayMs));
}

function moveSomewhere(world: World, { uid }: Staff, atMs: number): void {
  const unit = world.chance.pick([...cityUnits.values()]);
  changeStaff(world, uid, atMs, { unitId: unit.id, audience: unit.audience });
}

function spanOf(chance: Chance, days: number, share: number, most: number): Interval {
  const from = chance.below(days);
  return chance.percent(share) ? [from, from + 1 + chance.below(most)] : [0, 0];
}

function isWithin([from, until]: Interval, day: number): boolean {
  return from <= day && day < until;
}

/** Set ahead or on the day itself. */
function leaveOf([from, until]: Interval, startMs: number): PresenceCommand {
  return { kind: 'away', reason: 'leave', fromMs: startMs + from * dayMs, untilMs: startMs + until * dayMs };
}

function sayPresence(world: World, uid: string, atMs: number, command: PresenceCommand): void {
  world.agenda.add(atMs, () => {
    const before = world.staff.get(uid);
    const decided = before && decidePresence(before, command, { atMs: world.nowMs, pack: telecom, calendar });
    if (decided?.ok) becomes(world, uid, { ...decided.presence, releaseDue: before?.releaseDue === true || command.kind !== 'onDuty' }, command.kind);
  });
}

function changeStaff(world: World, uid: string, atMs: number, changes: Partial<Staff>): void {
  world.agenda.add(atMs, () =>
    becomes(world, uid, { ...changes, releaseDue: true }, changes.unitId ? 'moved' : changes.active === false ? 'suspended' : 'reinstated'),
  );
}

/** A staff document is changed, and the trigger takes off their hands what they can no longer do (ORG-4). */
function becomes(world: World, uid: string, changes: Partial<Staff>, what: string): void {
  const before = world.staff.get(uid);
  if (!before || Object.entries(changes).every(([name, value]) => before[name as keyof Staff] === value)) return;
  world.staff.set(uid, { ...before, ...changes });
  world.directory = null;
  note(world, what);
  deliver(world, () => takeWorkOff(world, uid));
}
