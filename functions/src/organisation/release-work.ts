import type { Command } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { decideAndSave } from '../complaint/apply-entry.ts';
import { readStaff } from '../complaint/find-assignment.ts';
import { systemEntry } from '../complaint/system-entry.ts';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';

const mostAtOnce = 200;
/** A person can be handler, receiver of a hand-over and owner of the same complaint. */
const mostSteps = 3;

/**
 * Takes off a person's hands what they can no longer do (ORG-4): work that they hold goes back to assignment, a hand-over offered to them goes
 * back to the giver, and, if they left or moved, first-contact ownership goes to their unit's head. Looks at each complaint as it is now,
 * so it may run any number of times and does nothing for a person who is at work.
 *
 * @returns how many steps were taken.
 */
export async function releaseWork(host: Host, uid: string): Promise<number> {
  const found = await host.store.query({ collection: 'complaints', where: [['people', 'array-contains', uid], ['open', '==', true]], limit: mostAtOnce });
  let count = 0;
  for (const document of found) {
    for (let step = 0; step < mostSteps && (await releaseFrom(host, document.id, uid)); step += 1) count += 1;
  }
  return count;
}

function releaseFrom(host: Host, complaintId: string, uid: string): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const [stored, staff] = await Promise.all([transaction.get(`complaints/${complaintId}`), readStaff(transaction, uid)]);
    if (!stored) return false;
    const complaint = complaintFromStored(complaintId, stored.data);
    const command = await commandFor(host, transaction, complaint, uid, staff);
    if (!command) return false;
    const pack = await host.reference.pack(complaint.pack, complaint.packVersion);
    const decision = await decideAndSave(host, transaction, complaint, command, { kind: 'system' }, pack, host.nowMs());
    if (!decision.ok || !decision.changed) return false;
    const { type, ...payload } = command;
    transaction.create(`complaints/${complaintId}/journal/${type}-${decision.seq}`, systemEntry(host, type, { ...payload, fromUid: uid }, decision.seq));
    return true;
  });
}

async function commandFor(host: Host, reader: Reader, complaint: Complaint, uid: string, staff: Staff | null): Promise<Command | null> {
  const isPresent = staff?.active === true && staff.onDuty;
  if (complaint.handlerUid === uid && complaint.state !== 'answered' && !(isPresent && staff.unitId === complaint.handlingUnitId)) return { type: 'releaseHandler' };
  if (complaint.handOver?.toUid === uid && !(isPresent && staff.unitId === complaint.handOver.toUnitId)) return { type: 'dropHandOver' };
  if (complaint.ownerUid === uid && !(staff?.active === true && staff.unitId === complaint.receivingUnitId)) return moveOwnership(host, reader, complaint, uid);
  return null;
}

/** To the nearest head above who is with the operator, on duty or not: ownership is for days, not for a shift. */
async function moveOwnership(host: Host, reader: Reader, complaint: Complaint, uid: string): Promise<Command | null> {
  const units = await host.reference.units();
  for (const unitId of units.get(complaint.receivingUnitId)?.path ?? []) {
    const head = await readStaff(reader, units.get(unitId)?.headUid ?? null);
    if (head?.active && head.uid !== uid) return { type: 'moveOwnership', toUid: head.uid, toName: head.name };
  }
  return null;
}
