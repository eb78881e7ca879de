import 'fake-indexeddb/auto';
import { beforeAll, expect, test } from 'vitest';
import { leavePageClean } from './page-cache.ts';

const page = new EventTarget();
const restarts: string[] = [];
let firestore: IDBDatabase;
let own: IDBDatabase;

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => ['rows', 'drafts', 'keys', 'outbox'].forEach((store) => opening.result.createObjectStore(store));
    opening.onerror = () => reject(opening.error ?? new Error(name));
    opening.onsuccess = () => resolve(opening.result);
  });
}

function ended(transaction: IDBTransaction): Promise<string> {
  return new Promise((resolve) => {
    transaction.addEventListener('complete', () => resolve('complete'));
    transaction.addEventListener('abort', () => resolve('abort'));
  });
}

function put(database: IDBDatabase, store: string, value: unknown): IDBTransaction {
  const begun = database.transaction(store, 'readwrite');
  begun.objectStore(store).put(value, 'key');
  return begun;
}

beforeAll(async () => {
  leavePageClean(page as Window, IDBDatabase, () => restarts.push('anew'));
  [firestore, own] = [await opened('firestore/[DEFAULT]/demo/main'), await opened('shouwen')];
});

test('a page that is left holds up no later one: what was typed last is written, and all that needs another step of the page is undone (REC-4)', async () => {
  expect(await ended(put(firestore, 'rows', 1))).toBe('complete');
  expect(await ended(put(own, 'outbox', 1))).toBe('complete');

  const [ofSdk, sending, typed] = [put(firestore, 'rows', 2), put(own, 'outbox', 2), put(own, 'drafts', '补充')];
  const reading = own.transaction('keys');
  reading.objectStore('keys').get('key');
  page.dispatchEvent(new Event('pagehide'));
  expect(await Promise.all([ofSdk, sending, typed, reading].map(ended))).toEqual(['abort', 'abort', 'complete', 'abort']);
});

test('after that what was typed is still written, with the key that it takes, and nothing else is begun', async () => {
  const key = own.transaction('keys');
  key.objectStore('keys').get('key');
  expect(await Promise.all([ended(key), ended(put(own, 'drafts', '补充完'))])).toEqual(['complete', 'complete']);
  for (const [database, store] of [
    [firestore, 'rows'],
    [own, 'outbox'],
    [own, 'keys'],
  ] as const)
    expect(() => database.transaction(store, 'readwrite')).toThrow('The page is being left.');
  expect(() => own.transaction(['drafts', 'outbox'], 'readwrite')).toThrow('The page is being left.');
  expect(() => firestore.transaction('rows')).toThrow('The page is being left.');
});

test('a page that comes back as it was starts anew; one that is shown for the first time does not', () => {
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(restarts).toEqual([]);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(restarts).toEqual(['anew']);
});
