import { z } from 'zod';
import { requestFields } from '../kernel/request-fields.ts';
import { writtenDeviceId, writtenNumber } from '../kernel/written-id.ts';
import { accountNoPattern } from '../ledger/account.ts';
import { refundForms } from './refund.ts';
import { calculationSchema } from './sum/suggestion.ts';

/** An amount that a person asks for; what the pack allows at most is the functions' business. */
export const askedFenSchema = z.int().min(1).max(10_000_000);

/** A refund as whoever asks for it creates it, its moments in milliseconds. */
export const refundRequestSchema = z.strictObject({
  ...requestFields,
  complaintId: writtenDeviceId,
  form: z.enum(refundForms),
  accountNo: z.string().regex(accountNoPattern).nullable(),
  cardSerial: writtenNumber.nullable(),
  amountFen: askedFenSchema,
  calculation: calculationSchema.nullable(),
  reason: z.string().min(1).max(2000),
});
