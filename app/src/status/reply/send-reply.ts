import type { CustomerCommand } from '@shouwen/domain/complaint/command';
import { type Proof, shownOf } from '../proof.ts';
import { timedFetch } from '../timed-fetch.ts';

/**
 * `unknown`: the line broke, and nobody can tell whether it arrived. `refused`: it does not fit any more, or there were too many of the kind. `askedTooOften`: later
 * again. `proofOver`: the look-up was too long ago, or the page's time is over. `linkNeeded`: number and phone are not enough for it.
 */
export type Sent = 'arrived' | 'refused' | 'askedTooOften' | 'proofOver' | 'linkNeeded' | 'unknown';

/** Says something for the customer. Sent twice under the same id, it is said once. */
export async function sendReply(proof: Proof | null, id: string, command: CustomerCommand): Promise<Sent> {
  if (proof === null) return 'proofOver';
  try {
    const response = await timedFetch('/api/sayAsCustomer', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: { by: shownOf(proof), id, command } }),
    });
    return sentOf(await response.json());
  } catch {
    return 'unknown';
  }
}

/** Only the function's own answers count: a hotel's login page or a proxy's refusal says nothing. */
export function sentOf(body: unknown): Sent {
  const { result, error } = (body ?? {}) as { result?: unknown; error?: { status?: unknown; message?: unknown } | null };
  if (typeof result === 'object' && result !== null) return 'arrived';
  if (error?.status === 'PERMISSION_DENIED' && error.message === 'notAllowed') return 'proofOver';
  if (error?.status === 'RESOURCE_EXHAUSTED') return 'askedTooOften';
  if (error?.status === 'INVALID_ARGUMENT' && error.message === 'linkNeeded') return 'linkNeeded';
  return error?.status === 'INVALID_ARGUMENT' ? 'refused' : 'unknown';
}
