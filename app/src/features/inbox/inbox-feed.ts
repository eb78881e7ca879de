import { setUnread } from '../../platform/device/badge.ts';
import { createStore } from '../../platform/device/store.ts';
import { useStore } from '../../platform/device/use-store.ts';
import { loadFirestore } from '../../platform/firestore/firebase-firestore.ts';
import { type FollowedList, followQuery } from '../../platform/firestore/follow.ts';
import type { InboxItem } from './inbox-item.ts';

const mostShown = 50;

export interface Inbox {
  status: 'loading' | 'live' | 'kept' | 'failed';
  items: readonly InboxItem[];
}

const empty: Inbox = { status: 'loading', items: [] };
const inbox = createStore(empty);

export function useInbox(): Inbox {
  return useStore(inbox);
}

/** Follows one's notices while the app runs, for the badges too. Returns how to stop. */
export function watchInbox(uid: string): () => void {
  let stop: (() => void) | null = null;
  let stopped = false;
  set(empty);
  const start = async (): Promise<void> => {
    // How items are read knows every kind of notice, which the first screen does not wait for.
    const { readItem } = await import('./inbox-item.ts');
    if (stopped) return;
    stop = followQuery(
      ({ db, api }) => api.query(api.collection(db, 'inbox', uid, 'items'), api.orderBy('at', 'desc'), api.limit(mostShown)),
      readItem,
      (list) => set(inboxOf(list)),
    );
  };
  start().catch(() => set({ ...inbox.get(), status: 'failed' }));
  return () => {
    stopped = true;
    stop?.();
  };
}

function inboxOf(list: FollowedList<InboxItem>): Inbox {
  if (list.status !== 'here') return { ...inbox.get(), status: 'failed' };
  return { status: list.isFromCache ? 'kept' : 'live', items: list.values };
}

/** Shown as read at once; without a network the SDK tells the server later, and a flag that got lost would only be unread again. */
export async function markRead(uid: string, itemId: string): Promise<void> {
  const { db, api } = await loadFirestore();
  await api.updateDoc(api.doc(db, 'inbox', uid, 'items', itemId), { read: true });
}

function set(next: Inbox): void {
  setUnread(next.items.filter((item) => !item.read).length);
  inbox.set(next);
}
