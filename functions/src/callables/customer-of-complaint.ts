import { onCall } from 'firebase-functions/https';
import { unverified } from '@shouwen/domain/complaint/intake/marks';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { writtenDeviceId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { keysForMoney, readKeys } from '../customer/complaint-key.ts';
import { recordLookup } from '../customer/lookup.ts';
import { readAccountsOf } from '../customer/read-accounts.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, readyKeys, takeLookup } from './answer-call.ts';

const inputSchema = z.strictObject({ complaintId: writtenDeviceId });

/** Whose complaint it is, for a refund: the customer's accounts, without anybody typing the number. */
export const customerOfComplaint = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { complaintId } = input.data;
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  const [stored, keys] = await Promise.all([host.store.get(`complaints/${complaintId}`), readyKeys(host, caller.pack)]);
  const complaint = stored && complaintFromStored(stored.id, stored.data);
  // One that does not exist and one that is not theirs are told alike.
  const concerns = complaint?.pack === caller.pack && (complaint.people.includes(caller.uid) || complaint.audience.includes(caller.unitId));
  if (!concerns) throw callError('notAllowed');
  // REC-5: whose number that is nobody knows before they were reached at it.
  if (complaint.flags.includes(unverified)) throw callError('notAllowed');
  await takeLookup(host, caller);
  const accounts = await readAccountsOf(host.store, caller, keys, keysForMoney(await readKeys(host.store, complaintId), caller.uid));
  await recordLookup(host, caller, { by: 'complaint', contactKey: null, phoneMasked: null, complaintId, accountNo: null, found: accounts.length });
  return { accounts };
});
