import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const asked = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => {
  const databases = new IDBFactory();
  // As in WebKit after a page has ended while it deleted that database: whoever opens it waits for ever.
  vi.stubGlobal('indexedDB', {
    open: (name: string, version?: number) => (/validate|heartbeat/.test(name) ? {} : databases.open(name, version)),
    deleteDatabase: (name: string) => databases.deleteDatabase(name),
  });
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('__WEB_CONFIG__', { projectId: 'demo-test', apiKey: 'key', region: 'asia-east2' });
  vi.stubGlobal('fetch', asked.mockRejectedValue(new TypeError('no network')));
});
afterEach(() => vi.unstubAllGlobals());

test('REC-4: the server is asked for a sign-in though the browser never answers for a database that only counts days of use', async () => {
  const { auth, signInWithEmailAndPassword } = await import('../session/firebase-auth-api.ts');
  await expect(signInWithEmailAndPassword(auth, 'somebody@demo.shouwen.example', 'a-password')).rejects.toThrow(/network/);
  expect(asked.mock.calls.map(([url]) => url)).toEqual([expect.stringContaining('accounts:signInWithPassword')]);
});
