import { onCall } from 'firebase-functions/https';
import { policyChangeSchema } from '@shouwen/domain/policy/change-policy';
import { writtenVersion } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { effectsOfPolicy as preview } from '../policy/policy-effects.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readAdministrator, refusalError } from './answer-call.ts';

const inputSchema = z.strictObject({ basedOn: writtenVersion, changes: z.array(policyChangeSchema).min(1).max(200) });

/** What a change of the policy would do, and to how many open complaints. Changes nothing. */
export const previewPolicy = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readAdministrator(host.store, request.auth);
  const answer = await preview(host, caller, input.data);
  if (!answer.ok) throw refusalError(answer.refusal);
  return answer.preview;
});
