import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
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
  opened ??= openDB<RowSchema>('shouwen-rows', 1, {
    upgrade: (fresh) => void fresh.createObjectStore('rows', { keyPath: 'id' }),
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
