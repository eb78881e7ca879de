import type { DocumentSnapshot, Query, QueryDocumentSnapshot } from 'firebase/firestore';
import { readableOrNull, UnreadableDocument } from '@shouwen/domain/kernel/state-document';
import { type LoadedFirestore, loadFirestore } from './firebase-firestore.ts';

/** `absent`: the server says that there is none. `refused`: none for this person. `unreachable`: this phone has no copy and no connection. `unreadable`: of no version that this app knows. */
export type Followed<Value> =
  { status: 'loading' | 'absent' | 'refused' | 'unreachable' | 'unreadable' } | { status: 'here'; value: Value; isFromCache: boolean };

export type FollowedList<Value> = { status: 'loading' | 'failed' } | { status: 'here'; values: readonly Value[]; isFromCache: boolean };

/** Makes a value of what is stored; null of what is not what it should be. May throw UnreadableDocument. */
export type ReadDocument<Value> = (id: string, stored: Record<string, unknown>) => Value | null;

/** A question to the database, put together once the SDK has been loaded. */
export type Question = (firestore: LoadedFirestore) => Query;

// Without changes of metadata it would never be known that a copy has turned out to be current.
const withMetadata = { includeMetadataChanges: true } as const;

/** Follows a document, from the phone's copy while there is no network. Returns how to stop. */
export function followDocument<Value>(path: string, read: ReadDocument<Value>, notify: (followed: Followed<Value>) => void): () => void {
  const onSnapshot = (snapshot: DocumentSnapshot): void => {
    const isFromCache = snapshot.metadata.fromCache;
    const stored = snapshot.data();
    try {
      const value = stored === undefined ? null : read(snapshot.id, stored);
      if (value !== null) notify({ status: 'here', value, isFromCache });
      else notify({ status: isFromCache ? 'unreachable' : 'absent' });
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      notify({ status: 'unreadable' });
    }
  };
  const onError = ({ code }: { code: string }): void => notify({ status: code === 'permission-denied' ? 'refused' : 'unreachable' });
  return listenWhenLoaded(
    ({ db, api }, ended) => api.onSnapshot(api.doc(db, path), withMetadata, onSnapshot, ended(onError)),
    () => notify({ status: 'unreachable' }),
  );
}

/** Follows the documents that answer a question. What `read` cannot make anything of is left out rather than breaking the list. Returns how to stop. */
export function followQuery<Value>(
  question: Question,
  read: (id: string, stored: Record<string, unknown>, document: QueryDocumentSnapshot) => Value | null,
  notify: (list: FollowedList<Value>) => void,
): () => void {
  const fail = (): void => notify({ status: 'failed' });
  return listenWhenLoaded((firestore, ended) => {
    const onSnapshot = ({ docs, metadata }: { docs: QueryDocumentSnapshot[]; metadata: { fromCache: boolean } }): void =>
      notify({
        status: 'here',
        values: docs.flatMap((document) => readableOrNull((id, stored) => read(id, stored, document), document.id, document.data()) ?? []),
        isFromCache: metadata.fromCache,
      });
    return firestore.api.onSnapshot(question(firestore), withMetadata, onSnapshot, ended(fail));
  }, fail);
}

/** Wraps what is done about an error that ended the listening, so that it can begin anew under another login. */
type Ended = (onError: (error: { code: string }) => void) => (error: { code: string }) => void;

/** How to begin anew what an error has ended and somebody still wants. */
const endedListening = new Set<() => void>();

/** Follows again what was refused while nobody's login was valid. Called when somebody has signed in. */
export function followAnew(): void {
  for (const beginAnew of endedListening) beginAnew();
}

/** Listens when Firestore has been loaded, unless whoever wanted it has gone by then. */
function listenWhenLoaded(listen: (firestore: LoadedFirestore, ended: Ended) => () => void, onFailure: () => void): () => void {
  let stop: (() => void) | null = null;
  let isOver = false;
  const begin = (): void => {
    endedListening.delete(begin);
    loadFirestore()
      .then((firestore) => {
        if (!isOver) stop = listen(firestore, ended);
      })
      .catch(() => void (isOver || onFailure()));
  };
  const ended: Ended = (onError) => (error) => {
    if (isOver) return;
    endedListening.add(begin);
    onError(error);
  };
  begin();
  return () => {
    isOver = true;
    endedListening.delete(begin);
    stop?.();
  };
}
