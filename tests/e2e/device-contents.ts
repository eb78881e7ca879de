import type { Page } from '@playwright/test';

/** Everything that the page's origin keeps on the device, as text to search in: databases with their keys, caches with their answers, storages. */
export interface DeviceContents {
  /** By name of the database. */
  databases: Record<string, string>;
  caches: { name: string; paths: string[]; text: string }[];
  localStorage: string;
  sessionStorage: string;
}

export function deviceContents(page: Page): Promise<DeviceContents> {
  return page.evaluate(readDevice);
}

/** Runs in the page. Bytes are read as text, so that what is not encrypted would be found in them too. */
async function readDevice(): Promise<DeviceContents> {
  const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not readable'));
    });
  const asText = (value: unknown): string => {
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
    if (Array.isArray(value)) return value.map(asText).join('\n');
    if (value instanceof CryptoKey) return value.extractable ? 'a key that can be taken out' : '';
    if (typeof value === 'object' && value !== null)
      return Object.entries(value)
        .map(([name, part]) => `${name}: ${asText(part)}`)
        .join('\n');
    return String(value);
  };
  const readDatabase = async (name: string): Promise<string> => {
    const database = await done(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const read = stores.map(async (store) => {
      const opened = database.transaction(store).objectStore(store);
      return asText(await Promise.all([done(opened.getAllKeys()), done(opened.getAll())]));
    });
    const text = (await Promise.all(read)).join('\n');
    database.close();
    return text;
  };
  const readCache = async (name: string): Promise<DeviceContents['caches'][number]> => {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    const texts = await Promise.all(requests.map(async (request) => (await cache.match(request))?.text() ?? ''));
    return { name, paths: requests.map(({ url }) => new URL(url).pathname), text: texts.join('\n') };
  };
  const names = (await indexedDB.databases()).map((database) => database.name ?? '');
  return {
    databases: Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readDatabase(name)] as const))),
    caches: await Promise.all((await caches.keys()).map(readCache)),
    localStorage: JSON.stringify(Object.entries(localStorage)),
    sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
  };
}
