import { onCall } from 'firebase-functions/https';
import { z } from 'zod';
import { decideChange } from '../change/decide-change.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, refusalError } from './answer-call.ts';
import { followJob } from './follow-job.ts';

const inputSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  verdict: z.enum(['confirm', 'refuse', 'withdraw']),
  reason: z.string().trim().max(500).default(''),
});

/** A second person says yes or no to a change that waits for one, or whoever proposed it takes it back. A no has a reason; a yes or no wants a fresh sign-in. */
export const confirmChange = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success || (input.data.verdict === 'refuse' && input.data.reason === '')) throw callError('invalid');
  const signedInAtMs = (request.auth?.token.auth_time ?? 0) * 1000;
  const decided = await decideChange(productionHost(), (reader) => readCaller(reader, request.auth), { ...input.data, signedInAtMs });
  if (!decided.ok) throw refusalError(decided.refusal);
  if (decided.staff) await followJob(decided.staff);
  return { state: decided.state };
});
