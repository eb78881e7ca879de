import { nowMs } from '../platform/device/clock.ts';
import { createStore } from '../platform/device/store.ts';
import { useStore } from '../platform/device/use-store.ts';

const everyMs = 30_000;

const shownMs = createStore(wholeStepMs(), () => {
  const timer = setInterval(tick, everyMs);
  tick();
  return () => clearInterval(timer);
});

/** The time for counting down, the same for all that is shown and renewed twice a minute. */
export function useNow(): number {
  return useStore(shownMs);
}

function tick(): void {
  shownMs.set(wholeStepMs());
}

/** Whole steps, so that what subscribes in the same moment sees the same time. */
function wholeStepMs(): number {
  return Math.floor(nowMs() / everyMs) * everyMs;
}
