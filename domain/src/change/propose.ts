import { hourMs } from '../calendar/day.ts';
import { isLooserCalendar } from '../calendar/looser-calendar.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import type { EpochMs } from '../kernel/brand.ts';
import { refused, type Refusal } from '../kernel/decision.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Unit } from '../organisation/unit.ts';
import { changePolicy, type PolicyChange, type PolicyRefusal } from '../policy/change-policy.ts';
import type { Pack } from '../policy/pack.ts';
import { cautionOfPolicy } from '../policy/policy-caution.ts';
import { policyFields } from '../policy/policy-fields.ts';
import { type CalendarChange, type ChangeNeeds, changeVersion, type FigureChange, type Job, type JobChange } from './change.ts';
import { cautionOfJob, needsOf } from './second-person.ts';

type Asking = Pick<Staff, 'uid' | 'name' | 'role' | 'active' | 'pack'>;

interface Asked {
  /** Made by whoever asks: asked twice is once. */
  id: string;
  by: Asking;
  reason: string;
  atMs: EpochMs;
}

/** What of a job is to be another; what is not named stays as it is. */
export interface JobWanted {
  active?: boolean | undefined;
  role?: Job['role'] | undefined;
}

export interface JobFacts {
  target: Pick<Staff, 'uid' | 'name' | 'pack' | 'active' | 'role' | 'unitId'>;
  /** Where they are to be, and where they are. */
  unit: Pick<Unit, 'id' | 'path' | 'pack'>;
  pathBefore: Unit['path'];
  expireHours: number;
}

/** A change of somebody's job as an administrator asks for it: in force at once, or waiting for a second person (ADM-2). Nobody changes their own. */
export function proposeJobChange(
  asked: Asked,
  wanted: JobWanted,
  { target, unit, pathBefore, expireHours }: JobFacts,
): { ok: true; change: JobChange } | { ok: false; refusal: Refusal } {
  if (!mayPropose(asked.by) || [target.pack, unit.pack].some((pack) => pack !== asked.by.pack)) return refused('notYours');
  if (asked.by.uid === target.uid) return refused('changeIsAboutYou');
  const before: Job = { active: target.active, role: target.role, unitId: target.unitId };
  const after: Job = { active: wanted.active ?? before.active, role: wanted.role ?? before.role, unitId: unit.id };
  const needs = cautionOfJob(before, after);
  // Protection is not delayed by what is asked for along with it: a suspension is asked for by itself.
  if (needs !== 'none' && before.active && !after.active) return refused('suspendAlone');
  const about = { targetUid: target.uid, targetName: target.name, before, after, effects: null };
  return { ok: true, change: { ...common(asked, needs, expireHours), kind: 'job', unitIds: [...new Set([...pathBefore, ...unit.path])], ...about } };
}

export interface FigureFacts {
  basis: Pack;
  /** The version that it would be. */
  nextVersion: string;
  /** Whether the operator has or ever had a leader or an auditor. */
  isOverseen: boolean;
}

/** New figures as an administrator asks for them: the pack that they make, and the change, in force at once or waiting for a second person (ADM-2). */
export function proposeFigures(
  asked: Asked,
  wanted: { changes: readonly PolicyChange[]; applyToOpen: boolean },
  { basis, nextVersion, isOverseen }: FigureFacts,
): { ok: true; change: FigureChange; pack: Pack } | { ok: false; refusal: PolicyRefusal } {
  if (!mayPropose(asked.by) || basis.id !== asked.by.pack) return refused('notYours');
  const changed = changePolicy(basis, wanted.changes, nextVersion);
  if (!changed.ok) return changed;
  const needs = needsOf(cautionOfPolicy(policyFields(basis), changed.differences, wanted.applyToOpen), isOverseen);
  const about = { basedOn: basis.version, differences: changed.differences, applyToOpen: wanted.applyToOpen, effects: null };
  const version = needs === 'none' ? changed.pack.version : null;
  const change: FigureChange = { ...common(asked, needs, basis.confirmations.expireHours), kind: 'policy', unitIds: [], ...about, version };
  return { ok: true, change, pack: changed.pack };
}

/** A year of the public calendar as an administrator asks for it: what makes a working day a day off waits for a second person (ADM-2, SLA-3). */
export function proposeCalendarYear(
  asked: Asked,
  after: CalendarYear,
  { before, expireHours }: { before: CalendarYear | null; expireHours: number },
): CalendarChange {
  const needs = isLooserCalendar(before, after) ? 'second' : 'none';
  return { ...common(asked, needs, expireHours), kind: 'calendar', unitIds: [], before, after };
}

function mayPropose(by: Asking): boolean {
  return by.active && by.role === 'administrator';
}

function common({ id, by, reason, atMs }: Asked, needs: ChangeNeeds, expireHours: number) {
  const isWaiting = needs !== 'none';
  return {
    id,
    schemaVersion: changeVersion,
    pack: by.pack,
    reason,
    byUid: by.uid,
    byName: by.name,
    proposedAtMs: atMs,
    needs,
    state: isWaiting ? ('awaitingConfirmation' as const) : ('applied' as const),
    verdict: null,
    expiresAtMs: isWaiting ? atMs + expireHours * hourMs : null,
  };
}
