import '../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import { call, CallRefused } from '../platform/callable/callable.ts';

const itemSchema = z.object({
  /** The aggregate's name. */
  kind: z.string(),
  id: z.string(),
  number: z.string(),
  dueAtMs: z.number(),
  would: z.string().nullable(),
  skip: z.string().nullable(),
  amountFen: z.int().nullable(),
  figures: z.object({ movesFen: z.int(), paidOutFen: z.int(), lapsesFen: z.int(), owedFen: z.int() }).nullable().default(null),
  account: z.string().nullable(),
  target: z.string().nullable(),
  /** Of a complaint: the step's id, and the name of whoever would be told or get it. */
  step: z.string().nullable(),
  to: z.string().nullable(),
  passedOver: z.array(z.object({ post: z.string(), reason: z.string() })),
});
const previewSchema = z.object({ items: z.array(itemSchema) });

/** One thing that falls due, and what the schedule would make of it; `skip` names why it would leave it alone. */
export type ScheduledItem = z.infer<typeof itemSchema>;
export type Preview = { kind: 'items'; items: ScheduledItem[] } | { kind: 'notAllowed' | 'failed' };

/** The schedule's dry run: what it would do if it were that moment. Changes nothing. */
export async function previewSchedule(untilMs: number): Promise<Preview> {
  try {
    const { items } = previewSchema.parse(await call('previewSchedule', { untilMs }));
    return { kind: 'items', items };
  } catch (error) {
    return { kind: error instanceof CallRefused && error.status === 'PERMISSION_DENIED' ? 'notAllowed' : 'failed' };
  }
}
