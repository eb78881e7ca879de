import type { PackId, UnitId } from '@shouwen/domain/kernel/brand';
import { isHotline } from '@shouwen/domain/organisation/hotline-roles';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Host } from '../host.ts';
import { readStaff, staffFrom } from '../organisation/read-staff.ts';
import type { Reader } from '../store.ts';

/** As many people as a desk has at most. */
const mostPeople = 300;

/**
 * Who owns what nobody heard: somebody at the hotline's desk who is there, else whoever heads it, there or not, else somebody above (REC-5, OWN-1: never nobody).
 *
 * @throws Error when the operator has no one at all.
 */
export async function deskOnDuty(host: Host, reader: Reader, pack: PackId): Promise<Staff> {
  const units = [...(await host.reference.units()).values()].filter((unit) => unit.pack === pack);
  const desk = units.find(({ kind }) => kind === 'complaintCentre') ?? units.find(({ parentId }) => parentId === null);
  if (!desk) throw new Error(`no unit of ${pack} can take complaints`);
  const there = (await peopleOf(reader, desk.id)).filter(({ active, onDuty, role }) => active && onDuty && isHotline(role));
  const agent = there[Math.floor(host.random() * there.length)];
  return agent ?? headAbove(reader, desk, units);
}

async function peopleOf(reader: Reader, unitId: UnitId): Promise<Staff[]> {
  const found = await reader.query({ collection: 'staff', where: [['unitId', '==', unitId]], limit: mostPeople });
  return found.flatMap(({ data }) => staffFrom(data) ?? []);
}

async function headAbove(reader: Reader, desk: Unit, units: readonly Unit[]): Promise<Staff> {
  for (const id of desk.path) {
    const head = await readStaff(reader, units.find((unit) => unit.id === id)?.headUid ?? null);
    if (head?.active) return head;
  }
  throw new Error(`nobody of ${desk.pack} can own a complaint`);
}
