import '../device/schemas-without-eval.ts';
import { z } from 'zod';
import { call, CallRefused } from '../callable/callable.ts';
import { phoneNowMs } from '../device/clock.ts';
import { language } from '../device/language.ts';
import { registeredKey } from './registered-device.ts';
import { type PushSetting, pushSurroundings, pushSettingOf } from './push-setting.ts';
import { webConfig } from '../device/web-config.ts';

const renewEveryMs = 24 * 60 * 60_000;
/** Leaving must not wait for a dying line: the request outlives the page, and without its subscription the device is told nothing anyway. */
const longestLeavingMs = 5_000;

const registeredSchema = z.object({ token: z.string(), language: z.string(), atMs: z.number() });
type Registered = z.infer<typeof registeredSchema>;

export function pushSetting(): PushSetting {
  return pushSettingOf(pushSurroundings(registered() !== null));
}

/** Why push could not be turned on. */
export type PushFailure = 'denied' | 'dismissed' | 'notSetUp' | 'failed';

/** Asks the person for leave, then registers this device as theirs. @returns what went wrong, or null. */
export async function turnOnPush(): Promise<PushFailure | null> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') return permission === 'denied' ? 'denied' : 'dismissed';
  try {
    await register();
    return null;
  } catch (error) {
    await unsubscribe().catch(() => undefined);
    return error instanceof CallRefused && error.status === 'FAILED_PRECONDITION' ? 'notSetUp' : 'failed';
  }
}

/** Ends it on this device, also without a network: the server then learns from the push service that there is no such device any more. */
export async function turnOffPush(): Promise<void> {
  const before = registered();
  localStorage.removeItem(registeredKey);
  await unsubscribe();
  if (before) await call('removeDevice', { token: before.token }).catch(() => undefined);
}

/** Tells the server the device's present token and language, once a day and whenever they change: tokens do not live for ever. */
export async function renewPush(): Promise<void> {
  const before = registered();
  if (before === null || pushSetting() !== 'on') return;
  if (before.language === language() && Math.abs(phoneNowMs() - before.atMs) < renewEveryMs) return;
  await register();
}

/**
 * At sign-out: whoever uses this device next gets nothing of the person who leaves, and nothing of theirs stays on its screen. Without a network the
 * subscription ends all the same.
 */
export async function leavePush(): Promise<void> {
  const before = registered();
  const removed = before === null ? null : call('removeDevice', { token: before.token }, { outlivesPage: true });
  const tooLong = new Promise<void>((resolve) => setTimeout(resolve, longestLeavingMs));
  await Promise.allSettled([Promise.race([removed, tooLong]), unsubscribe(), clearScreen()]);
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!webConfig.push || !registration) throw new Error('push needs a push service and a service worker');
  const { askToken } = await import('./push-api.ts');
  const now: Registered = { token: await askToken(webConfig.push.vapidKey, registration), language: language(), atMs: phoneNowMs() };
  await call('registerDevice', { token: now.token, language: now.language });
  localStorage.setItem(registeredKey, JSON.stringify(now));
}

async function unsubscribe(): Promise<void> {
  const registration = await currentRegistration();
  const subscription = await registration?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
}

async function clearScreen(): Promise<void> {
  const registration = await currentRegistration();
  for (const notification of (await registration?.getNotifications()) ?? []) notification.close();
  if ('clearAppBadge' in navigator) await navigator.clearAppBadge();
}

async function currentRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  return 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration() : undefined;
}

function registered(): Registered | null {
  try {
    const parsed = registeredSchema.safeParse(JSON.parse(localStorage.getItem(registeredKey) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
