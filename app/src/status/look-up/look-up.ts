import { isSecret } from '../proof.ts';
import { isStatusId } from '../status-id.ts';
import { timedFetch } from '../timed-fetch.ts';

export type LookedUp = { kind: 'found'; statusId: string; ticket: string; speaks: boolean } | { kind: 'unknown' | 'throttled' | 'unreachable' };

type Answered = LookedUp | { kind: 'proofNeeded'; challenge: string; bits: number };

interface Proof {
  challenge: string;
  nonce: number;
}

/**
 * Asks for the page of a complaint by its number and the phone it was made with. Where many have tried before, a proof of work is asked for: `onProving` is told,
 * and the question is put again with it, once.
 */
export async function lookUp(number: string, phone: string, onProving: () => void): Promise<LookedUp> {
  try {
    const first = await ask({ number, phone });
    if (first.kind !== 'proofNeeded') return first;
    onProving();
    const { workFor } = await import('./work.ts');
    const again = await ask({ number, phone, proof: { challenge: first.challenge, nonce: await workFor(first.challenge, first.bits) } });
    return again.kind === 'proofNeeded' ? { kind: 'throttled' } : again;
  } catch {
    return { kind: 'unreachable' };
  }
}

async function ask(data: { number: string; phone: string; proof?: Proof }): Promise<Answered> {
  const response = await timedFetch('/api/lookUpStatus', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  });
  return lookedUpOf(await response.json());
}

interface Answer {
  result?: { statusId?: unknown; ticket?: unknown; ticketSpeaks?: unknown } | null;
  error?: { status?: unknown; message?: unknown; details?: { challenge?: unknown; bits?: unknown } | null } | null;
}

/** Reads the answer of a callable function. */
export function lookedUpOf(body: unknown): Answered {
  const { result, error } = (body ?? {}) as Answer;
  const { statusId, ticket, ticketSpeaks } = result ?? {};
  if (typeof statusId === 'string' && isStatusId(statusId) && isSecret(ticket)) return { kind: 'found', statusId, ticket, speaks: ticketSpeaks !== false };
  if (result?.statusId === null) return { kind: 'unknown' };
  if (error?.status !== 'RESOURCE_EXHAUSTED') return { kind: 'unreachable' };
  const { challenge, bits } = error.details ?? {};
  const isWorkable = error.message === 'proofNeeded' && isSecret(challenge) && typeof bits === 'number' && bits <= mostBits;
  return isWorkable ? { kind: 'proofNeeded', challenge, bits } : { kind: 'throttled' };
}

/** More than a phone should be kept busy with. */
const mostBits = 20;
