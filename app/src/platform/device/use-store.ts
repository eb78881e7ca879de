import { useSyncExternalStore } from 'react';
import type { Followable } from './store.ts';

/** What a store holds, kept as it changes. */
export function useStore<Value>(store: Followable<Value>): Value {
  return useSyncExternalStore(store.listen, store.get);
}
