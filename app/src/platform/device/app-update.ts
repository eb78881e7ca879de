import { useEffect } from 'react';
import type { Workbox } from 'workbox-window';
import { createStore } from './store.ts';
import { useStore } from './use-store.ts';

const checkEveryMs = 30 * 60_000;
/** `guards` counts what must not be interrupted. */
const update = createStore({ isWaiting: false, isReplaced: false, isPostponed: false, guards: 0 });
let workbox: Workbox | null = null;

/**
 * Registers the service worker and looks for a new version now and then. A version that has arrived waits until the person agrees. Rejects where the code for
 * it cannot be fetched: the registered one goes on, and the next start tries again.
 */
export async function startUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const fetched = await import('workbox-window');
  workbox = new fetched.Workbox('/service-worker.js', { updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => change({ isWaiting: true }));
  workbox.addEventListener('controlling', (event) => {
    if (event.isUpdate) change({ isReplaced: true });
    startAnewIfReplaced();
  });
  // Without a network the registered one goes on.
  workbox.register().catch(() => undefined);
  setInterval(() => void workbox?.update().catch(() => undefined), checkEveryMs);
}

/** True when a new version waits and nothing that the person is doing would be interrupted by asking. */
export function useUpdateReady(): boolean {
  const { isWaiting, isPostponed, guards } = useStore(update);
  return isWaiting && !isPostponed && guards === 0;
}

/** For forms: while `active`, the app neither asks for an update nor starts anew. */
export function useUpdateGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    change({ guards: update.get().guards + 1 });
    return () => {
      change({ guards: update.get().guards - 1 });
      startAnewIfReplaced();
    };
  }, [active]);
}

export function applyUpdate(): void {
  workbox?.messageSkipWaiting();
}

/** Asks again after the next start; the version takes over by itself once every tab of the old one is closed. */
export function postponeUpdate(): void {
  change({ isPostponed: true });
}

/** Another tab may have agreed to the update: this one follows as soon as no form is open. */
function startAnewIfReplaced(): void {
  const { isReplaced, guards } = update.get();
  if (isReplaced && guards === 0) location.reload();
}

function change(part: Partial<ReturnType<typeof update.get>>): void {
  update.set({ ...update.get(), ...part });
}
