import { z } from 'zod';
import { writtenUnitId } from '../kernel/written-id.ts';

const reason = z.string().trim().min(1).max(500);

/** What staff can do about an assist, as the payload of an entry in its journal. */
export const assistCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('accept') }),
  z.strictObject({ type: z.literal('return'), reason }),
  z.strictObject({
    type: z.literal('answer'),
    text: z.string().trim().min(1).max(2000),
    /** Who outside said so, where the asking side writes it down. */
    saidBy: z.string().trim().max(100).nullable(),
  }),
  z.strictObject({ type: z.literal('chase'), text: reason }),
  z.strictObject({ type: z.literal('readdress'), toUnitId: writtenUnitId, reason }),
  z.strictObject({ type: z.literal('arbitrate'), toUnitId: writtenUnitId, reason }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('cancel'), reason }),
]);
export type AssistCommand = z.infer<typeof assistCommandSchema>;
export type AssistCommandType = AssistCommand['type'];

/** What only functions do: take a request in, take the steps that are due, and give it back to its unit where whoever had accepted it can no longer do it (ORG-4). */
export type AssistSystemCommand = { type: 'receive' } | { type: 'stepDue' } | { type: 'letGo'; uid: string };

/** The command in an entry; null when it is none. */
export function assistCommandOf(entry: { type: string; payload: Record<string, unknown> }): AssistCommand | null {
  const parsed = assistCommandSchema.safeParse({ ...entry.payload, type: entry.type });
  return parsed.success ? parsed.data : null;
}
