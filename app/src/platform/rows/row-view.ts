import { greenFlag, unverified } from '@shouwen/domain/complaint/intake/marks';
import type { Row } from './row.ts';

export const rowTabs = ['mine', 'unit', 'received'] as const;
export type RowTab = (typeof rowTabs)[number];

/** One list of complaints as one person sees it. */
export interface RowView {
  tab: RowTab;
  withClosed: boolean;
  uid: string;
  unitId: string;
}

/** Whether a complaint is on the list: the same conditions as the query that feeds it. */
export function isInView(row: Row, view: RowView): boolean {
  if (!row.open && !showsClosed(view)) return false;
  switch (view.tab) {
    case 'mine':
      return row.handlerUid === view.uid;
    case 'unit':
      return row.audience.includes(view.unitId);
    case 'received':
      return row.ownerUid === view.uid;
  }
}

/** What one received stays in sight to the end and beyond, whatever the switch for closed ones says (OWN-7). */
function showsClosed(view: RowView): boolean {
  return view.withClosed || view.tab === 'received';
}

/** What the list is ordered by, on the server as here. Open work comes by what is promised soonest, all else by what is latest. */
export function orderOf(view: RowView): { field: 'dueAt' | 'updatedAt' | 'capturedAt'; direction: 'asc' | 'desc' } {
  if (view.tab === 'received') return { field: 'capturedAt', direction: 'desc' };
  return view.withClosed ? { field: 'updatedAt', direction: 'desc' } : { field: 'dueAt', direction: 'asc' };
}

/**
 * A row's place in the list as a number, smallest first. One that has no promise yet comes before all others, as it does on the server.
 * The order is looked up once for thousands of rows.
 */
export function rankInView(view: RowView): (row: Row) => number {
  switch (orderOf(view).field) {
    case 'dueAt':
      return (row) => row.dueAtMs ?? 0;
    case 'updatedAt':
      return (row) => 0 - row.updatedAtMs;
    case 'capturedAt':
      return (row) => 0 - row.capturedAtMs;
  }
}

export function compareInView(view: RowView): (one: Row, other: Row) => number {
  const rank = rankInView(view);
  const place = orderOf(view).field === 'updatedAt' ? () => 0 : placeOnTop;
  return (one, other) => place(one) - place(other) || rank(one) - rank(other) || (one.id < other.id ? -1 : 1);
}

/** On top of open work stands what is offered by the green channel, which waits for half an hour only (GRN-1), and then what nobody has spoken to its customer about (REC-5). */
function placeOnTop({ flags, open }: Row): number {
  if (!open) return 2;
  return flags.includes(greenFlag) ? 0 : flags.includes(unverified) ? 1 : 2;
}
