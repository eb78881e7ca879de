import { createStore } from './store.ts';
import { useStore } from './use-store.ts';

const isNeeded = createStore(false);

/** A library has lost what it keeps on this device and works again only once the app has been loaded anew. */
export function needRestart(): void {
  if (!isNeeded.get()) isNeeded.set(true);
}

export function isRestartNeeded(): boolean {
  return isNeeded.get();
}

/** Never, as long as it is not. */
export function whenRestartIsNeeded(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (isNeeded.get()) resolve();
    };
    isNeeded.listen(look);
    look();
  });
}

export function useRestartNeed(): boolean {
  return useStore(isNeeded);
}
