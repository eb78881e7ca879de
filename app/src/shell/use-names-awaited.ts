import { useEffect } from 'react';
import { useConnectivity } from '../platform/device/connectivity.ts';
import { useStore } from '../platform/device/use-store.ts';
import { namesAwaited } from '../platform/reference/named.ts';
import { useReference } from '../platform/reference/reference.ts';

/** Longer than names take on a slow line. */
const longestMs = 6_000;

/**
 * Draws a page anew when the names of categories, units and regions arrive on a phone that had none: until then it shows dots in their place, and where they do not
 * come, or there is no network, that they are not known.
 */
export function useNamesAwaited(): void {
  useReference();
  const isAwaited = useStore(namesAwaited);
  const { online } = useConnectivity();
  useEffect(() => {
    if (!isAwaited) return undefined;
    const timer = setTimeout(() => namesAwaited.set(false), online ? longestMs : 0);
    return () => clearTimeout(timer);
  }, [isAwaited, online]);
}
