// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { aRow } from './row.fixture.ts';
import type { Row } from './row.ts';
import type { RowView } from './row-view.ts';

const mine: RowView = { tab: 'mine', withClosed: false, uid: 'handler', unitId: 't-qjp' };

/** A store as after a start of the app: what is not on the device is forgotten. */
async function startedStore() {
  vi.resetModules();
  return import('./row-store.ts');
}

function watched(store: Awaited<ReturnType<typeof startedStore>>, view: RowView = mine): () => string[] {
  let ids: string[] = [];
  store.watchRows(view, (rows) => {
    ids = rows.map((row) => row.id);
  });
  return () => ids;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
});

test('rows survive a restart', async () => {
  const before = await startedStore();
  await before.putRows([aRow({ id: 'a', dueAtMs: 2 }), aRow({ id: 'b', dueAtMs: 1 })]);
  const after = await startedStore();
  const ids = watched(after);
  expect(ids()).toEqual([]);
  await after.openRows();
  expect(ids()).toEqual(['b', 'a']);
});

test('a list follows what is put, what moves and what leaves it', async () => {
  const store = await startedStore();
  const ids = watched(store);
  await store.putRows([aRow({ id: 'a', dueAtMs: 10 }), aRow({ id: 'b', dueAtMs: 20 }), aRow({ id: 'c', dueAtMs: 30 })]);
  await store.putRows([aRow({ id: 'a', dueAtMs: 25 })]);
  expect(ids()).toEqual(['b', 'a', 'c']);
  await store.putRows([aRow({ id: 'b', handlerUid: 'someone' })]);
  expect(ids()).toEqual(['a', 'c']);
  await store.dropRows(['a']);
  expect(ids()).toEqual(['c']);
});

test('what the server has said since the start is not undone by what the device had kept', async () => {
  const before = await startedStore();
  await before.putRows([aRow({ id: 'a', state: 'assigned' }), aRow({ id: 'gone' })]);
  const after = await startedStore();
  const reading = after.openRows();
  await after.putRows([aRow({ id: 'a', state: 'answered' })]);
  await reading;
  expect(after.rowOfId('a')?.state).toBe('answered');
});

test("the phone's own copy gives way to the server's and never replaces it", async () => {
  const store = await startedStore();
  await store.putRows([aRow({ id: 'a', local: true, state: 'recorded' })]);
  await store.putRows([aRow({ id: 'a', state: 'assigned' })]);
  await store.putRows([aRow({ id: 'a', local: true, state: 'recorded' })]);
  expect(store.rowOfId('a')).toMatchObject({ local: false, state: 'assigned' });
});

test('what is the same is no news', async () => {
  const store = await startedStore();
  const told = vi.fn<(rows: readonly Row[]) => void>();
  await store.putRows([aRow({ id: 'a' })]);
  store.watchRows(mine, told);
  await store.putRows([aRow({ id: 'a' })]);
  expect(told).toHaveBeenCalledTimes(1);
});

test('closed ones of long ago are forgotten, open ones never', async () => {
  const longAgoMs = Date.now() - 200 * 86_400_000;
  const before = await startedStore();
  await before.putRows([aRow({ id: 'closed', open: false, updatedAtMs: longAgoMs }), aRow({ id: 'open', updatedAtMs: longAgoMs })]);
  const after = await startedStore();
  await after.openRows();
  expect(after.allRows().map((row) => row.id)).toEqual(['open']);
});

test('the top of the list is there before any database has answered', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const before = await startedStore();
  watched(before);
  await before.putRows([aRow({ id: 'a' })]);
  vi.runAllTimers();
  vi.useRealTimers();
  const after = await startedStore();
  expect(watched(after)()).toEqual(['a']);
});

test('a phone that cannot store rows still shows them', async () => {
  globalThis.indexedDB = {
    open: () => {
      throw new DOMException('no', 'UnknownError');
    },
  } as unknown as IDBFactory;
  const store = await startedStore();
  await store.putRows([aRow({ id: 'a' })]);
  expect(watched(store)()).toEqual(['a']);
});
