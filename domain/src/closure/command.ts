import type { Fen, PostingId, Uid } from '../kernel/brand.ts';
import { z } from 'zod';
import { accountNoPattern, type Balances } from '../ledger/account.ts';

const reason = z.string().trim().min(1).max(500);

/**
 * What staff can do about a closure, as the payload of an entry in its journal: name another target for a customer who is there in person, say the second word or
 * say no, and ask to take it back, grant that or not.
 */
export const closureCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('changeTarget'), targetAccountNo: z.string().regex(accountNoPattern), identityChecked: z.literal(true) }),
  z.strictObject({ type: z.literal('confirm'), seq: z.int().min(0) }),
  z.strictObject({ type: z.literal('refuse'), reason }),
  z.strictObject({ type: z.literal('cancel'), reason }),
  z.strictObject({ type: z.literal('confirmCancel') }),
  z.strictObject({ type: z.literal('refuseCancel') }),
]);
export type ClosureCommandType = z.infer<typeof closureCommandSchema>['type'];
export type ClosureCommand = z.infer<typeof closureCommandSchema>;

/** What only functions do: close the account, move what is due, pay out its cash, note what still arrived, and say what became of an order to the billing system. */
export type ClosureSystemCommand =
  | { type: 'receive' }
  | { type: 'settle' }
  | { type: 'confirmPosting' }
  | { type: 'rejectPosting' }
  | { type: 'cashPaid'; amountFen: Fen; postingId: PostingId }
  | { type: 'noteBalances'; balancesFen: Balances }
  | { type: 'noteEvidence'; paperMasked: string; by: { uid: Uid; name: string } }
  | { type: 'noteLink'; statusId: string };

const staffCommands: readonly string[] = closureCommandSchema.options.map((option) => option.shape.type.value);

export function isStaffCommand(command: ClosureCommand | ClosureSystemCommand): command is ClosureCommand {
  return staffCommands.includes(command.type);
}

/** The command in an entry; null when it is none. */
export function closureCommandOf(entry: { type: string; payload: Record<string, unknown> }): ClosureCommand | null {
  const parsed = closureCommandSchema.safeParse({ ...entry.payload, type: entry.type });
  return parsed.success ? parsed.data : null;
}
