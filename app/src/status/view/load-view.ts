import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { viewFromRest } from './stored-view.ts';
import { timedFetch } from '../timed-fetch.ts';
import { firestoreUrl } from '../web-config.ts';

/** `missing`: no such page, perhaps not yet. `expired`: there was one, and its time is over. */
export type Loaded = { kind: 'view'; view: StatusView } | { kind: Failure };
export type Failure = 'missing' | 'expired' | 'unreachable' | 'unreadable';

export async function loadView(statusId: string): Promise<Loaded> {
  try {
    const response = await timedFetch(firestoreUrl(`/status/${statusId}`));
    if (response.status === 404) return { kind: 'missing' };
    if (response.status === 403) return { kind: 'expired' };
    return response.ok ? readView(await response.json()) : { kind: 'unreachable' };
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
