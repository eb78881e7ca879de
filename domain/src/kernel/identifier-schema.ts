import { z } from 'zod';
import type { IdentifierForms } from './identifier.ts';

const identifierFormSchema = z.strictObject({ ignoresCase: z.boolean(), separators: z.enum(['leftOut', 'hyphen']) });

/** Beside what it describes and not in it: the customers' page compares numbers and parses no packs. */
export const identifierFormsSchema = z.strictObject({
  rechargeCard: identifierFormSchema,
  account: identifierFormSchema,
  mailItem: identifierFormSchema,
  voucher: identifierFormSchema,
  paper: identifierFormSchema,
}) satisfies z.ZodType<IdentifierForms>;
