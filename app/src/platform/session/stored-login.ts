import { phoneNowMs } from '../device/clock.ts';
import { openExisting } from '../device/existing-database.ts';
import { webConfig } from '../device/web-config.ts';

/** What asking for a token came to; `over` means that the person has to sign in again. */
export type Token = { kind: 'token'; idToken: string } | { kind: 'over' } | { kind: 'unreachable' };

/** Whoever is signed in on this phone. `fresh` asks for a new token although the old one seemed good. */
export interface Login {
  uid: string;
  token(fresh: boolean): Promise<Token>;
}

interface StoredUser {
  uid: string;
  stsTokenManager: { refreshToken: string; accessToken?: string; expirationTime?: number };
}

/**
 * The login as Firebase Auth keeps it in IndexedDB: the one source that a page and a service worker share, and one that does not wait for the SDK,
 * which on a slow line says nothing for half a minute.
 */
export async function storedLogin(): Promise<Login | null> {
  const user = await storedUser();
  return user === null ? null : { uid: user.uid, token: (fresh) => tokenOf(user, fresh) };
}

/** Exchanged tokens are not written back: the SDK owns its store. */
let exchanged: { uid: string; idToken: string; expiresAtMs: number } | null = null;

async function tokenOf(user: StoredUser, fresh: boolean): Promise<Token> {
  const soonMs = phoneNowMs() + 60_000;
  const { accessToken, expirationTime, refreshToken } = user.stsTokenManager;
  if (!fresh && accessToken !== undefined && (expirationTime ?? 0) > soonMs) return { kind: 'token', idToken: accessToken };
  if (!fresh && exchanged?.uid === user.uid && exchanged.expiresAtMs > soonMs) return { kind: 'token', idToken: exchanged.idToken };
  return exchange(user.uid, refreshToken);
}

async function exchange(uid: string, refreshToken: string): Promise<Token> {
  const base = webConfig.emulators === undefined ? 'https://' : `${webConfig.emulators.auth}/`;
  try {
    const response = await fetch(`${base}securetoken.googleapis.com/v1/token?key=${encodeURIComponent(webConfig.apiKey)}`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    });
    const answer = (await response.json()) as { id_token?: string; expires_in?: string; error?: unknown };
    if (answer.id_token === undefined) return { kind: response.status === 400 && answer.error !== undefined ? 'over' : 'unreachable' };
    exchanged = { uid, idToken: answer.id_token, expiresAtMs: phoneNowMs() + Number(answer.expires_in ?? 0) * 1_000 };
    return { kind: 'token', idToken: answer.id_token };
  } catch {
    return { kind: 'unreachable' };
  }
}

const sdkDatabase = 'firebaseLocalStorageDb';
const sdkStore = 'firebaseLocalStorage';

/** Reads without ever making the SDK's database: one made by us would lack what the SDK puts into it. */
async function storedUser(): Promise<StoredUser | null> {
  const database = await openExisting(sdkDatabase);
  return database === null ? null : new Promise((resolve) => readUser(database, resolve));
}

function readUser(database: IDBDatabase, resolve: (user: StoredUser | null) => void): void {
  const finish = (user: StoredUser | null): void => {
    database.close();
    resolve(user);
  };
  if (!database.objectStoreNames.contains(sdkStore)) return finish(null);
  const reading = database.transaction(sdkStore).objectStore(sdkStore).get(`firebase:authUser:${webConfig.apiKey}:[DEFAULT]`);
  reading.onerror = () => finish(null);
  reading.onsuccess = () => finish((reading.result as { value?: StoredUser } | undefined)?.value ?? null);
}
