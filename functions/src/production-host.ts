import { initializeApp } from 'firebase-admin/app';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';
import { write } from 'firebase-functions/logger';
import { firestoreStore } from './adapters/firestore-store.ts';
import { storedReference } from './adapters/stored-reference.ts';
import type { Host } from './host.ts';

/** The surroundings of deployed functions. Lazy, because discovery loads the module where there is no project yet. */
export const productionHost = once((): Host => {
  initializeApp();
  const store = firestoreStore(getFirestore());
  const nowMs = () => Date.now();
  return {
    store,
    reference: storedReference(store, nowMs),
    nowMs,
    random: () => Math.random(),
    timestamp: (atMs) => Timestamp.fromMillis(atMs),
    log: (entry) => write({ ...entry }),
  };
});

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
