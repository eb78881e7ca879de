// A service worker has no DOM, so neither has this test.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { decodeFields } from '@shouwen/domain/kernel/rest-value';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aRecording } from './unsent.fixture.ts';
import { FirestoreEdge } from './firestore-edge.fixture.ts';
import { closeDatabase } from '../storage/local-database.ts';
import { addItems, ownRows, renewRow } from './outbox-queue.ts';
import { sendOutbox } from './outbox-sender.ts';

vi.mock('../device/web-config.ts', () => ({
  webConfig: { projectId: 'demo-test', apiKey: 'demo', region: 'x', emulators: { auth: 'http://auth', firestore: 'firestore:1', functions: 'http://f' } },
}));

const token = () => Promise.resolve({ kind: 'token' as const, idToken: 'x' });
const clerk = { hurry: true, loginOf: () => Promise.resolve({ uid: 'clerk', token }) };

let edge: FirestoreEdge;

beforeEach(async () => {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  edge = new FirestoreEdge();
  vi.stubGlobal('fetch', edge.fetch);
});

const states = async (): Promise<string[]> => (await ownRows('clerk')).map((row) => `${row.kind} ${row.state}${row.reason ? ` ${row.reason.code}` : ''}`);

describe('ADM-6: what an aggregate says of its author, it says as of when it is sent', () => {
  const document = (id: string): Record<string, unknown> => decodeFields(edge.documents.get(`complaints/${id}`) ?? {});

  test('three recorded, then moved and renamed, then online: all three say who their owner is now, and where they were recorded', async () => {
    const waiting = [aRecording('clerk'), aRecording('clerk'), aRecording('clerk')];
    edge.offline = true;
    await addItems('clerk', waiting);
    await sendOutbox(clerk);
    edge.offline = false;
    edge.person('clerk', { name: '周敏（婚后）', unitId: 't-other', audience: ['t-other', 't-city'] });
    await sendOutbox(clerk);
    expect(await states()).toEqual([]);
    for (const { id } of waiting) {
      const now = { ownerName: '周敏（婚后）', receivingUnitId: 't-other', audience: ['t-other', 't-city'] };
      expect(document(id)).toMatchObject({ ...now, ownerUid: 'clerk', people: ['clerk'], recordedInUnitId: 't-outlet' });
    }
  });

  test('one that was cut off before its owner moved is known by what does not change', async () => {
    const complaint = aRecording('clerk');
    await addItems('clerk', [complaint]);
    edge.faults = ['none', 'cut', 'lost'];
    await sendOutbox(clerk);
    edge.person('clerk', { name: '周敏', unitId: 't-other', audience: ['t-other'] });
    await sendOutbox(clerk);
    expect(await states()).toEqual([]);
    expect(document(complaint.id)).toMatchObject({ receivingUnitId: 't-outlet' });
  });

  test('one that was turned away while its owner was being moved goes when it is tried again', async () => {
    const complaint = aRecording('clerk');
    edge.refuse(`complaints/${complaint.id}`, 'PERMISSION_DENIED');
    await addItems('clerk', [complaint]);
    await sendOutbox(clerk);
    edge.accept(`complaints/${complaint.id}`);
    edge.person('clerk', { name: '周敏', unitId: 't-other', audience: ['t-other'] });
    await renewRow('clerk', complaint.id);
    await sendOutbox(clerk);
    expect(document(complaint.id)).toMatchObject({ receivingUnitId: 't-other', recordedInUnitId: 't-outlet' });
  });

  test.each(['lost', 'cut'] as const)('while it cannot be told who the owner is (%s), it waits', async (fault) => {
    await addItems('clerk', [aRecording('clerk')]);
    edge.faults = [fault];
    await sendOutbox(clerk);
    expect([await states(), edge.created]).toEqual([['aggregate waiting'], []]);
  });

  test('whoever may not read who they are is told so about what they send', async () => {
    const complaint = aRecording('clerk');
    edge.refuseToRead('staff/clerk');
    edge.refuse(`complaints/${complaint.id}`, 'PERMISSION_DENIED');
    await addItems('clerk', [complaint]);
    await sendOutbox(clerk);
    expect(await states()).toEqual(['aggregate notAccepted PERMISSION_DENIED']);
  });
});
