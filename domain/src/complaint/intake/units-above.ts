import type { Unit } from '../../organisation/unit.ts';
import type { Complaint } from '../complaint.ts';
import { unitsToTry } from './assignment.ts';
import type { HigherHandsReason } from './higher-hands.ts';

/** Who had a matter, and where. */
export type Failed = Pick<Complaint, 'handlerUid' | 'handlingUnitId'>;

/**
 * ATT-4: the units whose head stands at least one level above all who had it, nearest first; what came from above goes above those who handle, whoever had it. None
 * where there is no reason, or nobody had it.
 */
export function unitsAbove(unit: Unit, earlier: readonly Failed[], because: readonly HigherHandsReason[], units: ReadonlyMap<string, Unit>): Unit[] {
  const failed = earlier.filter(({ handlerUid }) => handlerUid !== null);
  if (because.length === 0 || (failed.length === 0 && !because.includes('escalated'))) return [];
  const way = unitsToTry(unit, units);
  const lowest = Math.max(0, ...failed.map((one) => lowestAbove(one, way, units)));
  return way.slice(lowest).filter(({ headUid }) => headUid !== null && !failed.some(({ handlerUid }) => handlerUid === headUid));
}

/** From which unit of the way on a head stands above somebody who is not that head: above the head of a unit beside the way, where both come together. */
function lowestAbove({ handlerUid, handlingUnitId }: Failed, way: readonly Unit[], units: ReadonlyMap<string, Unit>): number {
  const theirs = units.get(handlingUnitId ?? '');
  const own = way.findIndex(({ id }) => id === theirs?.id);
  if (own >= 0 || theirs === undefined || theirs.headUid !== handlerUid) return Math.max(0, own);
  return Math.max(
    0,
    way.findIndex(({ id }) => theirs.path.includes(id)),
  );
}
