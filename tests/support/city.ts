import type { Staff } from '@shouwen/domain/organisation/staff';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore, Timestamp } from 'firebase-admin/firestore';
import { firestoreStore } from '../../functions/src/adapters/firestore-store.ts';
import { storedKeys } from '../../functions/src/adapters/stored-keys.ts';
import { storedReference } from '../../functions/src/adapters/stored-reference.ts';
import { embeddedBilling } from '../../functions/src/billing/billing.ts';
import type { Host, LogEntry } from '../../functions/src/host.ts';
import type { Store } from '../../functions/src/store.ts';
import { localPepper } from '../../tools/emulators/local-pepper.ts';
import type { City } from '../../tools/seed/city-files.ts';
import { staffOf, storeCity } from '../../tools/seed/store-city.ts';
import { readCheckedCity } from '../../tools/seed.ts';

/** Friday morning in the demonstration city, unless a test says otherwise. */
export const morningMs = Date.parse('2026-11-20T09:00:00+08:00');

/** The demonstration city in a project of its own, without complaints, and a host for its functions whose time and chance a test sets. */
export interface TestCity {
  projectId: string;
  emulatorHost: string;
  firestore: Firestore;
  told: City;
  host: TestHost;
  /** A host with its own memory, as another instance of the functions has; on another store if one is given. */
  newHost(store?: Store): TestHost;
  staff(uid: string): Staff;
  /** Changes a person's document, and has their work looked at as whoever changes people does; `restoreStaff` undoes it. */
  changeStaff(uid: string, changes: Partial<Staff>): Promise<void>;
  restoreStaff(): Promise<void>;
  close(): Promise<void>;
}

export interface TestHost extends Host {
  /** The time that it is; tests move it. */
  clockMs: number;
  /** What chance yields next, in a circle. */
  draws: number[];
  logged: LogEntry[];
}

/** Fills a project of that name with the city, whatever was in it. */
export async function openCity(emulatorHost: string, name: string): Promise<TestCity> {
  process.env['FIRESTORE_EMULATOR_HOST'] = emulatorHost;
  process.env['METADATA_SERVER_DETECTION'] = 'none';
  const projectId = `demo-${name}`;
  const app = initializeApp({ projectId }, projectId);
  const firestore = getFirestore(app);
  const city = cityAt(emulatorHost, projectId, firestore);
  await clear(emulatorHost, projectId);
  await storeCity(firestore, city.told, morningMs);
  return { ...city, close: () => deleteApp(app) };
}

/** A city that is there already, behind a connection that is open already. */
export function cityAt(emulatorHost: string, projectId: string, firestore: Firestore): TestCity {
  const told = readCheckedCity();
  const staff = new Map(staffOf(told).map((person) => [person.uid, person]));
  const store = firestoreStore(firestore);
  const changed = new Set<string>();
  return {
    projectId,
    emulatorHost,
    firestore,
    told,
    host: testHost(store),
    newHost: (other = store) => testHost(other),
    staff: (uid) => existing(staff.get(uid), uid),
    changeStaff: async (uid, changes) => {
      changed.add(uid);
      if (Object.keys(changes).length > 0) await firestore.doc(`staff/${uid}`).update({ releaseDue: true, ...changes });
    },
    restoreStaff: async () => {
      await Promise.all([...changed].map((uid) => firestore.doc(`staff/${uid}`).set({ ...existing(staff.get(uid), uid) })));
      changed.clear();
    },
    close: () => Promise.resolve(),
  };
}

export function testHost(store: Store): TestHost {
  let drawn = 0;
  const host: TestHost = {
    clockMs: morningMs,
    draws: [0.5],
    logged: [],
    store,
    reference: storedReference(store, () => host.clockMs),
    keys: storedKeys(store, localPepper(), (entry) => host.log(entry)),
    billing: embeddedBilling,
    push: null,
    outreach: null,
    nowMs: () => host.clockMs,
    random: () => host.draws[drawn++ % host.draws.length] ?? 0.5,
    timestamp: (atMs) => Timestamp.fromMillis(atMs),
    log: (entry) => void host.logged.push(entry),
  };
  return host;
}

async function clear(emulatorHost: string, projectId: string): Promise<void> {
  const response = await fetch(`http://${emulatorHost}/emulator/v1/projects/${projectId}/databases/(default)/documents`, { method: 'DELETE' });
  if (!response.ok) throw new Error(`The emulator could not be emptied: ${response.status}.`);
}

function existing<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`There is no ${name} in the city.`);
  return value;
}
