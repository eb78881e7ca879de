import { isAvailable } from '@shouwen/domain/complaint/intake/assignment';
import type { Command } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { headsAbove, needsSuccessor, successorWithoutHead } from '@shouwen/domain/complaint/intake/succession';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { decideAndSave } from '../complaint/apply-entry.ts';
import { mayHold } from '../complaint/find-assignment.ts';
import { readStaff } from './read-staff.ts';
import { directoryReader } from '../complaint/read-directory.ts';
import { systemEntry } from '../journal/system-entry.ts';
import type { Host } from '../host.ts';
import { stepRefund } from '../refund/receive-refund.ts';
import type { Reader } from '../store.ts';

const mostAtOnce = 200;
/** A person can be handler, receiver of a hand-over and owner of the same complaint. */
const mostSteps = 3;

/**
 * Takes off a person's hands what they can no longer do (ORG-4): work that they hold goes back to assignment, a hand-over offered to them goes
 * back to the giver, a refund that waits for their word looks for who can give it, and, if they left or moved, first-contact ownership goes to their unit's head. Looks at each complaint as it is now,
 * so it may run any number of times and does nothing for a person who is at work. A complaint that cannot be decided does not keep the others.
 *
 * @returns how many steps were taken.
 * @throws the first failure, after all complaints have had their turn.
 */
export async function releaseWork(host: Host, uid: string): Promise<number> {
  const found = await host.store.query({
    collection: 'complaints',
    where: [
      ['people', 'array-contains', uid],
      ['open', '==', true],
    ],
    limit: mostAtOnce,
  });
  const failures: unknown[] = [];
  let count = 0;
  for (const document of found) {
    try {
      for (let step = 0; step < mostSteps && (await releaseFrom(host, document.id, uid)); step += 1) count += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  const refunds = await host.store.query({
    collection: 'refunds',
    where: [
      ['approverUids', 'array-contains', uid],
      ['open', '==', true],
    ],
    limit: mostAtOnce,
  });
  for (const document of refunds) {
    try {
      if (await stepRefund(host, document.id, { type: 'refreshHolders' })) count += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
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
  if (complaint.handlerUid === uid && complaint.state !== 'answered' && !mayHold(complaint, staff)) return { type: 'releaseHandler', uid };
  if (complaint.handOver?.toUid === uid && !isAvailable(staff, complaint.handOver.toUnitId)) return { type: 'dropHandOver' };
  if (complaint.ownerUid === uid) return ownershipCommand(host, reader, complaint, staff);
  return null;
}

/** To the nearest head above who is with the operator, on duty or not: ownership is for days, not for a shift. With them it stays. */
async function ownershipCommand(host: Host, reader: Reader, complaint: Complaint, owner: Staff | null): Promise<Command | null> {
  if (!needsSuccessor(complaint, owner)) return null;
  const units = await host.reference.units();
  for (const uid of headsAbove(complaint, units)) {
    const head = await readStaff(reader, uid);
    if (head?.active) return head.uid === complaint.ownerUid ? null : moveTo(head);
  }
  const pack = await host.reference.pack(complaint.pack, complaint.packVersion);
  const successor = successorWithoutHead(complaint, await directoryReader(host, reader)(pack), units);
  return successor && moveTo(successor);
}

function moveTo({ uid, name }: Pick<Staff, 'uid' | 'name'>): Command {
  return { type: 'moveOwnership', toUid: uid, toName: name };
}
