import formerPhone from './former-phone.json' with { type: 'json' };

interface DumpedStore {
  name: string;
  keyPath: string | null;
  autoIncrement: boolean;
  indexes: { name: string; keyPath: string | string[]; unique: boolean }[];
  rows: { key?: string; value: unknown }[];
}

interface DumpedDatabase {
  name: string;
  version: number;
  stores: DumpedStore[];
}

/** Whose phone it was. */
export const formerOwner = 't-xy-xucheng-clerk-1';
/** The complaint that lies unsent, with an entry and a photo behind it. */
export const unsentComplaintId = '3b6c1f0e-52aa-4c1d-9a60-0d6f4b1c7e21';
export const unsentEntryId = '8f1f6c52-0a77-4d0b-8d0e-5a2f7cbb9d10';
export const unsentPhotoId = '5d1c2a9e-7b34-4f58-a6c1-93e0d7f2b845';
/** The recording that was not finished, with a photo. */
export const recordingDraftId = 'c7d0a1b2-3e4f-4a5b-8c6d-7e8f9a0b1c2d';
/** What the tab held in its session storage. */
export const formerSession: Readonly<Record<string, string>> = formerPhone.sessionStorage;
export const formerDatabases: readonly DumpedDatabase[] = formerPhone.databases;

/**
 * Puts databases of the former version onto this phone as they were: versions, stores, indexes and rows. What JSON cannot hold is written in the dump
 * as an object with one field that says what it is. Everything is inside, so that it can be run in a page as well.
 */
export async function restoreDatabases(databases: readonly DumpedDatabase[]): Promise<void> {
  const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not restored'));
    });
  const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const revived = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(revived));
    if (typeof value !== 'object' || value === null) return value;
    const parts = Object.entries(value);
    const [kind, text] = parts[0] ?? [];
    if (kind === '$bytes') return bytesOf(String(text));
    if (kind === '$buffer') return bytesOf(String(text)).buffer;
    if (kind === '$key') return crypto.subtle.importKey('jwk', { kty: 'oct', k: String(text), alg: 'A256GCM' }, 'AES-GCM', false, ['encrypt', 'decrypt']);
    return Object.fromEntries(await Promise.all(parts.map(async ([name, part]) => [name, await revived(part)] as const)));
  };
  const createStore = (database: IDBDatabase, { name, keyPath, autoIncrement, indexes }: DumpedStore): void => {
    const store = database.createObjectStore(name, { keyPath, autoIncrement });
    for (const { name: indexName, keyPath: path, unique } of indexes) store.createIndex(indexName, path, { unique });
  };
  for (const { name, version, stores } of databases) {
    const values = await Promise.all(stores.map(({ rows }) => Promise.all(rows.map(({ value }) => revived(value)))));
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => stores.forEach((store) => createStore(opening.result, store));
    const database = await done(opening);
    for (const [index, store] of stores.entries())
      for (const [place, { key }] of store.rows.entries())
        await done(database.transaction(store.name, 'readwrite').objectStore(store.name).put(values[index]?.[place], key));
    database.close();
  }
}
