import { useEffect } from 'react';
import { useConnectivity } from '../platform/device/connectivity.ts';
import { createStore } from '../platform/device/store.ts';
import { useStore } from '../platform/device/use-store.ts';
import { useReference } from '../platform/reference/reference.ts';

/** Longer than names take on a slow line; who has waited so long sees the rest without them. */
const longestMs = 6_000;
/** It is waited once and not again on each page. */
const isOver = createStore(false);

/**
 * True while the names of categories, units and regions are on their way to a phone that has none yet, so that nobody is shown words in their place. Without a
 * network there is nothing to wait for.
 */
export function useNamesAwaited(): boolean {
  const reference = useReference();
  const hasWaited = useStore(isOver);
  const { online } = useConnectivity();
  const awaits = reference === null && !hasWaited && online;
  useEffect(() => {
    if (!awaits) return undefined;
    const timer = setTimeout(() => isOver.set(true), longestMs);
    return () => clearTimeout(timer);
  }, [awaits]);
  return awaits;
}
