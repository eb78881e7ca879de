// @vitest-environment node
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { FirestoreEdge } from '../platform/outbox/firestore-edge.fixture.ts';
import { addItems, ownRows } from '../platform/outbox/outbox-queue.ts';
import { sendOutbox } from '../platform/outbox/outbox-sender.ts';
import { anEntry } from '../platform/outbox/unsent.fixture.ts';
import { keptRows } from '../platform/rows/row-database.ts';
import { draftPhotos, forgetDraft, keptDraft } from '../platform/drafts/drafts.ts';
import {
  formerDatabases,
  formerOwner,
  formerSession,
  recordingDraftId,
  restoreDatabases,
  unsentComplaintId,
  unsentEntryId,
  unsentPhotoId,
} from '../platform/storage/former-phone.fixture.ts';
import { sealFormerTyping } from '../platform/drafts/former-typing.ts';
import { closeDatabase } from '../platform/storage/local-database.ts';
import { ownDrafts } from './recording-drafts.ts';

/** A phone that the former version has filled is opened by this one (REC-4): nothing that lay on it may be lost. */

vi.mock('../platform/device/web-config.ts', () => ({
  webConfig: { projectId: 'demo-test', apiKey: 'demo', region: 'x', emulators: { auth: 'http://auth', firestore: 'firestore:1', functions: 'http://f' } },
}));

const owner = { hurry: true, loginOf: () => Promise.resolve({ uid: formerOwner, token: () => Promise.resolve({ kind: 'token' as const, idToken: 'x' }) }) };
let edge: FirestoreEdge;

beforeEach(async () => {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  edge = new FirestoreEdge();
  vi.stubGlobal('fetch', edge.fetch);
  await restoreDatabases(formerDatabases);
});

test('the three unsent items are sent, the complaint with its contact before its entry and its photo', async () => {
  expect((await ownRows(formerOwner)).map(({ kind, collection, aggregateId }) => [kind, collection, aggregateId])).toEqual([
    ['aggregate', 'complaints', unsentComplaintId],
    ['photo', 'complaints', unsentComplaintId],
    ['entry', 'complaints', unsentComplaintId],
  ]);
  await sendOutbox(owner);
  expect(edge.created).toEqual([
    `complaints/${unsentComplaintId}`,
    `complaints/${unsentComplaintId}/private/contact`,
    `complaints/${unsentComplaintId}/journal/${unsentEntryId}`,
    `complaints/${unsentComplaintId}/attachments/${unsentPhotoId}`,
  ]);
  expect(await ownRows(formerOwner)).toEqual([]);
  const complaint = edge.documents.get(`complaints/${unsentComplaintId}`);
  expect(complaint).toMatchObject({ recordedInUnitId: { stringValue: 't-xy-xucheng' } });
  expect(complaint, 'the server takes no key any more').not.toHaveProperty('contactKey');
  expect(edge.documents.get(`complaints/${unsentComplaintId}/private/contact`)).toMatchObject({ name: { stringValue: '王桂芳' } });
  expect(edge.documents.get(`complaints/${unsentComplaintId}/journal/${unsentEntryId}`)).toMatchObject({ type: { stringValue: 'note' } });
});

test('one that had arrived before the update is known by its content and not called a conflict', async () => {
  edge.faults = ['none', 'cut', 'lost'];
  await sendOutbox(owner);
  edge.refuse(`complaints/${unsentComplaintId}`, 'ALREADY_EXISTS');
  await sendOutbox(owner);
  expect(await ownRows(formerOwner)).toEqual([]);
});

test('an entry made after the update names the one made before it', async () => {
  const next = anEntry(unsentComplaintId, '更新以后');
  await addItems(formerOwner, [next]);
  expect((await ownRows(formerOwner)).find(({ id }) => id === next.id)?.after).toBe(unsentEntryId);
});

test('the recording that was not finished opens, with its photo, and is the only one in the list', async () => {
  const drafts = await ownDrafts(formerOwner);
  expect(drafts.map(({ id, form }) => [id, form.name, form.what])).toEqual([[recordingDraftId, '王小满', '宽带一直没有人上门。']]);
  expect(await draftPhotos(formerOwner, recordingDraftId)).toHaveLength(1);
});

test.each([
  [`refund/${unsentComplaintId}`, { isSent: false, typed: { reason: '误收代收费', chargedFen: '35.00' } }],
  ['closure', { kind: 'asked', cashChoice: 'refund' }],
  ['policy', { reason: '按新规调整' }],
  ['calendar', { year: '2027', holidays: '2027-01-01' }],
])('what was typed into the form %s is there', async (id, typed) => {
  expect(await keptDraft(formerOwner, id)).toMatchObject(typed);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('shouwen-forms');
});

test('a form that the former version writes once more in another tab is taken over as well', async () => {
  await forgetDraft('closure');
  await closeDatabase();
  await restoreDatabases(formerDatabases.filter(({ name }) => name === 'shouwen-forms'));
  expect(await keptDraft(formerOwner, 'closure')).toMatchObject({ kind: 'asked' });
});

test('what was typed about a complaint leaves the tab’s session storage and lies sealed', async () => {
  const session = new Map(Object.entries(formerSession));
  vi.stubGlobal('sessionStorage', sessionOf(session));
  await sealFormerTyping(formerOwner);
  expect(await keptDraft(formerOwner, `command/${unsentComplaintId}/note`)).toEqual({ text: '还没写完的备注' });
  expect(await keptDraft(formerOwner, `command/${unsentComplaintId}/handOver`)).toEqual({ toUnitId: 't-qjp', reason: '客户号码归属清江浦' });
  expect([...session.keys()]).toEqual([`shouwen.contact-opened/${unsentComplaintId}`]);
});

test('the rows of the list are there', async () => {
  const rows = [];
  for await (const batch of keptRows()) rows.push(...batch);
  expect(rows.map(({ id, local }) => [id, local])).toContainEqual([unsentComplaintId, true]);
  expect(rows).toHaveLength(2);
});

test('RET-2: no key from which a number could be worked out stays on the phone, neither in a row nor beside a customer', async () => {
  vi.resetModules();
  const started = await import('../platform/rows/row-database.ts');
  for await (const _batch of started.keptRows()) continue;
  await ownDrafts(formerOwner);
  const stored = async (name: string, store: string) => {
    const database = await openDB(name);
    const rows: unknown[] = await database.getAll(store);
    database.close();
    return rows;
  };
  expect(JSON.stringify(await stored('shouwen-rows', 'rows'))).not.toMatch(/contactKey|[0-9a-f]{40}/);
  await closeDatabase();
  expect(await stored('shouwen', 'customers')).toEqual([]);
});

/** Its names are its own properties, as a browser's are. */
function sessionOf(kept: Map<string, string>): object {
  const storage = { getItem: (key: string) => kept.get(key) ?? null, removeItem: (key: string) => void kept.delete(key) };
  return new Proxy(storage, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: (_target, key) => ({ configurable: true, enumerable: kept.has(String(key)) }),
  });
}
