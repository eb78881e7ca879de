import type { Refusal } from '@shouwen/domain/kernel/decision';
import { decidePresence, type Presence, type PresenceCommand } from '@shouwen/domain/organisation/presence';
import { maySetAvailability } from '@shouwen/domain/organisation/superior';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Uid } from '@shouwen/domain/kernel/brand';
import { noteWrite } from './note-change.ts';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { save } from '../transaction/write.ts';
import { readStaff } from '../organisation/read-staff.ts';

/** The person as their document would say, or why it cannot be so. */
export type PresenceOutcome = { ok: true; staff: Staff } | { ok: false; refusal: Refusal | 'unknownStaff' | 'notAllowed' };

type ReadCaller = (reader: Reader) => Promise<Staff>;

/** Says of somebody, on record, that they are on shift, off it, or away (ADM-4); the staff trigger and the sweep then look at what they hold. */
export function setPresence(host: Host, readCaller: ReadCaller, uid: Uid, command: PresenceCommand): Promise<PresenceOutcome> {
  return host.store.transaction(async (transaction) => {
    const [caller, before] = await Promise.all([readCaller(transaction), readStaff(transaction, uid)]);
    const outcome = await decideFor(host, transaction, caller, before, command);
    if (!outcome.ok || !before || isSame(before, outcome.staff)) return outcome;
    const { onDuty, away, nextDutyAtMs, standsUntilMs } = outcome.staff;
    // Whoever comes back has nothing that would have to be taken off them, but what an earlier change left is still to be done.
    const releaseDue = before.releaseDue || command.kind !== 'onDuty';
    transaction.update(`staff/${uid}`, { onDuty, away, nextDutyAtMs, standsUntilMs, releaseDue });
    const unitIds = (await host.reference.units()).get(before.unitId)?.path ?? [];
    save(transaction, [noteWrite(host, caller, before, unitIds, { kind: 'duty', onDuty, away, nextDutyAtMs })]);
    return outcome;
  });
}

/** The same without doing it. */
export async function presenceWith(host: Host, readCaller: ReadCaller, uid: Uid, command: PresenceCommand): Promise<PresenceOutcome> {
  const [caller, before] = await Promise.all([readCaller(host.store), readStaff(host.store, uid)]);
  return decideFor(host, host.store, caller, before, command);
}

async function decideFor(host: Host, reader: Reader, caller: Staff, staff: Staff | null, command: PresenceCommand): Promise<PresenceOutcome> {
  if (!staff) return { ok: false, refusal: 'unknownStaff' };
  const [units, calendar, pack] = await Promise.all([host.reference.units(), host.reference.calendar(), host.reference.packInForce(staff.pack, reader)]);
  if (!maySetAvailability(caller, staff, units)) return { ok: false, refusal: 'notAllowed' };
  const decided = decidePresence(staff, command, { atMs: host.nowMs(), pack, calendar });
  return decided.ok ? { ok: true, staff: { ...staff, ...decided.presence } } : decided;
}

function isSame(before: Presence, after: Presence): boolean {
  const saysOf = ({ onDuty, away, nextDutyAtMs }: Presence) => JSON.stringify([onDuty, away, nextDutyAtMs]);
  return saysOf(before) === saysOf(after);
}
