import type { ChangeState, Job, JobChange } from '@shouwen/domain/change/change';
import { cautionOfJob } from '@shouwen/domain/change/second-person';
import { hourMs } from '@shouwen/domain/calendar/day';
import { refused, type Refusal } from '@shouwen/domain/kernel/decision';
import type { Uid } from '@shouwen/domain/kernel/brand';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import { readStaff } from '../organisation/read-staff.ts';
import type { Reader } from '../store.ts';
import { save } from '../transaction/write.ts';
import { appliedNotices, awaitingNotices, jobWrites, recordWrite } from './change-writes.ts';

export interface JobToChange {
  /** Made by whoever asks: asked twice is once. */
  id: string;
  uid: Uid;
  /** What is not named stays as it is. */
  active?: boolean | undefined;
  role?: Job['role'] | undefined;
  unitId?: Job['unitId'] | undefined;
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
export function proposeJob(host: Host, readCaller: (reader: Reader, uid: Uid) => Promise<Staff>, wanted: JobToChange): Promise<ProposedJob> {
  const nowMs = host.nowMs();
  return host.store.transaction(async (transaction): Promise<ProposedJob> => {
    const caller = await readCaller(transaction, wanted.uid);
    const [staff, units, known] = await Promise.all([readStaff(transaction, wanted.uid), host.reference.units(), transaction.get(`changes/${wanted.id}`)]);
    const unit = units.get(wanted.unitId ?? staff?.unitId ?? '');
    if (!staff || !unit || staff.pack !== caller.pack || unit.pack !== caller.pack) return { ok: false, refusal: 'unknownStaff' };
    if (known) return { ok: true, state: known.data['state'] as ChangeState, staff: null };
    const before: Job = { active: staff.active, role: staff.role, unitId: staff.unitId };
    const after: Job = { active: wanted.active ?? before.active, role: wanted.role ?? before.role, unitId: unit.id };
    const needs = cautionOfJob(before, after);
    // Protection is not delayed by what is asked for along with it: a suspension is asked for by itself.
    if (needs !== 'none' && before.active && !after.active) return refused('suspendAlone');
    const isWaiting = needs !== 'none';
    const pack = isWaiting ? await host.reference.packInForce(caller.pack, transaction) : null;
    const change: JobChange = {
      id: wanted.id,
      schemaVersion: 1,
      kind: 'job',
      pack: caller.pack,
      reason: wanted.reason,
      byUid: caller.uid,
      byName: caller.name,
      proposedAtMs: nowMs,
      needs,
      state: isWaiting ? 'awaitingConfirmation' : 'applied',
      verdict: null,
      expiresAtMs: pack && nowMs + pack.confirmations.expireHours * hourMs,
      targetUid: staff.uid,
      targetName: staff.name,
      before,
      after,
    };
    const changed = isWaiting ? null : jobWrites(host, staff, unit, change);
    const notices = await (isWaiting ? awaitingNotices(host, transaction, change) : appliedNotices(host, transaction, change, caller.uid));
    save(transaction, [recordWrite(host, change), ...(changed?.writes ?? []), ...notices]);
    return { ok: true, state: change.state, staff: changed?.staff ?? null };
  });
}
