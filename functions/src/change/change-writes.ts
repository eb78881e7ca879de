import type { RecordedChange } from '@shouwen/domain/change/change';
import { confirmingRoles, targetOf } from '@shouwen/domain/change/second-person';
import type { PackId, Uid } from '@shouwen/domain/kernel/brand';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Role } from '@shouwen/domain/organisation/staff';
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
  const number = subjectOf(change);
  return uids.map((uid) => ({ do: 'set', path: `inbox/${uid}/items/${change.id}_${kind}`, content: inboxItem(host, { kind, number }) }));
}

function subjectOf(change: RecordedChange): string {
  if (change.kind === 'policy') return change.version ?? change.basedOn;
  return change.kind === 'calendar' ? String(change.after.year) : change.targetName;
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
