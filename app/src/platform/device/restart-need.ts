import { createStore } from './store.ts';
import { useStore } from './use-store.ts';

const isNeeded = createStore(false);

/** A library has lost what it keeps on this device and works again only once the app has been loaded anew. */
export function needRestart(): void {
  if (!isNeeded.get()) isNeeded.set(true);
}

export function useRestartNeed(): boolean {
  return useStore(isNeeded);
}
