import { useEffect, useState } from 'react';
import { type Closure, closureFromStored } from '@shouwen/domain/closure/closure';
import { type Entry, entrySchema } from '@shouwen/domain/complaint/entry';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { loadFirestore } from './firebase-firestore.ts';
import { followSnapshot } from './follow-snapshot.ts';

/** The rules let nobody ask for more at once without a reason, and a phone shows no more. */
export const closuresShown = 50;
const entriesShown = 100;

export type ClosureEntry = Entry & { id: string };

/** `absent`: none, or none for this person. `unreachable`: this phone has no copy and no connection. */
type Nothing = { status: 'loading' | 'absent' | 'unreachable' };
type WatchedClosure = Nothing | { status: 'here'; closure: Closure; isFromCache: boolean };
export type LiveClosure = Nothing | { status: 'here'; closure: Closure; journal: readonly ClosureEntry[]; isFromCache: boolean };
export type LiveClosures = { status: 'loading' | 'failed' } | { status: 'here'; closures: readonly Closure[]; isFromCache: boolean };

const noEntries: readonly ClosureEntry[] = [];

/** Follows a closure and its journal; null follows nothing. */
export function useLiveClosure(id: string | null): LiveClosure {
  const [watched, setWatched] = useState<WatchedClosure>({ status: 'loading' });
  const [journal, setJournal] = useState(noEntries);
  const isHere = watched.status === 'here';

  useEffect(() => {
    setWatched({ status: 'loading' });
    return id === null
      ? undefined
      : followSnapshot(
          () => watchClosure(id, setWatched),
          () => setWatched({ status: 'unreachable' }),
        );
  }, [id]);

  // The rules show nobody the journal of a closure that is not there.
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

/** Follows the newest closures that this unit may see. */
export function useLiveClosures(unitId: string): LiveClosures {
  const [live, setLive] = useState<LiveClosures>({ status: 'loading' });
  useEffect(() => {
    setLive({ status: 'loading' });
    return followSnapshot(
      () => watchClosures(unitId, setLive),
      () => setLive({ status: 'failed' }),
    );
  }, [unitId]);
  return live;
}

async function watchClosure(id: string, tell: (watched: WatchedClosure) => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  return api.onSnapshot(
    api.doc(db, 'closures', id),
    { includeMetadataChanges: true },
    (snapshot) => {
      const isFromCache = snapshot.metadata.fromCache;
      if (snapshot.exists()) tell({ status: 'here', closure: closureFromStored(id, snapshot.data()), isFromCache });
      else tell({ status: isFromCache ? 'unreachable' : 'absent' });
    },
    () => tell({ status: 'absent' }),
  );
}

async function watchJournal(id: string, tell: (journal: readonly ClosureEntry[]) => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  const newest = api.query(api.collection(db, 'closures', id, 'journal'), api.orderBy('receivedAt', 'desc'), api.limit(entriesShown));
  return api.onSnapshot(
    newest,
    (snapshot) => tell(snapshot.docs.flatMap((document) => readEntry(document.id, document.data())).reverse()),
    () => tell(noEntries),
  );
}

/** What does not look like an entry is left out rather than breaking the page that shows all the others. */
function readEntry(id: string, stored: Record<string, unknown>): ClosureEntry[] {
  const parsed = entrySchema.safeParse(fromStored(stored));
  return parsed.success ? [{ ...parsed.data, id }] : [];
}

async function watchClosures(unitId: string, tell: (live: LiveClosures) => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  const newest = api.query(
    api.collection(db, 'closures'),
    api.where('audience', 'array-contains', unitId),
    api.orderBy('updatedAt', 'desc'),
    api.limit(closuresShown),
  );
  return api.onSnapshot(
    newest,
    { includeMetadataChanges: true },
    (snapshot) =>
      tell({
        status: 'here',
        closures: snapshot.docs.map((document) => closureFromStored(document.id, document.data())),
        isFromCache: snapshot.metadata.fromCache,
      }),
    () => tell({ status: 'failed' }),
  );
}
