import { useSyncExternalStore } from 'react';
import { nowMs } from '../platform/device/clock.ts';

const everyMs = 30_000;

let shownMs = Math.floor(nowMs() / everyMs) * everyMs;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/** The time for counting down, the same for all that is shown and renewed twice a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => shownMs);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) timer = setInterval(tick, everyMs);
  listeners.add(listener);
  tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** Whole steps, so that what subscribes in the same moment sees the same time. */
function tick(): void {
  const stepMs = Math.floor(nowMs() / everyMs) * everyMs;
  if (stepMs === shownMs) return;
  shownMs = stepMs;
  listeners.forEach((listener) => listener());
}
