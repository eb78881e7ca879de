import { isSessionOver } from '@shouwen/domain/policy/session-time';
import { nowMs } from '../device/clock.ts';

/** What a token says of the login that it rests on. The server alone trusts or distrusts it. */
interface TokenClaims {
  /** Null when the token does not say. */
  signedInAtMs: number | null;
  /** The operator; empty where it was not said when the token was made. */
  pack: string;
}

export function claimsIn(idToken: string): TokenClaims {
  try {
    const payload = (idToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { auth_time: seconds, pack } = JSON.parse(atob(payload)) as { auth_time?: unknown; pack?: unknown };
    return { signedInAtMs: typeof seconds === 'number' ? seconds * 1_000 : null, pack: typeof pack === 'string' ? pack : '' };
  } catch {
    return { signedInAtMs: null, pack: '' };
  }
}

/** Whether the sign-in behind a token is older than the operator lets one be (RET-2). Not knowing counts as no: the server says it then. */
export function isSignInOver(idToken: string, sessionMs: number): boolean {
  const { signedInAtMs } = claimsIn(idToken);
  return signedInAtMs !== null && isSessionOver(nowMs(), signedInAtMs, sessionMs);
}
