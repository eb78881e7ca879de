import { region } from '../build.ts';
import type { Ports } from '../emulators/ports.ts';
import { demoPassword } from './create-logins.ts';
import { encodeFields, Moment } from '@shouwen/domain/kernel/rest-value';

export interface Target {
  projectId: string;
  ports: Pick<Ports, 'auth' | 'firestore'>;
}

/** One thing that a person wants to do, as a journal takes it. */
export type JournalCommand = { type: string } & Record<string, unknown>;

/** Has the server fill in when it received a document, which the rules insist on. */
export const receivedNow = { fieldPath: 'receivedAt', setToServerValue: 'REQUEST_TIME' };

const idTokens = new Map<string, Promise<string>>();

/**
 * Writes in the name of a member of staff, as their phone would: signed in with their password, against the rules.
 *
 * @throws Error that names what was not taken.
 */
export async function commitAs(target: Target, email: string, what: string, writes: object[]): Promise<void> {
  const idToken = await idTokenOf(target, email);
  const url = `http://127.0.0.1:${target.ports.firestore}/v1/projects/${target.projectId}/databases/(default)/documents:commit`;
  try {
    await postJson(url, { authorization: `Bearer ${idToken}` }, { writes });
  } catch (cause) {
    throw new Error(`${what} was not taken. ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The creation of a document, as a phone sends it. */
export function creationOf({ projectId }: Target, path: string, document: object): object {
  const name = `projects/${projectId}/databases/(default)/documents/${path}`;
  return { update: { name, fields: encodeFields(document) }, updateTransforms: [receivedNow], currentDocument: { exists: false } };
}

/** A journal entry, as a phone writes it. */
export function entryOf({ type, ...payload }: JournalCommand, uid: string, capturedAtMs: number, after: string | null = null): object {
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  return { type, payload, actor, after, capturedAt: new Moment(capturedAtMs), clockOffsetMs: 0, outcome: 'pending' };
}

/**
 * Calls a function in the name of a member of staff.
 *
 * @throws Error that names the function and says what it answered.
 */
export async function callAs(target: Target & { ports: Pick<Ports, 'functions'> }, email: string, name: string, data: object): Promise<void> {
  const idToken = await idTokenOf(target, email);
  try {
    await postJson(`http://127.0.0.1:${target.ports.functions}/${target.projectId}/${region}/${name}`, { authorization: `Bearer ${idToken}` }, { data });
  } catch (cause) {
    throw new Error(`${name} for ${email} was not done. ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function idTokenOf(target: Target, email: string): Promise<string> {
  const key = `${target.ports.auth} ${email}`;
  const idToken = idTokens.get(key) ?? signIn(target, email);
  idTokens.set(key, idToken);
  return idToken;
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
