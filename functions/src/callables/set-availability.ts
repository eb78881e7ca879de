import { onCall } from 'firebase-functions/https';
import { directsHandling } from '@shouwen/domain/complaint/relation';
import { z } from 'zod';
import { readStaff } from '../organisation/read-staff.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const inputSchema = z.strictObject({ uid: z.string().regex(/^[A-Za-z0-9-]{3,40}$/), onDuty: z.boolean() });

/** Goes on or off duty, or lets a head do so for someone of their unit or below it (ORG-4); the staff trigger then moves what they held. */
export const setAvailability = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { uid, onDuty } = input.data;
  const { store, reference } = productionHost();
  await store.transaction(async (transaction) => {
    const [caller, staff, units] = await Promise.all([readCaller(transaction, request.auth?.uid), readStaff(transaction, uid), reference.units()]);
    if (!staff) throw callError('unknownStaff');
    const isHead = directsHandling(caller.role) && units.get(staff.unitId)?.path.includes(caller.unitId) === true;
    if (caller.uid !== uid && !isHead) throw callError('notAllowed');
    if (staff.onDuty !== onDuty) transaction.update(`staff/${uid}`, { onDuty });
  });
  return {};
});
