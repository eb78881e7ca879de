import { z } from 'zod';

/** What a customer is told of by message (TEL-1). */
export const messageKinds = ['recorded', 'promise', 'needsYou', 'notReached', 'answered', 'reopened', 'late', 'refundPaid', 'optOutDone'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** As it was filed with the carrier: its name there, and the words with what is put into them in braces. */
const templateSchema = z.strictObject({ id: z.string().min(1).max(30), text: z.string().min(1).max(200) });

/** How customers are told by message: the words, and the limits within which they are sent. */
export const outreachRulesSchema = z.strictObject({
  /** What stands before each message in 【】, as it was filed. */
  signature: z.string().min(2).max(12),
  templates: z.record(z.enum(messageKinds), templateSchema),
  /** TEL-2: what waited for the end of the quiet hours is spread over so long, so that the morning is no burst. */
  spreadMinutes: z.int().min(1).max(120),
  /** TEL-2: of one complaint at most one in so long, so many on a day, and so many in all. */
  gapMinutes: z.int().min(1).max(1440),
  mostPerDay: z.int().min(1).max(10),
  mostInAll: z.int().min(1).max(30),
  /** Of these no number is too many: without them the customer misses what they have to know. */
  unlimited: z.array(z.enum(messageKinds)),
  /** What could not be sent for so long is no news any more; an answer stays one for longer. */
  validHours: z.int().min(1).max(72),
  answeredValidHours: z.int().min(1).max(168),
  /** After how long it is tried again; the last of them counts from then on. */
  retryMinutes: z.array(z.int().min(1).max(360)).min(1).max(10),
  /** How long whoever sends has it for themselves. */
  leaseMinutes: z.int().min(1).max(30),
  /** How many the centre takes in a minute. */
  perMinute: z.int().min(1).max(6000),
  /** A reply within so long is about the complaint that was told of. */
  replyWithinHours: z.int().min(1).max(168),
  /** Whether a customer is told that their promise was missed. */
  tellsLate: z.boolean(),
  /** TEL-4: whoever replies one of these wants no more messages. */
  optOutWords: z.array(z.string().min(1).max(10)).min(1),
});
export type OutreachRules = z.infer<typeof outreachRulesSchema>;
