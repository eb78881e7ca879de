import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { keptRow, type Row, rowToKeep } from './row.ts';

interface RowSchema extends DBSchema {
  rows: { key: string; value: Row };
}

const batchSize = 400;

/**
 * The rows on this device. They are a copy of what the server has, so a phone that cannot store them loses nothing but speed:
 * whoever writes them may go on when that fails.
 */
let opened: Promise<IDBPDatabase<RowSchema>> | null = null;

function open(): Promise<IDBPDatabase<RowSchema>> {
  opened ??= openDB<RowSchema>('shouwen-rows', 2, {
    upgrade: (database, fromVersion, _toVersion, transaction) => {
      if (fromVersion < 1) database.createObjectStore('rows', { keyPath: 'id' });
      else void dropFormerKeys(transaction).catch(() => transaction.abort());
    },
    blocking: () => void close(),
    terminated: () => {
      opened = null;
    },
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** Version 2: rows of the first version held a key from which a number could be worked out (docs/adr/0010). */
async function dropFormerKeys(transaction: IDBPTransaction<RowSchema, 'rows'[], 'versionchange'>): Promise<void> {
  const rows = transaction.objectStore('rows');
  for (let cursor = await rows.openCursor(); cursor; cursor = await cursor.continue()) await cursor.update(keptRow(cursor.value));
}

async function close(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}

/** Reads all rows in batches, so that ten thousand of them never hold up the screen. */
export async function* keptRows(): AsyncGenerator<Row[]> {
  let after: IDBKeyRange | undefined;
  for (;;) {
    const database = await open();
    const batch = await database.getAll('rows', after, batchSize);
    if (batch.length > 0) yield batch.map(keptRow);
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) return;
    after = IDBKeyRange.lowerBound(last.id, true);
  }
}

export async function writeRows(rows: readonly Row[], droppedIds: readonly string[]): Promise<void> {
  const database = await open();
  const transaction = database.transaction('rows', 'readwrite', { durability: 'relaxed' });
  for (const row of rows) void transaction.store.put(rowToKeep(row));
  for (const id of droppedIds) void transaction.store.delete(id);
  await transaction.done;
}
