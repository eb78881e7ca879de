import { z } from 'zod';
import { nothingOrVisible } from '../../customer/visible-name.ts';
import { writtenDeviceId } from '../../kernel/written-id.ts';
import { writtenMoment, writtenOffset } from '../../kernel/written-moment.ts';
import { contactSchema, recordingSchema } from './recording.ts';

/** A complaint as the phone creates it (REC-4): the recording, and that nothing has become of it yet. Moments in milliseconds. */
export const recordedDocumentSchema = z.strictObject({
  ...recordingSchema.omit({ id: true }).shape,
  occurredAtMs: writtenMoment,
  earlierIds: z.array(writtenDeviceId).max(10),
  capturedAtMs: writtenMoment,
  clockOffsetMs: writtenOffset,
  state: z.literal('recorded'),
  open: z.literal(true),
  people: z.array(z.string()),
  audience: z.array(z.string()),
});

/**
 * The contact beside it. One without a name is let in: a complaint is not lost for that, it is taken in and marked to be checked (REC-4). One that nobody sees is not. Phones of the
 * former version know of no other number than the one to call.
 */
export const writtenContactSchema = contactSchema.extend({
  name: z.string().max(60).regex(nothingOrVisible),
  concerned: contactSchema.shape.concerned.unwrap().optional(),
  ownedUntilMs: writtenMoment.nullable().optional(),
});
