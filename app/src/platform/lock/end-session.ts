import { nowMs } from '../device/clock.ts';
import { currentReference } from '../reference/reference.ts';
import { loadAuth } from '../session/firebase-auth.ts';
import { isSessionOver } from './idle-time.ts';
import { signInAtMs } from '../session/sign-in-moment.ts';

/**
 * Ends a login that is older than the operator lets it be (RET-2): it leaves this device, and the person is asked to sign in again. What they have not sent stays, and
 * goes on being recorded.
 */
export async function endOldSession(): Promise<void> {
  const hours = currentReference()?.pack.limits.sessionHours;
  const { auth, signOut } = await loadAuth();
  await auth.authStateReady();
  if (!auth.currentUser || hours === undefined) return;
  const atMs = signInAtMs(await auth.currentUser.getIdToken());
  if (atMs !== null && isSessionOver(nowMs(), atMs, hours)) await signOut(auth);
}
