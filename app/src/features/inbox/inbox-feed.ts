import { useSyncExternalStore } from 'react';
import { setUnread } from '../../platform/device/badge.ts';
import { loadFirestore } from '../../platform/firestore/firebase-firestore.ts';
import type { InboxItem } from './inbox-item.ts';

const mostShown = 50;

export interface Inbox {
  status: 'loading' | 'live' | 'kept' | 'failed';
  items: readonly InboxItem[];
}

const empty: Inbox = { status: 'loading', items: [] };
let inbox = empty;
const listeners = new Set<() => void>();

export function useInbox(): Inbox {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => inbox,
  );
}

/** Follows one's notices while the app runs, for the badges too. Returns how to stop. */
export function watchInbox(uid: string): () => void {
  let stop: (() => void) | null = null;
  let stopped = false;
  set(empty);
  const start = async (): Promise<void> => {
    // How items are read knows every kind of notice, which the first screen does not wait for.
    const [{ db, api }, { readItem }] = await Promise.all([loadFirestore(), import('./inbox-item.ts')]);
    if (stopped) return;
    const latest = api.query(api.collection(db, 'inbox', uid, 'items'), api.orderBy('at', 'desc'), api.limit(mostShown));
    stop = api.onSnapshot(
      latest,
      { includeMetadataChanges: true },
      (snapshot) =>
        set({ status: snapshot.metadata.fromCache ? 'kept' : 'live', items: snapshot.docs.flatMap((document) => readItem(document.id, document.data())) }),
      () => set({ ...inbox, status: 'failed' }),
    );
  };
  start().catch(() => set({ ...inbox, status: 'failed' }));
  return () => {
    stopped = true;
    stop?.();
  };
}

/** Shown as read at once; without a network the SDK tells the server later, and a flag that got lost would only be unread again. */
export async function markRead(uid: string, itemId: string): Promise<void> {
  const { db, api } = await loadFirestore();
  await api.updateDoc(api.doc(db, 'inbox', uid, 'items', itemId), { read: true });
}

function set(next: Inbox): void {
  inbox = next;
  setUnread(next.items.filter((item) => !item.read).length);
  listeners.forEach((listener) => listener());
}
