import type { Role, Staff } from './staff.ts';
import type { Unit } from './unit.ts';

type Placed = Pick<Staff, 'uid' | 'role' | 'unitId'>;
type Units = ReadonlyMap<string, Pick<Unit, 'path'>>;

/** How high a job stands where both are of the same line; those that are not named direct nobody. */
const heights: Partial<Record<Role, number>> = {
  companyLeader: 5,
  unitHead: 4,
  departmentHead: 4,
  centreDirector: 3,
  outletManager: 3,
  complaintSupervisor: 2,
  hotlineDutyLeader: 1,
};

/** Whether one directs the other: of the same unit or of one above it, and in a higher job. Nobody directs a peer, a superior or another line. */
export function isSuperiorOf(one: Placed, other: Placed, units: Units): boolean {
  const isInLine = units.get(other.unitId)?.path.includes(one.unitId) === true;
  return isInLine && one.uid !== other.uid && (heights[one.role] ?? 0) > (heights[other.role] ?? 0);
}

/** ORG-4: one says of oneself whether one is there, and a superior says it of those below. */
export function maySetAvailability(by: Placed, of: Placed, units: Units): boolean {
  return by.uid === of.uid || isSuperiorOf(by, of, units);
}
