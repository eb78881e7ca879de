import { checkConnectivity, onReachable } from '../device/connectivity.ts';
import { phoneNowMs } from '../device/clock.ts';
import { createStore } from '../device/store.ts';
import { sendOutbox } from './outbox-sender.ts';

/** What the last run told besides what lies in the queue. */
interface SendingNews {
  signInNeeded: boolean;
  storageFailed: boolean;
}

export const sendingNews = createStore<SendingNews>({ signInNeeded: false, storageFailed: false });
let running: Promise<void> | null = null;
let isWantedAgain = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits, now and without waiting out pauses; a call during a run is followed by one more run. */
export function sendNow(): Promise<void> {
  isWantedAgain = running !== null;
  running ??= run(true).finally(() => {
    running = null;
    if (isWantedAgain) void sendNow();
  });
  return running;
}

/** For the shell, once per page: sends at the start, when the app is shown again, and when the server answers again. Returns how to stop. */
export function startOutboxSending(): () => void {
  const send = (): void => void sendNow();
  const sendWhenShown = (): void => void (document.visibilityState === 'visible' && sendNow());
  // The event only says that some network is there; whether the server answers is found out by asking.
  const ask = (): void => void checkConnectivity().then((online) => (online ? sendNow() : undefined));
  const stopListening = onReachable(send);
  document.addEventListener('visibilitychange', sendWhenShown);
  window.addEventListener('online', ask);
  send();
  return () => {
    stopListening();
    document.removeEventListener('visibilitychange', sendWhenShown);
    window.removeEventListener('online', ask);
    clearTimeout(timer);
  };
}

/** Whether what waits is sent with the app closed, too: iPhones and Firefox wake no service worker for it. */
export const isSentWhenClosed = 'SyncManager' in globalThis;

/** Lets the browser wake the service worker when the network is back, even with the app closed. Where it cannot, opening the app sends. */
export async function askForBackgroundSync(): Promise<void> {
  try {
    const registration: SyncRegistration | undefined = await navigator.serviceWorker?.getRegistration();
    await registration?.sync?.register('outbox');
  } catch {
    // Refused by the browser's settings: opening the app sends.
  }
}

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> };
}

async function run(hurry: boolean): Promise<void> {
  clearTimeout(timer);
  try {
    const { nextTryAtMs, signInNeeded } = await sendOutbox({ hurry });
    publish({ signInNeeded, storageFailed: false });
    if (nextTryAtMs !== null) timer = setTimeout(() => void waitedRun(), Math.max(0, nextTryAtMs - phoneNowMs()));
  } catch {
    // Only the phone's storage can fail here; the outbox page says so, and a minute later it may be back.
    publish({ ...sendingNews.get(), storageFailed: true });
    timer = setTimeout(() => void waitedRun(), 60_000);
  }
}

function waitedRun(): Promise<void> {
  running ??= run(false).finally(() => {
    running = null;
  });
  return running;
}

function publish(next: SendingNews): void {
  const { signInNeeded, storageFailed } = sendingNews.get();
  if (next.signInNeeded !== signInNeeded || next.storageFailed !== storageFailed) sendingNews.set(next);
}
