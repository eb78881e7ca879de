import { nowMs } from '../device/clock.ts';
import { loadAuth } from './firebase-auth.ts';
import { storedLogin } from './stored-login.ts';
import { rememberPassword } from './session.ts';
import { claimsIn } from './sign-in-moment.ts';

/** The rules want a sign-in less than ten minutes old for large sums; a minute less leaves time for the request to arrive. */
const freshForMs = 9 * 60_000;

/** What keeps someone from confirming who they are. */
export type FreshSignInFailure = 'wrongPassword' | 'offline' | 'tooMany' | 'unknown';

/** Whether the person's last sign-in is recent enough for deciding about a large sum. Not knowing counts as no. */
export async function isSignInFresh(): Promise<boolean> {
  const token = await (await storedLogin())?.token(false);
  const atMs = token?.kind === 'token' ? claimsIn(token.idToken).signedInAtMs : null;
  return atMs !== null && nowMs() - atMs < freshForMs;
}

/** Signs the same person in again; the token that is stored afterwards says when. Resolves to null when all is well. */
export async function signInAfresh(password: string): Promise<FreshSignInFailure | null> {
  try {
    const { auth, EmailAuthProvider, reauthenticateWithCredential } = await loadAuth();
    await auth.authStateReady();
    const user = auth.currentUser;
    if (!user?.email) return 'unknown';
    await reauthenticateWithCredential(user, EmailAuthProvider.credential(user.email, password));
    await user.getIdToken(true);
    void rememberPassword(user.uid, password);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

const failures: Readonly<Record<string, FreshSignInFailure>> = {
  'auth/invalid-credential': 'wrongPassword',
  'auth/wrong-password': 'wrongPassword',
  'auth/missing-password': 'wrongPassword',
  'auth/network-request-failed': 'offline',
  'auth/too-many-requests': 'tooMany',
};

function failureOf(error: unknown): FreshSignInFailure {
  if (error instanceof TypeError) return 'offline';
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return failures[code] ?? 'unknown';
}
