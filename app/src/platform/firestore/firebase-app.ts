import { type FirebaseApp, initializeApp } from 'firebase/app';
import { webConfig } from '../device/web-config.ts';

/** What of an app its types do not show. */
interface Inside {
  container: { providers: Map<string, unknown> };
}

/** The one Firebase app; only the lazily loaded Firebase modules may import this. */
export const firebaseApp = initializeApp({
  projectId: webConfig.projectId,
  apiKey: webConfig.apiKey,
  authDomain: `${webConfig.projectId}.firebaseapp.com`,
  ...(webConfig.push && { appId: webConfig.push.appId, messagingSenderId: webConfig.push.messagingSenderId }),
});

// The SDK counts for its makers on which days an app is used. It asks no server for a sign-in before it has opened a database for that and deleted it again, and
// in WebKit a page that ends meanwhile leaves the deletion undone for good: the next page knew nobody and showed nothing of what waited on the phone (REC-4).
(firebaseApp as FirebaseApp & Inside).container.providers.delete('heartbeat');
