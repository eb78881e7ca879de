import { stepsAhead } from '../../complaint/time/plan.ts';
import { impossibilities } from '../impossibilities.ts';
import { cityUnits } from './city.ts';
import { failure, isLegalBreachKnown, lawBindsStill } from './watch-change.ts';
import { faultOfTelling } from './telling.ts';
import { type Stored, storedIn, type World } from './world.ts';

/** What must be true once everything has arrived and the schedule has run for the last time. */
export function watchEnd(world: World): void {
  for (const stored of world.complaints.values()) {
    const fault = faultAtEnd(world, stored);
    if (fault) throw failure(world, stored, fault);
  }
  const untold = faultOfTelling(world);
  if (untold) throw failure(world, storedIn(world, untold.complaintId), untold.fault);
}

function faultAtEnd(world: World, stored: Stored): string | null {
  const { complaint, journal } = stored;
  const waiting = [...journal.values()].find(({ outcome }) => outcome === 'pending');
  if (complaint.seq === 0 || waiting) return `${waiting?.id ?? 'the recording'} never got an outcome`;
  const [impossible] = impossibilities(complaint);
  if (impossible) return `not true that ${impossible}`;
  if (!complaint.open) return null;
  const owner = world.staff.get(complaint.ownerUid);
  if (!owner?.active) return 'it has no owner';
  return complaint.state === 'answered' ? null : (faultOfHolder(world, stored) ?? faultOfSteps(world, stored));
}

/** ORG-4, ADM-4: somebody who is there or comes back for it has it, or a unit whose head was told of it. */
function faultOfHolder({ staff, nowMs }: World, { complaint }: Stored): string | null {
  const { handlerUid, poolHeadUid, handlingUnitId } = complaint;
  if (!cityUnits.has(handlingUnitId ?? '')) return 'no unit handles it';
  if (handlerUid === null) return poolHeadUid === null ? 'it lies in a pool and nobody was told' : null;
  const handler = staff.get(handlerUid);
  if (!handler?.active) return `stranded with ${handlerUid}, who is suspended`;
  const { away, onDuty, nextDutyAtMs } = handler;
  if (away && away.fromMs <= nowMs && (away.untilMs ?? Number.POSITIVE_INFINITY) > nowMs) return `stranded with ${handlerUid}, who is on leave`;
  return onDuty || (nextDutyAtMs !== null && nextDutyAtMs > nowMs) ? null : `stranded with ${handlerUid}, of whom nobody knows when they are back`;
}

/** SLA-6: none missing: whatever moment has passed was taken, and its id is in the journal. */
function faultOfSteps({ nowMs }: World, stored: Stored): string | null {
  const { complaint, stepIds } = stored;
  const { clocks } = complaint;
  const missed = stepsAhead(complaint).find(({ atMs }) => atMs <= nowMs);
  if (missed) return `${missed.id} was never taken`;
  const unwritten = clocks?.plan.find(({ id, takenAtMs }) => takenAtMs !== null && !stepIds.has(id));
  if (unwritten) return `${unwritten.id} counts as taken and no journal has it`;
  const last = clocks?.plan.findLast(({ clock }) => clock === 'statutory');
  if (!clocks || !lawBindsStill(stored)) return null;
  if (!last) return 'the law has no step';
  if (last.atMs > nowMs || isLegalBreachKnown(stored, clocks.statutoryDueAtMs)) return null;
  return 'open after the statutory end in silence';
}
