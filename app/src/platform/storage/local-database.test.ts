import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { closeDatabase, StorageFailure, withDatabase } from './local-database.ts';

const databases = new IDBFactory();

afterEach(async () => {
  vi.useRealTimers();
  await closeDatabase();
  vi.unstubAllGlobals();
});

test('REC-4: storage that does not answer is told instead of waited for, and asked again by the next work', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('indexedDB', { databases: () => databases.databases(), open: () => new IDBOpenDBRequest() });
  const told = withDatabase((database) => database.getAll('drafts')).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await told).toEqual(expect.objectContaining({ name: 'StorageFailure', kind: 'broken' }));
  expect(await told).toBeInstanceOf(StorageFailure);

  vi.useRealTimers();
  vi.stubGlobal('indexedDB', databases);
  expect(await withDatabase((database) => database.getAll('drafts'))).toEqual([]);
});
