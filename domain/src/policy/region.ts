import { z } from 'zod';
import { bilingualSchema } from '../kernel/bilingual.ts';

/** A home region (归属地): a county or district, by its six-digit code of GB/T 2260. */
export const regionSchema = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  name: bilingualSchema,
  initials: z.string().regex(/^[a-z]+$/),
});
export type Region = z.infer<typeof regionSchema>;
