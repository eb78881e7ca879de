/** A value that screens follow. */
export interface Followable<Value> {
  get: () => Value;
  /** Calls back at each change. Returns how to stop. */
  listen: (listener: (value: Value) => void) => () => void;
}

export interface LiveStore<Value> extends Followable<Value> {
  /** Tells everybody who listens, unless nothing has changed. */
  set: (next: Value) => void;
}

/** `watch` begins with the first listener and returns what ends it with the last: nothing is watched while nobody wants to know. */
export function createStore<Value>(first: Value, watch?: () => () => void): LiveStore<Value> {
  const listeners = new Set<(value: Value) => void>();
  let value = first;
  let stopWatching: (() => void) | undefined;
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      listeners.forEach((listener) => listener(value));
    },
    listen: (listener) => {
      listeners.add(listener);
      if (listeners.size === 1) stopWatching = watch?.();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stopWatching?.();
        if (listeners.size === 0) stopWatching = undefined;
      };
    },
  };
}
