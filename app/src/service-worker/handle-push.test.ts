import { beforeEach, expect, test, vi } from 'vitest';
import type { WorkerScope } from './worker-scope.ts';

const login = vi.hoisted((): { uid: string | null } => ({ uid: 't-clerk-1' }));
vi.mock('../platform/session/stored-login.ts', () => ({ storedLogin: () => Promise.resolve(login.uid === null ? null : { uid: login.uid }) }));
const { handlePush } = await import('./handle-push.ts');

const origin = 'https://shouwen.example';
const data = { uid: 't-clerk-1', language: 'en', title: '2 overdue', body: '', url: '/inbox', tag: 'inbox', unread: '2' };

interface AppWindow {
  url: string;
  focus: () => Promise<unknown>;
  navigate: (path: string) => Promise<unknown>;
  postMessage: (message: { path: string }, ports: MessagePort[]) => void;
}

/** A worker whose events a test sends, and what it did. */
function startWorker(windows: AppWindow[] = []) {
  const did: string[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const worker = {
    addEventListener: (type: string, listener: (event: unknown) => void) => void listeners.set(type, listener),
    location: { origin },
    navigator: { setAppBadge: (count: number) => Promise.resolve(void did.push(`badge ${count}`)) },
    registration: { showNotification: (title: string) => Promise.resolve(void did.push(`show ${title}`)) },
    clients: { matchAll: () => Promise.resolve(windows), openWindow: (path: string) => Promise.resolve(void did.push(`open ${path}`)) },
  };
  handlePush(worker as unknown as WorkerScope);
  const send = async (type: string, event: object): Promise<void> => {
    let work: Promise<unknown> = Promise.resolve();
    listeners.get(type)?.({ ...event, waitUntil: (promise: Promise<unknown>) => (work = promise) });
    await work;
  };
  const notification = (path: string) => ({ data: { path }, close: () => void did.push('close') });
  return {
    did,
    push: (text: string) => send('push', { data: { text: () => text } }),
    tap: (path: string) => send('notificationclick', { notification: notification(path) }),
  };
}

/** @param answers whether the app in it runs and goes where it is asked to. */
function appWindow(did: string[], path: string, { canNavigate = true, answers = false } = {}): AppWindow {
  return {
    postMessage: (message, [port]) => {
      if (!answers) return;
      did.push(`lead ${message.path}`);
      port?.postMessage('opened');
    },
    url: `${origin}${path}`,
    focus: () => Promise.resolve(void did.push(`focus ${path}`)),
    navigate: (to) => (canNavigate ? Promise.resolve(void did.push(`navigate ${to}`)) : Promise.reject(new Error('not ours'))),
  };
}

beforeEach(() => {
  login.uid = 't-clerk-1';
});

test('a push is shown, and the app’s icon gets the number', async () => {
  const worker = startWorker();
  await worker.push(JSON.stringify({ data }));
  expect(worker.did).toEqual(['show 2 overdue', 'badge 2']);
});

test('after a sign-out neither is told (RET-2)', async () => {
  login.uid = null;
  const worker = startWorker();
  await worker.push(JSON.stringify({ data }));
  expect(worker.did).toEqual(['show Something new in Shouwen']);
});

test('a tap leads the app that runs there, without loading it anew', async () => {
  const windows: AppWindow[] = [];
  const worker = startWorker(windows);
  windows.push(appWindow(worker.did, '/worklist', { answers: true }));
  await worker.tap('/complaint/c1');
  expect(worker.did).toEqual(['close', 'focus /worklist', 'lead /complaint/c1']);
});

test('a tap opens the page in a window whose app does not answer, and in a new one where there is none', async () => {
  const none = startWorker();
  await none.tap('/complaint/c1');
  expect(none.did).toEqual(['close', 'open /complaint/c1']);
  const windows: AppWindow[] = [];
  const worker = startWorker(windows);
  windows.push(appWindow(worker.did, '/s'), appWindow(worker.did, '/worklist'));
  await worker.tap('/complaint/c1');
  expect(worker.did).toEqual(['close', 'focus /worklist', 'navigate /complaint/c1']);
});

test('a window that cannot be led gives way to a new one', async () => {
  const windows: AppWindow[] = [];
  const worker = startWorker(windows);
  windows.push(appWindow(worker.did, '/worklist', { canNavigate: false }));
  await worker.tap('/complaint/c1');
  expect(worker.did).toEqual(['close', 'focus /worklist', 'open /complaint/c1']);
});
