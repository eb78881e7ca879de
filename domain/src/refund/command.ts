import { z } from 'zod';
import { writtenNumber } from '../kernel/written-id.ts';
import { accountNoPattern } from '../ledger/account.ts';
import { cashHandOverSchema } from './cash-hand-over.ts';
import { askedFenSchema } from './refund-request.ts';
import { refundForms } from './refund.ts';

const reason = z.string().trim().min(1).max(500);

/** What whoever decides saw: the request as it was then. If anything of it has changed, the decision is refused. */
const pins = { seq: z.int().min(0), amountFen: z.int().positive(), packVersion: z.string().max(30) };

/** What staff can do about a refund, as the payload of an entry in its journal. */
export const refundCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('approve'), ...pins, isBatch: z.boolean() }),
  z.strictObject({ type: z.literal('refuse'), ...pins, reason }),
  z.strictObject({ type: z.literal('askMore'), ...pins, reason }),
  z.strictObject({ type: z.literal('handToDeputy'), ...pins }),
  z.strictObject({ type: z.literal('execute'), ...pins, cash: cashHandOverSchema.nullable().optional() }),
  z.strictObject({
    type: z.literal('amend'),
    text: z.string().trim().min(1).max(2000),
    newAmountFen: askedFenSchema,
    form: z.enum(refundForms),
    accountNo: z.string().regex(accountNoPattern).nullable(),
    cardSerial: writtenNumber.nullable(),
  }),
  z.strictObject({ type: z.literal('withdraw'), reason }),
  z.strictObject({ type: z.literal('reverse'), ...pins, reason }),
]);
export type RefundCommand = z.infer<typeof refundCommandSchema>;
export type RefundCommandType = RefundCommand['type'];

/** What only functions do: take a request in, work its chain out anew, put it under another version of the policy, see to a step that sits, and say what became of a posting. */
export type RefundSystemCommand =
  | { type: 'receive' }
  | { type: 'reworkChain' }
  | { type: 'applyPolicy'; version: string }
  | { type: 'refreshHolders' }
  | { type: 'stepDue' }
  | { type: 'confirmPosting' }
  | { type: 'rejectPosting'; reason: string };

/** The command in an entry; null when it is none. */
export function refundCommandOf(entry: { type: string; payload: Record<string, unknown> }): RefundCommand | null {
  const parsed = refundCommandSchema.safeParse({ ...entry.payload, type: entry.type });
  return parsed.success ? parsed.data : null;
}
