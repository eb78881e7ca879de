import type { AggregateCommand, AggregateState } from '@shouwen/domain/journal/aggregate';
import { type Entry, entrySchema } from '@shouwen/domain/journal/entry';
import { refused } from '@shouwen/domain/kernel/decision';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { deviceIdPattern } from '@shouwen/domain/kernel/written-id';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { ChangedMeanwhile, type Reader, type StoredDocument, type Transaction, type Version } from '../store.ts';
import { decideOn } from './decide-on.ts';
import type { ServedAggregate } from './served-aggregate.ts';
import { isTakenIn, takeIn } from './take-in.ts';
import { save } from '../transaction/write.ts';

/** A chain of entries longer than this is nonsense; the rest is left to the sweep. */
const longestChain = 50;

/** What must have happened before an entry can be decided, or what the aggregate is since. */
type Progress<State> = { kind: 'untaken' } | { kind: 'entry'; entryId: string } | { kind: 'done'; after: State | null };

/**
 * Applies one entry of a journal: reads state and actor, decides, and writes state, outcome and all that follows in one transaction. What the entry builds upon —
 * the document's own intake, the phone's previous entries — is done first, whatever order the deliveries come in. Entries that name each other in a circle do
 * not wait for each other. An entry with an outcome is left alone.
 *
 * @param known the entry as its creation event brought it; a precondition notices if it has got an outcome since.
 */
export async function applyEntry<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  id: string,
  entryId: string,
  known?: StoredDocument,
): Promise<void> {
  const chain = [entryId];
  for (let next = chain.at(-1); next !== undefined && chain.length <= longestChain; next = chain.at(-1)) {
    const progress = await tryEntry(host, aggregate, { id, entryId: next, chain }, next === entryId ? known : undefined);
    if (progress.kind === 'untaken') await takeIn(host, aggregate, id);
    else if (progress.kind === 'entry') chain.push(progress.entryId);
    else {
      chain.pop();
      if (progress.after) await aggregate.afterCommit?.(host, progress.after);
    }
  }
}

interface Wanted {
  id: string;
  entryId: string;
  /** The entries that wait for this one, and itself. */
  chain: readonly string[];
}

async function tryEntry<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  wanted: Wanted,
  known?: StoredDocument,
): Promise<Progress<State>> {
  const asked = await aggregate.askBefore?.(host, wanted.id);
  try {
    return await host.store.transaction(async (transaction): Promise<Progress<State>> => {
      const stored = known ?? (await transaction.get(`${aggregate.manifest.collection}/${wanted.id}/journal/${wanted.entryId}`));
      if (!stored || stored.data['outcome'] !== 'pending') return { kind: 'done', after: null };
      return applyPending(host, transaction, aggregate, wanted, { stored, version: known?.version, asked });
    });
  } catch (error) {
    if (!known || !(error instanceof ChangedMeanwhile)) throw error;
    return tryEntry(host, aggregate, wanted);
  }
}

async function applyPending<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  transaction: Transaction,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  { id, chain }: Wanted,
  { stored, version, asked }: { stored: StoredDocument; version: Version; asked: Partial<Facts> | undefined },
): Promise<Progress<State>> {
  const path = `${aggregate.manifest.collection}/${id}`;
  const entry = entryIn(stored);
  const [document, staff, predecessor] = await Promise.all([
    transaction.get(path),
    readStaff(transaction, entry?.actor.uid ?? null),
    readPredecessor(transaction, path, entry?.after ?? null),
  ]);
  if (!document) return { kind: 'done', after: null };
  if (!isTakenIn(document)) return { kind: 'untaken' };
  if (predecessor?.data['outcome'] === 'pending' && !chain.includes(predecessor.id)) return { kind: 'entry', entryId: predecessor.id };
  const before = predecessor && entryIn(predecessor);
  const previous = before?.actor.uid === entry?.actor.uid ? before : null;
  return conclude(host, transaction, aggregate, { state: aggregate.fromStored(id, document.data), path: stored.path, version, entry, previous, staff, asked });
}

function entryIn({ data }: StoredDocument): Entry | null {
  return entrySchema.safeParse(fromStored(data)).data ?? null;
}

function readPredecessor(reader: Reader, path: string, after: string | null): Promise<StoredDocument | null> {
  return after !== null && deviceIdPattern.test(after) ? reader.get(`${path}/journal/${after}`) : Promise.resolve(null);
}

interface Pending<State, Facts> {
  state: State;
  path: string;
  version: Version;
  entry: Entry | null;
  previous: Entry | null;
  staff: Staff | null;
  /** What the world outside has said, where it was asked. */
  asked: Partial<Facts> | undefined;
}

async function conclude<State extends AggregateState, Command extends AggregateCommand, Event, Facts>(
  host: Host,
  transaction: Transaction,
  aggregate: ServedAggregate<State, Command, Event, Facts>,
  { state, path, version, entry, previous, staff, asked }: Pending<State, Facts>,
): Promise<Progress<State>> {
  const command = entry && aggregate.commandOf(entry);
  if (!entry || !command || !staff) {
    const { refusal } = refused(command ? 'notActive' : 'invalidEntry');
    transaction.update(path, { outcome: 'refused', reason: refusal }, version);
    return { kind: 'done', after: null };
  }
  const decided = await decideOn(
    { host, reader: transaction },
    aggregate,
    { state, command, actor: { kind: 'staff', staff }, ...(asked && { known: asked }) },
    { entry, previous },
  );
  save(transaction, decided.writes);
  const actor = { kind: 'staff' as const, uid: staff.uid, name: staff.name, unitId: staff.unitId };
  const outcome = decided.ok ? { outcome: 'applied', seq: decided.after.seq, actor } : { outcome: 'refused', reason: decided.refusal, actor };
  transaction.update(path, outcome, version);
  return { kind: 'done', after: decided.ok ? decided.after : null };
}
