import { useEffect, useState } from 'react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { type Entry, entrySchema } from '@shouwen/domain/journal/entry';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { loadFirestore } from '../platform/firestore/firebase-firestore.ts';
import { followSnapshot } from '../platform/firestore/follow-snapshot.ts';

export type JournalEntry = Entry & { id: string };

/** Bounds what a page listens to: the journal's newest entries; one that long is for the auditors. */
export const journalShown = 100;

/**
 * A complaint as the server last told it. `absent` means that there is none or none for this person; `unreachable` that this phone has
 * no copy and no connection.
 */
export type LiveComplaint =
  { status: 'loading' | 'absent' | 'unreachable' } | { status: 'here'; complaint: Complaint; journal: JournalEntry[]; isFromCache: boolean };

type Watched = { status: 'loading' | 'absent' | 'unreachable' } | { status: 'here'; complaint: Complaint; isFromCache: boolean };

const nothingYet: Watched = { status: 'loading' };
const noEntries: JournalEntry[] = [];

/** Follows a complaint and its journal, from the phone's copy while there is no network. */
export function useLiveComplaint(id: string): LiveComplaint {
  const [watched, setWatched] = useState<Watched>(nothingYet);
  const [journal, setJournal] = useState<JournalEntry[]>(noEntries);
  const isHere = watched.status === 'here';

  useEffect(() => {
    setWatched(nothingYet);
    return followSnapshot(
      () => watchComplaint(id, setWatched),
      () => setWatched({ status: 'unreachable' }),
    );
  }, [id]);

  // The rules let nobody see the journal of a complaint that is not there: one that is still being sent has to arrive first.
  useEffect(() => {
    setJournal(noEntries);
    return isHere
      ? followSnapshot(
          () => watchJournal(id, setJournal),
          () => undefined,
        )
      : undefined;
  }, [id, isHere]);

  return watched.status === 'here' ? { ...watched, journal } : watched;
}

async function watchComplaint(id: string, tell: (watched: Watched) => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  return api.onSnapshot(
    api.doc(db, 'complaints', id),
    // Without changes of metadata it would never be known that a copy has turned out to be current.
    { includeMetadataChanges: true },
    (snapshot) => {
      const isFromCache = snapshot.metadata.fromCache;
      if (snapshot.exists()) tell({ status: 'here', complaint: complaintFromStored(id, snapshot.data()), isFromCache });
      else tell({ status: isFromCache ? 'unreachable' : 'absent' });
    },
    () => tell({ status: 'absent' }),
  );
}

async function watchJournal(id: string, tell: (journal: JournalEntry[]) => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  const newest = api.query(api.collection(db, 'complaints', id, 'journal'), api.orderBy('receivedAt', 'desc'), api.limit(journalShown));
  return api.onSnapshot(
    newest,
    (snapshot) => tell(snapshot.docs.flatMap((document) => readEntry(document.id, document.data())).reverse()),
    () => tell(noEntries),
  );
}

/** What does not look like an entry is left out rather than breaking the page that shows all the others. */
function readEntry(id: string, stored: Record<string, unknown>): JournalEntry[] {
  const parsed = entrySchema.safeParse(fromStored(stored));
  return parsed.success ? [{ ...parsed.data, id }] : [];
}
