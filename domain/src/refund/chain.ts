import type { Fen, Uid, UnitId } from '../kernel/brand.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Pack, Rung } from '../policy/pack.ts';
import { covers } from './sum/covers.ts';
import type { Approval, Refund } from './refund.ts';
import { decidesAlone } from './sum/self-approved.ts';

type PostHolder = Pick<Staff, 'uid' | 'role' | 'unitId' | 'active'>;
type Units = ReadonlyMap<string, Pick<Unit, 'id' | 'kind' | 'path'>>;

/** Who has to say yes to a request, in order; none where it lies within the requester's own limit. `noApprover` when no post up the line covers it. */
export type Chain = { ok: true; ownLimitFen: Fen | null; steps: Approval[] } | { ok: false; code: 'noApprover' };

export interface ChainQuestion {
  /** Someone who was suspended meanwhile decides nothing alone any more; those above them do (ORG-4). */
  requester: Pick<Staff, 'uid' | 'role' | 'unitId'> & Partial<Pick<Staff, 'active'>>;
  /** The request together with what REF-4 adds to it. */
  cumulatedFen: Fen;
  /** What the requester would have decided alone that day, this request included. */
  aloneFen: Fen;
  /** Whether nobody but the requester has confirmed the cause (REF-1). */
  isCauseOwn: boolean;
  pack: Pack;
  units: Units;
  /** At least everyone who holds a post on the requester's ladder. */
  staff: readonly PostHolder[];
  /** Whether somebody has been asked already: then the answer is theirs, whatever the requester may decide alone by now. */
  wasAsked?: boolean;
}

/**
 * Works the chain out (REF-2): from the requester's own rung up, each post that somebody holds, until one's limit covers the sum. A post that is
 * vacant or held only by the requester is passed over, for the next one may do more. On the phone it is shown before sending.
 */
export function workOutChain({ requester, cumulatedFen: sumFen, aloneFen, isCauseOwn, pack, units, staff, wasAsked = false }: ChainQuestion): Chain {
  const unit = units.get(requester.unitId);
  const { rungs } = ladderOf(unit?.kind, pack);
  const ownIndex = rungIndexOf(requester.role, unit?.kind, rungs);
  const ownLimitFen = requester.active === false ? 0 : rungs[ownIndex]?.limitFen;
  const word = { sumFen, aloneFen, isCauseOwn };
  if (!wasAsked && ownLimitFen !== undefined && decidesAlone(ownLimitFen, word, pack)) return { ok: true, ownLimitFen, steps: [] };
  const steps: Approval[] = [];
  for (const rung of rungs.slice(Math.max(ownIndex, 0) + 1)) {
    const step = approvalAt(rung, requester.uid, unit?.path ?? [], units, staff);
    if (!step) continue;
    steps.push(step);
    if (covers(rung.limitFen, sumFen)) return { ok: true, ownLimitFen: ownLimitFen ?? 0, steps };
  }
  return { ok: false, code: 'noApprover' };
}

/** What someone may decide alone (ORG-3); 0 for a job without a refund limit, null for one without a bound. */
export function limitFenOf(person: Pick<Staff, 'role' | 'unitId'>, pack: Pack, units: Units): number | null {
  const kind = units.get(person.unitId)?.kind;
  const { rungs } = ladderOf(kind, pack);
  const rung = rungs[rungIndexOf(person.role, kind, rungs)];
  return rung ? rung.limitFen : 0;
}

/** The posts whose holders a chain from this unit can need: what has to be looked up before it is worked out. */
export function postsAbove(unitId: UnitId, pack: Pack, units: Units): { role: string; unitId: UnitId }[] {
  const unit = units.get(unitId);
  const { rungs } = ladderOf(unit?.kind, pack);
  return rungs.slice(1).flatMap((rung) => unitsOf(rung, unit?.path ?? [], units).flatMap((id) => rung.roles.map((role) => ({ role, unitId: id }))));
}

/** The posts above the requester on their ladder: whoever can have been asked about the request. */
export function superiorPosts(requester: Pick<Staff, 'role' | 'unitId'>, pack: Pack, units: Units): Pick<Approval, 'roles' | 'unitId'>[] {
  const unit = units.get(requester.unitId);
  const { rungs } = ladderOf(unit?.kind, pack);
  const above = rungs.slice(Math.max(rungIndexOf(requester.role, unit?.kind, rungs), 0) + 1);
  return above.flatMap((rung) => unitsOf(rung, unit?.path ?? [], units).map((unitId) => ({ roles: rung.roles, unitId })));
}

/** Whether both ask the same posts with the same limits, so that what was decided on one holds for the other. */
export function asksTheSame(one: Pick<Refund, 'ownLimitFen' | 'steps'>, other: Pick<Refund, 'ownLimitFen' | 'steps'>): boolean {
  const postsOf = ({ ownLimitFen, steps }: typeof one) => JSON.stringify([ownLimitFen, steps.map(({ roles, unitId, limitFen }) => [roles, unitId, limitFen])]);
  return postsOf(one) === postsOf(other);
}

function ladderOf(unitKind: string | undefined, pack: Pack) {
  const { ladders } = pack.refunds;
  const own = ladders.find((ladder) => unitKind !== undefined && ladder.unitKinds?.includes(unitKind));
  return own ?? ladders.find((ladder) => ladder.unitKinds === null) ?? { rungs: [] };
}

/** −1 for a job that stands on no rung: its ladder begins with the first superior all the same. */
export function rungIndexOf(role: string, unitKind: string | undefined, rungs: readonly Rung[]): number {
  return rungs.findIndex((rung) => rung.roles.includes(role) && unitKind !== undefined && rung.unitKinds.includes(unitKind));
}

function approvalAt(rung: Rung, requesterUid: Uid, path: readonly string[], units: Units, staff: readonly PostHolder[]): Approval | null {
  for (const unitId of unitsOf(rung, path, units)) {
    const holders = staff.filter((person) => person.active && person.unitId === unitId && rung.roles.includes(person.role) && person.uid !== requesterUid);
    if (holders.length > 0) return { ...undecided, roles: rung.roles, unitId, limitFen: rung.limitFen, holderUids: holders.map(({ uid }) => uid).sort() };
  }
  return null;
}

const undecided = { state: 'waiting', decidedByUid: null, decidedByName: null, forUid: null, forName: null, deputyCapFen: null, decidedAtMs: null } as const;

function unitsOf(rung: Rung, path: readonly string[], units: Units): string[] {
  return path.filter((id) => rung.unitKinds.includes(units.get(id)?.kind ?? ''));
}
