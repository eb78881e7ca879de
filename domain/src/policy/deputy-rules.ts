import { z } from 'zod';

/** REF-6, ADM-5: for how long a deputy may be named, and how much a direct subordinate may decide as one. Versions from before a figure could be chosen read as the defaults here. */
export const deputyRulesSchema = z
  .strictObject({
    longestDays: z.int().min(1).max(60),
    subordinateCapFen: z.int().min(0).max(10_000_000),
  })
  .default({ longestDays: 60, subordinateCapFen: 200_000 });
