import { outreachRulesSchema } from './outreach-rules.ts';
import { packSchema } from './pack.ts';

/** A pack with all that only functions go by: phones read one before they show anything, and are spared what they send nothing by (TEL-1). */
export const wholePackSchema = packSchema.refine(({ outreach }) => outreach === null || outreachRulesSchema.safeParse(outreach).success, {
  path: ['outreach'],
});
