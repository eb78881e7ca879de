import '../../platform/device/schemas-without-eval.ts';
import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { tellings } from '@shouwen/domain/complaint/time/taken-step';
import { allNoticeKinds } from '@shouwen/domain/notice/notice-kind';
import { setUnread } from '../../platform/device/badge.ts';
import { loadFirestore } from '../../platform/firestore/firebase-firestore.ts';

const mostShown = 50;

/** Notices from before there was money lack what does not apply to them. */
const subject = z.string().nullish();

const noticeSchema = z.object({
  kind: z.enum(allNoticeKinds),
  complaintId: subject,
  refundId: subject,
  closureId: subject,
  number: z.string(),
  category: subject,
  amountFen: z.int().nullish(),
  /** How many of each a digest puts together. */
  counts: z.partialRecord(z.enum(tellings), z.int().positive()).nullish(),
  complaintIds: z.array(z.string()).nullish(),
  at: z.custom<{ toMillis(): number }>((at) => typeof at === 'object' && at !== null && 'toMillis' in at).transform((at) => at.toMillis()),
  read: z.boolean(),
});

/** Something that the person should know; opening it leads to exactly what it is about. */
export type InboxItem = z.infer<typeof noticeSchema> & { id: string };

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
    const { db, api } = await loadFirestore();
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

/** A newer server may send kinds that this app has no words for: they are left out, what they are about shows itself what happened. */
function readItem(id: string, stored: unknown): InboxItem[] {
  const parsed = noticeSchema.safeParse(stored);
  return parsed.success ? [{ ...parsed.data, id }] : [];
}

function set(next: Inbox): void {
  inbox = next;
  setUnread(next.items.filter((item) => !item.read).length);
  listeners.forEach((listener) => listener());
}
