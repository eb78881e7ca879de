import { createStore } from './store.ts';
import { useStore } from './use-store.ts';

/** Chromium's offer to install, which it makes once and early; other browsers leave it to their menus. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

const offer = createStore<InstallOffer | null>(null);

export function watchInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer.set(event as InstallOffer);
  });
  addEventListener('appinstalled', () => offer.set(null));
}

export type InstallState = 'installed' | 'offered' | 'byMenu';

export function useInstallState(): InstallState {
  const isOffered = useStore(offer) !== null;
  if (matchMedia('(display-mode: standalone)').matches) return 'installed';
  return isOffered ? 'offered' : 'byMenu';
}

/** The browser asks the person; an offer can be used once. */
export async function install(): Promise<void> {
  const used = offer.get();
  offer.set(null);
  await used?.prompt();
}
