type AuthApi = typeof import('./firebase-auth-api.ts');

let loading: Promise<AuthApi> | null = null;

/** Loads Firebase Auth when it is first wanted. A failed load (a dead network, no cache yet) is tried again by the next caller. */
export function loadAuth(): Promise<AuthApi> {
  loading ??= import('./firebase-auth-api.ts').catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
