import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { watchLostDatabase } from './lost-database.ts';

let lost = 0;
watchLostDatabase(IDBDatabase, () => (lost += 1));

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    opening.onerror = () => reject(opening.error ?? new Error(name));
    opening.onsuccess = () => resolve(opening.result);
  });
}

test.each([
  ['firestore/[DEFAULT]/demo/main', 1],
  ['shouwen', 0],
])('the deletion of %s under the open app is told %i times', async (name, times) => {
  lost = 0;
  const database = await opened(name);
  database.addEventListener('versionchange', () => database.close());
  database.transaction('rows').objectStore('rows').get('a');
  database.transaction('rows').objectStore('rows').get('b');
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  expect(lost).toBe(times);
});
