import type { QueryConstraint, QueryDocumentSnapshot } from 'firebase/firestore';
import { type LoadedFirestore, loadFirestore } from '../firestore/firebase-firestore.ts';
import { followQuery } from '../firestore/follow.ts';
import type { Row } from './row.ts';
import { allRows, dropRows, putRows } from './row-store.ts';
import { loadRowsReader } from './rows-reader.ts';
import { isInView, orderOf, rankInView, type RowView } from './row-view.ts';

const pageSize = 50;
/** As many as the rules let anybody ask for at once. */
const mostPromised = 200;
/** More than this many differences at once come from a long absence: beyond it rows are let go without asking, and come back when they are wanted. */
const mostAskedAtOnce = 40;

export interface FeedState {
  /** `live` once the server itself has answered; until then the list shows what this device has kept. */
  status: 'connecting' | 'live' | 'failed';
  /** False while the server has more than this device has read. */
  complete: boolean;
  loadingMore: boolean;
}

export const newFeedState: FeedState = { status: 'connecting', complete: false, loadingMore: false };

interface Feed {
  loadMore(): void;
  stop(): void;
}

/** Feeds one list into the row store: its first page live, further pages when they are asked for. */
export function followRows(view: RowView, notify: (state: FeedState) => void): Feed {
  let state = newFeedState;
  let last: QueryDocumentSnapshot | null = null;
  let hasPaged = false;
  let stopped = false;
  const set = (change: Partial<FeedState>): void => {
    state = { ...state, ...change };
    if (!stopped) notify(state);
  };

  const stopListening = followQuery(
    (firestore) => queryOf(firestore, view),
    (_id, _stored, document) => document,
    (list) => {
      if (list.status !== 'here') return set({ status: 'failed' });
      void show(list.values, list.isFromCache).catch(() => set({ status: 'failed' }));
    },
  );

  const show = async (documents: readonly QueryDocumentSnapshot[], isFromCache: boolean): Promise<void> => {
    const { rowsOf } = await loadRowsReader();
    if (stopped) return;
    const rows = rowsOf(documents);
    void putRows(rows);
    if (isFromCache) return;
    if (!hasPaged) last = documents.at(-1) ?? null;
    set({ status: 'live', ...(hasPaged ? {} : { complete: documents.length < pageSize }) });
    void checkDifferences(view, rows, { fromRank: -Infinity, toRank: endOf(rows, view, documents.length) });
  };

  const loadMore = async (): Promise<void> => {
    if (state.status !== 'live' || state.complete || state.loadingMore || !last) return;
    set({ loadingMore: true });
    try {
      const [firestore, { rowsOf }] = await Promise.all([loadFirestore(), loadRowsReader()]);
      const [lastRow] = rowsOf([last]);
      const fromRank = lastRow ? rankInView(view)(lastRow) : Infinity;
      const page = await firestore.api.getDocsFromServer(queryOf(firestore, view, firestore.api.startAfter(last)));
      const rows = rowsOf(page.docs);
      hasPaged = true;
      last = page.docs.at(-1) ?? last;
      await putRows(rows);
      set({ loadingMore: false, complete: page.size < pageSize });
      void checkDifferences(view, rows, { fromRank, toRank: endOf(rows, view, page.size) });
    } catch {
      // Scrolling on tries again.
      set({ loadingMore: false });
    }
  };

  return {
    loadMore: () => void loadMore(),
    stop: () => {
      stopped = true;
      stopListening();
    },
  };
}

/** Whose complaints a list holds, as the rules can prove it. */
function conditionsOf({ api }: LoadedFirestore, { tab, uid, unitId }: RowView): QueryConstraint[] {
  switch (tab) {
    case 'mine':
      return [api.where('people', 'array-contains', uid), api.where('handlerUid', '==', uid)];
    case 'unit':
      return [api.where('audience', 'array-contains', unitId)];
    case 'received':
      return [api.where('people', 'array-contains', uid), api.where('ownerUid', '==', uid)];
  }
}

/** In the order that the list shows. */
function queryOf(firestore: LoadedFirestore, view: RowView, ...after: QueryConstraint[]) {
  const { db, api } = firestore;
  const { field, direction } = orderOf(view);
  const openOnly = field === 'dueAt' ? [api.where('open', '==', true)] : [];
  return api.query(
    api.collection(db, 'complaints'),
    ...conditionsOf(firestore, view),
    ...openOnly,
    api.orderBy(field, direction),
    ...after,
    api.limit(pageSize),
  );
}

/** Brings in what is open and promised between two moments, an answer or a call, once. @returns whether that was all of it. */
export async function fetchPromised(view: RowView, fromMs: number, untilMs: number): Promise<boolean> {
  const firestore = await loadFirestore();
  const { db, api } = firestore;
  const spans = [
    ['dueAt', new Date(fromMs), new Date(untilMs)],
    ['nextContactAtMs', fromMs, untilMs],
  ] as const;
  const pages = await Promise.all(
    spans.map(([field, from, until]) =>
      api.getDocsFromServer(
        api.query(
          api.collection(db, 'complaints'),
          ...conditionsOf(firestore, view),
          api.where('open', '==', true),
          api.where(field, '>=', from),
          api.where(field, '<=', until),
          api.orderBy(field, 'asc'),
          api.limit(mostPromised),
        ),
      ),
    ),
  );
  const { rowsOf } = await loadRowsReader();
  await putRows(rowsOf(pages.flatMap(({ docs }) => docs)));
  return pages.every(({ size }) => size < mostPromised);
}

/** How far down the list a page speaks for: a short one is the last. */
function endOf(rows: readonly Row[], view: RowView, size: number): number {
  const last = rows.at(-1);
  return last && size === pageSize ? rankInView(view)(last) : Infinity;
}

/**
 * What this device believes to be in the part of the list that the server has just told, and the server does not, has moved on: closed,
 * handed over, or no longer this person's to see. Each is asked for by itself.
 */
async function checkDifferences(view: RowView, told: readonly Row[], { fromRank, toRank }: { fromRank: number; toRank: number }): Promise<void> {
  const known = new Set(told.map((row) => row.id));
  const rank = rankInView(view);
  const isTold = (row: Row): boolean => rank(row) > fromRank && rank(row) < toRank;
  const moved = allRows().filter((row) => !row.local && !known.has(row.id) && isInView(row, view) && isTold(row));
  await dropRows(moved.slice(mostAskedAtOnce).map((row) => row.id));
  await Promise.all(moved.slice(0, mostAskedAtOnce).map((row) => refreshRow(row.id)));
}

async function refreshRow(id: string): Promise<void> {
  const { db, api } = await loadFirestore();
  try {
    const document = await api.getDocFromServer(api.doc(db, 'complaints', id));
    const { rowsOf } = await loadRowsReader();
    await (document.exists() ? putRows(rowsOf([document])) : dropRows([id]));
  } catch (error) {
    if (isRefusal(error)) await dropRows([id]);
  }
}

function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'permission-denied';
}
