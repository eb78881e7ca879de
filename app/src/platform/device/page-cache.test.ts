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
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
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

beforeAll(async () => {
  leavePageClean(page as Window, IDBDatabase, () => restarts.push('anew'));
  [firestore, own] = [await opened('firestore/[DEFAULT]/demo/main'), await opened('shouwen')];
});

test('a page that is left keeps no transaction of a library open and begins none, and its own draft is still written (REC-4)', async () => {
  const before = firestore.transaction('rows', 'readwrite');
  before.objectStore('rows').put(1, 'a');
  expect(await ended(before)).toBe('complete');

  const open = firestore.transaction('rows', 'readwrite');
  open.objectStore('rows').put(2, 'a');
  const typed = own.transaction('rows', 'readwrite');
  typed.objectStore('rows').put('补充', 'draft');
  page.dispatchEvent(new Event('pagehide'));
  expect(await Promise.all([ended(open), ended(typed)])).toEqual(['abort', 'complete']);

  expect(() => firestore.transaction('rows')).toThrow('The page is being left.');
  const last = own.transaction('rows', 'readwrite');
  last.objectStore('rows').put('补充完', 'draft');
  expect(await ended(last)).toBe('complete');
});

test('a page that comes back as it was starts anew; one that is shown for the first time does not', () => {
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(restarts).toEqual([]);
  page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(restarts).toEqual(['anew']);
});
