import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { firestoreAnswer } from '../firestore-answer.ts';
import { viewFromRest } from './stored-view.ts';
import { timedFetch } from '../timed-fetch.ts';
import { firestoreUrl } from '../web-config.ts';

/** `missing`: no such page, perhaps not yet. `expired`: there was one, and its time is over. */
export type Loaded = { kind: 'view'; view: StatusView } | { kind: Failure };
export type Failure = 'missing' | 'expired' | 'unreachable' | 'unreadable';

export async function loadView(statusId: string): Promise<Loaded> {
  try {
    const answer = await firestoreAnswer(await timedFetch(firestoreUrl(`/status/${statusId}`)));
    if (answer.kind === 'done') return 'fields' in answer.body ? readView(answer.body) : { kind: 'unreachable' };
    if (answer.kind === 'failed' && answer.code === 'NOT_FOUND') return { kind: 'missing' };
    return { kind: answer.kind === 'failed' && answer.code === 'PERMISSION_DENIED' ? 'expired' : 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

function readView(document: unknown): Loaded {
  try {
    return { kind: 'view', view: viewFromRest(document) };
  } catch (error) {
    console.error('The status page cannot be read:', error);
    return { kind: 'unreadable' };
  }
}
