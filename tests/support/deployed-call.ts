import type { Ports } from '../../tools/emulators/ports.ts';
import { region } from '../../tools/build.ts';
import { demoPassword } from '../../tools/seed/create-logins.ts';
import type { TestCity } from './city.ts';

interface Deployed {
  ports: Ports;
  projectId: string;
  city: TestCity;
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Calls a deployed callable function the way the app does, signed in as a member of staff or as nobody; with more headers, as somebody who is not the app. */
export async function callDeployed(
  { ports, projectId, city }: Deployed,
  name: string,
  data: unknown,
  uid?: string,
  more: Record<string, string> = {},
): Promise<Answer> {
  const authorization = uid === undefined ? {} : { authorization: `Bearer ${await signIn(ports, city.staff(uid).email)}` };
  const url = `http://127.0.0.1:${ports.functions}/${projectId}/${region}/${name}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization, ...more },
    body: JSON.stringify({ data }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Runs a deployed scheduled function the way Cloud Scheduler does. @returns the status of its answer. */
export async function runScheduled({ ports, projectId }: Pick<Deployed, 'ports' | 'projectId'>, name: string): Promise<number> {
  const url = `http://127.0.0.1:${ports.functions}/functions/projects/${projectId}/triggers/${region}-${name}-0`;
  return (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })).status;
}

/** Signs in with the password that all demonstration logins have. @returns a token of now. */
export async function signIn(ports: Ports, email: string): Promise<string> {
  const url = `http://127.0.0.1:${ports.auth}/identitytoolkit.googleapis.com/v1/accounts:signInWithPassword?key=demo`;
  const body = JSON.stringify({ email, password: demoPassword, returnSecureToken: true });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return ((await response.json()) as { idToken: string }).idToken;
}
