import type { Command } from '../../complaint/command.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import { keepingOf } from '../../complaint/intake/keeping.ts';
import { settledPresence, standingAt } from '../../organisation/presence.ts';
import { calendar, telecom } from '../organisation.ts';
import { headsAbove, needsSuccessor, successorWithoutHead } from '../../complaint/intake/succession.ts';
import { act } from './apply.ts';
import { cityUnits } from './city.ts';
import { directoryOf } from './people.ts';
import { isSomebodyThere } from './placing.ts';
import { note, storedIn, type World } from './world.ts';
import { hourMs } from '../../calendar/day.ts';

/** A person can be handler, receiver of a hand-over and owner of the same complaint. */
const mostSteps = 3;

/** Takes off a person's hands what they can no longer do (ORG-4). Looks at everything as it is now, so it may run any number of times. */
export function takeWorkOff(world: World, uid: string): void {
  let count = 0;
  const dueAtMs: (number | null)[] = [];
  for (const id of new Set([...(world.held.get(uid) ?? []), ...(world.owned.get(uid) ?? [])])) {
    for (let step = 0; step < mostSteps && act(world, id, (complaint) => commandFor(world, complaint, uid)); step += 1) count += 1;
    const { handlerUid, nextDueAtMs } = storedIn(world, id).complaint;
    if (handlerUid === uid) dueAtMs.push(nextDueAtMs);
  }
  if (count === 0) putDown(world, uid, dueAtMs);
}

/** Nothing more to take off them: they are looked at again when they change, or when something falls due of what they keep. */
function putDown(world: World, uid: string, dueAtMs: readonly (number | null)[]): void {
  const staff = world.staff.get(uid);
  if (!staff) return;
  const ahead = [staff.standsUntilMs, ...dueAtMs].flatMap((atMs) => (atMs === null ? [] : [atMs > world.nowMs ? atMs : world.nowMs + hourMs]));
  const isOffShift = standingAt(staff, world.nowMs) === 'offShift';
  world.staff.set(uid, { ...staff, releaseDue: false, standsUntilMs: isOffShift && ahead.length > 0 ? Math.min(...ahead) : staff.standsUntilMs });
}

/** Those whose time has come, and those who have changed since their work was looked at. */
export function releaseStranded(world: World): void {
  for (const staff of world.staff.values()) {
    if ((staff.standsUntilMs ?? Number.POSITIVE_INFINITY) > world.nowMs) continue;
    world.staff.set(staff.uid, { ...staff, ...settledPresence(staff, { atMs: world.nowMs, pack: telecom, calendar }), releaseDue: true });
    world.directory = null;
    note(world, 'presence settled by time');
  }
  for (const { uid, releaseDue } of world.staff.values()) if (releaseDue) takeWorkOff(world, uid);
}

function commandFor(world: World, complaint: Complaint, uid: string): Command | null {
  const staff = world.staff.get(uid) ?? null;
  if (complaint.handlerUid === uid && complaint.state !== 'answered' && isToLetGo(world, complaint)) return { type: 'releaseHandler', uid };
  const { handOver } = complaint;
  if (handOver?.toUid === uid && (staff?.unitId !== handOver.toUnitId || standingAt(staff, world.nowMs) === 'gone')) return { type: 'dropHandOver' };
  return complaint.ownerUid === uid && needsSuccessor(complaint, staff) ? ownershipCommand(world, complaint) : null;
}

function isToLetGo(world: World, complaint: Complaint): boolean {
  const keeping = keepingOf(complaint, world.staff.get(complaint.handlerUid ?? '') ?? null, world.nowMs, telecom);
  note(world, `off a handler’s hands: ${keeping}`);
  return keeping === 'releases' || (keeping === 'ifNobodyIsThere' && isSomebodyThere(world, complaint));
}

function ownershipCommand(world: World, complaint: Complaint): Command | null {
  const heads = headsAbove(complaint, cityUnits).map((headUid) => world.staff.get(headUid));
  const successor = heads.find((head) => head?.active) ?? successorWithoutHead(complaint, directoryOf(world), cityUnits);
  return successor && successor.uid !== complaint.ownerUid ? { type: 'moveOwnership', toUid: successor.uid, toName: successor.name } : null;
}
