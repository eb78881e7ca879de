/** The names of the databases on this device; null where the browser cannot list them, which some older ones cannot. */
export async function databaseNames(): Promise<string[] | null> {
  if (typeof indexedDB.databases !== 'function') return null;
  return (await indexedDB.databases()).flatMap((database) => database.name ?? []);
}

/**
 * Opens a database without ever making one; null where there is none. Where the browser can say what is there nothing else is asked: opening what is not
 * there begins to make it, and in WebKit a page that ends meanwhile leaves every later page waiting for it, so that nothing of what waits on the phone is
 * shown (REC-4).
 */
export async function openExisting(name: string): Promise<IDBDatabase | null> {
  const names = await databaseNames();
  if (names !== null && !names.includes(name)) return null;
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve(null);
    opening.onsuccess = () => resolve(opening.result);
  });
}
