import { measureClock, phoneNowMs } from './clock.ts';
import { createStore } from './store.ts';
import { useStore } from './use-store.ts';

const probePath = '/reachable.txt';
const probeText = 'reachable';
const timeoutMs = 8_000;
/** The first screen comes first; until then the browser's own guess will do. */
const firstPauseMs = 1_500;
const offlinePauseMs = 15_000;
const onlinePauseMs = 120_000;

/** Until a real request says otherwise, the browser's own guess. */
const online = createStore(navigator.onLine, watch);
let isWatched = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether this app's own server answers: being in a network, which is all that `navigator.onLine` knows, says little about that. */
export function useConnectivity(): { online: boolean } {
  return { online: useStore(online) };
}

/** Asks for a few bytes that no cache may answer. A login page of someone else's network does not know what they are. */
export async function checkConnectivity(): Promise<boolean> {
  clearTimeout(timer);
  const isOnline = await answers();
  online.set(isOnline);
  if (isWatched) timer = setTimeout(() => void checkConnectivity(), isOnline ? onlinePauseMs : offlinePauseMs);
  return isOnline;
}

/** Calls back each time the server is found to answer again after it had not. */
export function onReachable(listener: () => void): () => void {
  return online.listen((isOnline) => isOnline && listener());
}

async function answers(): Promise<boolean> {
  const askedAtMs = phoneNowMs();
  try {
    const response = await fetch(`${probePath}?at=${askedAtMs}`, { cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) });
    const isOurs = response.ok && (await response.text()).trim() === probeText;
    if (isOurs) measureClock(response, askedAtMs, phoneNowMs());
    return isOurs;
  } catch {
    return false;
  }
}

function watch(): () => void {
  isWatched = true;
  window.addEventListener('online', check);
  window.addEventListener('offline', check);
  document.addEventListener('visibilitychange', checkWhenShown);
  timer = setTimeout(check, firstPauseMs);
  return () => {
    isWatched = false;
    window.removeEventListener('online', check);
    window.removeEventListener('offline', check);
    document.removeEventListener('visibilitychange', checkWhenShown);
    clearTimeout(timer);
  };
}

function check(): void {
  void checkConnectivity();
}

function checkWhenShown(): void {
  if (document.visibilityState === 'visible') check();
}
