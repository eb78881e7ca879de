import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Day } from '@shouwen/domain/calendar/day';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import type { Row } from '../../platform/rows/row.ts';
import { fetchPromised } from '../../platform/rows/row-feed.ts';
import { onRowChange, rowsInView } from '../../platform/rows/row-store.ts';
import type { RowView } from '../../platform/rows/row-view.ts';
import { byPromisedDay, type Month, spanOf } from './month-grid.ts';

export interface Promised {
  byDay: ReadonlyMap<Day, Row[]>;
  /** Whether the server has told all of the month, in this month's order. */
  isComplete: boolean;
  isLoading: boolean;
}

/** What is promised in a month: from the rows that this device has, after asking the server for it once. */
export function usePromised(view: RowView, month: Month): Promised {
  const rows = useSyncExternalStore(
    (listener) => onRowChange(() => listener()),
    () => rowsInView(view),
  );
  const { online } = useConnectivity();
  const { tab, uid, unitId } = view;
  const [told, setTold] = useState<{ key: string; isComplete: boolean } | null>(null);
  const key = `${tab} ${month}`;
  useEffect(() => {
    if (!online) return undefined;
    let isCurrent = true;
    const notify = (isComplete: boolean): void => {
      if (isCurrent) setTold({ key, isComplete });
    };
    const { fromMs, untilMs } = spanOf(month);
    fetchPromised({ tab, uid, unitId, withClosed: false }, fromMs, untilMs).then(notify, () => notify(false));
    return () => {
      isCurrent = false;
    };
  }, [online, key, month, tab, uid, unitId]);
  return { byDay: byPromisedDay(rows), isComplete: told?.key === key && told.isComplete, isLoading: online && told?.key !== key };
}
