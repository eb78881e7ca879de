import { onCall } from 'firebase-functions/https';
import { mayOpenContact } from '@shouwen/domain/complaint/relation';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { writtenDeviceId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const inputSchema = z.strictObject({ complaintId: writtenDeviceId });
const tokenSchema = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{22}$/) });

/** The secret of the customer's link, to be shown to the customer: whoever has it speaks as the customer, so each showing is on record by itself (RET-2). */
export const showLink = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const path = `complaints/${input.data.complaintId}`;
  const { store, nowMs, timestamp } = productionHost();
  return store.transaction(async (transaction) => {
    const caller = await readCaller(transaction, request.auth);
    const [stored, contact] = await Promise.all([transaction.get(path), transaction.get(`${path}/private/contact`)]);
    const complaint = stored && complaintFromStored(stored.id, stored.data);
    const concerns = complaint?.people.includes(caller.uid) || complaint?.audience.includes(caller.unitId);
    // One that does not exist and one that is not theirs are told alike.
    if (!concerns || !mayOpenContact(caller.role)) throw callError('notAllowed');
    const secret = tokenSchema.safeParse(contact?.data);
    if (!secret.success) throw callError('notSetUp');
    transaction.create(`${path}/contactViews/link_${caller.uid}_${nowMs()}`, { uid: caller.uid, at: timestamp(nowMs()), shown: 'link' });
    return { token: secret.data.token };
  });
});
