import { inboxItem } from '../../functions/src/inbox-item.ts';
import { keepDevice } from '../../functions/src/push/devices.ts';
import { openCity, type TestCity, type TestHost } from './city.ts';
import { recordingPush, type RecordingPush } from './recording-push.ts';

interface Pushed {
  host: TestHost;
  push: RecordingPush;
}

/** The demonstration city with a push service that writes down what it is given. */
export interface PushedCity {
  city: TestCity;
  /** A fresh host and service, for one test. */
  begin(): Pushed;
  /** Gives another host the service of this test. */
  withPush(bare: TestHost): TestHost;
  register(uid: string, name?: string, language?: 'zh-CN' | 'en'): Promise<void>;
  /** A notice as functions put it there, now. @returns its id. */
  tell(uid: string, kind: string, about?: Record<string, unknown> & { id?: string; isCritical?: boolean }): Promise<string>;
  /** Whether a notice waits to be told, was told, or is not to be. */
  standing(uid: string, id: string): Promise<unknown>;
  titles(): string[];
  /** Forgets what a test has left. */
  clear(): Promise<void>;
}

export const noticeNumber = '7K3M9-QXW2C-4';

export function tokenOf(name: string): string {
  return `${name}-${'x'.repeat(30)}`;
}

export async function openPushedCity(emulatorHost: string, name: string): Promise<PushedCity> {
  const city = await openCity(emulatorHost, name);
  const newPushed = (): Pushed => {
    const push = recordingPush();
    return { push, host: Object.assign(city.newHost(), { push }) };
  };
  let now = newPushed();
  return {
    city,
    begin: () => (now = newPushed()),
    withPush: (bare) => Object.assign(bare, { push: now.push }),
    register: (uid, name = uid, language = 'zh-CN') => keepDevice(now.host, uid, { token: tokenOf(name), language }),
    tell: async (uid, kind, about = {}) => {
      const { id = crypto.randomUUID(), isCritical = false, ...rest } = about;
      const item = inboxItem(now.host, { kind, subject: { collection: 'complaints', id: `c-${id}` }, number: noticeNumber, isCritical, ...rest });
      await city.firestore.doc(`inbox/${uid}/items/${id}`).set(item);
      return id;
    },
    standing: async (uid, id) => (await city.firestore.doc(`inbox/${uid}/items/${id}`).get()).get('push') as unknown,
    titles: () => now.push.sent.map(({ title }) => title),
    clear: async () => {
      await city.restoreStaff();
      for (const collection of ['inbox', 'devices', 'preferences', 'complaints']) await city.firestore.recursiveDelete(city.firestore.collection(collection));
    },
  };
}
