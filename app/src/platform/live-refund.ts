import { useEffect, useState } from 'react';
import { type Entry, entrySchema } from '@shouwen/domain/complaint/entry';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { loadFirestore } from './firebase-firestore.ts';
import { followSnapshot } from './follow-snapshot.ts';

const entriesShown = 100;

export type RefundEntry = Entry & { id: string };

/** `absent`: none, or none for this person. `unreachable`: this phone has no copy and no connection. */
type Nothing = { status: 'loading' | 'absent' | 'unreachable' };
type WatchedRefund = Nothing | { status: 'here'; refund: Refund; isFromCache: boolean };
export type LiveRefund = Nothing | { status: 'here'; refund: Refund; journal: readonly RefundEntry[]; isFromCache: boolean };

const noEntries: readonly RefundEntry[] = [];

/** Follows a refund and its journal; null follows nothing. */
export function useLiveRefund(id: string | null): LiveRefund {
  const [watched, setWatched] = useState<WatchedRefund>({ status: 'loading' });
  const [journal, setJournal] = useState(noEntries);
  const isHere = watched.status === 'here';

  useEffect(() => {
    setWatched({ status: 'loading' });
    return id === null
      ? undefined
      : followSnapshot(
          () => watchRefund(id, setWatched),
          () => setWatched({ status: 'unreachable' }),
        );
  }, [id]);

  // The rules show nobody the journal of a refund that is not there.
  useEffect(() => {
    setJournal(noEntries);
    return id === null || !isHere
      ? undefined
      : followSnapshot(
          () => watchJournal(id, setJournal),
          () => undefined,
        );
  }, [id, isHere]);

  return watched.status === 'here' ? { ...watched, journal } : watched;
}

async function watchRefund(id: string, tell: (watched: WatchedRefund) => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  return api.onSnapshot(
    api.doc(db, 'refunds', id),
    { includeMetadataChanges: true },
    (snapshot) => {
      const isFromCache = snapshot.metadata.fromCache;
      if (snapshot.exists()) tell({ status: 'here', refund: refundFromStored(id, snapshot.data()), isFromCache });
      else tell({ status: isFromCache ? 'unreachable' : 'absent' });
    },
    () => tell({ status: 'absent' }),
  );
}

async function watchJournal(id: string, tell: (journal: readonly RefundEntry[]) => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  const newest = api.query(api.collection(db, 'refunds', id, 'journal'), api.orderBy('receivedAt', 'desc'), api.limit(entriesShown));
  return api.onSnapshot(
    newest,
    (snapshot) => tell(snapshot.docs.flatMap((document) => readEntry(document.id, document.data())).reverse()),
    () => tell(noEntries),
  );
}

/** What does not look like an entry is left out rather than breaking the page that shows all the others. */
function readEntry(id: string, stored: Record<string, unknown> | undefined): RefundEntry[] {
  const parsed = entrySchema.safeParse(fromStored(stored ?? {}));
  return parsed.success ? [{ ...parsed.data, id }] : [];
}

/** Waits until the server has said what became of an entry; null when it has not within the time. */
export async function outcomeOfEntry(refundId: string, entryId: string, withinMs: number): Promise<RefundEntry | null> {
  const { db, api } = await loadFirestore();
  return new Promise((resolve) => {
    const finish = (entry: RefundEntry | null): void => {
      clearTimeout(timer);
      stop();
      resolve(entry);
    };
    const timer = setTimeout(() => finish(null), withinMs);
    const stop = api.onSnapshot(
      api.doc(db, 'refunds', refundId, 'journal', entryId),
      (snapshot) => {
        const [entry] = readEntry(entryId, snapshot.data());
        if (entry && entry.outcome !== 'pending') finish(entry);
      },
      () => finish(null),
    );
  });
}
