import type { PackId, UnitId } from '@shouwen/domain/kernel/brand';
import { isHotline } from '@shouwen/domain/organisation/hotline-roles';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import { headAbove } from '../organisation/head-above.ts';
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
  const owner = agent ?? (await readStaff(reader, await headAbove(host, reader, desk.id)));
  if (!owner) throw new Error(`nobody of ${pack} can own a complaint`);
  return owner;
}

async function peopleOf(reader: Reader, unitId: UnitId): Promise<Staff[]> {
  const found = await reader.query({ collection: 'staff', where: [['unitId', '==', unitId]], limit: mostPeople });
  return found.flatMap(({ data }) => staffFrom(data) ?? []);
}
