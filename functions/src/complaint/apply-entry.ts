import { honestMoment } from '@shouwen/domain/complaint/time/clocks';
import { type Command, staffCommandOf } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { decide } from '@shouwen/domain/complaint/decide';
import { type Entry, entrySchema } from '@shouwen/domain/journal/entry';
import { evolveAll } from '@shouwen/domain/complaint/evolve';
import type { Actor } from '@shouwen/domain/complaint/relation';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { refused } from '@shouwen/domain/kernel/decision';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host } from '../host.ts';
import { ChangedMeanwhile, type Reader, type StoredDocument, type Transaction, type Version } from '../store.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { gatherFacts } from './gather-facts.ts';
import { isReceived, receiveComplaint } from './receive-complaint.ts';
import { saveDecision } from './save-decision.ts';

/** A chain of entries longer than this is nonsense; the rest is left to the sweep. */
const longestChain = 50;

/** What must have happened before an entry can be decided. */
type Outstanding = { kind: 'complaint' } | { kind: 'entry'; entryId: string } | null;

/**
 * Applies one entry of a complaint's journal: reads complaint and actor, decides, and writes state, outcome, page and notices in one
 * transaction. What the entry builds upon — the complaint's own intake, the phone's previous entries — is done first, whatever order the
 * deliveries come in. Entries that name each other in a circle do not wait for each other. An entry with an outcome is left alone.
 *
 * @param known the entry as its creation event brought it; a precondition notices if it has got an outcome since.
 */
export async function applyEntry(host: Host, complaintId: string, entryId: string, known?: StoredDocument): Promise<void> {
  const chain = [entryId];
  for (let next = chain.at(-1); next !== undefined && chain.length <= longestChain; next = chain.at(-1)) {
    const outstanding = await tryEntry(host, complaintId, next, chain, next === entryId ? known : undefined);
    if (!outstanding) chain.pop();
    else if (outstanding.kind === 'complaint') await receiveComplaint(host, complaintId);
    else chain.push(outstanding.entryId);
  }
}

async function tryEntry(host: Host, complaintId: string, entryId: string, chain: readonly string[], known?: StoredDocument): Promise<Outstanding> {
  try {
    return await host.store.transaction(async (transaction): Promise<Outstanding> => {
      const stored = known ?? (await transaction.get(`complaints/${complaintId}/journal/${entryId}`));
      if (!stored || stored.data['outcome'] !== 'pending') return null;
      return applyPending(host, transaction, complaintId, { stored, version: known?.version, chain });
    });
  } catch (error) {
    if (!known || !(error instanceof ChangedMeanwhile)) throw error;
    return tryEntry(host, complaintId, entryId, chain);
  }
}

interface Undecided {
  stored: StoredDocument;
  version: Version;
  /** The entries that wait for this one, and itself. */
  chain: readonly string[];
}

async function applyPending(host: Host, transaction: Transaction, complaintId: string, { stored, version, chain }: Undecided): Promise<Outstanding> {
  const parsed = entrySchema.safeParse(fromStored(stored.data));
  const [storedComplaint, staff, predecessor] = await Promise.all([
    transaction.get(`complaints/${complaintId}`),
    readStaff(transaction, parsed.data?.actor.uid ?? null),
    readPredecessor(transaction, complaintId, parsed.data?.after ?? null),
  ]);
  if (!storedComplaint) return null;
  if (!isReceived(storedComplaint)) return { kind: 'complaint' };
  if (predecessor?.data['outcome'] === 'pending' && !chain.includes(predecessor.id)) return { kind: 'entry', entryId: predecessor.id };
  const complaint = complaintFromStored(complaintId, storedComplaint.data);
  await settle(host, transaction, { complaint, path: stored.path, version, entry: parsed.data ?? null, staff });
  return null;
}

function readPredecessor(reader: Reader, complaintId: string, after: string | null): Promise<StoredDocument | null> {
  return after !== null && /^[A-Za-z0-9-]{1,36}$/.test(after) ? reader.get(`complaints/${complaintId}/journal/${after}`) : Promise.resolve(null);
}

interface Pending {
  complaint: Complaint;
  path: string;
  version: Version;
  entry: Entry | null;
  staff: Staff | null;
}

async function settle(host: Host, transaction: Transaction, { complaint, path, version, entry, staff }: Pending): Promise<void> {
  const command = entry && staffCommandOf(entry);
  const actor = staff && { kind: 'staff' as const, uid: staff.uid, name: staff.name, unitId: staff.unitId };
  if (!entry || !command || !staff) {
    const { refusal } = refused(command ? 'notActive' : 'invalidEntry');
    transaction.update(path, { outcome: 'refused', reason: refusal }, version);
    return;
  }
  const pack = await host.reference.pack(complaint.pack, complaint.packVersion);
  const atMs = honestMoment(entry, pack).atMs;
  const decision = await decideAndSave(host, transaction, complaint, command, { kind: 'staff', staff }, pack, atMs);
  transaction.update(path, decision.ok ? { outcome: 'applied', seq: decision.seq, actor } : { outcome: 'refused', reason: decision.refusal, actor }, version);
}

/** Decides a command and saves what follows from it; shared by staff's entries, customers' replies and the product's own steps. */
export async function decideAndSave(host: Host, transaction: Transaction, complaint: Complaint, command: Command, actor: Actor, pack: Pack, atMs: number) {
  const [facts, units, calendar] = await Promise.all([gatherFacts(host, transaction, complaint, command), host.reference.units(), host.reference.calendar()]);
  const decision = decide(complaint, command, { actor, atMs, pack, calendar, facts });
  if (!decision.ok) return decision;
  const after = evolveAll(complaint, decision.events);
  if (after !== complaint) {
    const actorUid = actor.kind === 'staff' ? actor.staff.uid : null;
    saveDecision(host, transaction, { before: complaint, after, events: decision.events, actorUid, pack, units });
  }
  return { ok: true as const, seq: after.seq, changed: after !== complaint };
}
