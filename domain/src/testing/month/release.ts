import { isAvailable } from '../../complaint/intake/assignment.ts';
import type { Command } from '../../complaint/command.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import { headsAbove, needsSuccessor, successorWithoutHead } from '../../complaint/intake/succession.ts';
import { act } from './apply.ts';
import { cityUnits } from './city.ts';
import { directoryOf } from './people.ts';
import { canGoOn } from './placing.ts';
import type { World } from './world.ts';

/** A person can be handler, receiver of a hand-over and owner of the same complaint. */
const mostSteps = 3;

/** Takes off a person's hands what they can no longer do (ORG-4). Looks at everything as it is now, so it may run any number of times. */
export function takeWorkOff(world: World, uid: string): void {
  const staff = world.staff.get(uid);
  const isOwner = !staff?.active || (world.owned.get(uid)?.size ?? 0) > 0;
  for (const id of [...(world.held.get(uid) ?? []), ...(isOwner ? (world.owned.get(uid) ?? []) : [])]) {
    for (let step = 0; step < mostSteps && act(world, id, (complaint) => commandFor(world, complaint, uid)); step += 1);
  }
}

/** Everybody who is not there and still has something. */
export function releaseStranded(world: World): void {
  for (const { uid, onDuty, active } of world.staff.values()) {
    const hasSomething = !(onDuty && active) && ((world.held.get(uid)?.size ?? 0) > 0 || (!active && (world.owned.get(uid)?.size ?? 0) > 0));
    if (hasSomething) takeWorkOff(world, uid);
  }
}

function commandFor(world: World, complaint: Complaint, uid: string): Command | null {
  const staff = world.staff.get(uid) ?? null;
  if (complaint.handlerUid === uid && complaint.state !== 'answered' && !canGoOn(world, complaint)) return { type: 'releaseHandler', uid };
  if (complaint.handOver?.toUid === uid && !isAvailable(staff, complaint.handOver.toUnitId)) return { type: 'dropHandOver' };
  return complaint.ownerUid === uid && needsSuccessor(complaint, staff) ? ownershipCommand(world, complaint) : null;
}

function ownershipCommand(world: World, complaint: Complaint): Command | null {
  const heads = headsAbove(complaint, cityUnits).map((headUid) => world.staff.get(headUid));
  const successor = heads.find((head) => head?.active) ?? successorWithoutHead(complaint, directoryOf(world), cityUnits);
  return successor && successor.uid !== complaint.ownerUid ? { type: 'moveOwnership', toUid: successor.uid, toName: successor.name } : null;
}
