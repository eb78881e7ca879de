import type { Uid, UnitId } from '@shouwen/domain/kernel/brand';
import { keepingOf } from '@shouwen/domain/complaint/intake/keeping';
import { headsAbove, needsSuccessor, successorWithoutHead } from '@shouwen/domain/complaint/intake/succession';
import type { Command } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { standingAt } from '@shouwen/domain/organisation/presence';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Preparing } from '../transaction/preparing.ts';
import type { Release } from '../journal/served-aggregate.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { findInUnit } from './find-assignment.ts';
import { directoryReader } from './read-directory.ts';

/**
 * ORG-4, ADM-4: what a person can no longer hold goes back to assignment, and what cannot wait for somebody off shift to whoever of the unit is there. A hand-over
 * offered to somebody who is gone goes back to the giver, and, if they left or moved, first-contact ownership goes to their unit's head.
 */
export const releaseOfComplaint: Release<Complaint, Command> = {
  holderField: 'people',
  mostSteps: 3,
  stepFor: async (preparing, complaint, uid) => {
    const command = await commandFor(preparing, complaint, uid, await readStaff(preparing.reader, uid));
    if (!command) return null;
    const { type, ...payload } = command;
    return { command, ownEntry: ({ seq }) => ({ id: `${type}-${seq}`, type, payload: { ...payload, fromUid: uid } }) };
  },
  dueAtMs: ({ handlerUid, nextDueAtMs }, uid) => (handlerUid === uid ? nextDueAtMs : null),
};

async function commandFor(preparing: Preparing, complaint: Complaint, uid: Uid, staff: Staff | null): Promise<Command | null> {
  if (complaint.handlerUid === uid && complaint.state !== 'answered' && (await isToLetGo(preparing, complaint, staff))) return { type: 'releaseHandler', uid };
  if (complaint.handOver?.toUid === uid && !mayTakeOver(preparing, complaint.handOver.toUnitId, staff)) return { type: 'dropHandOver' };
  if (complaint.ownerUid === uid) return ownershipCommand(preparing, complaint, staff);
  return null;
}

async function isToLetGo({ host, reader }: Preparing, complaint: Complaint, handler: Staff | null): Promise<boolean> {
  const keeping = keepingOf(complaint, handler, host.nowMs(), await host.reference.pack(complaint.pack, complaint.packVersion));
  if (keeping !== 'ifNobodyIsThere' || !handler) return keeping === 'releases';
  const unit = (await host.reference.units()).get(complaint.handlingUnitId ?? '');
  const wanted = { category: complaint.category, tier: complaint.tier, excludedUids: [handler.uid] };
  return unit !== undefined && (await findInUnit(host, reader, { unit, route: 'returned' }, unit, wanted)) !== null;
}

/** An offer to somebody off shift waits for them until its clock comes. */
function mayTakeOver({ host }: Preparing, toUnitId: UnitId, receiver: Staff | null): boolean {
  return receiver?.unitId === toUnitId && standingAt(receiver, host.nowMs()) !== 'gone';
}

/** To the nearest head above who is with the operator, on duty or not: ownership is for days, not for a shift. With them it stays. */
async function ownershipCommand({ host, reader }: Preparing, complaint: Complaint, owner: Staff | null): Promise<Command | null> {
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
