import { type Assignment, isAvailable, unitsToTry } from '@shouwen/domain/complaint/intake/assignment';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { readStaff } from '../organisation/read-staff.ts';

type Failed = Pick<Complaint, 'handlerUid' | 'handlingUnitId'>;

/**
 * ATT-4: a matter that comes again goes to somebody at least one level above those who had it before: the nearest head on the way up who is on duty. Null where
 * nobody had it, or nobody is there above them.
 */
export async function findSuperior(host: Host, reader: Reader, unit: Unit, earlier: readonly Failed[]): Promise<Assignment | null> {
  const failed = earlier.filter(({ handlerUid }) => handlerUid !== null);
  if (failed.length === 0) return null;
  const units = await host.reference.units();
  const way = unitsToTry(unit, units);
  const lowest = Math.max(...failed.map((one) => lowestAbove(one, way, units)));
  for (const { id, audience, headUid } of way.slice(lowest)) {
    const head = failed.some(({ handlerUid }) => handlerUid === headUid) ? null : await readStaff(reader, headUid);
    if (isAvailable(head, id)) return { route: 'levelUp', unitId: id, unitAudience: audience, handlerUid: head.uid, handlerName: head.name, headUid: null };
  }
  return null;
}

/** From which unit of the way on a head stands above somebody: a head's own unit does not do. */
function lowestAbove({ handlerUid, handlingUnitId }: Failed, way: readonly Unit[], units: ReadonlyMap<string, Unit>): number {
  const theirs = units.get(handlingUnitId ?? '');
  const isHead = theirs?.headUid === handlerUid;
  const own = way.findIndex(({ id }) => id === theirs?.id);
  if (own >= 0) return isHead ? own + 1 : own;
  return isHead
    ? Math.max(
        0,
        way.findIndex(({ id }) => theirs.path.slice(1).includes(id)),
      )
    : 0;
}
