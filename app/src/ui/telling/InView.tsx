import { type ReactNode, useEffect, useRef } from 'react';

/** Brings what it holds into view when it appears: what came of a tap far down a page would otherwise stand unseen at its top. */
export function InView({ children }: { children: ReactNode }) {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return <div ref={shown}>{children}</div>;
}
