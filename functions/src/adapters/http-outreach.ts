import type { SendingAnswer } from '@shouwen/domain/outreach/message-fate';
import { z } from 'zod';
import type { Outreach, OutreachOrder } from '../outreach/outreach.ts';

interface HttpOutreachOptions {
  url: string;
  token: string;
  pagesUrl: string;
  timeoutMs?: number;
}

/** So many characters of what the far side says are kept. */
const mostOfName = 100;
const name = z.string().transform((text) => text.slice(0, mostOfName));

const answerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('accepted'), idempotencyKey: z.string(), providerId: name.nullish() }),
  z.object({ outcome: z.literal('rejected'), idempotencyKey: z.string(), code: name, permanent: z.boolean().default(false) }),
]);

/**
 * An SMS centre behind HTTP: `POST {url}/messages` with the header `Idempotency-Key`. It answers 200 with the outcome for that very key; anything else — no answer, an
 * error, an answer about something else — leaves the outcome unknown, and the schedule asks again under the same key. Here it is asked once, because nobody waits for it.
 */
export function httpOutreach({ url, token, pagesUrl, timeoutMs = 10_000 }: HttpOutreachOptions): Outreach {
  const address = `${url.replace(/\/$/, '')}/messages`;
  const ask = async (order: OutreachOrder): Promise<SendingAnswer> => {
    const { validUntilMs, ...sent } = order;
    const response = await fetch(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': order.id },
      body: JSON.stringify({ ...sent, validUntil: new Date(validUntilMs).toISOString() }),
      // Token and number are for this address alone.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = answerSchema.safeParse(response.status === 200 ? await response.json() : null);
    return answer.success && answer.data.idempotencyKey === order.id ? outcomeOf(answer.data) : { outcome: 'unknown' };
  };
  return { pagesUrl, send: (order) => ask(order).catch(() => ({ outcome: 'unknown' })) };
}

function outcomeOf(answer: z.infer<typeof answerSchema>): SendingAnswer {
  if (answer.outcome === 'accepted') return { outcome: 'accepted', providerId: answer.providerId ?? null };
  return { outcome: 'rejected', code: answer.code, permanent: answer.permanent };
}
