import { useEffect, useState } from 'react';
import { type Entry, entrySchema } from '@shouwen/domain/journal/entry';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { loadFirestore } from '../platform/firestore/firebase-firestore.ts';
import { followSnapshot } from '../platform/firestore/follow-snapshot.ts';

const entriesShown = 100;

export type SubjectEntry = Entry & { id: string };

/** `absent`: none, or none for this person. `unreachable`: this phone has no copy and no connection. */
type Nothing = { status: 'loading' | 'absent' | 'unreachable' };
type Watched<Subject> = Nothing | { status: 'here'; subject: Subject; isFromCache: boolean };
export type LiveSubject<Subject> = Nothing | { status: 'here'; subject: Subject; journal: readonly SubjectEntry[]; isFromCache: boolean };

const noEntries: readonly SubjectEntry[] = [];

/** Follows one document with a journal below it; null follows nothing. `read` makes the subject of what is stored and must stay the same function. */
export function useLiveSubject<Subject>(
  collection: 'refunds' | 'closures',
  id: string | null,
  read: (id: string, stored: Record<string, unknown>) => Subject,
): LiveSubject<Subject> {
  const [watched, setWatched] = useState<Watched<Subject>>({ status: 'loading' });
  const [journal, setJournal] = useState(noEntries);
  const isHere = watched.status === 'here';

  useEffect(() => {
    setWatched({ status: 'loading' });
    return id === null
      ? undefined
      : followSnapshot(
          () => watchSubject(collection, id, read, setWatched),
          () => setWatched({ status: 'unreachable' }),
        );
  }, [collection, id, read]);

  // The rules show nobody the journal of something that is not there.
  useEffect(() => {
    setJournal(noEntries);
    return id === null || !isHere
      ? undefined
      : followSnapshot(
          () => watchJournal(collection, id, setJournal),
          () => undefined,
        );
  }, [collection, id, isHere]);

  return watched.status === 'here' ? { ...watched, journal } : watched;
}

async function watchSubject<Subject>(
  collection: string,
  id: string,
  read: (id: string, stored: Record<string, unknown>) => Subject,
  tell: (watched: Watched<Subject>) => void,
): Promise<() => void> {
  const { db, api } = await loadFirestore();
  return api.onSnapshot(
    api.doc(db, collection, id),
    { includeMetadataChanges: true },
    (snapshot) => {
      const isFromCache = snapshot.metadata.fromCache;
      if (snapshot.exists()) tell({ status: 'here', subject: read(id, snapshot.data()), isFromCache });
      else tell({ status: isFromCache ? 'unreachable' : 'absent' });
    },
    () => tell({ status: 'absent' }),
  );
}

async function watchJournal(collection: string, id: string, tell: (journal: readonly SubjectEntry[]) => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  const newest = api.query(api.collection(db, collection, id, 'journal'), api.orderBy('receivedAt', 'desc'), api.limit(entriesShown));
  return api.onSnapshot(
    newest,
    (snapshot) => tell(snapshot.docs.flatMap((document) => readSubjectEntry(document.id, document.data())).reverse()),
    () => tell(noEntries),
  );
}

/** What does not look like an entry is left out rather than breaking the page that shows all the others. */
export function readSubjectEntry(id: string, stored: Record<string, unknown> | undefined): SubjectEntry[] {
  const parsed = entrySchema.safeParse(fromStored(stored ?? {}));
  return parsed.success ? [{ ...parsed.data, id }] : [];
}
