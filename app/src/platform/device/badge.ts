import { useSyncExternalStore } from 'react';

let unread = 0;
const listeners = new Set<() => void>();

/** Unread notices, as the inbox last told. */
export function useUnread(): number {
  return useSyncExternalStore(onUnread, () => unread);
}

/** Shows the number on the tab and, where the system can, on the installed app's icon. */
export function setUnread(count: number): void {
  if (count === unread) return;
  unread = count;
  listeners.forEach((listener) => listener());
  if (!('setAppBadge' in navigator)) return;
  // Systems without badges, or without leave to show them, refuse; the tab has the number anyway.
  const shown = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  shown.catch(() => undefined);
}

function onUnread(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
