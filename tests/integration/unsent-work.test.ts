import 'fake-indexeddb/auto';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { newComplaint } from '../../app/src/platform/outbox/complaint-content.ts';
import type { NewItem } from '../../app/src/platform/outbox/contents.ts';
import { addItems, ownRows } from '../../app/src/platform/outbox/outbox-queue.ts';
import { sendOutbox } from '../../app/src/platform/outbox/outbox-sender.ts';
import { documentOf } from '../../functions/src/adapters/firestore-store.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { receiveComplaint } from '../support/delivering.ts';
import { makeRecording, unsignedToken } from '../support/recorder.ts';

const clerk = 't-hy-wangying-clerk-1';
const web = vi.hoisted(() => ({
  projectId: 'demo-unsent-work',
  apiKey: 'demo',
  region: 'x',
  emulators: { auth: 'http://auth', firestore: '', functions: 'http://f' },
}));
vi.mock('../../app/src/platform/device/web-config.ts', () => ({ webConfig: web }));

let city: TestCity;

beforeAll(async () => {
  web.emulators.firestore = inject('firestore').host;
  city = await openCity(web.emulators.firestore, 'unsent-work');
});
afterAll(() => city.close());

/** A complaint as the clerk's phone saves it; `former` as one did that was not updated. */
function saved(former: boolean): Extract<NewItem, { kind: 'aggregate' }> {
  const { id, recording, contact, recorder } = makeRecording(city, { recorderUid: clerk, capturedAtMs: Date.now() - 60_000, homeRegion: '320803' });
  const content = newComplaint({ recording, contact, audience: recorder.audience });
  const { recordedInUnitId: _unknown, ...document } = content.document;
  const { stamps: _none, ...formerly } = { ...content, document: { ...document, contactKey: null } };
  return { kind: 'aggregate', id, collection: 'complaints', aggregateId: id, content: former ? (formerly as unknown as typeof content) : content };
}

async function send(): Promise<string[]> {
  const token = () => Promise.resolve({ kind: 'token' as const, idToken: unsignedToken(city.projectId, clerk) });
  await sendOutbox({ hurry: true, loginOf: () => Promise.resolve({ uid: clerk, token }) });
  return (await ownRows(clerk)).map(({ state, reason }) => `${state} ${reason?.code}`);
}

test('ADM-6: three unsent, their owner moved and renamed, then online: all three arrive, with their owner and the unit they were recorded in', async () => {
  const { unitId: unitOfCapture } = city.staff(clerk);
  const { audience, unitId } = city.staff('t-qjp-huaihai-clerk-1');
  const items = [saved(false), saved(false), saved(true)];
  await addItems(clerk, items);
  await city.changeStaff(clerk, { name: '周敏（新名）', unitId, audience });
  expect(await send()).toEqual([]);
  for (const { id } of items) {
    await receiveComplaint(city.host, id);
    const stored = documentOf(await city.firestore.doc(`complaints/${id}`).get());
    expect(complaintFromStored(id, stored?.data ?? {})).toMatchObject({
      state: 'assigned',
      flags: [],
      ownerUid: clerk,
      ownerName: '周敏（新名）',
      receivingUnitId: unitId,
      recordedInUnitId: unitOfCapture,
    });
  }
});

test('ADM-6: somebody else’s name or unit still lets nothing in, and whoever is suspended keeps what they have on the phone', async () => {
  const [theirs, own] = [saved(false), saved(false)];
  await addItems(clerk, [{ ...theirs, content: { ...theirs.content, stamps: { ownerName: 'unitId', receivingUnitId: 'unitId', audience: 'audience' } } }]);
  expect(await send()).toEqual(['notAccepted PERMISSION_DENIED']);
  await city.changeStaff(clerk, { active: false });
  await addItems(clerk, [own]);
  expect(await send()).toEqual(['notAccepted PERMISSION_DENIED', 'notAccepted PERMISSION_DENIED']);
});
