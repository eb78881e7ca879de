import { databaseNames } from './existing-database.ts';

const leavingKey = 'shouwen.leaving';
const languageKey = 'shouwen.language';

/** Notes that this device is to be emptied: the next start finishes what is left of it, also after an interruption. */
export function beginLeaving(): void {
  localStorage.setItem(leavingKey, '1');
}

export function isLeaving(): boolean {
  return localStorage.getItem(leavingKey) !== null;
}

/**
 * Removes everything that the app and its libraries keep on this device: databases, local storage, and caches other than the shell's.
 * The language stays, being nobody's personal data. May run again after having been interrupted.
 */
export async function emptyDevice(): Promise<void> {
  await Promise.all([...((await databaseNames()) ?? knownNames).map(deleteDatabase), deleteCaches()]);
  for (const key of Object.keys(localStorage)) {
    if (key !== languageKey && key !== leavingKey) localStorage.removeItem(key);
  }
  sessionStorage.clear();
}

/** Run by each start before anything opens a database: empties the device once more if it was being left, now that nothing else writes to it. */
export async function finishLeaving(): Promise<void> {
  if (!isLeaving()) return;
  await emptyDevice();
  localStorage.removeItem(leavingKey);
}

/** Older browsers cannot list databases; the names that this app and Firebase use are known. */
const knownNames = [
  'shouwen',
  'shouwen-rows',
  'shouwen-reference',
  'shouwen-forms',
  'firebaseLocalStorageDb',
  'firebase-heartbeat-database',
  'firebase-messaging-database',
  'firebase-installations-database',
];

/** A connection that another tab still holds delays the deletion; the browser carries it out once that is gone. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`database ${name} cannot be deleted`));
  });
}

async function deleteCaches(): Promise<void> {
  if (!('caches' in globalThis)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => !name.includes('-precache-')).map((name) => caches.delete(name)));
}
