import '../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import { stepNotices } from '@shouwen/domain/complaint/time/taken-step';
import { postIds } from '@shouwen/domain/policy/clock-rules';

const passedOverReasons = ['vacant', 'onLeave', 'isHandler'] as const;

/** What the journal keeps of a step of the schedule. */
const stepSchema = z.object({
  telling: z.enum(stepNotices),
  toldUid: z.string().nullable(),
  toldPost: z.enum(postIds).nullable(),
  /** Steps that went with it, in entries from before each step was told by itself. */
  skippedIds: z.array(z.string()).optional(),
  passedOver: z.array(z.object({ post: z.enum(postIds), reason: z.enum(passedOverReasons) })),
});
export type StepInEntry = z.infer<typeof stepSchema>;

/** The step in a journal entry; null when a newer server has written something that this app has no words for. */
export function stepInEntry(payload: Record<string, unknown>): StepInEntry | null {
  const parsed = stepSchema.safeParse(payload);
  return parsed.success ? parsed.data : null;
}
