import { useEffect, useSyncExternalStore } from 'react';
import { Workbox } from 'workbox-window';

const checkEveryMs = 30 * 60_000;
const listeners = new Set<() => void>();
let workbox: Workbox | null = null;
let isWaiting = false;
let isReplaced = false;
let isPostponed = false;
let guards = 0;

/** Registers the service worker and looks for a new version now and then. A version that has arrived waits until the person agrees. */
export function startUpdates(): void {
  if (!('serviceWorker' in navigator)) return;
  workbox = new Workbox('/service-worker.js', { updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => change(() => (isWaiting = true)));
  workbox.addEventListener('controlling', (event) => {
    if (event.isUpdate) change(() => (isReplaced = true));
    startAnewIfReplaced();
  });
  // Without a network the registered one goes on.
  workbox.register().catch(() => undefined);
  setInterval(() => void workbox?.update().catch(() => undefined), checkEveryMs);
}

/** True when a new version waits and nothing that the person is doing would be interrupted by asking. */
export function useUpdateReady(): boolean {
  return useSyncExternalStore(onUpdate, () => isWaiting && !isPostponed && guards === 0);
}

/** For forms: while `active`, the app neither asks for an update nor starts anew. */
export function useUpdateGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    change(() => (guards += 1));
    return () => {
      change(() => (guards -= 1));
      startAnewIfReplaced();
    };
  }, [active]);
}

export function applyUpdate(): void {
  workbox?.messageSkipWaiting();
}

/** Asks again after the next start; the version takes over by itself once every tab of the old one is closed. */
export function postponeUpdate(): void {
  change(() => (isPostponed = true));
}

/** Another tab may have agreed to the update: this one follows as soon as no form is open. */
function startAnewIfReplaced(): void {
  if (isReplaced && guards === 0) location.reload();
}

function change(alter: () => unknown): void {
  alter();
  listeners.forEach((listener) => listener());
}

function onUpdate(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
