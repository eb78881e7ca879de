import type { PushPayload } from './push-payload.ts';

export interface PushNotification {
  title: string;
  options: NotificationOptions & { renotify?: boolean };
  /** For the app's icon; null when nothing is known about it. */
  unread: number | null;
}

const icon = '/icon-192.png';

/** The worker has no texts of the app at hand, and these have to be there before any other is. */
const neutralTitles = { zh: '首问有新消息', en: 'Something new in Shouwen' };

/**
 * What this phone shows of a message. A phone that somebody else uses by now, or nobody, shows that there is something and nothing of what it is: a
 * browser demands that a push be shown.
 *
 * @param signedInUid who uses this phone; null when nobody does.
 */
export function notificationOf(payload: PushPayload | null, signedInUid: string | null): PushNotification {
  if (payload === null || payload.uid !== signedInUid) return neutral(payload?.language);
  const { title, body, tag, url, unread, language } = payload;
  return { title, options: { body, tag, icon, lang: language, renotify: true, data: { path: url } }, unread };
}

/** Under a tag of its own, so that it takes the place of nothing. */
function neutral(language = 'zh-CN'): PushNotification {
  return {
    title: language === 'en' ? neutralTitles.en : neutralTitles.zh,
    options: { tag: 'neutral', icon, lang: language, data: { path: '/' } },
    unread: null,
  };
}

const ofOthers = /^\/(s|status\.html|api|__)(\/|$)/;

/** The page of the staff's app that a tap opens: whatever a message says, nowhere else. */
export function pathToOpen(data: unknown, origin: string): string {
  const path = typeof data === 'object' && data !== null && 'path' in data ? String(data.path) : '/';
  const url = parsed(path, origin);
  return url === null || url.origin !== origin || ofOthers.test(url.pathname) ? '/' : `${url.pathname}${url.search}`;
}

/** Whether a window shows the staff's app: the customers' page has the same origin and must not be taken from anybody. */
export function isAppWindow(url: string, origin: string): boolean {
  const address = parsed(url, origin);
  return address !== null && address.origin === origin && !ofOthers.test(address.pathname);
}

/** `URL.parse` is younger than push on some phones. */
function parsed(url: string, origin: string): URL | null {
  try {
    return new URL(url, origin);
  } catch {
    return null;
  }
}
