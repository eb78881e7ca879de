import { onCall } from 'firebase-functions/https';
import { maySetAvailability } from '@shouwen/domain/organisation/superior';
import { z } from 'zod';
import { noteWrites } from '../change/note-change.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { productionHost } from '../production-host.ts';
import { save } from '../transaction/write.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const inputSchema = z.strictObject({ uid: z.string().regex(/^[A-Za-z0-9-]{3,40}$/), onDuty: z.boolean() });

/** Goes on or off duty, or lets a superior do so for somebody below them (ORG-4), on record; the staff trigger then moves what they held. */
export const setAvailability = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { uid, onDuty } = input.data;
  const host = productionHost();
  const { store, reference } = host;
  await store.transaction(async (transaction) => {
    const [caller, staff, units] = await Promise.all([readCaller(transaction, request.auth?.uid), readStaff(transaction, uid), reference.units()]);
    if (!staff) throw callError('unknownStaff');
    if (!maySetAvailability(caller, staff, units)) throw callError('notAllowed');
    if (staff.onDuty === onDuty) return;
    transaction.update(`staff/${uid}`, { onDuty });
    save(transaction, noteWrites(host, caller, staff, { kind: 'duty', onDuty }));
  });
  return {};
});
