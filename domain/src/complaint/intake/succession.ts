import type { Staff } from '../../organisation/staff.ts';
import type { Unit } from '../../organisation/unit.ts';
import type { Complaint } from '../complaint.ts';
import type { Directory } from '../time/reporting-line.ts';

type Owned = Pick<Complaint, 'ownerUid' | 'receivingUnitId'>;
type Units = ReadonlyMap<string, Pick<Unit, 'path' | 'audience' | 'headUid'>>;

/** Whether first-contact ownership has to go to somebody else: the owner left the operator, or the unit that received it (OWN-1, ORG-4). */
export function needsSuccessor({ receivingUnitId }: Owned, owner: Pick<Staff, 'active' | 'unitId'> | null): boolean {
  return !(owner?.active && owner.unitId === receivingUnitId);
}

/** Heads on the way up from the unit that received it, nearest first: those to whom ownership goes by right. */
export function headsAbove({ receivingUnitId }: Owned, units: Units): string[] {
  return (units.get(receivingUnitId)?.path ?? []).flatMap((unitId) => units.get(unitId)?.headUid ?? []);
}

/**
 * Where no head on the way up is with the operator any more: whoever else leads there, or watches over the company, nearest first and on duty or not, since
 * ownership is for days and not for a shift. Null where there is nobody.
 */
export function successorWithoutHead(
  { ownerUid, receivingUnitId }: Owned,
  { leaders }: Pick<Directory, 'leaders'>,
  units: Units,
): Directory['leaders'][number] | null {
  const near = units.get(receivingUnitId)?.audience ?? [];
  const there = near.flatMap((unitId) => leaders.filter((leader) => leader.unitId === unitId && leader.active && leader.uid !== ownerUid));
  return there[0] ?? null;
}
