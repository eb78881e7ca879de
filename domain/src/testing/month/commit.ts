import type { Complaint } from '../../complaint/complaint.ts';
import type { ComplaintEvent } from '../../complaint/event.ts';
import { type MonthEntry, note, type Stored, storedIn, type World } from './world.ts';
import { failure, watchChange } from './watch-change.ts';

/** What one commit writes: the complaint as it is after some events, entries that must not be there yet, and the outcome of one that is. */
export interface Change {
  after: Complaint;
  events: readonly ComplaintEvent[];
  created: readonly MonthEntry[];
  settled?: { entry: MonthEntry; outcome: string };
  /** What is written with it, or neither is. */
  beside?: { isStale(): boolean; write(): void };
}

/** Thrown where a handler dies: nothing is written, and nobody is told. */
export class Died extends Error {}

/**
 * Reads a complaint, decides and commits. Now and then somebody else does the same in between, so that the first commit finds another version and has to read
 * again, or the handler dies before its commit.
 *
 * @param work says what to write, or null when there is nothing to do.
 */
export function transact(world: World, id: string, work: (stored: Stored) => Change | null): void {
  const { chance, hasFaults } = world;
  if (hasFaults && chance.percent(3)) raced(world, id, work);
  if (hasFaults && chance.percent(1)) throw new Died();
  while (!tryOnce(world, id, work));
}

function raced(world: World, id: string, work: (stored: Stored) => Change | null): void {
  const stored = storedIn(world, id);
  const { version } = stored;
  const change = work(stored);
  tryOnce(world, id, work);
  if (change) commit(world, id, version, change);
}

function tryOnce(world: World, id: string, work: (stored: Stored) => Change | null): boolean {
  const stored = storedIn(world, id);
  const change = work(stored);
  return change === null || commit(world, id, stored.version, change);
}

/** Writes a change unless the complaint has changed since it was read. @returns whether it was written. */
export function commit(world: World, id: string, version: number, { after, events, created, settled, beside }: Change): boolean {
  const stored = storedIn(world, id);
  if (stored.version !== version || beside?.isStale()) {
    note(world, 'conflict');
    return false;
  }
  const twice = created.find((entry) => stored.journal.has(entry.id));
  if (twice) throw failure(world, stored, `entry ${twice.id} is there already`);
  for (const entry of created) stored.journal.set(entry.id, entry);
  if (settled) conclude(world, id, settled);
  beside?.write();
  const before = stored.complaint;
  if (after === before) return true;
  if (settled) settled.entry.events = events;
  stored.complaint = after;
  stored.version += 1;
  reindex(world, before, after);
  world.tell(before, after, events);
  watchChange(world, stored, before, events, settled?.entry.captured.receivedAtMs ?? world.nowMs);
  return true;
}

function conclude(world: World, id: string, { entry, outcome }: NonNullable<Change['settled']>): void {
  entry.outcome = outcome;
  note(world, outcome === 'applied' ? entry.type : `refused ${outcome}`);
  world.pending.delete(`${id}/${entry.id}`);
}

function reindex({ due, held, owned }: World, before: Complaint, after: Complaint): void {
  if (after.nextDueAtMs !== null && after.nextDueAtMs !== before.nextDueAtMs) due.add(after.nextDueAtMs, after.id);
  move(held, after.id, holdersOf(before), holdersOf(after));
  move(owned, after.id, before.open && before.seq > 0 ? [before.ownerUid] : [], after.open ? [after.ownerUid] : []);
}

function holdersOf({ open, state, handlerUid, handOver }: Complaint): (string | null)[] {
  return open && state !== 'answered' ? [handlerUid, handOver?.toUid ?? null] : [];
}

function move(index: Map<string, Set<string>>, id: string, from: readonly (string | null)[], to: readonly (string | null)[]): void {
  for (const uid of from) if (uid !== null && !to.includes(uid)) index.get(uid)?.delete(id);
  for (const uid of to) if (uid !== null && !from.includes(uid)) (index.get(uid) ?? index.set(uid, new Set()).get(uid))?.add(id);
}
