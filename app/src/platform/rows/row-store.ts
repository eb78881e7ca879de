import { useSyncExternalStore } from 'react';
import { dayMs } from '@shouwen/domain/calendar/day';
import { createStore } from '../device/store.ts';
import { firstRows, keepFirstRows } from './first-rows.ts';
import type { Row } from './row.ts';
import { keptRows, writeRows } from './row-database.ts';
import { compareInView, isInView, type RowView } from './row-view.ts';

/** What has changed: rows that are new or different, and ids of those that are gone. */
export interface RowChange {
  put: readonly Row[];
  dropped: readonly string[];
}

/** Closed ones that nothing has happened to for so long are forgotten; the server still has them. */
const forgetClosedAfterMs = 120 * dayMs;

const rows = new Map<string, Row>(firstRows().map((row) => [row.id, row]));
const changes = createStore<RowChange>({ put: [], dropped: [] });
let opening: Promise<void> | null = null;

/** Counts changes; a list that was put in order at the present count still is. */
let version = 0;
const ordered = new Map<string, { version: number; rows: readonly Row[] }>();

/** Brings back what this device has kept, batch by batch. What the server has said meanwhile is newer and stays. */
export function openRows(): Promise<void> {
  opening ??= readKeptRows();
  return opening;
}

async function readKeptRows(): Promise<void> {
  const newer = new Set<string>();
  const stopNoting = onRowChange((change) => [...change.put.map((row) => row.id), ...change.dropped].forEach((id) => newer.add(id)));
  const oldestMs = Date.now() - forgetClosedAfterMs;
  const forgotten: string[] = [];
  for await (const batch of keptRows()) {
    const wanted = batch.filter((row) => row.open || row.updatedAtMs >= oldestMs);
    forgotten.push(...batch.filter((row) => !wanted.includes(row)).map((row) => row.id));
    const unchanged = wanted.filter((row) => !newer.has(row.id));
    // Noted before it is announced: a row that comes from here is not news to this very reading.
    apply({ put: unchanged, dropped: [] });
    unchanged.forEach((row) => newer.delete(row.id));
    await pause();
  }
  stopNoting();
  if (forgotten.length > 0) await writeRows([], forgotten).catch(() => undefined);
}

/** Rows as the server or the recording form has them now. A phone that cannot keep them still shows them. */
export async function putRows(put: readonly Row[]): Promise<void> {
  const changed = put.filter((row) => isNews(row));
  if (changed.length === 0) return;
  apply({ put: changed, dropped: [] });
  await writeRows(changed, []).catch(() => undefined);
}

/** Takes rows away that are no longer this person's to see, or that were discarded before they were sent. */
export async function dropRows(ids: readonly string[]): Promise<void> {
  const dropped = ids.filter((id) => rows.has(id));
  if (dropped.length === 0) return;
  apply({ put: [], dropped });
  await writeRows([], dropped).catch(() => undefined);
}

export function rowOfId(id: string): Row | undefined {
  return rows.get(id);
}

/** Everything known on this device, in no order: what search and the repeat warning look through. */
export function allRows(): Row[] {
  return [...rows.values()];
}

export const onRowChange = changes.listen;

/** One list in order, as it is now. Sorting thousands takes a while, so it is done again only after something has changed. */
export function rowsInView(view: RowView): readonly Row[] {
  const key = JSON.stringify(view);
  const known = ordered.get(key);
  if (known?.version === version) return known.rows;
  const sorted = allRows()
    .filter((row) => isInView(row, view))
    .sort(compareInView(view));
  ordered.set(key, { version, rows: sorted });
  return sorted;
}

/** How many of a list are open; no order is needed to count. */
export function countOpen(view: RowView): number {
  let count = 0;
  for (const row of rows.values()) if (row.open && isInView(row, view)) count += 1;
  return count;
}

/** Keeps a list in order: told at once, and again after every change that touches it. The list that was given is never altered. */
export function watchRows(view: RowView, listener: (rows: readonly Row[]) => void): () => void {
  const compare = compareInView(view);
  let listed = rowsInView(view);
  listener(listed);
  keepFirstRows(listed);
  return onRowChange(({ put, dropped }) => {
    const touched = new Set([...dropped, ...put.map((row) => row.id)]);
    const stayed = listed.filter((row) => !touched.has(row.id));
    const arrived = put.filter((row) => isInView(row, view)).sort(compare);
    const isUntouched = arrived.length === 0 && stayed.length === listed.length;
    if (!isUntouched) listed = merge(stayed, arrived, compare);
    ordered.set(JSON.stringify(view), { version, rows: listed });
    if (isUntouched) return;
    listener(listed);
    keepFirstRows(listed);
  });
}

export function useComplaintRow(id: string): Row | undefined {
  return useSyncExternalStore(onRowChange, () => rows.get(id));
}

function apply(change: RowChange): void {
  for (const row of change.put) rows.set(row.id, row);
  for (const id of change.dropped) rows.delete(id);
  if (change.put.length === 0 && change.dropped.length === 0) return;
  version += 1;
  changes.set(change);
}

/** The phone's own copy never replaces what the server has confirmed, and what is the same is no news. */
function isNews(row: Row): boolean {
  const known = rows.get(row.id);
  if (!known) return true;
  if (row.local && !known.local) return false;
  return JSON.stringify(known) !== JSON.stringify(row);
}

/** Two ordered lists become one without sorting what is in order already: the long one may hold ten thousand. */
function merge(long: readonly Row[], short: readonly Row[], compare: (one: Row, other: Row) => number): Row[] {
  const merged: Row[] = [];
  let next = 0;
  for (const row of long) {
    for (let other = short[next]; other && compare(other, row) < 0; other = short[++next]) merged.push(other);
    merged.push(row);
  }
  for (; next < short.length; next += 1) {
    const other = short[next];
    if (other) merged.push(other);
  }
  return merged;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
