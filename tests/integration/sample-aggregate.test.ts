import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { noticeManifest } from '@shouwen/domain/notice/notice-kind';
import { noticePath } from '@shouwen/domain/notice/subject';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import type { NewItem } from '../../app/src/platform/outbox/contents.ts';
import { addItems, ownRows } from '../../app/src/platform/outbox/outbox-queue.ts';
import { sendOutbox } from '../../app/src/platform/outbox/outbox-sender.ts';
import { documentOf } from '../../functions/src/adapters/firestore-store.ts';
import { applyEntry } from '../../functions/src/journal/apply-entry.ts';
import { takeIn } from '../../functions/src/journal/take-in.ts';
import { allDueWork, doDue } from '../../functions/src/schedules/do-due.ts';
import { previewDue } from '../../functions/src/schedules/preview-due.ts';
import { sweepOnce } from '../../functions/src/schedules/sweep.ts';
import type { StoredDocument } from '../../functions/src/store.ts';
import { fromRoot } from '../../tools/project-paths.ts';
import { rulesWith } from '../../tools/rules/written-rules.ts';
import { writtenShapes } from '../../tools/rules/written-shapes.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { unsignedToken } from '../support/recorder.ts';
import { remindAfterMs, sampleCommandSchema, sampleDocumentSchema } from '../support/sample/sample.ts';
import { servedSample } from '../support/sample/served-sample.ts';

const projectId = 'demo-sample-aggregate';
const keeper = 't-ls-handler-1';
const colleague = 't-ls-head-1';
const minuteMs = 60_000;
const web = vi.hoisted(() => ({
  projectId: 'demo-sample-aggregate',
  apiKey: 'demo',
  region: 'x',
  emulators: { auth: 'http://auth', firestore: '', functions: 'http://f' },
}));

// The registers with one line more each: all that the product is told of the sample.
vi.mock('../../domain/src/aggregates.ts', async (original) => {
  const { sampleManifest } = await import('../support/sample/sample.ts');
  const { manifests } = await original<typeof import('../../domain/src/aggregates.ts')>();
  return { manifests: [...manifests, sampleManifest] };
});
vi.mock('../../functions/src/aggregates.ts', async (original) => {
  const sample = await import('../support/sample/served-sample.ts');
  const { aggregates } = await original<typeof import('../../functions/src/aggregates.ts')>();
  return { aggregates: [...aggregates, sample.servedSample] };
});
vi.mock('../../app/src/platform/device/web-config.ts', () => ({ webConfig: web }));

let city: TestCity;

beforeAll(async () => {
  web.emulators.firestore = inject('firestore').host;
  city = await openCity(web.emulators.firestore, 'sample-aggregate');
  await loadRules();
});
beforeEach(() => {
  city.host = city.newHost();
  city.host.clockMs = Date.now();
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => city.close());

/** The product's rules with the sample's block among the others, and its shapes written like theirs. */
async function loadRules(): Promise<void> {
  const [product, block] = ['firestore.rules', 'tests/support/sample/sample.rules'].map((file) => readFileSync(fromRoot(file), 'utf8'));
  const shapes = {
    documents: [
      ...writtenShapes.documents,
      { name: 'Sample', schema: sampleDocumentSchema, fixed: ['pack', 'createdByUid', 'people', 'audience', 'receivedAtMs'] },
    ],
    journals: [...writtenShapes.journals, { name: 'Sample', commands: sampleCommandSchema }],
  };
  const content = rulesWith(shapes, String(product)).replace('    match /complaints/{complaintId} {', () => `${block}\n    match /complaints/{complaintId} {`);
  const url = `http://${web.emulators.firestore}/emulator/v1/projects/${projectId}:securityRules`;
  const response = await fetch(url, { method: 'PUT', body: JSON.stringify({ rules: { files: [{ name: 'firestore.rules', content }] } }) });
  expect(await response.text()).not.toContain('error');
}

function aSample(): Extract<NewItem, { kind: 'aggregate' }> {
  const id = randomUUID();
  const { pack, audience } = city.staff(keeper);
  const document = { pack, text: '门口的光缆', createdByUid: keeper, state: 'new', open: true, people: [keeper], audience, receivedAtMs: 0 };
  return {
    kind: 'aggregate',
    id,
    collection: 'samples',
    aggregateId: id,
    content: { document, beside: {}, identifiedBy: ['createdByUid', 'text'], stamps: { audience: 'audience' } },
  };
}

function aRemark(aggregateId: string, text: string): Extract<NewItem, { kind: 'entry' }> {
  const content = { type: 'remark', payload: { text }, capturedAtMs: Date.now(), clockOffsetMs: 0 };
  return { kind: 'entry', id: randomUUID(), collection: 'samples', aggregateId, content };
}

/** Puts items into somebody's outbox and sends what is there. */
async function send(uid: string, ...items: NewItem[]): Promise<void> {
  await addItems(uid, items);
  await sendWaiting(uid);
}

async function sendWaiting(uid: string): Promise<void> {
  const token = () => Promise.resolve({ kind: 'token' as const, idToken: unsignedToken(projectId, uid) });
  await sendOutbox({ hurry: true, loginOf: () => Promise.resolve({ uid, token }) });
}

const rowsOf = async (uid: string) => (await ownRows(uid)).map(({ kind, state }) => `${kind} ${state}`);
const event = async (path: string): Promise<StoredDocument | undefined> => documentOf(await city.firestore.doc(path).get()) ?? undefined;
const stored = async (path: string) => (await city.firestore.doc(path).get()).data();

async function keptSample(): Promise<string> {
  const sample = aSample();
  await send(keeper, sample);
  await takeIn(city.host, servedSample, sample.id, await event(`samples/${sample.id}`));
  return sample.id;
}

async function applied(id: string, entryId: string) {
  const path = `samples/${id}/journal/${entryId}`;
  await applyEntry(city.host, servedSample, id, entryId, await event(path));
  return stored(path);
}

describe('a small aggregate is carried by the engine through nothing but the registers', () => {
  test('it is created without a network, waits in the outbox, arrives with its entry, and both are applied in their order', async () => {
    const sample = aSample();
    const remark = aRemark(sample.id, '已看过');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await send(keeper, sample, remark);
    expect(await rowsOf(keeper)).toEqual(['aggregate waiting', 'entry waiting']);
    vi.unstubAllGlobals();
    await sendWaiting(keeper);
    expect(await rowsOf(keeper)).toEqual([]);
    // The entry's event comes first: what it builds upon is done first.
    expect(await applied(sample.id, remark.id)).toMatchObject({ outcome: 'applied', seq: 2, actor: { uid: keeper } });
    expect(await stored(`samples/${sample.id}`)).toMatchObject({ state: 'kept', seq: 2, remarks: ['已看过'] });
    expect(await stored(`samples/${sample.id}/journal/receive_1`)).toMatchObject({ outcome: 'applied', actor: { kind: 'system' } });
  });

  test('what somebody else enters is refused with its reason, what the keeper enters is applied', async () => {
    const id = await keptSample();
    const [theirs, own] = [aRemark(id, '我也看看'), aRemark(id, '没有问题')];
    await send(colleague, theirs);
    await send(keeper, own);
    expect(await applied(id, theirs.id)).toMatchObject({ outcome: 'refused', reason: { code: 'notYours' }, actor: { uid: colleague } });
    expect(await applied(id, own.id)).toMatchObject({ outcome: 'applied' });
  });

  test('what the rules refuse comes back to the phone and holds up nothing else', async () => {
    const id = await keptSample();
    const [tooLong, fits] = [aRemark(id, '长'.repeat(201)), aRemark(id, '长'.repeat(200))];
    await send(keeper, tooLong, fits);
    expect(await rowsOf(keeper)).toEqual(['entry notAccepted']);
    expect(await stored(`samples/${id}/journal/${fits.id}`)).toMatchObject({ outcome: 'pending' });
    expect(await stored(`samples/${id}/journal/${tooLong.id}`)).toBeUndefined();
  });

  test('the dry run says what will be due, the schedule does it once, and the keeper is told', async () => {
    const id = await keptSample();
    const { unitId } = city.staff(keeper);
    const receivedAtMs = city.host.clockMs;
    const itemAt = async (atMs: number) => (await previewDue(city.host, { unitId }, atMs)).find((item) => item.id === id);
    expect(await itemAt(receivedAtMs)).toBeUndefined();
    expect(await itemAt(receivedAtMs + remindAfterMs + minuteMs)).toMatchObject({ kind: 'sample', would: 'remind', skip: null });
    const work = allDueWork().find(({ collection }) => collection === 'samples');
    if (!work) throw new Error('nothing is ever due of samples');
    await doDue(city.host, work);
    expect(await stored(`samples/${id}`)).toMatchObject({ seq: 1 });
    city.host.clockMs += remindAfterMs + minuteMs;
    await doDue(city.host, work);
    await doDue(city.host, work);
    expect(await stored(`samples/${id}`)).toMatchObject({ seq: 2, nextDueAt: null });
    const told = await city.firestore.collection(`inbox/${keeper}/items`).get();
    const items = told.docs.map((item) => item.data()).filter(({ subject }) => (subject as { id: string } | null)?.id === id);
    expect(items).toMatchObject([{ kind: 'sampleReminder', subject: { collection: 'samples', id }, read: false }]);
    const kind = 'sampleReminder' as Parameters<typeof noticeManifest>[0];
    expect(noticeManifest(kind).words.en).toBe('Keep an eye on this');
    expect(noticePath({ kind, subject: { collection: 'samples', id } })).toBe(`/sample/${id}`);
  });

  test('what no event reached, the sweep finds', async () => {
    const sample = aSample();
    const remark = aRemark(sample.id, '漏掉的');
    await send(keeper, sample, remark);
    city.host.clockMs += 5 * minuteMs;
    expect(await sweepOnce(city.host)).toMatchObject({ samples: 1 });
    expect(await stored(`samples/${sample.id}`)).toMatchObject({ state: 'kept', remarks: ['漏掉的'] });
  });
});
