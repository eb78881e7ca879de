import { type RowTab, rowTabs } from '../../platform/rows/row-view.ts';

const storageKey = 'shouwen.worklistTab';

/** The list that was open last: it is the one whose rows are there for the first paint. */
export function keptTab(): RowTab {
  const kept = localStorage.getItem(storageKey);
  return rowTabs.find((tab) => tab === kept) ?? 'mine';
}

/** The list that a link to the worklist names. */
export function namedTab(search: string): RowTab | null {
  const named = new URLSearchParams(search).get('tab');
  return rowTabs.find((tab) => tab === named) ?? null;
}

export function keepTab(tab: RowTab): void {
  localStorage.setItem(storageKey, tab);
}
