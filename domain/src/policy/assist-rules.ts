import { z } from 'zod';

/** AST-1…3: the clocks of assistance, and when customer service decides who answers. Versions from before a figure could be chosen read as the defaults here. */
export const assistRulesSchema = z
  .strictObject({
    /** A unit that is asked has so long to accept it. */
    acceptMinutes: z.int().min(5).max(2880),
    /** An answer is due when this share of what the complaint has left is over, and never sooner than so many hours. */
    dueShare: z.number().min(0.1).max(1),
    leastHours: z.int().min(1).max(72),
    /** How many may be open at once for one complaint. */
    mostOpen: z.int().min(1).max(10),
    /** After so many units have returned it, customer service decides. */
    arbitrateAfter: z.int().min(1).max(5),
    /** An answered one that nobody has closed is closed by itself. */
    closeAfterDays: z.int().min(1).max(60),
  })
  .default({ acceptMinutes: 120, dueShare: 0.5, leastHours: 4, mostOpen: 8, arbitrateAfter: 2, closeAfterDays: 7 });
