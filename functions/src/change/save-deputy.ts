import { dayOf, endOfDayMs, startOfDayMs } from '@shouwen/domain/calendar/day';
import { refused, type Refusal } from '@shouwen/domain/kernel/decision';
import type { Uid } from '@shouwen/domain/kernel/brand';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { isSuperiorOf } from '@shouwen/domain/organisation/superior';
import { deputyRefusal } from '@shouwen/domain/refund/approver/deputy';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import type { Reader } from '../store.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { save } from '../transaction/write.ts';
import { noteWrite } from './note-change.ts';

export interface DeputyToName {
  /** Nobody any more where it is null. */
  deputyUid: Uid | null;
  /** Whose deputy: oneself, or somebody below oneself who is away. */
  forUid: Uid;
  fromDay: string;
  untilDay: string;
}

/**
 * Names who decides in somebody's name in these days (REF-6, ADM-5), on record; deputy, superior and whoever it is for are told. Days are the operator's and inclusive.
 *
 * @param readCaller the caller as their staff document says inside the transaction; throws when they may not.
 * @returns why it may not be; null when it has been done.
 */
export function saveDeputy(
  host: Host,
  readCaller: (reader: Reader) => Promise<Staff>,
  { deputyUid, forUid, fromDay, untilDay }: DeputyToName,
): Promise<Refusal | null> {
  const { store, reference, nowMs } = host;
  return store.transaction(async (transaction) => {
    const [caller, units] = await Promise.all([readCaller(transaction), reference.units()]);
    const [absent, deputy, pack] = await Promise.all([
      forUid === caller.uid ? caller : readStaff(transaction, forUid),
      readStaff(transaction, deputyUid),
      reference.packInForce(caller.pack, transaction),
    ]);
    if (!absent || (absent.uid !== caller.uid && !isSuperiorOf(caller, absent, units))) return refused('notYours').refusal;
    const days = { fromMs: startOfDayMs(fromDay), untilMs: endOfDayMs(untilDay) };
    const refusal = deputyUid === null ? null : deputyRefusal(absent, deputy, { ...days, todayMs: startOfDayMs(dayOf(nowMs())) }, { pack, units });
    if (refusal) return refusal;
    const superiorUid = await superiorOf(transaction, absent, units);
    const named = deputyUid === null ? null : { uid: deputyUid, ...days };
    transaction.update(`staff/${absent.uid}`, { deputy: named });
    const unitIds = units.get(absent.unitId)?.path ?? [];
    save(transaction, [noteWrite(host, caller, absent, unitIds, { kind: 'deputy', deputy: named && { ...named, name: deputy?.name ?? '' } })]);
    const number = `${fromDay} – ${untilDay}`;
    const tell = (uid: Uid, kind: string, about: string) =>
      transaction.set(`inbox/${uid}/items/${kind}-${absent.uid}-${fromDay}`, inboxItem(host, { kind, number: about }));
    if (deputyUid !== null) tell(deputyUid, 'namedDeputy', number);
    if (deputy && superiorUid !== null && superiorUid !== caller.uid) tell(superiorUid, 'deputyNamed', `${absent.name} → ${deputy.name} ${number}`);
    if (deputy && absent.uid !== caller.uid) tell(absent.uid, 'deputyNamedForYou', `${deputy.name} ${number}`);
    return null;
  });
}

/** The first head on the way up who is there and is somebody else. */
async function superiorOf(reader: Reader, absent: Staff, units: Awaited<ReturnType<Host['reference']['units']>>): Promise<Uid | null> {
  for (const unitId of units.get(absent.unitId)?.path ?? []) {
    const head = await readStaff(reader, units.get(unitId)?.headUid ?? null);
    if (head?.active && head.uid !== absent.uid) return head.uid;
  }
  return null;
}
