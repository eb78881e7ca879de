import { connectFirestoreEmulator, initializeFirestore, persistentLocalCache, persistentMultipleTabManager } from 'firebase/firestore';
import { firebaseApp } from './firebase-app.ts';
import { webConfig } from '../device/web-config.ts';

/** What the app uses of Firestore: a name that is missing here is not in the bundle. */
export {
  clearIndexedDbPersistence,
  collection,
  collectionGroup,
  deleteDoc,
  disableNetwork,
  doc,
  documentId,
  enableNetwork,
  getCountFromServer,
  getDoc,
  getDocFromServer,
  getDocs,
  getDocsFromServer,
  limit,
  onSnapshot,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  startAfter,
  terminate,
  Timestamp,
  updateDoc,
  where,
  writeBatch,
} from 'firebase/firestore';

/** Documents that were read stay readable without a network, in every tab. Writes go through the outbox instead. */
export const db = initializeFirestore(firebaseApp, { localCache: persistentLocalCache({ tabManager: persistentMultipleTabManager() }) });
if (webConfig.emulators) {
  const [host = '127.0.0.1', port = '8080'] = webConfig.emulators.firestore.split(':');
  connectFirestoreEmulator(db, host, Number(port));
}
