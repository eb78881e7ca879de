import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openExisting } from './existing-database.ts';

const databases = new IDBFactory();
const open = vi.fn((name: string, version?: number) => databases.open(name, version));

beforeEach(() => {
  open.mockClear();
  vi.stubGlobal('indexedDB', { open, databases: () => databases.databases() });
});
afterEach(() => vi.unstubAllGlobals());

function made(name: string): Promise<void> {
  return new Promise((resolve) => {
    const opening = databases.open(name, 1);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

test('REC-4: a database that is not there is not begun: a page that ends meanwhile would leave the next one waiting for ever', async () => {
  expect(await openExisting('former')).toBeNull();
  expect(open).not.toHaveBeenCalled();
});

test('one that is there is opened', async () => {
  await made('there');
  expect((await openExisting('there'))?.name).toBe('there');
});

test('where the browser cannot say what there is, none is left behind by asking', async () => {
  vi.stubGlobal('indexedDB', { open });
  expect(await openExisting('former')).toBeNull();
  expect((await databases.databases()).map(({ name }) => name)).not.toContain('former');
});
