import { useMemo, useSyncExternalStore } from 'react';
import type { Row } from './row.ts';
import { rowsInView, watchRows } from './row-store.ts';
import type { RowView } from './row-view.ts';

/** The rows of one list, in order, from what this device has: there with the first paint, and kept as they change. */
export function useRows(view: RowView): readonly Row[] {
  const { tab, withClosed, uid, unitId } = view;
  const list = useMemo(() => rowList({ tab, withClosed, uid, unitId }), [tab, withClosed, uid, unitId]);
  return useSyncExternalStore(list.subscribe, list.current);
}

function rowList(view: RowView) {
  let rows: readonly Row[] = rowsInView(view);
  const subscribe = (listener: () => void): (() => void) =>
    watchRows(view, (next) => {
      rows = next;
      listener();
    });
  return { subscribe, current: () => rows };
}
