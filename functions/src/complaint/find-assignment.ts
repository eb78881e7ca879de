import type { EpochMs, Uid } from '@shouwen/domain/kernel/brand';
import { minuteMs } from '@shouwen/domain/calendar/day';
import {
  type Assignment,
  deskHandlers,
  designatedHandlers,
  type HandlingUnit,
  isAvailable,
  lessLoaded,
  type Sought,
  unitsToTry,
} from '@shouwen/domain/complaint/intake/assignment';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { isPlacedToHandle } from '@shouwen/domain/complaint/intake/keeping';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host } from '../host.ts';
import { readStaff } from '../organisation/read-staff.ts';
import type { Reader } from '../store.ts';

interface Wanted extends Sought {
  /** Until when those at a unit's desk may look at it first (NET-1); missing where it goes past them. */
  preHandleUntilAtMs?: EpochMs;
}

/**
 * Finds who handles a complaint: in the handling unit, then up the way, the less loaded of two designated handlers picked at random, those at its desk first if
 * they are to see it; where none is there, the unit's pool with its head told. The last unit takes it in any case: never nobody.
 */
export async function findAssignment(host: Host, reader: Reader, start: HandlingUnit, wanted: Wanted): Promise<Assignment> {
  const toTry = unitsToTry(start.unit, await host.reference.units());
  for (const unit of toTry) {
    const found = await findInUnit(host, reader, start, unit, wanted);
    if (found) return found;
  }
  const last = toTry.at(-1) ?? start.unit;
  return assignmentTo(start, last, null, last.headUid);
}

/** Who of one unit would have it; null where nobody is there. */
export async function findInUnit(host: Host, reader: Reader, start: HandlingUnit, unit: Unit, wanted: Wanted): Promise<Assignment | null> {
  const { preHandleUntilAtMs } = wanted;
  const atDesk = preHandleUntilAtMs === undefined ? null : await findHandler(host, reader, unit, deskHandlers(unit, wanted));
  if (atDesk && preHandleUntilAtMs !== undefined) return { ...assignmentTo(start, unit, atDesk, null), preHandleUntilAtMs };
  for (const designated of designatedHandlers(unit, wanted)) {
    const handler = await findHandler(host, reader, unit, designated);
    if (handler) return assignmentTo(start, unit, handler, null);
  }
  const head = await readStaff(reader, unit.headUid);
  return head?.active && head.onDuty && !wanted.excludedUids.includes(head.uid) ? assignmentTo(start, unit, null, head.uid) : null;
}

/** NET-1: a network complaint is looked at by the desk first, for as long as the pack says. */
export function deskFirst({ route }: HandlingUnit, sinceMs: number, pack: Pack): Pick<Wanted, 'preHandleUntilAtMs'> {
  return route === 'network' ? { preHandleUntilAtMs: sinceMs + pack.clocks.preHandleMinutes * minuteMs } : {};
}

function assignmentTo(start: HandlingUnit, unit: Unit, handler: Staff | null, headUid: Uid | null): Assignment {
  return { route: start.route, unitId: unit.id, unitAudience: unit.audience, handlerUid: handler?.uid ?? null, handlerName: handler?.name ?? null, headUid };
}

/** Two at a time in random order, so that a unit with all handlers present costs two reads and two counts however large it is. */
async function findHandler(host: Host, reader: Reader, unit: Unit, designated: readonly string[]): Promise<Staff | null> {
  const uids = shuffled(designated, host.random);
  for (let index = 0; index < uids.length; index += 2) {
    const pair = uids.slice(index, index + 2);
    const candidates = await Promise.all(pair.map((uid) => readCandidate(host, reader, uid, pair.length > 1)));
    const [one, other] = candidates.filter((candidate) => candidate !== null).filter((candidate) => isAvailable(candidate.staff, unit.id));
    if (one) return (other ? lessLoaded(one, other) : one).staff;
  }
  return null;
}

async function readCandidate(host: Host, reader: Reader, uid: Uid, isCountWanted: boolean): Promise<{ staff: Staff; openCount: number } | null> {
  const [staff, openCount] = await Promise.all([readStaff(reader, uid), isCountWanted ? countOpen(host, uid) : 0]);
  return staff && { staff, openCount };
}

function countOpen(host: Host, uid: Uid): Promise<number> {
  return host.store.count({
    collection: 'complaints',
    where: [
      ['handlerUid', '==', uid],
      ['open', '==', true],
    ],
  });
}

/** Whether what comes to life again goes to whoever had it: only if they are there, for it is new work (ADM-4). */
export function mayHold(complaint: Complaint, handler: Staff | null): boolean {
  return isAvailable(handler, handler?.unitId ?? '') && isPlacedToHandle(complaint, handler);
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const drawn = items.map((item) => ({ item, order: random() }));
  return drawn.sort((one, other) => one.order - other.order).map(({ item }) => item);
}
