import type { EpochMs, Uid, UnitId } from '../../kernel/brand.ts';
import { routeOf } from '../../policy/category.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Staff } from '../../organisation/staff.ts';
import type { Unit } from '../../organisation/unit.ts';
import type { Recording } from '../complaint.ts';
import type { HigherHandsReason } from './higher-hands.ts';

/** Why this unit handles it. */
export const assignmentRoutes = [
  'homeRegion',
  'network',
  'outOfBusiness',
  'unknownRegion',
  'noUnitForRegion',
  'returned',
  'levelUp',
  'dispatched',
  'corrected',
] as const;
export type AssignmentRoute = (typeof assignmentRoutes)[number];

/** Who handles a complaint from now on: a person, or the pool of a unit whose head is told. */
export interface Assignment {
  route: AssignmentRoute;
  unitId: UnitId;
  unitAudience: UnitId[];
  handlerUid: Uid | null;
  handlerName: string | null;
  /** Told when nobody in particular was found (never nobody). */
  headUid: Uid | null;
  /** Why it goes to somebody above those who had it (ATT-4). */
  because?: HigherHandsReason[];
  /** Where the network desk has it first: until when (NET-1). */
  preHandleUntilAtMs?: EpochMs;
}

export interface HandlingUnit {
  unit: Unit;
  route: AssignmentRoute;
}

/**
 * The unit that handles a complaint: the city's network unit for network categories (NET-1), otherwise the branch of the customer's
 * home region (OWN-2). Without a known region, the complaint centre takes it: it must never lie with nobody.
 *
 * @throws Error when the organisation has neither a complaint centre nor a company: such an organisation cannot be stored.
 */
export function handlingUnit(recording: Pick<Recording, 'pack' | 'category' | 'homeRegion'>, pack: Pack, units: ReadonlyMap<string, Unit>): HandlingUnit {
  const own = [...units.values()].filter((unit) => unit.pack === recording.pack);
  const desk = own.find((unit) => unit.kind === 'complaintCentre') ?? own.find((unit) => unit.parentId === null);
  if (!desk) throw new Error(`no unit of ${recording.pack} can take complaints`);
  const route = routeOf(pack, recording.category);
  if (route === 'outOfBusiness') return { unit: desk, route };
  if (route === 'network') return { unit: own.find((unit) => unit.kind === 'network') ?? desk, route };
  if (recording.homeRegion === null) return { unit: desk, route: 'unknownRegion' };
  const branch = own.find((unit) => unit.homeRegions.includes(recording.homeRegion ?? ''));
  return branch ? { unit: branch, route } : { unit: desk, route: 'noUnitForRegion' };
}

/** Units to try in turn for a handler: the handling unit, those above it, the complaint centre as superior desk, the company last. */
export function unitsToTry(unit: Unit, units: ReadonlyMap<string, Unit>): Unit[] {
  const above = unit.path.slice(1).flatMap((id) => units.get(id) ?? []);
  const desk = [...units.values()].filter((candidate) => candidate.pack === unit.pack && candidate.kind === 'complaintCentre');
  const company = above.filter((candidate) => candidate.parentId === null);
  const between = above.filter((candidate) => candidate.parentId !== null);
  return [...new Set([unit, ...between, ...desk, ...company])];
}

/** What a complaint is about and whose it is, as far as that decides who may have it. */
export interface Sought {
  category: string;
  tier: string;
  /** Those who returned it or are leaving: they do not get it back. */
  excludedUids: readonly Uid[];
}

/**
 * Designated handlers of a unit (ORG-2): those named for the category or its group, and those named for everything, in the order in which they are asked: those named
 * for the customer's tier, those for no tier in particular, and the other tiers' last, for it must not lie with nobody (GRN-1). Those at the unit's desk only look at a
 * complaint first (NET-1) and are no handlers of it.
 */
export function designatedHandlers(unit: Unit, sought: Sought): string[][] {
  const handlers = handlersFor(unit, sought, false);
  const rankOf = ({ tiers }: Unit['handlers'][number]): number => (tiers === undefined ? 1 : tiers.includes(sought.tier) ? 0 : 2);
  return [0, 1, 2].map((rank) => handlers.filter((handler) => rankOf(handler) === rank).map(({ uid }) => uid)).filter((uids) => uids.length > 0);
}

/** Those at a unit's desk, who pre-handle complaints of a category (NET-1). */
export function deskHandlers(unit: Unit, sought: Sought): string[] {
  return handlersFor(unit, sought, true).map(({ uid }) => uid);
}

function handlersFor(unit: Unit, { category, excludedUids }: Sought, isAtDesk: boolean): Unit['handlers'] {
  const group = category.slice(0, 3);
  return unit.handlers
    .filter((handler) => handler.categories.length === 0 || handler.categories.includes(category) || handler.categories.includes(group))
    .filter((handler) => (handler.desk === true) === isAtDesk)
    .filter(({ uid }) => !excludedUids.includes(uid));
}

/** Someone who may be given work now: with the operator, on duty, and in the unit that named them (ORG-4). */
export function isAvailable(staff: Staff | null, unitId: UnitId): staff is Staff {
  return staff !== null && staff.active && staff.onDuty && staff.unitId === unitId;
}

/** Of two picked at random, the one with fewer open complaints; on a tie the first, which is random already. */
export function lessLoaded<Candidate extends { openCount: number }>(one: Candidate, other: Candidate): Candidate {
  return other.openCount < one.openCount ? other : one;
}
