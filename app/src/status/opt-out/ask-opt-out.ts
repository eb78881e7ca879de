import { type Proof, shownOf } from '../proof.ts';
import { timedFetch } from '../timed-fetch.ts';

/** Whether customers are told by message here at all, and whether this one wants none. */
export interface CustomerOptOut {
  isSetUp: boolean;
  isOut: boolean;
}

/** Asks, or says that no messages are wanted or wanted again; null where the line is broken or the answer is none. */
export async function askOptOut(proof: Proof, isOut: boolean | null): Promise<CustomerOptOut | null> {
  try {
    const response = await timedFetch('/api/optOut', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: { by: shownOf(proof), isOut } }),
    });
    return optOutIn(await response.json());
  } catch {
    return null;
  }
}

/** Only the function's own answers count. */
function optOutIn(body: unknown): CustomerOptOut | null {
  const { result } = (body ?? {}) as { result?: Partial<CustomerOptOut> | null };
  const { isSetUp, isOut } = result ?? {};
  return typeof isSetUp === 'boolean' && typeof isOut === 'boolean' ? { isSetUp, isOut } : null;
}
