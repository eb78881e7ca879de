import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { maySpeak, type Proof, shownOf } from './proof.ts';
import { keep, kept } from './session-store.ts';
import { timedFetch } from './timed-fetch.ts';

/**
 * Whether opening the page tells the operator anything: that an answer is known to its customer, of which nobody has said so yet (TEL-1). Once for each answer in a
 * tab; nobody is told of a look by somebody who cannot speak for the customer.
 */
export function isNews({ answer, state, isTold, complaintId }: Pick<StatusView, 'answer' | 'state' | 'isTold' | 'complaintId'>, noted: unknown): boolean {
  return answer !== null && !isTold && (state === 'answered' || state === 'closed') && noted !== markOf(complaintId, answer.atMs);
}

/** Says that the answer has been seen. Where the line is broken, the next opening says it; the page waits for none of it. */
export async function noteSeen(proof: Proof | null, view: StatusView): Promise<void> {
  if (proof === null || !maySpeak(proof) || !isNews(view, kept('seen'))) return;
  try {
    const response = await timedFetch('/api/noteSeen', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: { by: shownOf(proof) } }),
    });
    if (response.ok) keep('seen', markOf(view.complaintId, view.answer?.atMs ?? 0));
  } catch {
    return;
  }
}

function markOf(complaintId: string, answeredAtMs: number): string {
  return `${complaintId} ${answeredAtMs}`;
}
