import type { Posting } from '@shouwen/domain/ledger/posting';
import { z } from 'zod';
import type { Billing, BillingAnswer, BillingOrder } from '../billing/billing.ts';

interface HttpBillingOptions {
  url: string;
  token: string;
  /** How often one call of `post` asks, and how long it waits between, doubling each time. */
  mostTries?: number;
  firstWaitMs?: number;
  timeoutMs?: number;
}

/** A rejection is final however much the far side says about it; so many characters of that are kept. */
const mostOfReason = 200;

const answerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('confirmed'), idempotencyKey: z.string() }),
  z.object({ outcome: z.literal('rejected'), idempotencyKey: z.string(), reason: z.string().transform((reason) => reason.slice(0, mostOfReason)) }),
]);

/**
 * A billing system behind HTTP: `POST {url}/postings` with the header `Idempotency-Key`. It answers 200 with the outcome for that very key; anything
 * else — no answer, an error, an answer about something else — leaves the outcome unknown and is asked again with the same key.
 */
export function httpBilling({ url, token, mostTries = 4, firstWaitMs = 250, timeoutMs = 10_000 }: HttpBillingOptions): Billing {
  const ask = async (order: BillingOrder): Promise<BillingAnswer> => {
    try {
      const response = await fetch(`${url.replace(/\/$/, '')}/postings`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': order.idempotencyKey },
        body: JSON.stringify({ postings: order.postings.map(sentPosting) }),
        // Token and postings are for this address alone, and what another one says confirms nothing.
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = response.ok ? answerSchema.safeParse(await response.json()) : null;
      if (!answer?.success || answer.data.idempotencyKey !== order.idempotencyKey) return { outcome: 'unknown' };
      return answer.data.outcome === 'confirmed' ? { outcome: 'confirmed' } : { outcome: 'rejected', reason: answer.data.reason };
    } catch {
      return { outcome: 'unknown' };
    }
  };
  return {
    isEmbedded: false,
    post: async (order) => {
      let answer = await ask(order);
      for (let tries = 1; answer.outcome === 'unknown' && tries < mostTries; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, firstWaitMs * 2 ** (tries - 1)));
        answer = await ask(order);
      }
      return answer;
    },
  };
}

/** What leaves the house: no staff, no complaint. */
function sentPosting({ id, legs, postedAtMs, cardSerial }: Posting) {
  return { id, legs, cardSerial, at: new Date(postedAtMs).toISOString() };
}
