import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import type { Tile } from '@shouwen/domain/journal/tile';
import type { Asker } from '@shouwen/domain/workbench/ask-tile';
import { nowMs } from '../../platform/device/clock.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { countTile } from './count-tile.ts';
import { keepCounts, keptCounts } from './kept-counts.ts';

const workbenchPath = '/workbench';

/** `asOfMs` is null for what was counted just now. */
export interface TileCount {
  count: number;
  asOfMs: number | null;
}

export interface TileCounts {
  of(tile: Tile): TileCount | null;
  isAsking: boolean;
  /** Whether some number could not be had. */
  isIncomplete: boolean;
  again(): void;
}

/**
 * The numbers of the tiles, asked each time the page is opened; what was counted before stands in where the server does not answer. Nothing is
 * asked before it `isKnown` which tiles there are.
 */
export function useTileCounts(tiles: readonly Tile[], asker: Asker, isKnown: boolean): TileCounts {
  const { online } = useConnectivity();
  // The page stays mounted below others: it is opened by each way that leads here.
  const { pathname, key } = useLocation();
  const isShown = pathname === workbenchPath;
  const [round, setRound] = useState(0);
  const [kept, setKept] = useState(() => keptCounts(asker.uid));
  const [answered, setAnswered] = useState<{ sinceMs: number; isIncomplete: boolean } | null>(null);
  const wanted = useRef({ tiles, asker });
  wanted.current = { tiles, asker };

  useEffect(() => {
    setAnswered(null);
    if (!isShown || !isKnown || !online) return undefined;
    let isOver = false;
    const { tiles: asked, asker: by } = wanted.current;
    const sinceMs = nowMs();
    void askAll(asked, by, sinceMs).then((told) => {
      if (isOver) return;
      const counts = {
        ...keptCounts(by.uid),
        ...Object.fromEntries(told.flatMap(({ id, count }) => (count === null ? [] : [[id, { count, atMs: sinceMs }]]))),
      };
      keepCounts(by.uid, counts);
      setKept(counts);
      setAnswered({ sinceMs, isIncomplete: told.some(({ count }) => count === null) });
    });
    return () => {
      isOver = true;
    };
  }, [isShown, key, isKnown, online, round, asker.uid]);

  const of = ({ id }: Tile): TileCount | null => {
    const known = kept[id];
    if (!known) return null;
    return { count: known.count, asOfMs: answered !== null && known.atMs >= answered.sinceMs ? null : known.atMs };
  };
  return { of, isAsking: online && answered === null, isIncomplete: answered?.isIncomplete ?? false, again: () => setRound((before) => before + 1) };
}

/** One that fails leaves the others alone. */
async function askAll(tiles: readonly Tile[], asker: Asker, atMs: number): Promise<{ id: string; count: number | null }[]> {
  return Promise.all(
    tiles.flatMap(({ id, count: question }) =>
      question === 'unsent'
        ? []
        : countTile(question, asker, atMs).then(
            (count) => ({ id, count }),
            () => ({ id, count: null }),
          ),
    ),
  );
}
