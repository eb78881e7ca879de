import { beginLeaving, emptyDevice } from '../device/device-clean-up.ts';
import { loadAuth } from '../session/firebase-auth.ts';
import { forgetFirestore } from '../firestore/firebase-firestore.ts';
import { destroyOutbox } from '../outbox/outbox.ts';
import { leavePush } from '../push/push.ts';

/**
 * Ends the session and empties the device, unsent work included: whoever calls this has asked first. Each step may fail without stopping
 * the next, because the last one and the start that follows remove whatever is left.
 */
export async function signOut(): Promise<void> {
  beginLeaving();
  for (const step of [leavePush, destroyOutbox, endLogin, forgetFirestore, emptyDevice]) {
    try {
      await step();
    } catch (error) {
      console.warn('A step of signing out failed and is made up for by the next start.', error);
    }
  }
  location.replace('/sign-in');
}

async function endLogin(): Promise<void> {
  const { auth, signOut: leave } = await loadAuth();
  await leave(auth);
}
