import { keptRow, type Row, rowToKeep } from './row.ts';

const storageKey = 'shouwen.firstRows';
const most = 30;
const pauseMs = 1_000;

/** The top of the list that was open last: in local storage because that answers at once, before any database has. */
export function firstRows(): Row[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? (kept as Row[]).map(keptRow) : [];
  } catch {
    return [];
  }
}

let waiting: ReturnType<typeof setTimeout> | null = null;
let latest: readonly Row[] = [];

/** Writes a moment later, once for many changes. A full local storage costs the next start some speed and nothing else. */
export function keepFirstRows(rows: readonly Row[]): void {
  latest = rows;
  waiting ??= setTimeout(() => {
    waiting = null;
    try {
      localStorage.setItem(storageKey, JSON.stringify(latest.slice(0, most).map(rowToKeep)));
    } catch {
      localStorage.removeItem(storageKey);
    }
  }, pauseMs);
}
