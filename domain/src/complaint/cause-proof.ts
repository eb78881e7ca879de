import { z } from 'zod';

/** No line of a bill comes to more. */
export const mostBilledFen = 10_000_000;

/** A line of a bill as whoever confirms the cause reads it off: the month it is for, what was charged, and how much. */
export const billLineSchema = z.strictObject({
  period: z.string().regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/),
  item: z.string().trim().min(1).max(100),
  amountFen: z.int().min(1).max(mostBilledFen),
});
export type BillLine = z.infer<typeof billLineSchema>;

/** What shows a cause beside words (REF-1): a photo on the complaint, a line of a bill, or both. */
export interface CauseProof {
  photoId: string | null;
  bill: BillLine | null;
}

/** Whether words are not all that there is. */
export function isProved({ photoId, bill }: CauseProof): boolean {
  return photoId !== null || bill !== null;
}
