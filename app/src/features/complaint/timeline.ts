import type { Entry, ProofWay } from '@shouwen/domain/journal/entry';
import { staffCommandOf } from '@shouwen/domain/complaint/command';
import type { PendingEntry } from '@shouwen/domain/complaint/view/predict';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { JournalEntry } from '../../records/live-aggregate.ts';

/** An entry that is still in this phone's outbox. */
export interface UnsentEntry {
  id: string;
  type: string;
  payload: Record<string, unknown>;
  capturedAtMs: number;
  clockOffsetMs: number;
  /** Why the server did not take it; null while it is still to be sent. */
  notAccepted: { code: string; detail?: string } | null;
}

/** How far an entry has got, from typed to in effect. */
export type EntryProgress = 'waiting' | 'notAccepted' | 'checking' | 'applied' | 'refused';

export interface TimelineItem {
  id: string;
  type: string;
  payload: Record<string, unknown>;
  actor: Entry['actor'];
  /** What a customer spoke by; null of staff, and where nobody knows any more. */
  saidBy: ProofWay | null;
  /** When it was done, by the phone's clock corrected as far as the phone knew. */
  atMs: number;
  arrivedAtMs: number | null;
  progress: EntryProgress;
  reason: { code: string; detail?: string | undefined } | null;
}

/** What arrived this much later than it was done says so: both moments are part of the record (TIME). */
const muchLaterMs = 15 * 60_000;

/** All that has happened to a complaint, oldest first: the recording, the journal as far as it is shown, and what this phone has not sent yet. */
export function timelineOf(complaint: Complaint, journal: readonly JournalEntry[], unsent: readonly UnsentEntry[], uid: string): TimelineItem[] {
  const arrived = [...journal].sort((one, other) => one.receivedAtMs - other.receivedAtMs || (one.seq ?? 0) - (other.seq ?? 0));
  const known = new Set(arrived.map((entry) => entry.id));
  const waiting = unsent.filter((entry) => !known.has(entry.id));
  return [recordingItem(complaint), ...arrived.map(arrivedItem), ...waiting.map((entry) => waitingItem(entry, uid))];
}

/** One's own entries that have no outcome yet, in the order in which they were made: what a prediction is worked out from. */
export function pendingOf(journal: readonly JournalEntry[], unsent: readonly UnsentEntry[], uid: string): PendingEntry[] {
  const known = new Set(journal.map((entry) => entry.id));
  const sent = journal.filter((entry) => entry.outcome === 'pending' && entry.actor.uid === uid).sort((one, other) => one.receivedAtMs - other.receivedAtMs);
  const waiting = unsent.filter((entry) => entry.notAccepted === null && !known.has(entry.id));
  return [...sent.map((entry) => ({ ...entry, receivedAtMs: entry.receivedAtMs })), ...waiting.map((entry) => ({ ...entry, receivedAtMs: null }))].flatMap(
    (entry) => {
      const command = staffCommandOf(entry);
      return command === null
        ? []
        : [{ id: entry.id, command, capturedAtMs: entry.capturedAtMs, clockOffsetMs: entry.clockOffsetMs, receivedAtMs: entry.receivedAtMs }];
    },
  );
}

/** The newest of one's own entries if it came to nothing: shown on top until something newer has been done. */
export function newestFailure(items: readonly TimelineItem[], uid: string): TimelineItem | null {
  const own = items.findLast((item) => item.actor.uid === uid && item.type !== 'recorded');
  return own && (own.progress === 'refused' || own.progress === 'notAccepted') ? own : null;
}

/** The customer's reason for not agreeing, as long as nothing has been answered after it; null where there is none. */
export function objectionIn(items: readonly TimelineItem[]): { text: string; atMs: number } | null {
  const latest = items.findLast(({ type, progress }) => progress === 'applied' && (type === 'disagree' || type === 'answer' || type === 'close'));
  const text = latest?.type === 'disagree' ? latest.payload['text'] : null;
  return latest && typeof text === 'string' ? { text, atMs: latest.atMs } : null;
}

export function arrivedMuchLater(item: TimelineItem): boolean {
  return item.arrivedAtMs !== null && item.arrivedAtMs - item.atMs >= muchLaterMs;
}

function recordingItem(complaint: Complaint): TimelineItem {
  return {
    id: 'recorded',
    type: 'recorded',
    payload: {},
    actor: { kind: 'staff', uid: complaint.ownerUid, name: complaint.ownerName, unitId: complaint.recordedInUnitId },
    saidBy: null,
    atMs: complaint.capturedAtMs + complaint.clockOffsetMs,
    arrivedAtMs: complaint.receivedAtMs,
    progress: complaint.seq === 0 ? 'checking' : 'applied',
    reason: null,
  };
}

function arrivedItem(entry: JournalEntry): TimelineItem {
  return {
    id: entry.id,
    type: entry.type,
    payload: entry.payload,
    actor: entry.actor,
    saidBy: entry.saidBy ?? null,
    atMs: entry.capturedAtMs + entry.clockOffsetMs,
    arrivedAtMs: entry.receivedAtMs,
    progress: entry.outcome === 'pending' ? 'checking' : entry.outcome,
    reason: entry.reason ?? null,
  };
}

function waitingItem(entry: UnsentEntry, uid: string): TimelineItem {
  return {
    id: entry.id,
    type: entry.type,
    payload: entry.payload,
    actor: { kind: 'staff', uid, name: null, unitId: null },
    saidBy: null,
    atMs: entry.capturedAtMs + entry.clockOffsetMs,
    arrivedAtMs: null,
    progress: entry.notAccepted === null ? 'waiting' : 'notAccepted',
    reason: entry.notAccepted,
  };
}
