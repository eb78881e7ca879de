import { type ComponentType, useEffect, useState } from 'react';
import { afterPaint } from '../platform/device/after-paint.ts';
import type { RefresherProps } from './Refresher.tsx';

/** Pulled down at its top, a page asks anew. Nobody pulls before there is something to be seen, so the first screen does not wait for the code. */
export function PullToRefresh(props: RefresherProps) {
  const [Refresher, setRefresher] = useState<ComponentType<RefresherProps> | null>(null);
  useEffect(() => {
    let isShown = true;
    afterPaint(() => {
      // Where the code cannot be fetched the page is as it was before it was pulled.
      import('./Refresher.tsx').then(
        (fetched) => isShown && setRefresher(() => fetched.Refresher),
        () => undefined,
      );
    });
    return () => {
      isShown = false;
    };
  }, []);
  return Refresher && <Refresher {...props} />;
}
