import { z } from 'zod';
import { writtenDeviceId } from '../kernel/written-id.ts';
import { writtenMoment, writtenOffset } from '../kernel/written-moment.ts';
import { entrySchema } from './entry.ts';

/** An entry as a phone creates it, in whatever journal: what came of it, functions write. Moments in milliseconds. */
export const writtenEntrySchema = z.strictObject({
  ...entrySchema.omit({ outcome: true, reason: true, seq: true, saidBy: true }).shape,
  capturedAtMs: writtenMoment,
  clockOffsetMs: writtenOffset,
  after: writtenDeviceId.nullable(),
  outcome: z.literal('pending'),
});
