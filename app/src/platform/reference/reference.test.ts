// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import telecom from '@shouwen/domain/packs/telecom.json' with { type: 'json' };
import { compileDirectory, directoryDocuments } from '@shouwen/domain/organisation/compile-directory';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { person, units } from '@shouwen/domain/testing/organisation';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const server = { documents: new Map<string, object>(), isReachable: true, read: [] as string[] };

vi.mock('../firestore/firebase-firestore.ts', () => {
  const answer = (path: string) => {
    if (!server.isReachable) throw new Error('unavailable');
    server.read.push(path);
    const data = server.documents.get(path);
    return { data: () => data };
  };
  const api = {
    doc: (_db: unknown, path: string) => path,
    collection: (_db: unknown, path: string) => path,
    getDocFromServer: (path: string) => Promise.resolve().then(() => answer(path)),
    getDocsFromServer: () => Promise.resolve({ docs: [] }),
  };
  return { loadFirestore: () => Promise.resolve({ db: {}, api }) };
});

const staff = Array.from({ length: 2501 }, (_, index) => person(`t-${String(index)}`, 'outletClerk', 'outlet', { name: `同事${String(index)}` }));
const read = (): string[] => server.read.splice(0).filter((path) => path.startsWith('directories/'));

async function startPhone() {
  vi.resetModules();
  return import('./reference.ts');
}

function compile(people: readonly Staff[], version: number): void {
  for (const [path, content] of directoryDocuments('telecom', compileDirectory([...units.values()], people, 300_000), version, 1))
    server.documents.set(path, content);
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Object.assign(server, { documents: new Map<string, object>(), isReachable: true, read: [] });
  server.documents.set('policies/current', { telecom: telecom.version });
  server.documents.set(`policies/${telecom.version}`, telecom);
  compile(staff, 1);
});

describe('what every phone of an operator keeps of its organisation', () => {
  test('the 2,501st colleague has a name, from as many documents as there are parts', async () => {
    const phone = await startPhone();
    await phone.refreshReference('telecom');
    expect(phone.currentReference()?.staff).toHaveLength(2501);
    expect(phone.currentReference()?.staff.find(({ uid }) => uid === 't-2500')?.name).toBe('同事2500');
    expect(phone.unitName('outlet')).not.toBe('outlet');
    expect(read()).toEqual(['directories/telecom', 'directories/telecom_1', 'directories/telecom_2']);
  });

  test('without a change only the version is read, also when all else is; with one, the parts', async () => {
    const phone = await startPhone();
    await phone.refreshReference('telecom');
    read();
    await phone.refreshReference('telecom');
    await phone.refreshReference('telecom', 0);
    expect(read()).toEqual(['directories/telecom', 'directories/telecom']);
    compile([...staff.slice(1), person('t-0', 'outletClerk', 'outlet', { name: '改名' })], 2);
    await phone.refreshReference('telecom');
    expect(read()).toHaveLength(3);
    expect(phone.currentReference()?.staff.find(({ uid }) => uid === 't-0')?.name).toBe('改名');
  });

  test('without a network, a cold start has everybody; and what was kept stays good', async () => {
    await (await startPhone()).refreshReference('telecom');
    server.isReachable = false;
    const phone = await startPhone();
    await phone.openReference('telecom');
    await expect(phone.refreshReference('telecom')).rejects.toThrow('unavailable');
    expect(phone.currentReference()?.staff.find(({ uid }) => uid === 't-2500')?.name).toBe('同事2500');
  });

  test('what a former version kept is read, without what is no longer kept, and replaced by the directory', async () => {
    const former = { pack: telecom, units: [...units.values()], staff: staff.slice(0, 1000), regions: [], calendar: [], fetchedAtMs: Date.now() };
    const { keepReference } = await import('./reference-database.ts');
    await keepReference(former as unknown as Parameters<typeof keepReference>[0]);
    const phone = await startPhone();
    await phone.openReference('telecom');
    expect(phone.currentReference()?.staff[0]).toEqual({
      uid: 't-0',
      staffNumber: 't-0',
      name: '同事0',
      nameEn: 't-0',
      role: 'outletClerk',
      unitId: 'outlet',
      active: true,
    });
    await phone.refreshReference('telecom');
    expect(phone.currentReference()?.staff).toHaveLength(2501);
  });

  test('parts of two versions are never mixed: what was kept stays until they are of one', async () => {
    const phone = await startPhone();
    await phone.refreshReference('telecom');
    compile(staff.slice(1), 2);
    const first = server.documents.get('directories/telecom_1');
    server.documents.set('directories/telecom_1', { ...first, version: 3 });
    await expect(phone.refreshReference('telecom')).rejects.toThrow('meanwhile');
    expect(phone.currentReference()?.staff).toHaveLength(2501);
  });

  test('until there is a directory, what was kept stays, and a phone that has nothing says so', async () => {
    const phone = await startPhone();
    await phone.refreshReference('telecom');
    server.documents.delete('directories/telecom');
    await phone.refreshReference('telecom', 0);
    expect(phone.currentReference()?.staff).toHaveLength(2501);
    globalThis.indexedDB = new IDBFactory();
    await expect((await startPhone()).refreshReference('telecom')).rejects.toThrow('has not been compiled');
  });
});
