import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Access, readProject } from './read-project.ts';
import { judge, type ProjectFacts } from './settings.ts';

/** A project that is set up as it should be, as Google's services tell of one. */
const asItShouldBe = {
  signIn: { email: { enabled: true, passwordRequired: true }, phoneNumber: { enabled: false }, anonymous: { enabled: false } },
  client: { permissions: { disabledUserSignup: true, disabledUserDeletion: true } },
  passwordPolicyConfig: {
    passwordPolicyEnforcementState: 'ENFORCE',
    forceUpgradeOnSignin: true,
    passwordPolicyVersions: [
      {
        schemaVersion: 1,
        customStrengthOptions: { minPasswordLength: 12, containsLowercaseCharacter: true, containsUppercaseCharacter: true, containsNumericCharacter: true },
      },
    ],
  },
  emailPrivacyConfig: { enableImprovedEmailPrivacy: true },
  mfa: { state: 'ENABLED', providerConfigs: [{ state: 'ENABLED', totpProviderConfig: { adjacentIntervals: 1 } }] },
  monitoring: { requestLogging: { enabled: true } },
  authorizedDomains: ['shouwen-live.web.app'],
};
/** What no setting makes good. */
const alwaysWeak = { 'App Check': 'weak', 'second factor': 'weak' };
const alike: Pick<ProjectFacts, 'suspendedButEnabled' | 'activeButDisabled'> = { suspendedButEnabled: [], activeButDisabled: [] };

let server: Server;
let config: object;
let services: object[];
let isSignUpOpen: boolean;
let isPrivate: boolean;
let asked: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://far-side');
    asked.push(`${request.method} ${pathname}`);
    const answer = (status: number, body: object): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/admin/v2/projects/shouwen-live/config') {
      return request.headers.authorization === 'Bearer token' ? answer(200, config) : answer(403, { error: { message: 'PERMISSION_DENIED' } });
    }
    if (pathname === '/v1/projects/shouwen-live/services') return answer(200, { services });
    if (pathname === '/v1/accounts:signUp')
      return isSignUpOpen ? answer(200, { idToken: 'fresh' }) : answer(400, { error: { message: 'ADMIN_ONLY_OPERATION' } });
    if (pathname === '/v1/accounts:delete') return answer(200, {});
    return answer(400, { error: { message: isPrivate ? 'INVALID_LOGIN_CREDENTIALS' : 'EMAIL_NOT_FOUND' } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  [config, services, isSignUpOpen, isPrivate, asked] = [asItShouldBe, [{ name: 'projects/1/services/firestore.googleapis.com' }], false, true, []];
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function access(accessToken = 'token'): Access {
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { projectId: 'shouwen-live', apiKey: 'key', accessToken, hosts: { identity: host, appCheck: host } };
}

/** What is not good, by name. */
async function faults(accounts = alike): Promise<Record<string, string>> {
  const findings = judge({ ...(await readProject(access())), ...accounts });
  return Object.fromEntries(findings.filter(({ verdict }) => verdict !== 'good').map(({ what, verdict }) => [what, verdict]));
}

describe('a deployed project', () => {
  test('that is set up as it should be has nothing against it but that neither App Check nor a second factor is used', async () => {
    expect(await faults()).toEqual(alwaysWeak);
    expect(asked).not.toContain('POST /v1/accounts:delete');
  });

  test.each<[string, object]>([
    ['sign-up off', { client: { permissions: { disabledUserDeletion: true } } }],
    ['sign-up off', { client: { permissions: { disabledUserSignup: true } } }],
    ['ways to sign in', { signIn: { ...asItShouldBe.signIn, anonymous: { enabled: true } } }],
    ['ways to sign in', { signIn: { ...asItShouldBe.signIn, phoneNumber: { enabled: true } } }],
    ['ways to sign in', { signIn: { ...asItShouldBe.signIn, email: { enabled: true } } }],
    ['ways to sign in', { signIn: {} }],
    ['password policy', { passwordPolicyConfig: undefined }],
    ['password policy', { passwordPolicyConfig: { ...asItShouldBe.passwordPolicyConfig, passwordPolicyEnforcementState: 'OFF' } }],
    ['password policy', { passwordPolicyConfig: { ...asItShouldBe.passwordPolicyConfig, forceUpgradeOnSignin: false } }],
    [
      'password policy',
      { passwordPolicyConfig: { ...asItShouldBe.passwordPolicyConfig, passwordPolicyVersions: [{ customStrengthOptions: { minPasswordLength: 8 } }] } },
    ],
    ['e-mail enumeration protection', { emailPrivacyConfig: {} }],
    ['authorised domains', { authorizedDomains: ['localhost', 'shouwen-live.web.app'] }],
  ])('%s: one setting that is wrong is named alone, and it is bad (%j)', async (what, wrong) => {
    config = { ...asItShouldBe, ...wrong };
    expect(await faults()).toEqual({ ...alwaysWeak, [what]: 'bad' });
  });

  test('is weak with a second factor that can be had, too: the app does not ask for one', async () => {
    for (const state of ['ENABLED', 'DISABLED']) {
      config = { ...asItShouldBe, mfa: { ...asItShouldBe.mfa, state } };
      expect(await faults()).toEqual(alwaysWeak);
    }
  });

  test('that writes no sign-ins down is weak', async () => {
    config = { ...asItShouldBe, monitoring: undefined };
    expect(await faults()).toEqual({ ...alwaysWeak, 'sign-ins written down': 'weak' });
  });

  test('where App Check is enforced lets nobody in', async () => {
    services = [{ name: 'projects/1/services/firestore.googleapis.com', enforcementMode: 'ENFORCED' }];
    expect(await faults()).toEqual({ ...alwaysWeak, 'App Check': 'bad' });
  });

  test('is tried as a stranger would, whatever its settings say, and an account that comes of it goes at once', async () => {
    isSignUpOpen = true;
    expect(await faults()).toEqual({ ...alwaysWeak, 'sign-up off': 'bad' });
    expect(asked.at(-2)).toBe('POST /v1/accounts:delete');
    [isSignUpOpen, isPrivate] = [false, false];
    expect(await faults()).toEqual({ ...alwaysWeak, 'e-mail enumeration protection': 'bad' });
  });

  test('whose accounts say otherwise than its staff has the people named', async () => {
    expect(await faults({ ...alike, suspendedButEnabled: ['t-left'] })).toEqual({ ...alwaysWeak, 'suspended accounts': 'bad' });
    expect(await faults({ ...alike, activeButDisabled: ['t-back'] })).toEqual({ ...alwaysWeak, 'suspended accounts': 'bad' });
  });

  test('whose settings may not be read says which question was not answered', async () => {
    await expect(readProject(access('none'))).rejects.toThrow(/answers 403 to a question about the project’s settings/);
  });
});
