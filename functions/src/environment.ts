import { z } from 'zod';
import type { WaysIn } from './caller-address.ts';

const hops = z.coerce.number().int().min(0).max(9).optional();

const environmentSchema = z.object({
  CONTACT_PEPPER: z.string().min(32),
  SHOUWEN_BILLING_URL: z.url({ protocol: /^https$/ }).optional(),
  SHOUWEN_BILLING_TOKEN: z.string().min(16).optional(),
  SHOUWEN_PUSH: z.literal('fcm').optional(),
  SHOUWEN_GATEWAY_SECRET: z.string().min(32).optional(),
  SHOUWEN_HOPS_DIRECT: hops,
  SHOUWEN_HOPS_HOSTING: hops,
  SHOUWEN_HOPS_GATEWAY: hops,
  FUNCTIONS_EMULATOR: z.string().optional(),
});

export interface Environment {
  /** The one secret that every operator's keys are made with; whoever has it can try all numbers (RET-2). */
  contactPepper: string;
  /** The operator's own billing system; null where the embedded ledger is the books. */
  billing: { url: string; token: string } | null;
  /** By which service people are told by push; null where it is off, which is the default. */
  push: 'fcm' | null;
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
  const { CONTACT_PEPPER: contactPepper, SHOUWEN_BILLING_URL: url, SHOUWEN_BILLING_TOKEN: token, SHOUWEN_PUSH: push = null } = parsed.data;
  if ((url === undefined) !== (token === undefined)) throw new Error('environment: SHOUWEN_BILLING_URL and SHOUWEN_BILLING_TOKEN go together');
  return { contactPepper, billing: url !== undefined && token !== undefined ? { url, token } : null, push, waysIn: waysInOf(parsed.data) };
}

/** Google's front end is one hop, Hosting or a gateway before it a second; in the emulators nothing adds to what a caller says. */
function waysInOf(parsed: z.infer<typeof environmentSchema>): WaysIn {
  const [one, two] = parsed.FUNCTIONS_EMULATOR === 'true' ? [0, 0] : [1, 2];
  const { SHOUWEN_HOPS_DIRECT: direct = one, SHOUWEN_HOPS_HOSTING: hosting = two, SHOUWEN_HOPS_GATEWAY: gateway = two } = parsed;
  return { gatewaySecret: parsed.SHOUWEN_GATEWAY_SECRET ?? null, ownHops: { direct, hosting, gateway } };
}
