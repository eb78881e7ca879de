import { sessionMsKnown } from '../reference/reference.ts';
import { loadAuth } from '../session/firebase-auth.ts';
import { isSignInOver } from '../session/sign-in-moment.ts';

/**
 * Ends a login that is older than the operator lets it be (RET-2): it leaves this device, and the person is asked to sign in again. What they have not sent stays, and
 * goes on being recorded. The server takes nothing by such a login, whether or not it is ended here.
 */
export async function endOldSession(): Promise<void> {
  const sessionMs = sessionMsKnown();
  const { auth, signOut } = await loadAuth();
  await auth.authStateReady();
  if (!auth.currentUser || sessionMs === null) return;
  if (isSignInOver(await auth.currentUser.getIdToken(), sessionMs)) await signOut(auth);
}
