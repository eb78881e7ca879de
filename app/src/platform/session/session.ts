import '../device/schemas-without-eval.ts';
import { useSyncExternalStore } from 'react';
import { type Staff, staffSchema } from '@shouwen/domain/organisation/staff';
import { isLeaving } from '../device/device-clean-up.ts';
import { loadAuth } from './firebase-auth.ts';
import { loadFirestore } from '../firestore/firebase-firestore.ts';

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
const listeners = new Set<() => void>();
let session: Session | null = isLeaving() ? null : keptSession();
let expired = false;

/** Who works on this device: known from local storage before Firebase is loaded, and kept when a login expires. */
export function useSession(): Session | null {
  return useSyncExternalStore(onSession, currentSession);
}

export function currentSession(): Session | null {
  return session;
}

/** True when the login is no longer valid although the person has not signed out: everything is kept, and they are asked to sign in again. */
export function useLoginExpired(): boolean {
  return useSyncExternalStore(onSession, isLoginExpired);
}

export function isLoginExpired(): boolean {
  return expired;
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * A token for the REST interface.
 *
 * @throws SignedOut when there is no valid login; the network's error when there is no connection and the token has run out.
 */
export async function idToken(): Promise<string> {
  const { auth } = await loadAuth();
  await auth.authStateReady();
  if (!auth.currentUser || auth.currentUser.uid !== session?.staff.uid) throw new SignedOut();
  return auth.currentUser.getIdToken();
}

/** Follows the login and one's own staff document while the app runs. Called once, after the first paint. */
export async function followLogin(): Promise<void> {
  const { auth, onIdTokenChanged } = await loadAuth();
  let followedUid: string | null = null;
  onIdTokenChanged(auth, (user) => {
    setExpired(session !== null && user?.uid !== session.staff.uid);
    if (!user || user.uid === followedUid) return;
    followedUid = user.uid;
    void followStaff(user.uid);
  });
}

/** @throws SignInFailure saying why. Someone else's unsent work on this device is never touched: they have to sign out first. */
export async function signIn(email: string, password: string): Promise<void> {
  try {
    const { auth, signInWithEmailAndPassword, signOut: leave } = await loadAuth();
    const { user } = await signInWithEmailAndPassword(auth, email, password);
    try {
      if (session && session.staff.uid !== user.uid) throw new SignInFailure('otherPerson');
      keep(await readStaff(user.uid));
    } catch (error) {
      await leave(auth);
      throw error;
    }
    setExpired(false);
  } catch (error) {
    throw error instanceof SignInFailure ? error : new SignInFailure(codeOf(error), error);
  }
}

/** Other tabs of the same device follow when someone signs in or out in one of them. */
addEventListener('storage', (event) => {
  if (event.key !== profileKey && event.key !== null) return;
  const kept = keptSession();
  if (kept?.staff.uid !== session?.staff.uid) location.reload();
});

async function readStaff(uid: string): Promise<Staff> {
  const { db, api } = await loadFirestore();
  const snapshot = await api.getDocFromServer(api.doc(db, 'staff', uid));
  if (!snapshot.exists()) throw new SignInFailure('noStaff');
  return staffSchema.parse(snapshot.data());
}

/** Being moved, suspended or given another job shows at once (ORG-4). */
async function followStaff(uid: string): Promise<void> {
  const { db, api } = await loadFirestore();
  api.onSnapshot(
    api.doc(db, 'staff', uid),
    (snapshot) => {
      const parsed = staffSchema.safeParse(snapshot.data());
      if (parsed.success && session?.staff.uid === uid) keep(parsed.data);
    },
    // Whoever is suspended may not even read this; being cut off otherwise leaves the profile as it was.
    (error) => void (error.code === 'permission-denied' && session?.staff.uid === uid && keep({ ...session.staff, active: false })),
  );
}

function keep(staff: Staff): void {
  if (JSON.stringify(session?.staff) === JSON.stringify(staff)) return;
  localStorage.setItem(profileKey, JSON.stringify(staff));
  session = { staff };
  listeners.forEach((listener) => listener());
}

function keptSession(): Session | null {
  try {
    const parsed = staffSchema.safeParse(JSON.parse(localStorage.getItem(profileKey) ?? 'null'));
    return parsed.success ? { staff: parsed.data } : null;
  } catch {
    return null;
  }
}

function setExpired(now: boolean): void {
  if (expired === now) return;
  expired = now;
  listeners.forEach((listener) => listener());
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
