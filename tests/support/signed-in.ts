import type { SignedIn } from '../../functions/src/callables/answer-call.ts';

/** What a token says of somebody who signed in so many seconds ago. */
export function signedInAgo(uid: string, seconds: number): SignedIn {
  return { uid, token: { auth_time: Math.floor(Date.now() / 1000) - seconds } };
}

export function signedInNow(uid: string): SignedIn {
  return signedInAgo(uid, 0);
}
