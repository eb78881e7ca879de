import type { AccountNo } from '@shouwen/domain/kernel/brand';
import type { AccountStanding } from '@shouwen/domain/ledger/account';
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

/** Somebody at a counter waits for how an account stands; without an answer there is a second person. */
const triesForStanding = 2;

/** A rejection is final however much the far side says about it; so many characters of that are kept. */
const mostOfReason = 200;

const answerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('confirmed'), idempotencyKey: z.string() }),
  z.object({ outcome: z.literal('rejected'), idempotencyKey: z.string(), reason: z.string().transform((reason) => reason.slice(0, mostOfReason)) }),
]);

const standingSchema = z.object({ accountNo: z.string(), isInArrears: z.boolean(), validUntil: z.iso.datetime({ offset: true }).nullable() });

/**
 * A billing system behind HTTP: `POST {url}/postings` with the header `Idempotency-Key`. It answers 200 with the outcome for that very key; anything
 * else — no answer, an error, an answer about something else — leaves the outcome unknown and is asked again with the same key. How an account stands it is asked by
 * `GET {url}/accounts/{accountNo}/standing`, and what is no answer about that very account says nothing.
 */
export function httpBilling({ url, token, mostTries = 4, firstWaitMs = 250, timeoutMs = 10_000 }: HttpBillingOptions): Billing {
  const address = url.replace(/\/$/, '');
  // Token and what is asked are for this address alone, and what another one says confirms nothing.
  const reach = async (path: string, request: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<unknown> => {
    const headers = { Authorization: `Bearer ${token}`, ...request.headers };
    const response = await fetch(`${address}${path}`, { ...request, headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    return response.ok ? response.json() : null;
  };
  const askOutcome = async (order: BillingOrder): Promise<BillingAnswer | null> => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': order.idempotencyKey };
    const body = JSON.stringify({ postings: order.postings.map(sentPosting) });
    const answer = answerSchema.safeParse(await reach('/postings', { method: 'POST', headers, body }));
    if (!answer.success || answer.data.idempotencyKey !== order.idempotencyKey) return null;
    return answer.data.outcome === 'confirmed' ? { outcome: 'confirmed' } : { outcome: 'rejected', reason: answer.data.reason };
  };
  const askStanding = async (accountNo: AccountNo): Promise<AccountStanding | null> => {
    const answer = standingSchema.safeParse(await reach(`/accounts/${encodeURIComponent(accountNo)}/standing`));
    if (!answer.success || answer.data.accountNo !== accountNo) return null;
    const { isInArrears, validUntil } = answer.data;
    return { isInArrears, validUntilMs: validUntil === null ? null : Date.parse(validUntil) };
  };
  /** Asks again for a while where nothing was said. */
  const persist = async <Answer>(ask: () => Promise<Answer | null>, most = mostTries): Promise<Answer | null> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await ask().catch(() => null);
      if (answer !== null || tries >= most) return answer;
      await new Promise((resolve) => setTimeout(resolve, firstWaitMs * 2 ** (tries - 1)));
    }
  };
  return {
    isEmbedded: false,
    post: async (order) => (await persist(() => askOutcome(order))) ?? { outcome: 'unknown' },
    standingOf: (accountNo) => persist(() => askStanding(accountNo), triesForStanding),
  };
}

/** What leaves the house: no staff, no complaint. */
function sentPosting({ id, legs, postedAtMs, cardSerial }: Posting) {
  return { id, legs, cardSerial, at: new Date(postedAtMs).toISOString() };
}
