import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sendOutbox } from '../platform/outbox/outbox-sender.ts';
import { answerWithin } from './answer-within.ts';
import { handlePush } from './handle-push.ts';
import { isLoginAnswer } from './login-answer.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;

// The shell and nothing else: no answer of the database is ever kept here.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// The customers' page, its address in links, and everything that the server answers are none of the staff app's pages.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/[sc](\/|$|\?)/, /^\/status\.html/, /^\/api\//, /^\/__\//] }));

self.addEventListener('fetch', (event) => {
  const limitMs = limitOf(event.request);
  if (limitMs !== null) event.respondWith(answerWithin(event.request, limitMs, isLoginAnswer));
});

// A new version waits until the person agrees.
self.addEventListener('message', (event) => {
  const message = event.data;
  if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'SKIP_WAITING') void self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The browser wakes the worker when the network is back, also with the app closed.
self.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(sendAllNow());
});

handlePush(self);

/** A rejected promise is how the browser is asked to wake the worker again later. */
async function sendAllNow(): Promise<void> {
  const { nextTryAtMs } = await sendOutbox({ hurry: true });
  if (nextTryAtMs !== null) throw new Error('not everything could be sent yet');
}

/**
 * Firebase Auth tells nobody who is signed in until these have answered, half a minute on a dying line. Failed early they count as "no network",
 * and it goes on with what it has kept.
 */
function limitOf(request: Request): number | null {
  if (request.method !== 'POST') return null;
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/accounts:lookup')) return 2_000;
  return pathname.endsWith('/v1/token') ? 5_000 : null;
}
