import { type BrowserContext, type CDPSession, expect, type Page, test } from '@playwright/test';
import { findBrowser } from '../../tools/browser.ts';
import { openServedCity } from '../support/served-city.ts';
import { origin, signIn, turnTo } from '../support/phone.ts';
import { deviceContents } from './device-contents.ts';

const wholeBrowser = findBrowser();

// The shell that the other tests run in shows no notifications.
if (wholeBrowser !== null) test.use({ launchOptions: { executablePath: wholeBrowser.path, args: wholeBrowser.flags } });

test('a push is shown to whoever it is for, a tap opens exactly that complaint, and after signing out nothing of it is left (RET-2)', async ({ browser }) => {
  const { ownerUid, ...complaint } = await anyComplaint();
  const context = await browser.newContext();
  await context.grantPermissions(['notifications'], { origin: origin() });
  const page = await context.newPage();
  await signIn(page, ownerUid);
  const worker = await workerOf(context, page);
  const payload = payloadFor(ownerUid, `投诉 ${complaint.number} 已超时`, `/complaint/${complaint.id}`);

  // A push that comes while the worker starts may be lost on its way here; the same one again takes its own place.
  const shownAfter = async (pushed: string): Promise<string[]> => {
    await worker.deliver(pushed);
    return (await shown(page)).sort();
  };
  await expect.poll(() => shownAfter(payload)).toEqual([`投诉 ${complaint.number} 已超时 · 共 3 条未读消息`]);
  await worker.deliver(payload);
  await expect.poll(() => shown(page), { message: 'the same message again takes its own place' }).toHaveLength(1);

  const elses = payloadFor('t-somebody-else', '投诉 ZZZZZ-ZZZZZ-Z 派给您', '/complaint/somebody-elses');
  await expect.poll(() => shownAfter(elses)).toEqual(['投诉 ' + complaint.number + ' 已超时 · 共 3 条未读消息', '首问有新消息 · ']);

  await page.evaluate(() => Object.assign(globalThis, { isSameDocument: true }));
  await worker.tap(complaint.number);
  await expect(page).toHaveURL(`${origin()}/complaint/${complaint.id}`);
  expect(await page.evaluate(() => 'isSameDocument' in globalThis), 'the app goes there by itself, and what is open in it stays').toBe(true);
  await expect(page.getByText(complaint.number).first()).toBeVisible();
  await expect.poll(() => shown(page)).toEqual(['首问有新消息 · ']);

  await expect.poll(() => shownAfter(payload)).toHaveLength(2);
  await turnTo(page, '/me');
  await page.getByRole('button', { name: '退出登录' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).tap();
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect.poll(() => shown(page), { message: 'what was on the screen is gone' }).toEqual([]);
  // Leaving goes on putting away what is shown for a moment; the same push again takes the place of the first.
  await expect.poll(() => shownAfter(payload)).toEqual(['首问有新消息 · ']);
  expect(JSON.stringify(await deviceContents(page))).not.toContain(complaint.number);
  await context.close();
});

test('where the operator has not set push up, the page says so and offers nothing', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 't-xy-xucheng-clerk-1');
  await turnTo(page, '/me');
  await expect(page.getByText('本单位没有开通推送')).toBeVisible();
  await expect(page.getByRole('button', { name: '开启推送' })).toHaveCount(0);
  await page.getByRole('button', { name: 'English' }).tap();
  await expect(page.getByText('Your operator has not set up push.')).toBeVisible();
  await context.close();
});

async function anyComplaint(): Promise<{ id: string; number: string; ownerUid: string }> {
  const city = openServedCity();
  const { docs } = await city.firestore.collection('complaints').where('pack', '==', 'telecom').limit(1).get();
  await city.close();
  const [complaint] = docs;
  if (!complaint) throw new Error('The city has no complaint.');
  return { id: complaint.id, number: String(complaint.get('number')), ownerUid: String(complaint.get('ownerUid')) };
}

/** A message as the push service hands it to the worker. */
function payloadFor(uid: string, title: string, url: string): string {
  return JSON.stringify({ data: { uid, language: 'zh-CN', title, body: '共 3 条未读消息', url, tag: 'inbox', unread: '3' }, from: '1', fcmMessageId: '2' });
}

function shown(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return ((await registration?.getNotifications()) ?? []).map(({ title, body }) => `${title} · ${body}`);
  });
}

interface Worker {
  /** Hands the real service worker a push, as the browser does. */
  deliver(data: string): Promise<void>;
  /** Taps the notification with that number. */
  tap(number: string): Promise<void>;
}

async function workerOf(context: BrowserContext, page: Page): Promise<Worker> {
  const session = await context.newCDPSession(page);
  const registrationId = await registrationOf(session);
  return {
    deliver: async (data) => void (await session.send('ServiceWorker.deliverPushMessage', { origin: origin(), registrationId, data })),
    tap: async (number) => {
      const worker = context.serviceWorkers().find((candidate) => candidate.url().startsWith(origin()));
      await worker?.evaluate(tapIn, number);
    },
  };
}

function registrationOf(session: CDPSession): Promise<string> {
  return new Promise((resolve, reject) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin()));
      if (found) resolve(found.registrationId);
    });
    session.send('ServiceWorker.enable').catch(reject);
  });
}

interface WorkerGlobals {
  registration: { getNotifications(): Promise<Notification[]> };
  NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
  dispatchEvent(event: Event): boolean;
}

/** Runs in the worker: no browser without a screen lets a test tap a notification. */
async function tapIn(number: string): Promise<void> {
  const worker = globalThis as unknown as WorkerGlobals;
  const notification = (await worker.registration.getNotifications()).find(({ title }) => title.includes(number));
  if (notification) worker.dispatchEvent(new worker.NotificationEvent('notificationclick', { notification }));
}
