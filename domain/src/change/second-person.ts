import type { EpochMs, Uid } from '../kernel/brand.ts';
import { refused, type Refusal } from '../kernel/decision.ts';
import { dayMs } from '../calendar/day.ts';
import type { Role, Staff } from '../organisation/staff.ts';
import type { Caution } from '../policy/policy-caution.ts';
import type { ChangeNeeds, Job, RecordedChange } from './change.ts';

/** Jobs that decide about money, see everything, or say who may: nobody gives or takes them alone (ADM-2). */
const sensitiveRoles: readonly Role[] = [
  'companyLeader',
  'unitHead',
  'departmentHead',
  'centreDirector',
  'complaintSupervisor',
  'auditor',
  'refundClerk',
  'administrator',
];

/** Nobody confirms for whoever put them where they are, so soon that they might be a puppet. */
export const puppetMs = 7 * dayMs;
const freshSignInMs = 10 * 60_000;

/** Who besides the administrator has to say yes to a change of somebody's job (ADM-2). A suspension by itself is protection and never waits. */
export function cautionOfJob(before: Job, after: Job): Caution {
  const isMoved = before.role !== after.role || before.unitId !== after.unitId;
  const isBack = !before.active && after.active;
  const isSensitive = sensitiveRoles.includes(before.role) || sensitiveRoles.includes(after.role);
  return isSensitive && (isMoved || isBack) ? 'second' : 'none';
}

/** Who answers for money besides those who administer. */
export const overseerRoles: readonly Role[] = ['auditor', 'companyLeader'];

/** Jobs whose word counts, for what nobody may do alone. */
export function confirmingRoles(needs: ChangeNeeds): readonly Role[] {
  return needs === 'money' ? overseerRoles : ['administrator', ...overseerRoles];
}

/**
 * Who has to say yes where this caution asks for somebody. Of a first installation, where there has never been a leader or an auditor, two administrators have to do
 * for figures of money as well.
 */
export function needsOf(caution: Caution, isOverseen: boolean): ChangeNeeds {
  return caution === 'money' && !isOverseen ? 'moneyAtOpening' : caution;
}

export interface ConfirmationFacts {
  by: Pick<Staff, 'uid' | 'role' | 'active' | 'pack'>;
  /** Whoever proposed it, as their document says now; null when there is none. */
  proposer: Pick<Staff, 'role' | 'active' | 'pack'> | null;
  /** When a job or the activity of whoever confirms was last proposed by the proposer; null when never. */
  madeByProposerAtMs: EpochMs | null;
  /** Whether the operator has or ever had a leader or an auditor, suspended ones included: then a first installation is over for good. */
  isOverseen: boolean;
  signedInAtMs: EpochMs;
  nowMs: EpochMs;
}

/** Why this person may not say yes to it; null when they may. */
export function refusalToConfirm(
  change: RecordedChange,
  { by, proposer, madeByProposerAtMs, isOverseen, signedInAtMs, nowMs }: ConfirmationFacts,
): Refusal | null {
  const needs = change.needs === 'moneyAtOpening' ? needsOf('money', isOverseen) : change.needs;
  if (!by.active || by.pack !== change.pack || !confirmingRoles(needs).includes(by.role)) return refused('changeNotYours').refusal;
  if (by.uid === change.byUid) return refused('changeIsOwn').refusal;
  if (by.uid === targetOf(change)) return refused('changeIsAboutYou').refusal;
  if (madeByProposerAtMs !== null && nowMs - madeByProposerAtMs < puppetMs) return refused('changeByYourMaker').refusal;
  if (change.state !== 'awaitingConfirmation') return refused('changeDecided', change.verdict?.byName).refusal;
  if ((change.expiresAtMs ?? 0) <= nowMs) return refused('changeExpired').refusal;
  if (!proposer?.active || proposer.role !== 'administrator' || proposer.pack !== change.pack) return refused('changeProposerGone').refusal;
  return nowMs - signedInAtMs < freshSignInMs ? null : refused('signInAgain').refusal;
}

/** Whom a change is about; null where it is about nobody. */
export function targetOf(change: RecordedChange): Uid | null {
  return change.kind === 'policy' || change.kind === 'calendar' ? null : change.targetUid;
}
