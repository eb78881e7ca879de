import { getMessaging, getToken } from 'firebase/messaging';
import { firebaseApp } from '../firestore/firebase-app.ts';

/** What the push service calls this browser. The messages come to the app's own service worker and not to one of the SDK's. */
export function askToken(vapidKey: string, serviceWorkerRegistration: ServiceWorkerRegistration): Promise<string> {
  return getToken(getMessaging(firebaseApp), { vapidKey, serviceWorkerRegistration });
}
