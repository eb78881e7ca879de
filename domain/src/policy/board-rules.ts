import { z } from 'zod';

/** What a board calls near due, raised and good enough (SLA-6, SLA-7). Versions from before a figure could be chosen read as the defaults here. */
export const boardRulesSchema = z
  .strictObject({
    /** A reply that is due within so many hours is near due. */
    nearDueHours: z.int().min(1).max(168),
    /** From this step of the reply clock on, a complaint counts as raised. */
    escalatedFromLevel: z.int().min(1).max(8),
    /** SLA-7: so many of a hundred replies are in time, per unit and month. */
    inTimePercent: z.int().min(1).max(100),
  })
  .default({ nearDueHours: 24, escalatedFromLevel: 3, inTimePercent: 95 });
export type BoardRules = z.infer<typeof boardRulesSchema>;
