import { numberOf } from '@shouwen/domain/kernel/number';
import { createStore, type Followable } from '../device/store.ts';
import { StorageFailure } from '../storage/local-database.ts';
import type { NotAcceptedReason, OutboxRow, OutboxState } from '../storage/local-schema.ts';
import type { EntryContent, NewContent, PhotoContent } from './contents.ts';
import { holdsUp, lastSentAtMs, onQueueChange, openRow, ownRows } from './outbox-queue.ts';
import { sendingNews } from './outbox-schedule.ts';

interface ItemCommon {
  id: string;
  /** The aggregate that it is or belongs to. */
  collection: string;
  aggregateId: string;
  /** The aggregate's number, as people say it. */
  number: string;
  state: OutboxState;
  reason: NotAcceptedReason | null;
  enqueuedAtMs: number;
  bytes: number;
  /** Waits for its aggregate, or for an earlier entry, to be sent first. */
  heldUp: boolean;
}

/** One unsent item as screens show it. `content` is null where it cannot be opened any more. */
export type OutboxItem =
  | (ItemCommon & { kind: 'aggregate'; content: NewContent | null })
  | (ItemCommon & { kind: 'entry'; content: EntryContent | null })
  | (ItemCommon & { kind: 'photo'; content: PhotoContent | null });

export interface Outbox {
  items: OutboxItem[];
  counts: Record<OutboxState, number> & { total: number };
  lastSentAtMs: number | null;
  /** Nothing can be sent until the person has signed in again. */
  signInNeeded: boolean;
  /** Whether the phone's storage answers; when it does not, `items` is what was last known. */
  storage: 'ok' | 'full' | 'broken';
  /** False until the storage was read for the first time. */
  loaded: boolean;
}

const empty: Outbox = {
  items: [],
  counts: { waiting: 0, sending: 0, notAccepted: 0, total: 0 },
  lastSentAtMs: null,
  signInNeeded: false,
  storage: 'ok',
  loaded: false,
};

/** What the queue of one person looked like when it was last read; read again at each change while anyone looks. */
class Watched {
  readonly uid: string;
  private readonly snapshot = createStore(empty, () => this.watch());
  readonly get = this.snapshot.get;
  private readonly contents = new Map<number, OutboxItem['content']>();
  private reading: Promise<void> | null = null;
  private isStale = false;

  constructor(uid: string) {
    this.uid = uid;
  }

  private watch(): () => void {
    const stops = [onQueueChange(() => this.refresh()), sendingNews.listen(() => this.refresh())];
    return () => stops.forEach((stop) => stop());
  }

  /** Whoever begins to look has it read: a storage that was silent may answer again. */
  readonly listen = (listener: (outbox: Outbox) => void): (() => void) => {
    const stop = this.snapshot.listen(listener);
    this.refresh();
    return stop;
  };

  /** Changes during a reading lead to one more reading, not to one each. */
  private refresh(): void {
    this.isStale = this.reading !== null;
    this.reading ??= this.read().finally(() => {
      this.reading = null;
      if (this.isStale) this.refresh();
    });
  }

  private async read(): Promise<void> {
    const { signInNeeded, storageFailed } = sendingNews.get();
    try {
      const [rows, sentAtMs] = await Promise.all([ownRows(this.uid), lastSentAtMs(this.uid)]);
      const items = await Promise.all(rows.map((row) => this.item(row, rows)));
      const storage = storageFailed ? 'broken' : 'ok';
      this.snapshot.set({ items, counts: countsOf(items), lastSentAtMs: sentAtMs, signInNeeded: signInNeeded && items.length > 0, storage, loaded: true });
    } catch (error) {
      this.snapshot.set({ ...this.snapshot.get(), storage: error instanceof StorageFailure ? error.kind : 'broken' });
    }
  }

  private async item(row: OutboxRow, rows: readonly OutboxRow[]): Promise<OutboxItem> {
    const { id, kind, collection, aggregateId, state, reason, enqueuedAtMs, bytes } = row;
    const content = await this.content(row);
    const heldUp = rows.some((other) => holdsUp(other, row));
    const number = numberOf(aggregateId);
    return { id, kind, collection, aggregateId, number, state, reason, enqueuedAtMs, bytes, heldUp, content } as OutboxItem;
  }

  /** What lies in one place of the queue never changes, so it is decrypted once. */
  private async content(row: OutboxRow): Promise<OutboxItem['content']> {
    const known = this.contents.get(row.order);
    if (known !== undefined) return known;
    const opened = await openRow<NonNullable<OutboxItem['content']>>(row).catch(() => null);
    this.contents.set(row.order, opened?.content ?? null);
    return opened?.content ?? null;
  }
}

function countsOf(items: readonly OutboxItem[]): Outbox['counts'] {
  const counts = { waiting: 0, sending: 0, notAccepted: 0, total: items.length };
  for (const item of items) counts[item.state] += 1;
  return counts;
}

let watched: Watched | null = null;
const nobodys = createStore(empty);

/** The queue of whoever works here, followed by all screens in one reading. */
export function outboxOf(uid: string | null): Followable<Outbox> {
  if (uid === null) return nobodys;
  if (watched?.uid !== uid) watched = new Watched(uid);
  return watched;
}
