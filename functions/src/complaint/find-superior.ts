import { type Assignment, isAvailable } from '@shouwen/domain/complaint/intake/assignment';
import type { HigherHandsReason } from '@shouwen/domain/complaint/intake/higher-hands';
import { type Failed, unitsAbove } from '@shouwen/domain/complaint/intake/units-above';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { readStaff } from '../organisation/read-staff.ts';

/** ATT-4: the nearest head above those who had it who is on duty; null where there is no reason to go up, or nobody is there. */
export async function findSuperior(
  host: Host,
  reader: Reader,
  unit: Unit,
  earlier: readonly Failed[],
  because: HigherHandsReason[],
): Promise<Assignment | null> {
  for (const { id, audience, headUid } of unitsAbove(unit, earlier, because, await host.reference.units())) {
    const head = await readStaff(reader, headUid);
    if (isAvailable(head, id))
      return { route: 'levelUp', unitId: id, unitAudience: audience, handlerUid: head.uid, handlerName: head.name, headUid: null, because };
  }
  return null;
}
