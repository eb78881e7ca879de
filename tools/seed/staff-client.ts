import type { Ports } from '../emulators/ports.ts';
import { demoPassword } from './create-logins.ts';

export interface Target {
  projectId: string;
  ports: Pick<Ports, 'auth' | 'firestore'>;
}

/** Has the server fill in when it received a document, which the rules insist on. */
export const receivedNow = { fieldPath: 'receivedAt', setToServerValue: 'REQUEST_TIME' };

const idTokens = new Map<string, Promise<string>>();

/**
 * Writes in the name of a member of staff, as their phone would: signed in with their password, against the rules.
 *
 * @throws Error that names what was not taken.
 */
export async function commitAs(target: Target, email: string, what: string, writes: object[]): Promise<void> {
  const key = `${target.ports.auth} ${email}`;
  const idToken = idTokens.get(key) ?? signIn(target, email);
  idTokens.set(key, idToken);
  const url = `http://127.0.0.1:${target.ports.firestore}/v1/projects/${target.projectId}/databases/(default)/documents:commit`;
  try {
    await postJson(url, { authorization: `Bearer ${await idToken}` }, { writes });
  } catch (cause) {
    throw new Error(`${what} was not taken. ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

async function signIn({ ports }: Target, email: string): Promise<string> {
  const url = `http://127.0.0.1:${ports.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=demo`;
  const answer = await postJson(url, {}, { email, password: demoPassword, returnSecureToken: true });
  return (answer as { idToken: string }).idToken;
}

async function postJson(url: string, headers: Record<string, string>, body: object): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json();
}
