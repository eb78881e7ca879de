import { randomUUID } from 'node:crypto';
import { onCall } from 'firebase-functions/https';
import { roles } from '@shouwen/domain/organisation/staff';
import { writtenUid, writtenUnitId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { proposeJob } from '../change/propose-job.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readAdministrator, refusalError } from './answer-call.ts';
import { followJob } from './follow-job.ts';

const inputSchema = z.strictObject({
  id: z.uuid().optional(),
  uid: writtenUid,
  active: z.boolean().optional(),
  role: z.enum(roles).optional(),
  unitId: writtenUnitId.optional(),
  reason: z.string().trim().max(500).default(''),
});

/** Suspends, reinstates, moves or gives a new job to a member of staff, at once or after a second person has confirmed; nobody changes themselves. */
export const administerStaff = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { id = randomUUID(), ...wanted } = input.data;
  const proposed = await proposeJob(
    productionHost(),
    async (reader, uid) => {
      const caller = await readAdministrator(reader, request.auth);
      if (caller.uid === uid) throw callError('notAllowed');
      return caller;
    },
    { ...wanted, id },
  );
  if (!proposed.ok) throw proposed.refusal === 'unknownStaff' ? callError('unknownStaff') : refusalError(proposed.refusal);
  if (proposed.staff) await followJob(proposed.staff);
  return { state: proposed.state };
});
