import type { CalendarYear } from '../calendar/working-days.ts';
import type { EpochMs, Uid } from '../kernel/brand.ts';
import { refused, type Refusal } from '../kernel/decision.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Unit } from '../organisation/unit.ts';
import { changePolicy } from '../policy/change-policy.ts';
import type { Pack } from '../policy/pack.ts';
import type { CalendarChange, FigureChange, JobChange, RecordedChange } from './change.ts';
import { type ConfirmationFacts, refusalToConfirm } from './second-person.ts';

export const verdictKinds = ['confirm', 'refuse', 'withdraw'] as const;

export interface SpokenVerdict {
  verdict: (typeof verdictKinds)[number];
  reason: string;
  by: { uid: Uid; name: string };
  atMs: EpochMs;
}

const stateAfter = { confirm: 'applied', refuse: 'refused', withdraw: 'withdrawn' } as const;

/** Whether the same person has said the same already: said twice is once. */
export function isSaidAlready(change: RecordedChange, { verdict, by }: Pick<SpokenVerdict, 'verdict' | 'by'>): boolean {
  return change.verdict?.byUid === by.uid && change.state === stateAfter[verdict];
}

/**
 * A change as somebody's word leaves it, if it counts: whoever proposed it takes it back, a second person says yes or no (ADM-2). That what it is about has not changed
 * meanwhile is for whoever carries it out.
 */
export function changeAfterVerdict(
  change: RecordedChange,
  said: SpokenVerdict,
  facts: ConfirmationFacts,
): { ok: true; change: RecordedChange } | { ok: false; refusal: Refusal } {
  const refusal = said.verdict === 'withdraw' ? refusalToWithdraw(change, said) : refusalToConfirm(change, facts);
  if (refusal) return { ok: false, refusal };
  const verdict = { byUid: said.by.uid, byName: said.by.name, atMs: said.atMs, reason: said.reason };
  return { ok: true, change: { ...change, state: stateAfter[said.verdict], verdict } };
}

function refusalToWithdraw(change: RecordedChange, { by }: SpokenVerdict): Refusal | null {
  if (by.uid !== change.byUid) return refused('changeNotYours').refusal;
  return change.state === 'awaitingConfirmation' ? null : refused('changeDecided', change.verdict?.byName).refusal;
}

/** What was confirmed and cannot be carried out any more comes to nothing, with whoever found that out. */
export function voided(change: RecordedChange): RecordedChange {
  return { ...change, state: 'refused', verdict: change.verdict && { ...change.verdict, reason: 'changedMeanwhile' } };
}

/** The person with the job that was confirmed; null where they are not what they were when it was proposed. */
export function personAfter({ before, after }: JobChange, staff: Staff | null, unit: Pick<Unit, 'id' | 'audience'> | undefined): Staff | null {
  if (!staff || !unit || !before || unit.id !== after.unitId) return null;
  const isSame = staff.active === before.active && staff.role === before.role && staff.unitId === before.unitId;
  return isSame ? { ...staff, ...after, audience: unit.audience, releaseDue: true } : null;
}

/** The pack with the figures that were confirmed; null where another version is in force, or where they do not go together any more. */
export function packAfter({ basedOn, differences }: FigureChange, inForce: Pack | null, version: string): Pack | null {
  if (inForce?.version !== basedOn) return null;
  const changed = changePolicy(
    inForce,
    differences.map(({ key, after }) => ({ key, value: after })),
    version,
  );
  return changed.ok ? changed.pack : null;
}

/** The year that was confirmed; null where another has been taken in meanwhile. */
export function calendarAfter({ before, after }: CalendarChange, inForce: CalendarYear | null): CalendarYear | null {
  return JSON.stringify(before) === JSON.stringify(inForce) ? after : null;
}
