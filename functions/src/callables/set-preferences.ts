import { onCall } from 'firebase-functions/https';
import { preferencesSchema } from '@shouwen/domain/notice/preferences';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

/** Sets what the caller wants to be told by push. Their inbox holds everything all the same. */
export const setPreferences = onCall(callableOptions, async (request) => {
  const input = preferencesSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  await productionHost().store.transaction(async (transaction) => {
    const { uid } = await readCaller(transaction, request.auth);
    transaction.set(`preferences/${uid}`, input.data);
  });
  return {};
});
