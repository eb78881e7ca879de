import { commitCreations, type Creation, fetchDocument } from './rest-commit.ts';
import { storedLogin, type Token } from '../session/stored-login.ts';

const timeoutMs = 20_000;

/** `unsure`: it may have arrived; creating it again under the same id is safe. */
export type Created = 'created' | 'refused' | 'unsure' | 'unreachable' | 'signInAgain';

/**
 * Creates documents now or says that they were not created: for what must not wait in the outbox, because whoever does it waits for the answer.
 * Neither a refusal nor silence tells whether an earlier try arrived, so then the first of them is asked for.
 */
export async function createNow(creations: readonly Creation[]): Promise<Created> {
  const token = await tokenNow();
  if (token.kind !== 'token') return token.kind === 'over' ? 'signInAgain' : 'unreachable';
  const answer = await commitCreations(creations, token.idToken, timeoutMs);
  if (answer.kind === 'done') return 'created';
  if (answer.kind === 'signInAgain') return 'signInAgain';
  const there = await fetchDocument(creations[0]?.path ?? '', token.idToken, timeoutMs, ['capturedAt']);
  if (there.kind === 'done') return 'created';
  if (answer.kind === 'refused' && (there.kind === 'absent' || there.kind === 'refused')) return 'refused';
  return there.kind === 'unreachable' ? 'unreachable' : 'unsure';
}

async function tokenNow(): Promise<Token> {
  const login = await storedLogin();
  return login === null ? { kind: 'over' } : login.token(false);
}
