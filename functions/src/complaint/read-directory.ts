import type { Directory } from '@shouwen/domain/complaint/time/reporting-line';
import type { Uid } from '@shouwen/domain/kernel/brand';
import { standingAt } from '@shouwen/domain/organisation/presence';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { readStaff, staffFrom } from '../organisation/read-staff.ts';

/** More than a company has of one job on the reporting line. */
const mostOfRole = 2000;

/** Who there is above complaints of a pack, and whether those who have one are there. */
export type ReadDirectory = (pack: Pack, holders?: readonly (Uid | null)[]) => Promise<Directory>;

/**
 * Reads who can fill the posts of a pack's reporting line (SLA-6), by job, present or not. Each job is read when it is first asked for and kept by this reader
 * alone: who is away can change from one run of the schedule to the next (ORG-4).
 */
export function directoryReader(host: Host, reader: Reader): ReadDirectory {
  const known = new Map<string, Promise<Staff[]>>();
  const ofRole = (pack: string, role: string): Promise<Staff[]> => {
    const key = `${pack}/${role}`;
    const found = known.get(key) ?? readRole(reader, pack, role);
    known.set(key, found);
    return found;
  };
  const presence = new Map<Uid, Promise<boolean>>();
  const isThere = (uid: Uid): Promise<boolean> => {
    const found = presence.get(uid) ?? readStaff(reader, uid).then((staff) => standingAt(staff, host.nowMs()) === 'there');
    presence.set(uid, found);
    return found;
  };
  return async ({ id, escalation }, holders = []) => {
    const roles = [...new Set(escalation.line.flatMap((post) => post.roles))];
    const uids = holders.filter((uid) => uid !== null);
    const [units, leaders, there] = await Promise.all([
      host.reference.units(),
      Promise.all(roles.map((role) => ofRole(id, role))),
      Promise.all(uids.map(isThere)),
    ]);
    return { leaders: leaders.flat(), units, absentUids: new Set(uids.filter((_uid, index) => there[index] === false)) };
  };
}

async function readRole(reader: Reader, pack: string, role: string): Promise<Staff[]> {
  const found = await reader.query({
    collection: 'staff',
    where: [
      ['pack', '==', pack],
      ['role', '==', role],
    ],
    limit: mostOfRole,
  });
  return found.flatMap(({ data }) => staffFrom(data) ?? []);
}
