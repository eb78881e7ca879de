import { useEffect, useState } from 'react';
import { type Closure, closureFromStored } from '@shouwen/domain/closure/closure';
import { loadFirestore } from '../platform/firestore/firebase-firestore.ts';
import { followSnapshot } from '../platform/firestore/follow-snapshot.ts';
import { type LiveSubject, useLiveSubject } from './live-subject.ts';

/** The rules let nobody ask for more at once without a reason, and a phone shows no more. */
export const closuresShown = 50;

export type LiveClosure = LiveSubject<Closure>;
export type LiveClosures = { status: 'loading' | 'failed' } | { status: 'here'; closures: readonly Closure[]; isFromCache: boolean };

/** Follows a closure and its journal; null follows nothing. */
export function useLiveClosure(id: string | null): LiveClosure {
  return useLiveSubject('closures', id, closureFromStored);
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
