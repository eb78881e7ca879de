import { openPathMessage } from '../platform/push/open-path-message.ts';
import { storedLogin } from '../platform/session/stored-login.ts';
import { isAppWindow, notificationOf, pathToOpen } from './push-notification.ts';
import { readPayload } from './push-payload.ts';
import type { NotificationEvent, PushEvent, WindowOfOrigin, WorkerScope } from './worker-scope.ts';

/** An app that runs answers at once; one that is still being loaded, or hangs, does not. */
const answerWithinMs = 1_000;

/** Shows pushes, and opens what they are about when they are tapped. */
export function handlePush(worker: WorkerScope): void {
  worker.addEventListener('push', (event) => event.waitUntil(show(worker, event)));
  worker.addEventListener('notificationclick', (event) => event.waitUntil(open(worker, event)));
}

async function show(worker: WorkerScope, event: PushEvent): Promise<void> {
  const login = await storedLogin();
  const { title, options, unread } = notificationOf(readPayload(event.data?.text() ?? null), login?.uid ?? null);
  await worker.registration.showNotification(title, options);
  // Systems without badges, or without leave to show them, refuse.
  if (unread !== null) await worker.navigator.setAppBadge?.(unread).catch(() => undefined);
}

/** The app's window, if there is one, and a new one otherwise. */
async function open({ clients, location }: WorkerScope, { notification }: NotificationEvent): Promise<void> {
  notification.close();
  const path = pathToOpen(notification.data, location.origin);
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const window = windows.find(({ url }) => isAppWindow(url, location.origin));
  if (!window) return void (await clients.openWindow(path));
  // One that may not come to the front can still be led.
  await window.focus().catch(() => undefined);
  if (await opensItself(window, path)) return;
  try {
    await window.navigate(path);
  } catch {
    // A window that an older worker serves, or none yet, cannot be led from here.
    await clients.openWindow(path);
  }
}

/** Asks the app in a window to go there by itself, which keeps what is open in it and loads nothing anew; false where nobody answers. */
function opensItself(window: WindowOfOrigin, path: string): Promise<boolean> {
  const { port1: answers, port2: forAnswer } = new MessageChannel();
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), answerWithinMs);
    answers.onmessage = () => {
      clearTimeout(timer);
      resolve(true);
    };
    window.postMessage(openPathMessage(path), [forAnswer]);
  }).finally(() => answers.close());
}
