import { onCall } from 'firebase-functions/https';
import { policyChangeSchema } from '@shouwen/domain/policy/change-policy';
import { z } from 'zod';
import { saveNewVersion as publish } from '../policy/save-new-version.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readAdministrator, refusalError } from './answer-call.ts';

const inputSchema = z.strictObject({
  basedOn: z.string().max(30),
  changes: z.array(policyChangeSchema).min(1).max(200),
  reason: z.string().trim().min(1).max(500),
  applyToOpen: z.boolean(),
});

/** Publishes a new version of the policy, with its reason, on record. Complaints keep the version they were opened under unless it is asked for. */
export const publishPolicy = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const published = await publish(productionHost(), (reader) => readAdministrator(reader, request.auth?.uid), input.data);
  if (!published.ok) throw refusalError(published.refusal);
  return { version: published.version };
});
