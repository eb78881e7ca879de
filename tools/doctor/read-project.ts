import { randomBytes } from 'node:crypto';
import type { ProjectFacts } from './settings.ts';
import { appCheckSchema, signInSettingsSchema } from './settings.ts';

/** How the services are reached: by whose right, and where; tests have a far side of their own. */
export interface Access {
  projectId: string;
  apiKey: string;
  /** An OAuth token of somebody who may read the project's settings. */
  accessToken: string;
  hosts: { identity: string; appCheck: string };
}

export const googleHosts: Access['hosts'] = { identity: 'https://identitytoolkit.googleapis.com', appCheck: 'https://firebaseappcheck.googleapis.com' };

interface Reply {
  status: number;
  body: unknown;
}

/**
 * Reads the project's settings and tries what a stranger would try; an account that comes of it is deleted at once.
 *
 * @throws Error that says which question was not answered.
 */
export async function readProject(access: Access): Promise<Omit<ProjectFacts, 'suspendedButEnabled' | 'activeButDisabled'>> {
  const { projectId, hosts } = access;
  const settings = signInSettingsSchema.parse(await asAdministrator(access, `${hosts.identity}/admin/v2/projects/${projectId}/config`));
  const { services } = appCheckSchema.parse(await asAdministrator(access, `${hosts.appCheck}/v1/projects/${projectId}/services`));
  const enforced = services.filter(({ enforcementMode }) => enforcementMode === 'ENFORCED').map(({ name }) => name.split('/').at(-1) ?? name);
  return { settings, enforcedByAppCheck: enforced, signUp: await trySignUp(access), unknownAddress: await tryUnknownAddress(access) };
}

async function asAdministrator({ accessToken, projectId }: Access, url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${accessToken}`, 'x-goog-user-project': projectId } });
  if (!response.ok)
    throw new Error(`${new URL(url).host} answers ${response.status} to a question about the project’s settings: ${(await response.text()).slice(0, 300)}`);
  return response.json();
}

async function trySignUp(access: Access): Promise<ProjectFacts['signUp']> {
  const { status, body } = await asStranger(access, 'accounts:signUp', { ...stranger(), returnSecureToken: true });
  if (status !== 200) return 'refused';
  await asStranger(access, 'accounts:delete', { idToken: (body as { idToken: string }).idToken });
  return 'possible';
}

async function tryUnknownAddress(access: Access): Promise<ProjectFacts['unknownAddress']> {
  const { body } = await asStranger(access, 'accounts:signInWithPassword', stranger());
  return JSON.stringify(body).includes('EMAIL_NOT_FOUND') ? 'told apart' : 'not told apart';
}

/** An address that no mail can reach and nobody has. */
function stranger(): { email: string; password: string } {
  return { email: `doctor-${randomBytes(12).toString('hex')}@shouwen.invalid`, password: `Aa1-${randomBytes(18).toString('hex')}` };
}

async function asStranger({ hosts, apiKey }: Access, act: string, question: object): Promise<Reply> {
  const response = await fetch(`${hosts.identity}/v1/${act}?key=${encodeURIComponent(apiKey)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return { status: response.status, body: await response.json() };
}
