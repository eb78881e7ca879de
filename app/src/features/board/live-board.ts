import '../../platform/device/schemas-without-eval.ts';
import { useEffect, useState } from 'react';
import { type Board, boardSchema } from '@shouwen/domain/board/board';
import { call, CallRefused } from '../../platform/callable/callable.ts';
import { loadFirestore } from '../../platform/firestore/firebase-firestore.ts';
import { followSnapshot } from '../../platform/firestore/follow-snapshot.ts';

/** `absent`: not counted yet. `refused`: none, or none for this person. `unreachable`: this phone has no copy and no connection. */
export type LiveBoard = { status: 'loading' | 'absent' | 'refused' | 'unreachable' } | { status: 'here'; board: Board; isFromCache: boolean };

/** Follows a unit's board as functions last counted it, from the phone's copy while there is no network. */
export function useLiveBoard(unitId: string): LiveBoard {
  const [live, setLive] = useState<LiveBoard>({ status: 'loading' });
  useEffect(() => {
    setLive({ status: 'loading' });
    return followSnapshot(
      () => watchBoard(unitId, setLive),
      () => setLive({ status: 'unreachable' }),
    );
  }, [unitId]);
  return live;
}

async function watchBoard(unitId: string, tell: (live: LiveBoard) => void): Promise<() => void> {
  const { db, api } = await loadFirestore();
  return api.onSnapshot(
    api.doc(db, 'boards', unitId),
    { includeMetadataChanges: true },
    (snapshot) => {
      const isFromCache = snapshot.metadata.fromCache;
      const parsed = boardSchema.safeParse(snapshot.data());
      if (parsed.success) tell({ status: 'here', board: parsed.data, isFromCache });
      else tell({ status: isFromCache ? 'unreachable' : 'absent' });
    },
    () => tell({ status: 'refused' }),
  );
}

/** Has the board counted anew if it has grown old; what was counted arrives with the document that is followed. */
export async function openBoard(unitId: string): Promise<'done' | 'refused' | 'failed'> {
  try {
    await call('openBoard', { unitId });
    return 'done';
  } catch (error) {
    return error instanceof CallRefused ? 'refused' : 'failed';
  }
}
