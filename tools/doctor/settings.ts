import { z } from 'zod';

/** What Identity Platform says of how people sign in; what it leaves out is off. */
export const signInSettingsSchema = z.object({
  signIn: z
    .object({
      email: z.object({ enabled: z.boolean().default(false), passwordRequired: z.boolean().default(false) }).prefault({}),
      phoneNumber: z.object({ enabled: z.boolean().default(false) }).prefault({}),
      anonymous: z.object({ enabled: z.boolean().default(false) }).prefault({}),
    })
    .prefault({}),
  client: z
    .object({ permissions: z.object({ disabledUserSignup: z.boolean().default(false), disabledUserDeletion: z.boolean().default(false) }).prefault({}) })
    .prefault({}),
  passwordPolicyConfig: z
    .object({
      passwordPolicyEnforcementState: z.string().default('OFF'),
      forceUpgradeOnSignin: z.boolean().default(false),
      passwordPolicyVersions: z
        .array(
          z.object({
            customStrengthOptions: z
              .object({
                minPasswordLength: z.number().default(6),
                containsLowercaseCharacter: z.boolean().default(false),
                containsUppercaseCharacter: z.boolean().default(false),
                containsNumericCharacter: z.boolean().default(false),
              })
              .prefault({}),
          }),
        )
        .default([]),
    })
    .prefault({}),
  emailPrivacyConfig: z.object({ enableImprovedEmailPrivacy: z.boolean().default(false) }).prefault({}),
  mfa: z
    .object({
      state: z.string().default('DISABLED'),
      providerConfigs: z.array(z.object({ state: z.string().default('DISABLED'), totpProviderConfig: z.object({}).optional() })).default([]),
    })
    .prefault({}),
  monitoring: z.object({ requestLogging: z.object({ enabled: z.boolean().default(false) }).prefault({}) }).prefault({}),
  authorizedDomains: z.array(z.string()).default([]),
});

export type SignInSettings = z.infer<typeof signInSettingsSchema>;

/** Which of Firebase's services want App Check's token of every caller. */
export const appCheckSchema = z.object({ services: z.array(z.object({ name: z.string(), enforcementMode: z.string().default('OFF') })).default([]) });

/** What was found out about a project, by asking for its settings and by trying. */
export interface ProjectFacts {
  settings: SignInSettings;
  enforcedByAppCheck: string[];
  /** What a stranger's attempt to make an account came to. */
  signUp: 'refused' | 'possible';
  /** What the sign-in of an address that nobody has says. */
  unknownAddress: 'told apart' | 'not told apart';
  /** People whose account and staff document differ in whether they may sign in, by uid. */
  suspendedButEnabled: string[];
  activeButDisabled: string[];
}

export interface Finding {
  what: string;
  /** Something that lets strangers in, or locks people out, is bad; what could be stronger is weak. */
  verdict: 'good' | 'weak' | 'bad';
  found: string;
  /** What to do where it is not good. */
  remedy: string;
}

const leastPasswordLength = 12;

/** Judges what was found: one finding for each setting (ASVS 5: V6). */
export function judge(facts: ProjectFacts): Finding[] {
  return [
    signUpOf(facts),
    otherWaysOf(facts),
    passwordsOf(facts),
    privacyOf(facts),
    secondFactorOf(facts),
    signInLogOf(facts),
    appCheckOf(facts),
    domainsOf(facts),
    accountsOf(facts),
  ];
}

function signUpOf({ settings, signUp }: ProjectFacts): Finding {
  const { disabledUserSignup, disabledUserDeletion } = settings.client.permissions;
  const isGood = disabledUserSignup && disabledUserDeletion && signUp === 'refused';
  return {
    what: 'sign-up off',
    verdict: isGood ? 'good' : 'bad',
    found:
      signUp === 'possible' ? 'a stranger could make an account' : isGood ? 'accounts are made by administrators alone' : 'people may make or delete accounts',
    remedy:
      'Authentication, Settings, User actions: turn off "Enable create (sign-up)" and "Enable delete"; a plain project has to be upgraded to Identity Platform first.',
  };
}

function otherWaysOf({ settings: { signIn } }: ProjectFacts): Finding {
  const ways = [
    signIn.anonymous.enabled && 'anonymously',
    signIn.phoneNumber.enabled && 'by phone',
    !signIn.email.passwordRequired && 'by a link in an e-mail',
  ].filter((way) => way !== false);
  return {
    what: 'ways to sign in',
    verdict: ways.length === 0 && signIn.email.enabled ? 'good' : 'bad',
    found: !signIn.email.enabled ? 'nobody can sign in by e-mail and password' : ways.length === 0 ? 'e-mail and password alone' : `also ${ways.join(', ')}`,
    remedy: 'Authentication, Sign-in method: leave "Email/Password" on, without "Email link", and all others off.',
  };
}

function passwordsOf({ settings: { passwordPolicyConfig } }: ProjectFacts): Finding {
  const options = passwordPolicyConfig.passwordPolicyVersions.at(-1)?.customStrengthOptions;
  const isStrong =
    passwordPolicyConfig.passwordPolicyEnforcementState === 'ENFORCE' &&
    passwordPolicyConfig.forceUpgradeOnSignin &&
    options !== undefined &&
    options.minPasswordLength >= leastPasswordLength &&
    options.containsLowercaseCharacter &&
    options.containsUppercaseCharacter &&
    options.containsNumericCharacter;
  return {
    what: 'password policy',
    verdict: isStrong ? 'good' : 'bad',
    found: isStrong ? `at least ${options.minPasswordLength}, upper, lower, digit, at the next sign-in` : 'weaker than it has to be, or not enforced',
    remedy: `Authentication, Settings, Password policy: "Require enforcement", ${leastPasswordLength} characters, upper, lower and numeric, "Force upgrade on sign-in".`,
  };
}

function privacyOf({ settings, unknownAddress }: ProjectFacts): Finding {
  const isGood = settings.emailPrivacyConfig.enableImprovedEmailPrivacy && unknownAddress === 'not told apart';
  return {
    what: 'e-mail enumeration protection',
    verdict: isGood ? 'good' : 'bad',
    found: isGood ? 'on' : 'a stranger can find out who has an account',
    remedy: 'Authentication, Settings, User actions: "Email enumeration protection".',
  };
}

/** Never good: whoever had one could not sign in to the app, which does not ask for it. */
function secondFactorOf({ settings: { mfa } }: ProjectFacts): Finding {
  const hasTotp = mfa.providerConfigs.some(({ state, totpProviderConfig }) => state === 'ENABLED' && totpProviderConfig !== undefined);
  return {
    what: 'second factor',
    verdict: 'weak',
    found: `${hasTotp ? 'can be had, but the app does not ask for it' : 'cannot be had'}: what stands between one stolen password and the money is that two persons confirm (ADM-2) and that large payments want a fresh sign-in`,
    remedy: 'Give nobody a second factor yet: they could not sign in to the app any more.',
  };
}

function signInLogOf({ settings: { monitoring } }: ProjectFacts): Finding {
  const { enabled } = monitoring.requestLogging;
  return {
    what: 'sign-ins written down',
    verdict: enabled ? 'good' : 'weak',
    found: enabled ? 'to Cloud Logging' : 'nowhere: who tried passwords out cannot be found afterwards',
    remedy: 'Authentication, Settings, User activity logging: turn it on.',
  };
}

function appCheckOf({ enforcedByAppCheck }: ProjectFacts): Finding {
  return {
    what: 'App Check',
    verdict: enforcedByAppCheck.length === 0 ? 'weak' : 'bad',
    found:
      enforcedByAppCheck.length === 0
        ? 'not used: what callers may do without it is counted by caller and number, and costs work above that'
        : `${enforcedByAppCheck.join(', ')} want a token that neither the app nor the customer’s page sends: nobody gets in`,
    remedy: 'App Check, APIs: "Unenforce". A gateway in front may check callers instead (see "Who asks").',
  };
}

function domainsOf({ settings: { authorizedDomains } }: ProjectFacts): Finding {
  const local = authorizedDomains.filter((domain) => /^(?:localhost|127\.)/.test(domain));
  return {
    what: 'authorised domains',
    verdict: local.length === 0 ? 'good' : 'bad',
    found: authorizedDomains.join(', ') || 'none',
    remedy: 'Authentication, Settings, Authorized domains: keep those of hosting and gateway, remove localhost.',
  };
}

function accountsOf({ suspendedButEnabled, activeButDisabled }: ProjectFacts): Finding {
  const differences = [
    ...suspendedButEnabled.map((uid) => `${uid} is suspended and can sign in`),
    ...activeButDisabled.map((uid) => `${uid} is not suspended and cannot sign in`),
  ];
  return {
    what: 'suspended accounts',
    verdict: differences.length === 0 ? 'good' : 'bad',
    found: differences.length === 0 ? 'are disabled' : differences.join('; '),
    remedy: 'Suspend or return the person once more under People; the account follows the staff document.',
  };
}
