import { connectAuthEmulator, indexedDBLocalPersistence, initializeAuth } from 'firebase/auth';
import { firebaseApp } from '../firestore/firebase-app.ts';
import { webConfig } from '../device/web-config.ts';

export { EmailAuthProvider, onIdTokenChanged, reauthenticateWithCredential, signInWithEmailAndPassword, signOut } from 'firebase/auth';

/** `initializeAuth` instead of `getAuth` leaves out pop-ups, redirects and reCAPTCHA. */
export const auth = initializeAuth(firebaseApp, { persistence: indexedDBLocalPersistence });
if (webConfig.emulators) connectAuthEmulator(auth, webConfig.emulators.auth, { disableWarnings: true });
