import type { Uid, UnitId } from '@shouwen/domain/kernel/brand';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { readStaff } from './read-staff.ts';

/** A person is told, so the first head on the way up from a unit who is still there (ORG-4); null where nobody is. */
export async function headAbove(host: Host, reader: Reader, unitId: UnitId, butUid: Uid | null = null): Promise<Uid | null> {
  const units = await host.reference.units();
  for (const id of units.get(unitId)?.path ?? []) {
    const head = await readStaff(reader, units.get(id)?.headUid ?? null);
    if (head?.active && head.uid !== butUid) return head.uid;
  }
  return null;
}
