import { useSyncExternalStore } from 'react';

/** Chromium's offer to install, which it makes once and early; other browsers leave it to their menus. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

export function watchInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    set(event as InstallOffer);
  });
  addEventListener('appinstalled', () => set(null));
}

export type InstallState = 'installed' | 'offered' | 'byMenu';

export function useInstallState(): InstallState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => (matchMedia('(display-mode: standalone)').matches ? 'installed' : offer ? 'offered' : 'byMenu'),
  );
}

/** The browser asks the person; an offer can be used once. */
export async function install(): Promise<void> {
  const used = offer;
  set(null);
  await used?.prompt();
}

function set(next: InstallOffer | null): void {
  offer = next;
  listeners.forEach((listener) => listener());
}
