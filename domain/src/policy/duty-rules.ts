import { z } from 'zod';

/** ADM-4: whether whoever goes off shift keeps what need not be done before they are back. Versions from before a figure could be chosen read as the defaults here. */
export const dutyRulesSchema = z.strictObject({ keepOverShift: z.boolean() }).default({ keepOverShift: true });
