import '../device/schemas-without-eval.ts';
import { type Staff, staffSchema } from '@shouwen/domain/organisation/staff';
import { isLeaving } from '../device/device-clean-up.ts';
import { isRestartNeeded, whenRestartIsNeeded } from '../device/restart-need.ts';
import { createStore } from '../device/store.ts';
import { useStore } from '../device/use-store.ts';
import { loadAuth } from './firebase-auth.ts';
import { loadFirestore } from '../firestore/firebase-firestore.ts';
import { followAnew, followDocument } from '../firestore/follow.ts';

export interface Session {
  staff: Staff;
}

/** What keeps someone from signing in; the sign-in page has a sentence for each. */
export type SignInFailureCode = 'wrongCredentials' | 'offline' | 'tooMany' | 'disabled' | 'noStaff' | 'otherPerson' | 'unknown';

export class SignInFailure extends Error {
  readonly code: SignInFailureCode;
  constructor(code: SignInFailureCode, cause?: unknown) {
    super(`sign-in failed: ${code}`, { cause });
    this.name = 'SignInFailure';
    this.code = code;
  }
}

/** Nobody's login is valid here: work stays in the outbox until someone has signed in again. */
export class SignedOut extends Error {
  constructor() {
    super('nobody is signed in');
    this.name = 'SignedOut';
  }
}

const profileKey = 'shouwen.staff';
const signInPauseMs = 700;
const login = createStore<{ session: Session | null; isExpired: boolean }>({ session: isLeaving() ? null : keptSession(), isExpired: false });

/** Who works on this device: known from local storage before Firebase is loaded, and kept when a login expires. */
export function useSession(): Session | null {
  return useStore(login).session;
}

export function currentSession(): Session | null {
  return login.get().session;
}

/** True when the login is no longer valid although the person has not signed out: everything is kept, and they are asked to sign in again. */
export function useLoginExpired(): boolean {
  return useStore(login).isExpired;
}

export function isLoginExpired(): boolean {
  return login.get().isExpired;
}

export const onSession = login.listen;

/**
 * A token for the REST interface.
 *
 * @throws SignedOut when there is no valid login; the network's error when there is no connection and the token has run out.
 */
export async function idToken(): Promise<string> {
  const { auth } = await loadAuth();
  await auth.authStateReady();
  if (!auth.currentUser || auth.currentUser.uid !== currentSession()?.staff.uid) throw new SignedOut();
  return auth.currentUser.getIdToken();
}

/** Follows the login and one's own staff document while the app runs. Called once, after the first paint. */
export async function followLogin(): Promise<void> {
  const { auth, onIdTokenChanged } = await loadAuth();
  let followedUid: string | null = null;
  let stopFollowing = nothingToStop;
  onIdTokenChanged(auth, (user) => {
    const session = currentSession();
    setExpired(session !== null && user?.uid !== session.staff.uid);
    if (user?.uid === followedUid) return;
    // What was followed under a login that is lost has ended with it, and is followed anew under the next one.
    stopFollowing();
    followedUid = user?.uid ?? null;
    stopFollowing = user ? followStaff(user.uid, () => auth.currentUser?.uid === user.uid) : nothingToStop;
  });
}

/** @throws SignInFailure saying why. Someone else's unsent work on this device is never touched: they have to sign out first. */
export async function signIn(email: string, password: string): Promise<void> {
  try {
    const { auth, signInWithEmailAndPassword, signOut: leave } = await loadAuth();
    const { user } = await signInWithEmailAndPassword(auth, email, password);
    try {
      const session = currentSession();
      if (session && session.staff.uid !== user.uid) throw new SignInFailure('otherPerson');
      keep(await staffOf(user.uid, session));
    } catch (error) {
      await leave(auth);
      throw error;
    }
    setExpired(false);
    followAnew();
    void rememberPassword(user.uid, password);
  } catch (error) {
    throw error instanceof SignInFailure ? error : new SignInFailure(codeOf(error), error);
  }
}

/** Other tabs of the same device follow when someone signs in or out in one of them. */
addEventListener('storage', (event) => {
  if (event.key !== profileKey && event.key !== null) return;
  const kept = keptSession();
  if (kept?.staff.uid !== currentSession()?.staff.uid) location.reload();
});

/** A device whose storage does not take it asks for a network to be unlocked. */
export async function rememberPassword(uid: string, password: string): Promise<void> {
  const { keepPasswordCheck } = await import('./password-check.ts');
  await keepPasswordCheck(uid, password).catch(() => undefined);
}

async function readStaff(uid: string): Promise<Staff> {
  const { db, api } = await loadFirestore();
  const read = () => api.getDocFromServer(api.doc(db, 'staff', uid));
  // A connection that was opened under a login that is lost may still be answered as nobody's for a moment.
  const snapshot = await read().catch(() => pause(signInPauseMs).then(read));
  if (!snapshot.exists()) throw new SignInFailure('noStaff');
  return staffSchema.parse(snapshot.data());
}

/**
 * Where Firestore has lost its copy it fails, or never answers, until the app is loaded anew: whoever was here already is known without it, and looked at again after that.
 */
async function staffOf(uid: string, session: Session | null): Promise<Staff> {
  if (session === null) return readStaff(uid);
  const asBefore = whenRestartIsNeeded().then(() => session.staff);
  return Promise.race([asBefore, readStaff(uid).catch((error: unknown) => (isRestartNeeded() ? asBefore : Promise.reject(error)))]);
}

function nothingToStop(): void {
  // Nobody is followed yet.
}

/** Being moved, suspended or given another job shows at once (ORG-4). Returns how to stop. */
function followStaff(uid: string, isStillSignedIn: () => boolean): () => void {
  const read = (_id: string, stored: Record<string, unknown>): Staff | null => staffSchema.safeParse(stored).data ?? null;
  return followDocument(`staff/${uid}`, read, (followed) => {
    const session = currentSession();
    if (session?.staff.uid !== uid) return;
    if (followed.status === 'here') keep(followed.value);
    // Whoever is suspended may not even read this; being cut off otherwise, or having lost the login, leaves the profile as it was.
    if (followed.status === 'refused' && isStillSignedIn()) keep({ ...session.staff, active: false });
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function keep(staff: Staff): void {
  if (JSON.stringify(currentSession()?.staff) === JSON.stringify(staff)) return;
  localStorage.setItem(profileKey, JSON.stringify(staff));
  login.set({ ...login.get(), session: { staff } });
}

function keptSession(): Session | null {
  try {
    const parsed = staffSchema.safeParse(JSON.parse(localStorage.getItem(profileKey) ?? 'null'));
    return parsed.success ? { staff: parsed.data } : null;
  } catch {
    return null;
  }
}

function setExpired(isExpired: boolean): void {
  if (isExpired !== isLoginExpired()) login.set({ ...login.get(), isExpired });
}

const codes: Readonly<Record<string, SignInFailureCode>> = {
  'auth/invalid-credential': 'wrongCredentials',
  'auth/invalid-email': 'wrongCredentials',
  'auth/user-not-found': 'wrongCredentials',
  'auth/wrong-password': 'wrongCredentials',
  'auth/network-request-failed': 'offline',
  'auth/too-many-requests': 'tooMany',
  'auth/user-disabled': 'disabled',
  unavailable: 'offline',
  'permission-denied': 'noStaff',
};

function codeOf(error: unknown): SignInFailureCode {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (error instanceof TypeError) return 'offline';
  return codes[code] ?? 'unknown';
}
