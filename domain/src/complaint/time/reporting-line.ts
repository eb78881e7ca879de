import type { Uid, UnitId } from '../../kernel/brand.ts';
import type { Staff } from '../../organisation/staff.ts';
import type { Unit } from '../../organisation/unit.ts';
import type { Post, PostId } from '../../policy/clock-rules.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Complaint } from '../complaint.ts';

/** Who there is above a complaint: everybody who can fill a post of the line, present or not, and the units with their ways up. */
export interface Directory {
  leaders: readonly Pick<Staff, 'uid' | 'name' | 'role' | 'unitId' | 'audience' | 'active' | 'onDuty'>[];
  units: ReadonlyMap<string, Pick<Unit, 'id' | 'kind' | 'path' | 'headUid'>>;
  /** Of those who have the complaint, whoever is known not to be there; absent where nobody has looked. */
  absentUids?: ReadonlySet<Uid>;
}

/** Why a post of the line was passed over on the way up. */
export interface PassedOver {
  post: PostId;
  reason: 'vacant' | 'onLeave' | 'isHandler';
}

/** Who is told, at which post; nobody only where nobody on the line is there. */
export interface StepRecipient {
  uid: Uid | null;
  post: PostId | null;
  passedOver: PassedOver[];
}

type Placed = Pick<Complaint, 'handlerUid' | 'poolHeadUid' | 'handlingUnitId' | 'receivingUnitId'>;

/**
 * The first on the reporting line, from a post upwards, who is there: vacant posts, people on leave and whoever has the complaint already are passed over (SLA-6).
 * Where the only one there has it already, or nobody is there and whoever has it is off shift (ADM-4), they are told all the same: a clock does not run out in
 * silence because it lies at the top, or because it is late.
 */
export function recipientAbove(complaint: Placed, from: PostId, directory: Directory, pack: Pack): StepRecipient {
  const { line } = pack.escalation;
  const passedOver: PassedOver[] = [];
  for (const post of line.slice(line.findIndex(({ id }) => id === from))) {
    const found = personAt(post, complaint, directory);
    if ('uid' in found) return { uid: found.uid, post: post.id, passedOver };
    passedOver.push({ post: post.id, reason: found.reason });
  }
  const own = passedOver.findLast(({ post, reason }) => reason === 'isHandler' || (post === 'handler' && reason === 'onLeave'));
  return own ? { uid: complaint.handlerUid ?? complaint.poolHeadUid, post: own.post, passedOver } : { uid: null, post: null, passedOver };
}

/** Whoever stands at least one level above the one who has it, and could take it over (ATT-4); null where there is nobody. */
export function superiorOf(complaint: Placed, directory: Directory, pack: Pack): Directory['leaders'][number] | null {
  const { line } = pack.escalation;
  const holder = complaint.handlerUid ?? complaint.poolHeadUid;
  const own = line.findLastIndex((post) => directory.leaders.some((leader) => leader.uid === holder && fills(leader, post, directory)));
  const from =
    line[
      Math.max(
        own + 1,
        line.findIndex(({ id }) => id === 'unitHead'),
      )
    ];
  const uid = from ? recipientAbove(complaint, from.id, directory, pack).uid : null;
  return directory.leaders.find((leader) => leader.uid === uid) ?? null;
}

function personAt(post: Post, complaint: Placed, directory: Directory): { uid: Uid } | { reason: PassedOver['reason'] } {
  const holder = complaint.handlerUid ?? complaint.poolHeadUid;
  if (post.id === 'handler') return holder === null ? { reason: 'vacant' } : directory.absentUids?.has(holder) ? { reason: 'onLeave' } : { uid: holder };
  const holders = scopeOf(post, complaint, directory).flatMap((unitId) => leadersOf(post, unitId, directory));
  const present = holders.filter(({ onDuty }) => onDuty);
  const other = present.find(({ uid }) => uid !== holder);
  if (other) return { uid: other.uid };
  if (present.length > 0) return { reason: 'isHandler' };
  return { reason: holders.length > 0 ? 'onLeave' : 'vacant' };
}

/** Everybody who could be told of the complaint as it stands, present or not: whose presence has to be known to say who will be. */
export function couldBeTold(complaint: Placed, directory: Directory, pack: Pack): Uid[] {
  return [...new Set(pack.escalation.line.flatMap((post) => scopeOf(post, complaint, directory).flatMap((unitId) => leadersOf(post, unitId, directory))))].map(
    ({ uid }) => uid,
  );
}

/** Units in which the post is looked for, nearest first. */
function scopeOf({ scope }: Post, complaint: Placed, { units }: Directory): readonly string[] {
  if (scope === 'company') return companyOf(complaint, units);
  const unitId = scope === 'receivingUnit' ? complaint.receivingUnitId : (complaint.handlingUnitId ?? complaint.receivingUnitId);
  return units.get(unitId)?.path ?? [];
}

/** All units of the company that received it: those whose way up ends where its own does. */
function companyOf({ receivingUnitId }: Placed, units: Directory['units']): string[] {
  const company = units.get(receivingUnitId)?.path.at(-1);
  return [...units.values()].filter(({ path }) => path.at(-1) === company).map(({ id }) => id);
}

function leadersOf(post: Post, unitId: UnitId, directory: Directory): Directory['leaders'] {
  return directory.leaders
    .filter((leader) => leader.unitId === unitId && leader.active && fills(leader, post, directory))
    .toSorted((one, other) => one.uid.localeCompare(other.uid));
}

function fills({ role, unitId }: Directory['leaders'][number], { roles, unitKinds }: Post, { units }: Directory): boolean {
  const kind = units.get(unitId)?.kind;
  return kind !== undefined && roles.includes(role) && (unitKinds === null || unitKinds.includes(kind));
}
