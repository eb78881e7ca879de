import { type ClosureStatusView, closureStatusStates } from '@shouwen/domain/closure/status-states';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { decodeFields } from '@shouwen/domain/kernel/rest-value';
import { firestoreAnswer } from '../firestore-answer.ts';
import { timedFetch } from '../timed-fetch.ts';
import type { Failure } from '../view/load-view.ts';
import { firestoreUrl } from '../web-config.ts';

export type LoadedClosure = { kind: 'view'; view: ClosureStatusView } | { kind: Failure };

/** Reads the page about a closing. */
export async function loadClosure(statusId: string): Promise<LoadedClosure> {
  try {
    const answer = await firestoreAnswer(await timedFetch(firestoreUrl(`/closureStatus/${statusId}`)));
    if (answer.kind === 'failed' && answer.code === 'NOT_FOUND') return { kind: 'missing' };
    if (answer.kind !== 'done' || !('fields' in answer.body)) return { kind: 'unreachable' };
    const view = fromStored(decodeFields(answer.body.fields)) as Partial<ClosureStatusView>;
    return isWhole(view) ? { kind: 'view', view } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

function isWhole(view: Partial<ClosureStatusView>): view is ClosureStatusView {
  const amounts = [view.movesFen, view.paidOutFen, view.lapsesFen, view.owedFen];
  return closureStatusStates.some((state) => state === view.state) && typeof view.phoneMasked === 'string' && amounts.every(Number.isSafeInteger);
}
