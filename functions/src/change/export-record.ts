import { createHash } from 'node:crypto';
import { changeFromStored, type RecordedChange } from '@shouwen/domain/change/change';
import { type ChangeFilter, isInFilter, spanOfMonth } from '@shouwen/domain/change/change-filter';
import { changeHeadings, rowsOfChange } from '@shouwen/domain/change/change-rows';
import { csvOf } from '@shouwen/domain/books/csv';
import { refused, type Refusal } from '@shouwen/domain/kernel/decision';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import type { Query, Reader, StoredDocument } from '../store.ts';

const pageSize = 500;
/** A year of a large operator; more is exported by month. */
const mostChanges = 5000;

export interface RecordToExport {
  filter: ChangeFilter;
  reason: string;
}

/**
 * The record of changes as a file, newest first, as it stood at one moment. Who took it out, why, how many lines and what hash they have is on record itself
 * (RET-2, RPT-2).
 */
export async function exportRecord(
  host: Host,
  caller: Staff,
  { filter, reason }: RecordToExport,
): Promise<{ ok: true; csv: string } | { ok: false; refusal: Refusal }> {
  const [units, changes] = await Promise.all([host.reference.units(), host.store.snapshot((reader) => readRecord(reader, caller, filter))]);
  if (!changes) return refused('exportTooLarge');
  const rows = changes.flatMap((change) => rowsOfChange(change, units));
  const csv = csvOf([changeHeadings, ...rows]);
  const atMs = host.nowMs();
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const content = { pack: caller.pack, byUid: caller.uid, at: host.timestamp(atMs), reason, rows: rows.length, of: 'changes', filter, sha256 };
  await host.store.transaction((transaction) => Promise.resolve(transaction.create(`exports/${caller.uid}-${atMs}`, content)));
  return { ok: true, csv };
}

/** Null where there are more than one file takes. */
async function readRecord(reader: Reader, { pack }: Staff, filter: ChangeFilter): Promise<RecordedChange[] | null> {
  const span = filter.month === null ? null : spanOfMonth(filter.month);
  const inMonth = span ? ([['proposedAtMs', '>=', span.fromMs] as const, ['proposedAtMs', '<', span.untilMs] as const] as const) : [];
  const query: Query = { collection: 'changes', where: [['pack', '==', pack], ...inMonth], orderBy: ['proposedAtMs', 'desc'], limit: pageSize };
  const found: RecordedChange[] = [];
  for (let page: StoredDocument[] = await reader.query(query); ; page = await reader.query(afterLast(query, page))) {
    found.push(...page.flatMap(({ id, data }) => readableOrNull(changeFromStored, id, data) ?? []).filter((change) => isInFilter(change, filter)));
    if (found.length > mostChanges) return null;
    if (page.length < pageSize) return found;
  }
}

function afterLast(query: Query, page: readonly StoredDocument[]): Query {
  const last = page.at(-1);
  return last ? { ...query, after: last } : query;
}
