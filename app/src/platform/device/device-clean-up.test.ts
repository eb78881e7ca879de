// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { openDB } from 'idb';
import { beginLeaving, emptyDevice, finishLeaving, isLeaving } from './device-clean-up.ts';

async function makeDatabase(name: string): Promise<void> {
  const database = await openDB(name, 1, { upgrade: (fresh) => void fresh.createObjectStore('things') });
  database.close();
}

async function databaseNames(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map((database) => database.name);
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
});

test('after signing out nothing personal is left, and the chosen language is', async () => {
  for (const name of ['shouwen', 'shouwen-rows', 'shouwen-reference', 'firebaseLocalStorageDb', 'firestore/[DEFAULT]/demo/main']) await makeDatabase(name);
  localStorage.setItem('shouwen.staff', '{}');
  localStorage.setItem('shouwen.firstRows', '[]');
  localStorage.setItem('shouwen.language', 'en');
  sessionStorage.setItem('shouwen.contact-opened/1', 'x');
  await emptyDevice();
  expect(await databaseNames()).toEqual([]);
  expect(Object.keys(localStorage)).toEqual(['shouwen.language']);
  expect(sessionStorage.length).toBe(0);
});

test('a sign-out that was cut short is finished by the next start', async () => {
  beginLeaving();
  await emptyDevice();
  await makeDatabase('shouwen-rows');
  localStorage.setItem('shouwen.firstRows', '[]');
  expect(isLeaving()).toBe(true);
  await finishLeaving();
  expect(isLeaving()).toBe(false);
  expect(await databaseNames()).toEqual([]);
  expect(localStorage.length).toBe(0);
});

test('a start without a sign-out before it removes nothing', async () => {
  await makeDatabase('shouwen');
  await finishLeaving();
  expect(await databaseNames()).toEqual(['shouwen']);
});

test('a connection that another tab holds does not keep anybody from leaving', async () => {
  const held = await openDB('shouwen', 1);
  await emptyDevice();
  held.close();
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await databaseNames()).toEqual([]);
});

test('where databases cannot be listed, the known ones go', async () => {
  await makeDatabase('shouwen-rows');
  const list = indexedDB.databases.bind(indexedDB);
  Object.defineProperty(indexedDB, 'databases', { value: undefined });
  await emptyDevice();
  expect(await list()).toEqual([]);
});
