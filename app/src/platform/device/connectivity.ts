import { useSyncExternalStore } from 'react';
import { measureClock, phoneNowMs } from './clock.ts';

const probePath = '/reachable.txt';
const probeText = 'reachable';
const timeoutMs = 8_000;
/** The first screen comes first; until then the browser's own guess will do. */
const firstPauseMs = 1_500;
const offlinePauseMs = 15_000;
const onlinePauseMs = 120_000;

/** Until a real request says otherwise, the browser's own guess. */
let online = navigator.onLine;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Whether this app's own server answers: being in a network, which is all that `navigator.onLine` knows, says little about that. */
export function useConnectivity(): { online: boolean } {
  return { online: useSyncExternalStore(subscribe, () => online) };
}

/** Asks for a few bytes that no cache may answer. A login page of someone else's network does not know what they are. */
export async function checkConnectivity(): Promise<boolean> {
  clearTimeout(timer);
  set(await answers());
  if (listeners.size > 0) timer = setTimeout(() => void checkConnectivity(), online ? onlinePauseMs : offlinePauseMs);
  return online;
}

/** Calls back each time the server is found to answer again after it had not. */
export function onReachable(listener: () => void): () => void {
  let was = online;
  return subscribe(() => {
    if (online && !was) listener();
    was = online;
  });
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

function set(now: boolean): void {
  if (now === online) return;
  online = now;
  listeners.forEach((listener) => listener());
}

/** The first listener starts the watching and the last one ends it; nothing is asked while nobody wants to know. */
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) watch();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stopWatching();
  };
}

function watch(): void {
  window.addEventListener('online', check);
  window.addEventListener('offline', check);
  document.addEventListener('visibilitychange', checkWhenShown);
  timer = setTimeout(check, firstPauseMs);
}

function stopWatching(): void {
  window.removeEventListener('online', check);
  window.removeEventListener('offline', check);
  document.removeEventListener('visibilitychange', checkWhenShown);
  clearTimeout(timer);
}

function check(): void {
  void checkConnectivity();
}

function checkWhenShown(): void {
  if (document.visibilityState === 'visible') check();
}
