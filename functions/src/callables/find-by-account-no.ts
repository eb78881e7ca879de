import { onCall } from 'firebase-functions/https';
import { accountNoPattern, mayReadAccounts } from '@shouwen/domain/ledger/account';
import { z } from 'zod';
import { recordLookup } from '../customer/lookup.ts';
import { findAccount } from '../ledger/posting-writes.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, takeLookup } from './answer-call.ts';

const inputSchema = z.strictObject({ accountNo: z.string().regex(accountNoPattern) });

/** One account by its exact number, for those who talk to customers or handle money: counted and on record, and never a list (RET-2). */
export const findByAccountNo = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  if (!mayReadAccounts(caller.role)) throw callError('notAllowed');
  await takeLookup(host, caller);
  const { identifiers } = await host.reference.packInForce(caller.pack, host.store);
  const found = await findAccount(host.store, input.data.accountNo, identifiers.account);
  const account = found?.pack === caller.pack ? found : null;
  const { accountNo } = input.data;
  await recordLookup(host, caller, { by: 'account', contactKey: null, phoneMasked: null, complaintId: null, accountNo, found: account === null ? 0 : 1 });
  // Where the operator's own billing says how it stands, that counts before what is noted here (CLO-2).
  return { account: account && { ...account, ...(await host.billing.standingOf(account.accountNo)) } };
});
