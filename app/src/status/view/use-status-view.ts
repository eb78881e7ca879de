import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Failure, type Loaded, loadView } from './load-view.ts';
import { watchPaceMs } from './watch-pace.ts';

/** After this long a view is read again when the customer comes back to it. */
const freshForMs = 60_000;

interface Reading {
  view: StatusView | null;
  failure: Failure | null;
  /** When the view shown was read. */
  atMs: number;
}

export interface Watched extends Reading {
  refresh: () => void;
  /** After a reply: looks again until the view has changed. */
  watch: () => void;
}

/** The customer's view, and its renewal after a reply, on coming back and when the network returns. */
export function useStatusView(statusId: string, firstReading: Promise<Loaded>): Watched {
  const [reading, setReading] = useState<Reading>({ view: null, failure: null, atMs: Date.now() });
  const [sent, setSent] = useState<{ atMs: number; updatedAtMs: number } | null>(null);

  const read = useCallback(async (loading: Promise<Loaded>): Promise<void> => {
    const loaded = await loading;
    setReading((before) => readingAfter(before, loaded, Date.now()));
  }, []);
  const refresh = useCallback((): void => void read(loadView(statusId)), [read, statusId]);

  useEffect(() => void read(firstReading), [read, firstReading]);

  useEffect(() => {
    const isWatching = sent !== null && reading.view?.updatedAtMs === sent.updatedAtMs;
    const timer = isWatching ? setTimeout(() => document.hidden || refresh(), watchPaceMs(Date.now() - sent.atMs)) : undefined;
    const onReturn = (): void => {
      if (!document.hidden && (isWatching || Date.now() - reading.atMs > freshForMs)) refresh();
    };
    const onOnline = (): void => void (reading.failure === 'unreachable' && refresh());
    document.addEventListener('visibilitychange', onReturn);
    addEventListener('online', onOnline);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onReturn);
      removeEventListener('online', onOnline);
    };
  }, [reading, sent, refresh]);

  return { ...reading, refresh, watch: () => setSent({ atMs: Date.now(), updatedAtMs: reading.view?.updatedAtMs ?? 0 }) };
}

/** A broken line leaves what is shown; a late answer never puts an older view back. */
function readingAfter(before: Reading, loaded: Loaded, nowMs: number): Reading {
  if (loaded.kind === 'unreachable') return { ...before, failure: loaded.kind };
  if (loaded.kind !== 'view') return { view: null, failure: loaded.kind, atMs: nowMs };
  const isOlder = before.view !== null && before.view.updatedAtMs > loaded.view.updatedAtMs;
  return { view: isOlder ? before.view : loaded.view, failure: null, atMs: nowMs };
}
