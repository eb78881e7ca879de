import type { ChangeState, JobChange } from '@shouwen/domain/change/change';
import { proposeJobChange } from '@shouwen/domain/change/propose';
import { personAfter } from '@shouwen/domain/change/verdict';
import type { Refusal } from '@shouwen/domain/kernel/decision';
import type { Uid, UnitId } from '@shouwen/domain/kernel/brand';
import type { Role, Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import { readStaff } from '../organisation/read-staff.ts';
import type { Reader } from '../store.ts';
import { save } from '../transaction/write.ts';
import { appliedNotices, awaitingNotices, recordWrite } from './change-writes.ts';
import { foreseeJob } from './foresee-change.ts';

export interface JobToChange {
  /** Made by whoever asks: asked twice is once. */
  id: string;
  uid: Uid;
  /** What is not named stays as it is. */
  active?: boolean | undefined;
  role?: Role | undefined;
  unitId?: UnitId | undefined;
  reason: string;
}

/** `staff` is the person as changed; null while it waits for a second person. */
export type ProposedJob = { ok: true; state: ChangeState; staff: Staff | null } | { ok: false; refusal: Refusal | 'unknownStaff' };

/**
 * Suspends, reinstates, moves or gives a new job to a member of staff, on record (ADM-1). Jobs that decide about money, see everything or say who may wait for a
 * second person; a suspension never does (ADM-2).
 *
 * @param readCaller the administrator as their staff document says inside the transaction; throws when they may not change this person.
 */
export async function proposeJob(host: Host, readCaller: (reader: Reader, uid: Uid) => Promise<Staff>, wanted: JobToChange): Promise<ProposedJob> {
  const effects = await foreseeJob(host, wanted.uid, wanted);
  return host.store.transaction(async (transaction): Promise<ProposedJob> => {
    const caller = await readCaller(transaction, wanted.uid);
    const [staff, units, known] = await Promise.all([readStaff(transaction, wanted.uid), host.reference.units(), transaction.get(`changes/${wanted.id}`)]);
    const unit = units.get(wanted.unitId ?? staff?.unitId ?? '');
    if (!staff || !unit || staff.pack !== caller.pack || unit.pack !== caller.pack) return { ok: false, refusal: 'unknownStaff' };
    if (known) return { ok: true, state: known.data['state'] as ChangeState, staff: null };
    const { confirmations } = await host.reference.packInForce(caller.pack, transaction);
    const asked = { id: wanted.id, by: caller, reason: wanted.reason, atMs: host.nowMs() };
    const facts = { target: staff, unit, pathBefore: units.get(staff.unitId)?.path ?? [], expireHours: confirmations.expireHours };
    const proposed = proposeJobChange(asked, wanted, facts);
    if (!proposed.ok) return proposed;
    const isApplied = proposed.change.state === 'applied';
    const change: JobChange = isApplied ? { ...proposed.change, effects } : proposed.change;
    const changed = isApplied ? personAfter(change, staff, unit) : null;
    const notices = await (isApplied ? appliedNotices(host, transaction, change, caller.uid) : awaitingNotices(host, transaction, change));
    save(transaction, [
      recordWrite(host, change),
      ...(changed ? [{ do: 'set' as const, path: `staff/${staff.uid}`, content: { ...changed } }] : []),
      ...notices,
    ]);
    return { ok: true, state: change.state, staff: changed };
  });
}
