import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Row } from '../../platform/rows/row.ts';
import { rowOfId } from '../../platform/rows/row-store.ts';
import { searchKept, searchServer } from './search-rows.ts';

const typingPauseMs = 150;

export interface Found {
  rows: readonly Row[];
  searching: boolean;
}

/** What is found for the words typed, latest first: on this device at once, and from the server what it has besides. */
export function useSearch(typed: string, unitId: string): Found | null {
  const wanted = useDeferredValue(typed.trim());
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const [searching, setSearching] = useState(false);
  useEffect(() => {
    setIds(null);
    if (wanted === '') return undefined;
    let stale = false;
    const add = (found: readonly string[] | null): void => {
      if (!stale && found) setIds((known) => new Set([...(known ?? []), ...found]));
    };
    const search = async (): Promise<void> => {
      add(await searchKept(wanted, () => stale));
      add(await searchServer(wanted, unitId));
    };
    setSearching(true);
    const timer = setTimeout(() => {
      search()
        // Without a network, what this device has is all there is to find.
        .catch(() => undefined)
        .finally(() => void (stale || setSearching(false)));
    }, typingPauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted, unitId]);
  const rows = useMemo(() => [...(ids ?? [])].flatMap((id) => rowOfId(id) ?? []).sort((one, other) => other.capturedAtMs - one.capturedAtMs), [ids]);
  return wanted === '' ? null : { rows, searching: searching || ids === null };
}
