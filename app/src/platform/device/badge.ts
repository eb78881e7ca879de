import { createStore } from './store.ts';
import { useStore } from './use-store.ts';

const unread = createStore(0);

/** Unread notices, as the inbox last told. */
export function useUnread(): number {
  return useStore(unread);
}

/** Shows the number on the tab and, where the system can, on the installed app's icon. */
export function setUnread(count: number): void {
  if (count === unread.get()) return;
  unread.set(count);
  if (!('setAppBadge' in navigator)) return;
  // Systems without badges, or without leave to show them, refuse; the tab has the number anyway.
  const shown = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  shown.catch(() => undefined);
}
