import { z } from 'zod';
import { recordingSchema } from './recording.ts';

/** A complaint as the phone creates it (REC-4): the recording, and that nothing has become of it yet. Moments in milliseconds. */
export const recordedDocumentSchema = z.strictObject({
  ...recordingSchema.omit({ id: true }).shape,
  state: z.literal('recorded'),
  open: z.literal(true),
  people: z.array(z.string()),
  audience: z.array(z.string()),
});
