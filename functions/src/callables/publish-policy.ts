import { randomUUID } from 'node:crypto';
import { onCall } from 'firebase-functions/https';
import { policyChangeSchema } from '@shouwen/domain/policy/change-policy';
import { writtenVersion } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { proposePolicy } from '../change/propose-policy.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readAdministrator, refusalError } from './answer-call.ts';

const inputSchema = z.strictObject({
  id: z.uuid().optional(),
  basedOn: writtenVersion,
  changes: z.array(policyChangeSchema).min(1).max(200),
  reason: z.string().trim().min(1).max(500),
  applyToOpen: z.boolean(),
});

/** Publishes a new version of the policy, with its reason, on record; what needs a second person waits for one, and then has no version yet. */
export const publishPolicy = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { id = randomUUID(), ...policy } = input.data;
  const proposed = await proposePolicy(productionHost(), (reader) => readAdministrator(reader, request.auth), { ...policy, id });
  if (!proposed.ok) throw refusalError(proposed.refusal);
  return { version: proposed.version };
});
