import { type FigureChange, type FigureEffects, type JobChange, type JobEffects, changeFromStored, type RecordedChange } from '@shouwen/domain/change/change';
import { calendarAfter, packAfter, personAfter } from '@shouwen/domain/change/verdict';
import type { Uid, UnitId } from '@shouwen/domain/kernel/brand';
import type { Role, Staff } from '@shouwen/domain/organisation/staff';
import { nextVersion } from '@shouwen/domain/policy/version';
import { previewRelease } from '../complaint/preview-release.ts';
import type { Host } from '../host.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { effectsOfPolicy, yearOf } from '../policy/policy-effects.ts';
import { readBasis, readCalendarYear } from '../policy/policy-in-force.ts';

/** What a change would do to the work in hand if it came into force now (ADM-3); `isOvertaken` where it could not any more. */
export interface ForeseenChange {
  isOvertaken: boolean;
  effects: JobEffects | FigureEffects | null;
}

/** Looks at everything as it is now, and changes nothing. Of what touches nothing that is open there is nothing to foresee. */
export async function foreseeChange(host: Host, change: RecordedChange): Promise<ForeseenChange> {
  if (change.kind === 'job') return foreseeJobChange(host, change);
  if (change.kind === 'policy') return foreseeFigures(host, change);
  if (change.kind !== 'calendar') return { isOvertaken: false, effects: null };
  return { isOvertaken: calendarAfter(change, await readCalendarYear(host.store, change.after.year)) === null, effects: null };
}

/** The same of a change that is stored; null where there is none that can be read. */
export async function foreseeStored(host: Host, id: string): Promise<ForeseenChange | null> {
  const stored = await host.store.get(`changes/${id}`);
  return stored && foreseeChange(host, changeFromStored(id, stored.data));
}

async function foreseeJobChange(host: Host, change: JobChange): Promise<ForeseenChange> {
  const [staff, units] = await Promise.all([readStaff(host.store, change.targetUid), host.reference.units()]);
  const assumed = personAfter(change, staff, units.get(change.after.unitId));
  return { isOvertaken: !assumed, effects: assumed && (await previewRelease(host, assumed)) };
}

/** What another job would do; null where there is no such person or unit. */
export async function foreseeJob(
  host: Host,
  uid: Uid,
  after: { active?: boolean | undefined; role?: Role | undefined; unitId?: UnitId | undefined },
): Promise<JobEffects | null> {
  const [staff, units] = await Promise.all([readStaff(host.store, uid), host.reference.units()]);
  const unit = units.get(after.unitId ?? staff?.unitId ?? '');
  if (!staff || !unit) return null;
  const assumed: Staff = { ...staff, active: after.active ?? staff.active, role: after.role ?? staff.role, unitId: unit.id, audience: unit.audience };
  return previewRelease(host, assumed);
}

async function foreseeFigures(host: Host, change: FigureChange): Promise<ForeseenChange> {
  const basis = await readBasis(host.store, change.pack, change.basedOn);
  const isOvertaken = packAfter(change, basis, nextVersion(change.basedOn, yearOf(host))) === null;
  if (isOvertaken || !change.applyToOpen) return { isOvertaken, effects: null };
  const wanted = { basedOn: change.basedOn, changes: change.differences.map(({ key, after }) => ({ key, value: after })) };
  const answer = await effectsOfPolicy(host, { pack: change.pack }, wanted);
  return { isOvertaken, effects: answer.ok ? answer.preview.open : null };
}
