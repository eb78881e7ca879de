import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { countOpen, onRowChange } from '../../platform/rows/row-store.ts';
import type { RowView } from '../../platform/rows/row-view.ts';
import { type FeedState, followRows, newFeedState } from '../../platform/rows/row-feed.ts';

/**
 * Keeps one list fed by the server, anew with each `round`; none is 0, while there is no valid login. A list that is not shown at first may start later, so that the one that is
 * has the line to itself.
 */
export function useFeed(view: RowView, startAfterMs: number, round: number): { feed: FeedState; loadMore: () => void } {
  const { tab, withClosed, uid, unitId } = view;
  const [feed, setFeed] = useState<FeedState>(newFeedState);
  const more = useRef<() => void>(() => undefined);
  const delayMs = useRef(startAfterMs);
  useEffect(() => {
    if (round === 0) return undefined;
    let stop = (): void => undefined;
    const timer = setTimeout(() => {
      const followed = followRows({ tab, withClosed, uid, unitId }, setFeed);
      more.current = followed.loadMore;
      stop = followed.stop;
    }, delayMs.current);
    delayMs.current = 0;
    return () => {
      clearTimeout(timer);
      stop();
      setFeed(newFeedState);
    };
  }, [tab, withClosed, uid, unitId, round]);
  return { feed, loadMore: useCallback(() => more.current(), []) };
}

const countEveryMs = 300;

/** How many open complaints a list holds on this device; counted anew a moment after changes, once for many. */
export function useOpenCount(view: RowView): number {
  const { tab, uid, unitId } = view;
  const counter = useMemo(() => {
    const count = (): number => countOpen({ tab, withClosed: false, uid, unitId });
    let counted = count();
    const subscribe = (listener: () => void): (() => void) => {
      let waiting: ReturnType<typeof setTimeout> | null = null;
      const recount = (): void => {
        waiting = null;
        counted = count();
        listener();
      };
      const stop = onRowChange(() => {
        waiting ??= setTimeout(recount, countEveryMs);
      });
      return () => {
        stop();
        if (waiting !== null) clearTimeout(waiting);
      };
    };
    return { subscribe, current: () => counted };
  }, [tab, uid, unitId]);
  return useSyncExternalStore(counter.subscribe, counter.current);
}
