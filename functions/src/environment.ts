import { z } from 'zod';
import type { WaysIn } from './caller-address.ts';

const hops = z.coerce.number().int().min(0).max(9).optional();

const environmentSchema = z.object({
  CONTACT_PEPPER: z.string().min(32),
  SHOUWEN_BILLING_URL: z.url({ protocol: /^https$/ }).optional(),
  SHOUWEN_BILLING_TOKEN: z.string().min(16).optional(),
  SHOUWEN_PUSH: z.literal('fcm').optional(),
  SHOUWEN_OUTREACH_URL: z.url({ protocol: /^https$/ }).optional(),
  SHOUWEN_OUTREACH_TOKEN: z.string().min(16).optional(),
  SHOUWEN_OUTREACH: z.literal('record').optional(),
  SHOUWEN_PAGES_URL: z.url({ protocol: /^https$/ }).optional(),
  GCLOUD_PROJECT: z.string().optional(),
  SHOUWEN_GATEWAY_SECRET: z.string().min(32).optional(),
  SHOUWEN_HOPS_DIRECT: hops,
  SHOUWEN_HOPS_HOSTING: hops,
  SHOUWEN_HOPS_GATEWAY: hops,
  FUNCTIONS_EMULATOR: z.string().optional(),
});

type Parsed = z.infer<typeof environmentSchema>;

export interface Environment {
  /** The one secret that every operator's keys are made with; whoever has it can try all numbers (RET-2). */
  contactPepper: string;
  /** The operator's own billing system; null where the embedded ledger is the books. */
  billing: { url: string; token: string } | null;
  /** By which service people are told by push; null where it is off, which is the default. */
  push: 'fcm' | null;
  /** The operator's SMS centre; `record` where everything is written and nothing sent; null where customers are not told by message, which is the default. */
  outreach: { url: string; token: string } | 'record' | null;
  /** Where customers' pages are, without a stroke at the end. */
  pagesUrl: string;
  /** By which hops calls without an account come in (RET-2). */
  waysIn: WaysIn;
}

/**
 * Reads what a deployment sets. An address without its token is a mistake and not a default.
 *
 * @throws Error naming each bad key, so that a wrong deployment fails at once.
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) throw new Error(`environment: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  const { CONTACT_PEPPER: contactPepper, SHOUWEN_PUSH: push = null } = parsed.data;
  const billing = pairOf(parsed.data, 'SHOUWEN_BILLING_URL', 'SHOUWEN_BILLING_TOKEN');
  return { contactPepper, billing, push, ...outreachOf(parsed.data), waysIn: waysInOf(parsed.data) };
}

/** Address and token go together: one without the other is a mistake and not a default. */
function pairOf<Name extends 'SHOUWEN_BILLING_URL' | 'SHOUWEN_BILLING_TOKEN' | 'SHOUWEN_OUTREACH_URL' | 'SHOUWEN_OUTREACH_TOKEN'>(
  parsed: Parsed,
  urlName: Name,
  tokenName: Name,
): { url: string; token: string } | null {
  const { [urlName]: url, [tokenName]: token } = parsed;
  if ((url === undefined) !== (token === undefined)) throw new Error(`environment: ${urlName} and ${tokenName} go together`);
  return url !== undefined && token !== undefined ? { url, token } : null;
}

/** Nothing is rehearsed with a centre that sends. The pages are where Hosting puts them, unless an address of the operator's own is named. */
function outreachOf(parsed: Parsed): Pick<Environment, 'outreach' | 'pagesUrl'> {
  const { SHOUWEN_OUTREACH: mode, SHOUWEN_PAGES_URL: pages, GCLOUD_PROJECT: project = 'localhost' } = parsed;
  const centre = pairOf(parsed, 'SHOUWEN_OUTREACH_URL', 'SHOUWEN_OUTREACH_TOKEN');
  if (centre !== null && mode !== undefined) throw new Error('environment: SHOUWEN_OUTREACH and SHOUWEN_OUTREACH_URL exclude each other');
  return { outreach: centre ?? mode ?? null, pagesUrl: (pages ?? `https://${project}.web.app`).replace(/\/$/, '') };
}

/** Google's front end is one hop, Hosting or a gateway before it a second; in the emulators nothing adds to what a caller says. */
function waysInOf(parsed: Parsed): WaysIn {
  const [one, two] = parsed.FUNCTIONS_EMULATOR === 'true' ? [0, 0] : [1, 2];
  const { SHOUWEN_HOPS_DIRECT: direct = one, SHOUWEN_HOPS_HOSTING: hosting = two, SHOUWEN_HOPS_GATEWAY: gateway = two } = parsed;
  return { gatewaySecret: parsed.SHOUWEN_GATEWAY_SECRET ?? null, ownHops: { direct, hosting, gateway } };
}
