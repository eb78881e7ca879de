import type { RecordedChange, JobChange } from '@shouwen/domain/change/change';
import { confirmingRoles, targetOf } from '@shouwen/domain/change/second-person';
import type { PackId, Uid } from '@shouwen/domain/kernel/brand';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Role, Staff } from '@shouwen/domain/organisation/staff';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import type { Reader } from '../store.ts';
import type { Write } from '../transaction/write.ts';

const mostTold = 50;

/** The record of a change as it lies in `changes`. */
export function recordWrite(host: Host, { id, ...change }: RecordedChange): Write {
  return { do: 'create', path: `changes/${id}`, content: toStored(change, (atMs) => host.timestamp(atMs)) };
}

/** What becomes of the record of one that waited. */
export function verdictWrite({ id, state, verdict }: RecordedChange, more: Record<string, unknown> = {}): Write {
  return { do: 'update', path: `changes/${id}`, content: { state, verdict, ...more } };
}

/** Somebody's document after a change of their job, and the former kind of record beside it. */
export function jobWrites(host: Host, staff: Staff, unit: Pick<Unit, 'id' | 'audience'>, { after, byUid, id }: JobChange): { staff: Staff; writes: Write[] } {
  const changed: Staff = { ...staff, ...after, unitId: unit.id, audience: unit.audience, releaseDue: true };
  const record = { byUid, at: host.timestamp(host.nowMs()), ...after, changeId: id };
  return {
    staff: changed,
    writes: [
      { do: 'set', path: `staff/${staff.uid}`, content: { ...changed } },
      { do: 'create', path: `staff/${staff.uid}/changes/${id}`, content: record },
    ],
  };
}

/** Whoever may confirm it is told that it waits. */
export async function awaitingNotices(host: Host, reader: Reader, change: RecordedChange): Promise<Write[]> {
  const uids = await holdersOf(reader, change.pack, confirmingRoles(change.needs));
  return noticesTo(
    host,
    change,
    'changeAwaitsYou',
    uids.filter((uid) => uid !== change.byUid && uid !== targetOf(change)),
  );
}

/** Leaders and auditors hear of every version and every change of a job (ADM-7), and whoever proposed it that it is in force. */
export async function appliedNotices(host: Host, reader: Reader, change: RecordedChange, actorUid: Uid): Promise<Write[]> {
  const uids = [...(await holdersOf(reader, change.pack, ['auditor', 'companyLeader'])), change.byUid];
  return noticesTo(
    host,
    change,
    'changeApplied',
    [...new Set(uids)].filter((uid) => uid !== actorUid),
  );
}

/** Whoever proposed what came to nothing is told. */
export function refusedNotices(host: Host, change: RecordedChange, actorUid: Uid | null): Write[] {
  return change.byUid === actorUid ? [] : noticesTo(host, change, 'changeRefused', [change.byUid]);
}

function noticesTo(host: Host, change: RecordedChange, kind: string, uids: readonly Uid[]): Write[] {
  const number = change.kind === 'policy' ? (change.version ?? change.basedOn) : change.targetName;
  return uids.map((uid) => ({ do: 'set', path: `inbox/${uid}/items/${change.id}_${kind}`, content: inboxItem(host, { kind, number }) }));
}

async function holdersOf(reader: Reader, pack: PackId, roles: readonly Role[]): Promise<Uid[]> {
  const found = await reader.query({
    collection: 'staff',
    where: [
      ['pack', '==', pack],
      ['role', 'in', roles],
    ],
    limit: mostTold,
  });
  return found.filter(({ data }) => data['active'] === true).map(({ id }) => id);
}
