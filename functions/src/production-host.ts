import { initializeApp } from 'firebase-admin/app';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';
import { getMessaging } from 'firebase-admin/messaging';
import { write } from 'firebase-functions/logger';
import { fcmPush } from './adapters/fcm-push.ts';
import { firestoreStore } from './adapters/firestore-store.ts';
import { emulatorClock } from './adapters/emulator-clock.ts';
import { httpOutreach } from './adapters/http-outreach.ts';
import { httpBilling } from './adapters/http-billing.ts';
import { storedKeys } from './adapters/stored-keys.ts';
import { storedReference } from './adapters/stored-reference.ts';
import { embeddedBilling } from './billing/billing.ts';
import { type Environment, readEnvironment } from './environment.ts';
import type { Host, LogEntry } from './host.ts';
import { type Outreach, recordingOutreach } from './outreach/outreach.ts';

/** What the deployment sets. */
export const productionEnvironment = once(() => readEnvironment(process.env));

/** The surroundings of deployed functions. Lazy, because discovery loads the module where there is no project yet. */
export const productionHost = once((): Host => {
  initializeApp();
  const store = firestoreStore(getFirestore());
  const nowMs = emulatorClock(process.env) ?? (() => Date.now());
  const log = (entry: LogEntry): void => write({ ...entry });
  const environment = productionEnvironment();
  return {
    store,
    reference: storedReference(store, nowMs),
    keys: storedKeys(store, environment.contactPepper, log),
    billing: environment.billing ? httpBilling(environment.billing) : embeddedBilling,
    outreach: outreachOf(environment),
    push: environment.push === 'fcm' ? fcmPush(getMessaging()) : null,
    nowMs,
    random: () => Math.random(),
    timestamp: (atMs) => Timestamp.fromMillis(atMs),
    log,
  };
});

function outreachOf({ outreach, pagesUrl }: Environment): Outreach | null {
  if (outreach === null) return null;
  return outreach === 'record' ? recordingOutreach(pagesUrl) : httpOutreach({ ...outreach, pagesUrl });
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
