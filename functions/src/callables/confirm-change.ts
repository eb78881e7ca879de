import { onCall } from 'firebase-functions/https';
import { changeFromStored } from '@shouwen/domain/change/change';
import { confirmingRoles } from '@shouwen/domain/change/second-person';
import { verdictKinds } from '@shouwen/domain/change/verdict';
import { z } from 'zod';
import { decideChange } from '../change/decide-change.ts';
import { foreseeChange } from '../change/foresee-change.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, refusalError } from './answer-call.ts';
import { followJob } from './follow-job.ts';

const id = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);
const previewSchema = z.strictObject({ id });
const inputSchema = z.strictObject({
  id,
  verdict: z.enum(verdictKinds),
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

/** What a change that waits would do to the work in hand if it came into force now (ADM-3), for whoever proposed it and whoever may confirm it. Changes nothing. */
export const previewChange = onCall(callableOptions, async (request) => {
  const input = previewSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  const stored = await host.store.get(`changes/${input.data.id}`);
  const change = stored && changeFromStored(stored.id, stored.data);
  const mayLook = change?.pack === caller.pack && (change.byUid === caller.uid || confirmingRoles(change.needs).includes(caller.role));
  if (!mayLook) throw callError('notAllowed');
  return foreseeChange(host, change);
});
