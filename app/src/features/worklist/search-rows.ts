import { foldedText } from '@shouwen/domain/kernel/folded-text';
import { parseNumber } from '@shouwen/domain/kernel/number';
import { findCategory } from '@shouwen/domain/policy/category';
import type { Bilingual } from '@shouwen/domain/kernel/bilingual';
import { type LoadedFirestore, loadFirestore } from '../../platform/firestore/firebase-firestore.ts';
import { currentReference, onReference } from '../../platform/reference/reference.ts';
import type { Row } from '../../platform/rows/row.ts';
import { loadRowsReader } from '../../platform/rows/rows-reader.ts';
import { allRows, onRowChange, putRows } from '../../platform/rows/row-store.ts';
import { last4Of, SearchIndex } from './search-index.ts';

const mostFromServer = 50;
const quietMs = 500;

let index: Promise<SearchIndex> | null = null;

/** Looks through everything on this device; null when `isStale` says that something else is wanted by now. */
export async function searchKept(typed: string, isStale: () => boolean): Promise<string[] | null> {
  index ??= loadFold().then(startIndex);
  return (await index).search(typed, isStale);
}

/** The table of characters comes with the first search, so that the first screen need not wait for it; without it, words are still found as they are written. */
async function loadFold(): Promise<(text: string) => string> {
  try {
    return (await import('@shouwen/domain/kernel/simplified-text')).searchText;
  } catch {
    return (text) => foldedText(text).toLowerCase();
  }
}

/** Asks the server for a full number or the last four digits within one's unit. What it finds is kept like any other row. */
export async function searchServer(typed: string, unitId: string): Promise<string[]> {
  const number = parseNumber(typed);
  const last4 = last4Of(typed);
  if (number === null && last4 === null) return [];
  const [{ db, api }, { rowsOf }] = await Promise.all([loadFirestore(), loadRowsReader()]);
  const ofUnit = api.where('audience', 'array-contains', unitId);
  const found = await api.getDocsFromServer(api.query(api.collection(db, 'complaints'), ofUnit, ...conditions(api, number, last4), api.limit(mostFromServer)));
  const rows = rowsOf(found.docs);
  await putRows(rows);
  return rows.map((row) => row.id);
}

function conditions(api: LoadedFirestore['api'], number: string | null, last4: string | null) {
  return number === null ? [api.where('contactLast4', '==', last4), api.orderBy('capturedAt', 'desc')] : [api.where('number', '==', number)];
}

/** From the first search on, the index follows the rows; names in it are made anew when the operator's reference data changes. */
function startIndex(fold: (text: string) => string): SearchIndex {
  const started = new SearchIndex(textOf, fold);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const prepareSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void started.prepare(), quietMs);
  };
  started.put(allRows());
  onRowChange(({ put, dropped }) => {
    started.put(put);
    started.drop(dropped);
    prepareSoon();
  });
  onReference(() => {
    started.put(allRows());
    prepareSoon();
  });
  return started;
}

/** In both languages, whichever the reader uses: people type what they remember. */
function textOf(row: Row): string {
  const unit = row.handlingUnitId === null ? undefined : currentReference()?.units.get(row.handlingUnitId);
  return [
    row.number,
    row.number.replaceAll('-', ''),
    row.contactLast4,
    row.contactMasked.name,
    categoryText(row.category),
    regionText(row.homeRegion),
    unit ? bothOf(unit.name) : '',
    row.handlerName ?? '',
    row.ownerName,
    row.mailItem ?? '',
    row.excerpt,
  ].join(' ');
}

function categoryText(categoryId: string): string {
  const reference = currentReference();
  const place = reference && findCategory(reference.pack, categoryId);
  return place ? `${bothOf(place.category.name)} ${bothOf(place.group.name)}` : '';
}

function regionText(code: string | null): string {
  const region = currentReference()?.regions.find((candidate) => candidate.code === code);
  return region ? bothOf(region.name) : '';
}

function bothOf(name: Bilingual): string {
  return `${name.zh} ${name.en}`;
}
