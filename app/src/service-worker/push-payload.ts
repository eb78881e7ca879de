import '../platform/device/schemas-without-eval.ts';
import { z } from 'zod';

/** A message as the push service hands it over; numbers come as text. */
const payloadSchema = z.object({
  data: z.object({
    uid: z.string(),
    language: z.string(),
    title: z.string(),
    body: z.string(),
    url: z.string(),
    tag: z.string(),
    unread: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  }),
});
export type PushPayload = z.infer<typeof payloadSchema>['data'];

/** Null for what is no message of ours, as a newer server may send. */
export function readPayload(text: string | null): PushPayload | null {
  try {
    const parsed = payloadSchema.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data.data : null;
  } catch {
    return null;
  }
}
