import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Auth, getAuth } from 'firebase-admin/auth';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import type { Ports } from './ports.ts';

export interface Admin {
  auth: Auth;
  firestore: Firestore;
  close(): Promise<void>;
}

/** The Admin SDK finds emulators by the environment alone, so it is set here; a process that talks to two runs at once has to use REST. */
export function connectAdmin(projectId: string, ports: Pick<Ports, 'auth' | 'firestore'>): Admin {
  process.env['FIREBASE_AUTH_EMULATOR_HOST'] = `127.0.0.1:${ports.auth}`;
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${ports.firestore}`;
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  const app = initializeApp({ projectId }, `admin-${ports.firestore}-${projectId}`);
  const firestore = getFirestore(app);
  return { auth: getAuth(app), firestore, close: () => deleteApp(app) };
}
