import { isSecret } from '../proof.ts';
import { isStatusId } from '../status-id.ts';
import { timedFetch } from '../timed-fetch.ts';

export type LookedUp = { kind: 'found'; statusId: string; ticket: string } | { kind: 'unknown' } | { kind: 'throttled' } | { kind: 'unreachable' };

/** Asks for the page of a complaint by its number and the phone it was made with. */
export async function lookUp(number: string, phone: string): Promise<LookedUp> {
  try {
    const response = await timedFetch('/api/lookUpStatus', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: { number, phone } }),
    });
    return lookedUpOf(await response.json());
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Reads the answer of a callable function. */
export function lookedUpOf(body: unknown): LookedUp {
  const { result, error } = (body ?? {}) as { result?: { statusId?: unknown; ticket?: unknown } | null; error?: { status?: unknown } | null };
  const { statusId, ticket } = result ?? {};
  if (typeof statusId === 'string' && isStatusId(statusId) && isSecret(ticket)) return { kind: 'found', statusId, ticket };
  if (result?.statusId === null) return { kind: 'unknown' };
  return { kind: error?.status === 'RESOURCE_EXHAUSTED' ? 'throttled' : 'unreachable' };
}
