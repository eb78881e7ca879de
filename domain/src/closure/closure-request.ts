import { z } from 'zod';
import { requestFields } from '../kernel/request-fields.ts';
import { accountNoPattern } from '../ledger/account.ts';
import { closureKinds } from './closure.ts';

const accountNo = z.string().regex(accountNoPattern);

/** A closure as outlet staff create it, its moments in milliseconds. */
export const closureRequestSchema = z.strictObject({
  ...requestFields,
  accountNo,
  kind: z.enum(closureKinds),
  identityChecked: z.boolean(),
  cashChoice: z.enum(['refund', 'transfer']).nullable(),
  targetAccountNo: accountNo.nullable(),
});
