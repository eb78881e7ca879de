// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

const calls = vi.hoisted((): { made: unknown[]; answer: () => Promise<unknown> } => ({ made: [], answer: () => Promise.resolve({}) }));
const sdk = vi.hoisted(() => ({ token: 'first-token' }));
vi.stubGlobal('__WEB_CONFIG__', {
  projectId: 'demo-test',
  apiKey: 'key',
  region: 'asia-east2',
  push: { appId: '1:2:web:3', messagingSenderId: '2', vapidKey: 'public' },
});
vi.mock('./push-api.ts', () => ({ askToken: () => Promise.resolve(sdk.token) }));
vi.mock('../callable/callable.ts', () => {
  class CallRefused extends Error {
    readonly status: string;
    constructor(name: string, status: string) {
      super(name);
      this.status = status;
    }
  }
  const call = (name: string, data: unknown): Promise<unknown> => {
    calls.made.push([name, data]);
    return calls.answer();
  };
  return { call, CallRefused };
});
const { CallRefused } = await import('../callable/callable.ts');
const { setLanguage } = await import('../device/language.ts');
const { leavePush, pushSetting, renewPush, turnOffPush, turnOnPush } = await import('./push.ts');

/** What the browser was asked to do. */
let did: string[] = [];
let permission: NotificationPermission = 'default';

beforeEach(() => {
  did = [];
  calls.made = [];
  calls.answer = () => Promise.resolve({});
  sdk.token = 'first-token';
  permission = 'granted';
  localStorage.clear();
  setLanguage('zh-CN');
  vi.useFakeTimers({ now: Date.parse('2026-11-20T09:00:00+08:00') });
  const registration = {
    pushManager: { getSubscription: () => Promise.resolve({ unsubscribe: () => Promise.resolve(did.push('unsubscribe') > 0) }) },
    getNotifications: () => Promise.resolve([{ close: () => void did.push('close') }]),
  };
  vi.stubGlobal('PushManager', {});
  vi.stubGlobal('Notification', {
    get permission() {
      return permission;
    },
    requestPermission: () => Promise.resolve(permission),
  });
  Object.defineProperty(navigator, 'serviceWorker', { value: { getRegistration: () => Promise.resolve(registration) }, configurable: true });
  Object.defineProperty(navigator, 'clearAppBadge', { value: () => Promise.resolve(void did.push('clear badge')), configurable: true });
});

test('turned on, the device is registered in the person’s language', async () => {
  expect(pushSetting()).toBe('off');
  expect(await turnOnPush()).toBeNull();
  expect(calls.made).toEqual([['registerDevice', { token: 'first-token', language: 'zh-CN' }]]);
  expect(pushSetting()).toBe('on');
});

test.each([
  ['denied', 'denied'],
  ['default', 'dismissed'],
] as const)('leave that is %s registers nothing', async (answer, failure) => {
  permission = answer;
  expect(await turnOnPush()).toBe(failure);
  expect(calls.made).toEqual([]);
  expect(pushSetting()).not.toBe('on');
});

test.each([
  ['notSetUp', () => Promise.reject(new CallRefused('registerDevice', 'FAILED_PRECONDITION'))],
  ['failed', () => Promise.reject(new CallRefused('registerDevice', 'PERMISSION_DENIED'))],
  ['failed', () => Promise.reject(new Error('no network'))],
] as const)('what the server did not agree to is not on: %s', async (failure, answer) => {
  calls.answer = answer;
  expect(await turnOnPush()).toBe(failure);
  expect(pushSetting()).toBe('off');
  expect(did).toEqual(['unsubscribe']);
});

test('turned off, the subscription ends and the server forgets the device, also when it cannot be reached', async () => {
  await turnOnPush();
  calls.answer = () => Promise.reject(new Error('no network'));
  await turnOffPush();
  expect(calls.made.at(-1)).toEqual(['removeDevice', { token: 'first-token' }]);
  expect(did).toEqual(['unsubscribe']);
  expect(pushSetting()).toBe('off');
});

test('signing out removes the device and what is on the screen (RET-2)', async () => {
  await turnOnPush();
  await leavePush();
  expect(calls.made.at(-1)).toEqual(['removeDevice', { token: 'first-token' }]);
  expect(did.sort()).toEqual(['clear badge', 'close', 'unsubscribe']);
});

test('without a network signing out ends the subscription all the same, and waits five seconds at most', async () => {
  await turnOnPush();
  calls.answer = () => new Promise(() => undefined);
  const leaving = leavePush();
  await vi.advanceTimersByTimeAsync(5_000);
  await leaving;
  expect(did.sort()).toEqual(['clear badge', 'close', 'unsubscribe']);
});

test('whoever never turned it on leaves without asking the server', async () => {
  await leavePush();
  expect(calls.made).toEqual([]);
});

test('the registration is renewed once a day and when the language changes, and not otherwise', async () => {
  await turnOnPush();
  await renewPush();
  expect(calls.made).toHaveLength(1);
  setLanguage('en');
  await renewPush();
  expect(calls.made.at(-1)).toEqual(['registerDevice', { token: 'first-token', language: 'en' }]);
  vi.setSystemTime(Date.now() + 24 * 60 * 60_000);
  sdk.token = 'second-token';
  await renewPush();
  expect(calls.made.at(-1)).toEqual(['registerDevice', { token: 'second-token', language: 'en' }]);
  await renewPush();
  expect(calls.made).toHaveLength(3);
});

test('a device that is not registered, or may not show anything any more, renews nothing', async () => {
  await renewPush();
  await turnOnPush();
  permission = 'denied';
  setLanguage('en');
  await renewPush();
  expect(calls.made).toHaveLength(1);
});
