import { useMemo } from 'react';
import { type Entry, entrySchema } from '@shouwen/domain/journal/entry';
import { fromStored } from '@shouwen/domain/kernel/stored';
import type { Followed, ReadDocument } from '../platform/firestore/follow.ts';
import { useDocument, useQuery } from '../platform/firestore/use-followed.ts';

/** Bounds what a page listens to: the journal's newest entries; one that long is for the auditors. */
export const journalShown = 100;

export type JournalEntry = Entry & { id: string };

/** `absent`: none, or none for this person. `unreachable`: this phone has no copy and no connection. `unreadable`: of no version that this app knows. */
export type LiveAggregate<State> =
  | { status: 'loading' | 'absent' | 'unreachable' | 'unreadable' }
  | { status: 'here'; aggregate: State; journal: readonly JournalEntry[]; isFromCache: boolean };

const noEntries: readonly JournalEntry[] = [];

/** Follows an aggregate and its journal, from the phone's copy while there is no network; null follows nothing. */
export function useLiveAggregate<State>(collection: string, id: string | null, read: ReadDocument<State>): LiveAggregate<State> {
  const path = id === null ? null : `${collection}/${id}`;
  const followed = useDocument(path, read);
  const journal = useJournal(followed.status === 'here' ? path : null);
  return useMemo(() => liveOf(followed, journal), [followed, journal]);
}

/** The rules show nobody the journal of something that is not there: one that is still being sent has to arrive first. */
function useJournal(path: string | null): readonly JournalEntry[] {
  const newest = useQuery(
    path,
    ({ db, api }) => api.query(api.collection(db, `${path}/journal`), api.orderBy('receivedAt', 'desc'), api.limit(journalShown)),
    readEntry,
  );
  return useMemo(() => (newest.status === 'here' ? newest.values.toReversed() : noEntries), [newest]);
}

function liveOf<State>(followed: Followed<State>, journal: readonly JournalEntry[]): LiveAggregate<State> {
  if (followed.status === 'here') return { status: 'here', aggregate: followed.value, journal, isFromCache: followed.isFromCache };
  return { status: followed.status === 'refused' ? 'absent' : followed.status };
}

/** Null of what does not look like an entry: it is left out rather than breaking the page that shows all the others. */
export function readEntry(id: string, stored: Record<string, unknown>): JournalEntry | null {
  const parsed = entrySchema.safeParse(fromStored(stored));
  return parsed.success ? { ...parsed.data, id } : null;
}
