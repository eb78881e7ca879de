import { onCall } from 'firebase-functions/https';
import { accountNoPattern } from '@shouwen/domain/ledger/account';
import { writtenDeviceId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { productionHost } from '../production-host.ts';
import { findRelated } from '../refund/find-related.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const id = writtenDeviceId;
const inputSchema = z.union([z.strictObject({ refundId: id }), z.strictObject({ complaintId: id, accountNo: z.string().regex(accountNoPattern).nullable() })]);

/** Other refunds of the same complaint, customer, account or requester, for those whom the refund or the complaint concerns (REF-4). Changes nothing. */
export const findRelatedRefunds = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  const related = await host.store.snapshot((reader) => findRelated(host, reader, caller, input.data));
  if (!related) throw callError('notAllowed');
  return related;
});
