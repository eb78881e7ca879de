import type { Fen, PostingId } from '../kernel/brand.ts';
import { z } from 'zod';
import { accountNoPattern, type Balances } from '../ledger/account.ts';

/** What staff can do about a closure, as the payload of an entry in its journal: name another target for a customer who is there in person. */
export const closureCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('changeTarget'), targetAccountNo: z.string().regex(accountNoPattern), identityChecked: z.literal(true) }),
]);
export type ClosureCommand = z.infer<typeof closureCommandSchema>;

/** What only functions do: close the account, move what is due, pay out its cash, note what still arrived, and say what became of an order to the billing system. */
export type ClosureSystemCommand =
  | { type: 'receive' }
  | { type: 'settle' }
  | { type: 'confirmPosting' }
  | { type: 'rejectPosting' }
  | { type: 'cashPaid'; amountFen: Fen; postingId: PostingId }
  | { type: 'noteBalances'; balancesFen: Balances };

/** The command in an entry; null when it is none. */
export function closureCommandOf(entry: { type: string; payload: Record<string, unknown> }): ClosureCommand | null {
  const parsed = closureCommandSchema.safeParse({ ...entry.payload, type: entry.type });
  return parsed.success ? parsed.data : null;
}
