type FirestoreApi = typeof import('./firebase-firestore-api.ts');

export interface LoadedFirestore {
  db: FirestoreApi['db'];
  api: Omit<FirestoreApi, 'db'>;
}

let loading: Promise<LoadedFirestore> | null = null;

/** Loads Firestore when it is first wanted. A failed load (a dead network, no cache yet) is tried again by the next caller. */
export function loadFirestore(): Promise<LoadedFirestore> {
  loading ??= import('./firebase-firestore-api.ts').then(
    (module) => ({ db: module.db, api: module }),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/**
 * Makes Firestore connect at once when the network is back: left alone, its stream may wait up to a minute before it tries again.
 * Call it after a real request has succeeded.
 */
export async function reconnectFirestore(): Promise<void> {
  if (!loading) return;
  const { db, api } = await loading;
  await api.disableNetwork(db);
  await api.enableNetwork(db);
}

/** Stops Firestore for good and removes what it kept on this device. Only a reload brings it back. */
export async function forgetFirestore(): Promise<void> {
  const { db, api } = await loadFirestore();
  await api.terminate(db);
  await api.clearIndexedDbPersistence(db);
}
