import { sessionMsIn } from '@shouwen/domain/policy/session-time';
import { claimsIn, isSignInOver } from '../session/sign-in-moment.ts';
import { fetchDocument } from './rest-commit.ts';

/** Whether the server refuses a token because its sign-in is older than the operator lets one be (RET-2). It tells that time to every active member of staff, however long ago they signed in. */
export async function isRefusedForAge(idToken: string): Promise<boolean> {
  const current = await fetchDocument('policies/current', idToken, 30_000, ['sessionMs']);
  return current.kind === 'done' && isSignInOver(idToken, sessionMsIn(current.body, claimsIn(idToken).pack));
}
