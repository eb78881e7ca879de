import { type Stamps, stampedNow } from './author.ts';
import { commitCreations, type Creation, fetchDocument } from './rest-commit.ts';
import { storedLogin } from '../session/stored-login.ts';

const timeoutMs = 20_000;

/** `unsure`: it may have arrived; creating it again under the same id is safe. */
export type Created = 'created' | 'refused' | 'unsure' | 'unreachable' | 'signInAgain';

/**
 * Creates documents now or says that they were not created: for what must not wait in the outbox, because whoever does it waits for the answer.
 * Neither a refusal nor silence tells whether an earlier try arrived, so then the first of them is asked for.
 *
 * @param stamps what of the first says who its author is; it is said as of now.
 */
export async function createNow(creations: readonly Creation[], stamps: Stamps = {}): Promise<Created> {
  const login = await storedLogin();
  const token = login === null ? { kind: 'over' as const } : await login.token(false);
  if (login === null || token.kind !== 'token') return token.kind === 'unreachable' ? 'unreachable' : 'signInAgain';
  const ready = await stampedNow(creations, stamps, { uid: login.uid, idToken: token.idToken }, timeoutMs);
  if (ready.kind !== 'stamped') return ready.kind;
  const answer = await commitCreations(ready.creations, token.idToken, timeoutMs);
  if (answer.kind === 'done') return 'created';
  if (answer.kind === 'signInAgain') return 'signInAgain';
  const there = await fetchDocument(creations[0]?.path ?? '', token.idToken, timeoutMs, ['capturedAt']);
  if (there.kind === 'done') return 'created';
  if (answer.kind === 'refused' && (there.kind === 'absent' || there.kind === 'refused')) return 'refused';
  return there.kind === 'unreachable' ? 'unreachable' : 'unsure';
}
