import { initializeApp } from 'firebase/app';
import { webConfig } from '../device/web-config.ts';

/** The one Firebase app; only the lazily loaded Firebase modules may import this. */
export const firebaseApp = initializeApp({
  projectId: webConfig.projectId,
  apiKey: webConfig.apiKey,
  authDomain: `${webConfig.projectId}.firebaseapp.com`,
  ...(webConfig.push && { appId: webConfig.push.appId, messagingSenderId: webConfig.push.messagingSenderId }),
});
