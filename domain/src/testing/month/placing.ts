import {
  type Assignment,
  designatedHandlers,
  type HandlingUnit,
  handlingUnit,
  isAvailable,
  type Sought,
  unitsToTry,
} from '../../complaint/intake/assignment.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import { type HigherHandsReason, reasonsForHigherHands } from '../../complaint/intake/higher-hands.ts';
import { type Failed, unitsAbove } from '../../complaint/intake/units-above.ts';
import { isPlacedToHandle } from '../../complaint/intake/keeping.ts';
import { minuteMs } from '../../calendar/day.ts';
import type { Staff } from '../../organisation/staff.ts';
import type { Unit } from '../../organisation/unit.ts';
import { telecom } from '../organisation.ts';
import { cityUnits } from './city.ts';
import type { World } from './world.ts';

/** Who gets a complaint that has just been taken in: at the network, first the desk (NET-1). */
export function placeNew(world: World, complaint: Complaint): Assignment {
  const start = handlingUnit(complaint, telecom, cityUnits);
  const above = placeAbove(world, start.unit, [], reasonsForHigherHands(complaint, telecom));
  if (above) return above;
  const atDesk = start.unit.handlers.filter(({ desk }) => desk).flatMap(({ uid }) => available(world, uid, start.unit));
  if (atDesk.length === 0) return place(world, start, { ...complaint, excludedUids: [] });
  const preHandleUntilAtMs = world.nowMs + telecom.clocks.preHandleMinutes * minuteMs;
  return { ...assignmentTo(start, start.unit, world.chance.pick(atDesk), null), preHandleUntilAtMs };
}

/** From the desk on to whoever goes out. */
export function placeDispatched(world: World, complaint: Complaint): Assignment {
  const unit = unitOf(complaint);
  const atDesk = unit.handlers.filter(({ desk }) => desk).map(({ uid }) => uid);
  return place(world, { unit, route: 'dispatched' }, { ...complaint, excludedUids: atDesk });
}

/** Within the unit that has it, without the one who gives it up. */
export function placeAgain(world: World, complaint: Complaint): Assignment {
  return (
    placeHigher(world, complaint, complaint.reopenCount) ??
    place(world, { unit: unitOf(complaint), route: 'returned' }, { ...complaint, excludedUids: complaint.handlerUid === null ? [] : [complaint.handlerUid] })
  );
}

/** ATT-4: above whoever had it, where it belongs in higher hands and somebody is there. */
export function placeHigher(world: World, complaint: Complaint, reopenCount: number): Assignment | null {
  return placeAbove(world, unitOf(complaint), [complaint], reasonsForHigherHands({ ...complaint, reopenCount }, telecom));
}

function placeAbove(world: World, unit: Unit, failed: readonly Failed[], because: HigherHandsReason[]): Assignment | null {
  for (const above of unitsAbove(unit, failed, because, cityUnits)) {
    const [head] = available(world, above.headUid ?? '', above);
    if (head) return { ...assignmentTo({ unit: above, route: 'levelUp' }, above, head, null), because };
  }
  return null;
}

/** Where a correction means that another unit handles it; null where it stays. */
export function placeCorrected(world: World, complaint: Complaint, category: string): Assignment | null {
  const start = handlingUnit({ ...complaint, category }, telecom, cityUnits);
  return start.unit.id === complaint.handlingUnitId
    ? null
    : place(world, { ...start, route: 'corrected' }, { category, tier: complaint.tier, excludedUids: [] });
}

function place(world: World, start: HandlingUnit, { category, tier, excludedUids }: Sought): Assignment {
  const toTry = unitsToTry(start.unit, cityUnits);
  for (const unit of toTry) {
    const handlers = designatedHandlers(unit, { category, tier, excludedUids })
      .map((uids) => uids.flatMap((uid) => available(world, uid, unit)))
      .find((there) => there.length > 0);
    if (handlers) return assignmentTo(start, unit, world.chance.pick(handlers), null);
    const head = world.staff.get(unit.headUid ?? '');
    if (head?.active && head.onDuty && !excludedUids.includes(head.uid)) return assignmentTo(start, unit, null, head.uid);
  }
  const last = toTry.at(-1) ?? start.unit;
  return assignmentTo(start, last, null, last.headUid);
}

/** Whether the handler can go on with what comes to life again: there, and in its unit or a head above it. */
export function canGoOn({ staff }: World, complaint: Complaint): boolean {
  const handler = staff.get(complaint.handlerUid ?? '') ?? null;
  return isAvailable(handler, handler?.unitId ?? '') && isPlacedToHandle(complaint, handler);
}

/** Whether somebody of its unit besides the handler is there to take it. */
export function isSomebodyThere(world: World, complaint: Complaint): boolean {
  const unit = unitOf(complaint);
  const excluded = [complaint.handlerUid ?? ''];
  const { category, tier } = complaint;
  const uids = [...designatedHandlers(unit, { category, tier, excludedUids: excluded }).flat(), unit.headUid ?? ''].filter((uid) => !excluded.includes(uid));
  return uids.some((uid) => available(world, uid, unit).length > 0 || (uid === unit.headUid && isOnDuty(world, uid)));
}

function isOnDuty({ staff }: World, uid: string): boolean {
  const person = staff.get(uid);
  return person?.active === true && person.onDuty;
}

function available({ staff }: World, uid: string, unit: Unit): Staff[] {
  const person = staff.get(uid) ?? null;
  return isAvailable(person, unit.id) ? [person] : [];
}

function unitOf({ handlingUnitId, receivingUnitId }: Complaint): Unit {
  const unit = cityUnits.get(handlingUnitId ?? '') ?? cityUnits.get(receivingUnitId);
  if (!unit) throw new Error(`no unit ${receivingUnitId}`);
  return unit;
}

function assignmentTo(start: HandlingUnit, unit: Unit, handler: Staff | null, headUid: string | null): Assignment {
  return { route: start.route, unitId: unit.id, unitAudience: unit.audience, handlerUid: handler?.uid ?? null, handlerName: handler?.name ?? null, headUid };
}
