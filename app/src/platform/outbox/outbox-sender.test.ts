// A service worker has no DOM, so neither has this test.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aRecording, aPhoto, anEntry } from './unsent.fixture.ts';
import { FirestoreEdge } from './firestore-edge.fixture.ts';
import { closeDatabase } from '../storage/local-database.ts';
import type { OutboxRow } from '../storage/local-schema.ts';
import type { NewItem } from './contents.ts';
import type { Login } from '../session/stored-login.ts';
import { addItems, ownRows, renewRow } from './outbox-queue.ts';
import { nextToSend, pauseMs, sendOutbox } from './outbox-sender.ts';

vi.mock('../device/web-config.ts', () => ({
  webConfig: { projectId: 'demo-test', apiKey: 'demo', region: 'x', emulators: { auth: 'http://auth', firestore: 'firestore:1', functions: 'http://f' } },
}));

const loginOf =
  (uid: string): (() => Promise<Login>) =>
  () =>
    Promise.resolve({ uid, token: () => Promise.resolve({ kind: 'token', idToken: `token-of-${uid}` }) });
const clerk = { hurry: true, loginOf: loginOf('clerk') };

let edge: FirestoreEdge;

beforeEach(async () => {
  await closeDatabase();
  globalThis.indexedDB = new IDBFactory();
  edge = new FirestoreEdge();
  vi.stubGlobal('fetch', edge.fetch);
});

const states = async (uid = 'clerk'): Promise<string[]> =>
  (await ownRows(uid)).map((row) => `${row.kind} ${row.state}${row.reason ? ` ${row.reason.code}` : ''}`);

describe('RET-2: a sign-in that has become too old', () => {
  const tokenOf = (seconds: number): string => `head.${btoa(JSON.stringify({ auth_time: Math.floor(Date.now() / 1000) - seconds, pack: 'telecom' }))}.sign`;
  const signedIn = (seconds: number) => ({
    hurry: true,
    loginOf: () => Promise.resolve<Login>({ uid: 'clerk', token: () => Promise.resolve({ kind: 'token', idToken: tokenOf(seconds) }) }),
  });
  const refused = async (): Promise<string> => {
    const complaint = aRecording('clerk');
    await addItems('clerk', [complaint]);
    edge.refuse(`complaints/${complaint.id}`, 'PERMISSION_DENIED');
    edge.refuseToRead(`complaints/${complaint.id}`);
    edge.operatorSays({ sessionMs: { telecom: 8 * 3_600_000 } });
    return complaint.id;
  };

  test('keeps everything waiting for a new one, which then takes it (REC-4)', async () => {
    const id = await refused();
    expect(await sendOutbox(signedIn(9 * 3600))).toEqual({ nextTryAtMs: null, signInNeeded: true });
    expect(await states()).toEqual(['aggregate waiting']);
    edge.accept(`complaints/${id}`);
    expect(await sendOutbox(signedIn(1))).toMatchObject({ signInNeeded: false });
    expect(await states()).toEqual([]);
  });

  test('what is refused to a young one is refused for good', async () => {
    await refused();
    expect(await sendOutbox(signedIn(7 * 3600))).toMatchObject({ signInNeeded: false });
    expect(await states()).toEqual(['aggregate notAccepted PERMISSION_DENIED']);
  });
});

describe('a complaint with photos and entries', () => {
  test('is sent first, then its entries in order, then its photos', async () => {
    const complaint = aRecording('clerk');
    await addItems('clerk', [complaint, aPhoto(complaint.id)]);
    const [first, second] = [anEntry(complaint.id, 'one'), anEntry(complaint.id, 'two')];
    await addItems('clerk', [first]);
    await addItems('clerk', [second]);
    await sendOutbox(clerk);
    expect(edge.created.map((path) => path.replace(complaint.id, 'ID'))).toEqual([
      'complaints/ID',
      'complaints/ID/private/contact',
      `complaints/ID/journal/${first.id}`,
      `complaints/ID/journal/${second.id}`,
      expect.stringMatching(/^complaints\/ID\/attachments\//),
    ]);
    expect(edge.documents.get(`complaints/${complaint.id}/journal/${second.id}`)?.['after']).toEqual({ stringValue: first.id });
    expect(await states()).toEqual([]);
  });

  test('has exactly the fields of the contract, and its moment of arrival is the server’s', async () => {
    const complaint = aRecording('clerk');
    await addItems('clerk', [complaint]);
    await sendOutbox(clerk);
    expect(Object.keys(edge.documents.get(`complaints/${complaint.id}`) ?? {}).sort()).toEqual([
      'asks',
      'audience',
      'capturedAt',
      'category',
      'channel',
      'clockOffsetMs',
      'contactLast4',
      'contactMasked',
      'earlierIds',
      'homeRegion',
      'mailItem',
      'mailService',
      'number',
      'occurredAtMs',
      'open',
      'ownerName',
      'ownerUid',
      'pack',
      'packVersion',
      'people',
      'photoCount',
      'receivedAt',
      'receivingUnitId',
      'recordedInUnitId',
      'state',
      'statusId',
      'tier',
      'urgency',
      'what',
    ]);
    expect(edge.documents.get(`complaints/${complaint.id}/private/contact`)).toMatchObject({ phone: { stringValue: '13800001001' } });
  });

  test('when it is not accepted, what hangs on it waits and other complaints go on', async () => {
    const [refused, good] = [aRecording('clerk'), aRecording('clerk')];
    edge.refuse(`complaints/${refused.id}`, 'PERMISSION_DENIED');
    await addItems('clerk', [refused, aPhoto(refused.id), good]);
    await sendOutbox(clerk);
    expect(await states()).toEqual(['aggregate notAccepted PERMISSION_DENIED', 'photo waiting']);
    expect(edge.documents.has(`complaints/${good.id}`)).toBe(true);
  });
});

describe('any other aggregate', () => {
  test('is sent with what lies beside it before its entries, which are apart from those of another collection under the same id', async () => {
    const id = crypto.randomUUID();
    const document = { pack: 'telecom', state: 'recorded', capturedAtMs: Date.now(), clockOffsetMs: 0, nextDueAtMs: null };
    const entry = (collection: string, text: string): NewItem => ({ ...anEntry(id, text), collection });
    const [first, other] = [entry('samples', 'one'), entry('complaints', 'two')];
    await addItems('clerk', [first, other]);
    const content = { document, beside: { 'private/note': { text: '只给自己看' } }, identifiedBy: ['capturedAt'], stamps: {} };
    await addItems('clerk', [{ kind: 'aggregate', collection: 'samples', aggregateId: id, id, content }]);
    await sendOutbox(clerk);
    expect(edge.created.filter((path) => path.startsWith('samples/'))).toEqual([
      `samples/${id}`,
      `samples/${id}/private/note`,
      `samples/${id}/journal/${first.id}`,
    ]);
    expect(edge.documents.get(`samples/${id}`)).toMatchObject({ nextDueAt: { nullValue: null }, receivedAt: { timestampValue: expect.any(String) } });
    expect(edge.documents.get(`complaints/${id}/journal/${other.id}`)?.['after']).toEqual({ nullValue: null });
    expect(await states()).toEqual([]);
  });

  test('when it is not accepted, what hangs on it waits', async () => {
    const id = crypto.randomUUID();
    edge.refuse(`samples/${id}`, 'PERMISSION_DENIED');
    const content = { document: { capturedAtMs: Date.now() }, beside: {}, identifiedBy: ['capturedAt'], stamps: {} };
    await addItems('clerk', [
      { kind: 'aggregate', collection: 'samples', aggregateId: id, id, content },
      { ...anEntry(id, 'one'), collection: 'samples' },
    ]);
    await sendOutbox(clerk);
    expect(await states()).toEqual(['aggregate notAccepted PERMISSION_DENIED', 'entry waiting']);
  });
});

describe('an unknown result is settled by reading back', () => {
  test('cut after the commit: sent once, counted as sent', async () => {
    const complaint = aRecording('clerk');
    await addItems('clerk', [complaint]);
    edge.faults = ['none', 'cut'];
    await sendOutbox(clerk);
    expect(await states()).toEqual([]);
    expect(edge.created).toHaveLength(2);
  });

  test('cut before the commit: keeps waiting, then is sent', async () => {
    await addItems('clerk', [aRecording('clerk')]);
    edge.faults = ['none', 'lost', 'lost'];
    await sendOutbox(clerk);
    expect(await states()).toEqual(['aggregate waiting']);
    await sendOutbox(clerk);
    expect(await states()).toEqual([]);
  });

  test.each(['PERMISSION_DENIED', 'ALREADY_EXISTS', 'FAILED_PRECONDITION'])(
    'arrived earlier and answered with %s: the same content is success',
    async (code) => {
      const complaint = aRecording('clerk');
      await addItems('clerk', [complaint]);
      edge.faults = ['none', 'cut', 'lost'];
      await sendOutbox(clerk);
      expect(await states()).toEqual(['aggregate waiting']);
      edge.refuse(`complaints/${complaint.id}`, code);
      await sendOutbox(clerk);
      expect(await states()).toEqual([]);
    },
  );

  test('other content under the same id is a conflict, and stays on the phone', async () => {
    const complaint = aRecording('clerk');
    await addItems('clerk', [complaint]);
    edge.documents.set(`complaints/${complaint.id}`, { statusId: { stringValue: 'another' } });
    await sendOutbox(clerk);
    expect(await states()).toEqual(['aggregate notAccepted conflict']);
  });

  test('cut at every point in turn, in whatever order: every document exists once and nothing is left', async () => {
    for (let fault = 0; fault < 40; fault += 1) {
      const complaint = aRecording('clerk');
      await addItems('clerk', [complaint, aPhoto(complaint.id), anEntry(complaint.id, `n${fault}`)]);
      edge.faults = [...Array.from({ length: fault % 5 }, () => 'none' as const), fault % 2 === 0 ? 'lost' : 'cut', fault % 3 === 0 ? 'lost' : 'none'];
      for (let run = 0; run < 4; run += 1) await sendOutbox(clerk);
      expect(await states()).toEqual([]);
    }
    expect(edge.created).toHaveLength(40 * 4);
    expect(new Set(edge.created).size).toBe(40 * 4);
  });
});

describe('what the server says', () => {
  test('20 with 5 refused: 15 are sent, 5 stay with their reason', async () => {
    const complaints = Array.from({ length: 20 }, () => aRecording('clerk'));
    complaints.filter((_, index) => index % 4 === 1).forEach((complaint) => edge.refuse(`complaints/${complaint.id}`, 'PERMISSION_DENIED'));
    await addItems('clerk', complaints);
    await sendOutbox(clerk);
    expect(await states()).toEqual(Array.from({ length: 5 }, () => 'aggregate notAccepted PERMISSION_DENIED'));
    expect(edge.documents.size).toBe(30);
  });

  test('401 with a fresh token too: everything keeps waiting for a new login', async () => {
    await addItems('clerk', [aRecording('clerk'), aRecording('clerk')]);
    edge.unauthenticated = true;
    expect(await sendOutbox(clerk)).toEqual({ nextTryAtMs: null, signInNeeded: true });
    expect(await states()).toEqual(['aggregate waiting', 'aggregate waiting']);
    edge.unauthenticated = false;
    await sendOutbox(clerk);
    expect(await states()).toEqual([]);
  });

  test('429 and 503: waits longer each time and never gives up', async () => {
    await addItems('clerk', [aRecording('clerk')]);
    edge.status = 429;
    await sendOutbox(clerk);
    edge.status = 503;
    await sendOutbox(clerk);
    const [row] = await ownRows('clerk');
    expect(row).toMatchObject({ state: 'waiting', attempts: 2 });
  });

  test('one item that always fails holds up no other', async () => {
    const [poison, good] = [aRecording('clerk'), aRecording('clerk')];
    edge.breakOn(`complaints/${poison.id}`);
    await addItems('clerk', [poison, good]);
    await sendOutbox(clerk);
    expect(edge.documents.has(`complaints/${good.id}`)).toBe(true);
    expect(await states()).toEqual(['aggregate waiting']);
  });

  test.each([401, 403, 404, 413])('a %i that is not Firestore’s own is a proxy’s: nothing is refused and nobody has to sign in', async (status) => {
    await addItems('clerk', [aRecording('clerk')]);
    edge.status = status;
    expect(await sendOutbox(clerk)).toMatchObject({ signInNeeded: false });
    expect(await states()).toEqual(['aggregate waiting']);
    edge.status = 0;
    await sendOutbox(clerk);
    expect(await states()).toEqual([]);
  });

  test('a login page that answers 200 is no success', async () => {
    await addItems('clerk', [aRecording('clerk')]);
    edge.captivePortal = true;
    await sendOutbox(clerk);
    expect(await states()).toEqual(['aggregate waiting']);
  });

  test('without a network two attempts are enough to know, and the next try is planned', async () => {
    await addItems('clerk', [aRecording('clerk'), aRecording('clerk'), aRecording('clerk')]);
    edge.offline = true;
    const run = await sendOutbox(clerk);
    expect(edge.requests).toBe(2);
    expect(run.nextTryAtMs).toBeGreaterThan(Date.now());
    expect(await states()).toEqual(['aggregate waiting', 'aggregate waiting', 'aggregate waiting']);
  });
});

describe('entries of one complaint', () => {
  test('one that is not accepted is passed over by the next', async () => {
    const complaintId = aRecording('clerk').id;
    const [first, second] = [anEntry(complaintId, 'one'), anEntry(complaintId, 'two')];
    edge.refuse(`complaints/${complaintId}/journal/${first.id}`, 'INVALID_ARGUMENT');
    await addItems('clerk', [first]);
    await addItems('clerk', [second]);
    await sendOutbox(clerk);
    expect(await states()).toEqual(['entry notAccepted INVALID_ARGUMENT']);
    expect(edge.documents.get(`complaints/${complaintId}/journal/${second.id}`)?.['after']).toEqual({ nullValue: null });
  });

  test('one just sent is still named by the next', async () => {
    const complaintId = aRecording('clerk').id;
    const [first, second] = [anEntry(complaintId, 'one'), anEntry(complaintId, 'two')];
    await addItems('clerk', [first]);
    await sendOutbox(clerk);
    await addItems('clerk', [second]);
    await sendOutbox(clerk);
    expect(edge.documents.get(`complaints/${complaintId}/journal/${second.id}`)?.['after']).toEqual({ stringValue: first.id });
  });

  test('a later one does not overtake one that has to wait', async () => {
    const complaintId = aRecording('clerk').id;
    const [first, second] = [anEntry(complaintId, 'one'), anEntry(complaintId, 'two')];
    edge.breakOn(`complaints/${complaintId}/journal/${first.id}`);
    await addItems('clerk', [first]);
    await addItems('clerk', [second]);
    await sendOutbox(clerk);
    expect(edge.created).toEqual([]);
  });
});

describe('whose work it is', () => {
  test('another person’s items are not sent with one’s own login', async () => {
    await addItems('other', [aRecording('other')]);
    await addItems('clerk', [aRecording('clerk')]);
    await sendOutbox(clerk);
    expect(await states('other')).toEqual(['aggregate waiting']);
    expect(edge.tokens).toEqual(new Set(['Bearer token-of-clerk']));
  });

  test('without a login nothing is sent and nothing is lost', async () => {
    await addItems('clerk', [aRecording('clerk')]);
    expect(await sendOutbox({ loginOf: () => Promise.resolve(null) })).toEqual({ nextTryAtMs: null, signInNeeded: true });
    expect(await states()).toEqual(['aggregate waiting']);
  });
});

test('adding twice adds once', async () => {
  const complaint = aRecording('clerk');
  await addItems('clerk', [complaint]);
  await addItems('clerk', [complaint]);
  expect(await ownRows('clerk')).toHaveLength(1);
});

test('what was refused is sent again when asked to', async () => {
  const complaint = aRecording('clerk');
  edge.refuse(`complaints/${complaint.id}`, 'PERMISSION_DENIED');
  await addItems('clerk', [complaint]);
  await sendOutbox(clerk);
  edge.accept(`complaints/${complaint.id}`);
  await sendOutbox(clerk);
  expect(await states()).toEqual(['aggregate notAccepted PERMISSION_DENIED']);
  await renewRow('clerk', complaint.id);
  await sendOutbox(clerk);
  expect(await states()).toEqual([]);
});

test('two senders at once send everything once', async () => {
  await addItems(
    'clerk',
    Array.from({ length: 10 }, () => aRecording('clerk')),
  );
  await Promise.all([sendOutbox(clerk), sendOutbox(clerk)]);
  expect(edge.created).toHaveLength(20);
});

test('nothing in the queue can be read without its key', async () => {
  const complaint = aRecording('clerk');
  await addItems('clerk', [complaint]);
  const [row] = await ownRows('clerk');
  const text = new TextDecoder('latin1').decode(row?.sealed.data);
  expect(text).not.toContain('13800001001');
  expect(JSON.stringify(row)).not.toContain('13800001001');
});

test('pauses double up to five minutes and are shortened by up to half by chance', () => {
  expect([1, 2, 5, 30].map((attempts) => pauseMs(attempts, 0))).toEqual([4_000, 8_000, 64_000, 300_000]);
  expect(pauseMs(30, 1)).toBe(150_000);
});

test('a pause that lies further off than any pause comes from a clock put back, and is not waited for', () => {
  const row = { order: 1, id: 'a', kind: 'aggregate', state: 'waiting', notBeforeMs: 10_000_000 } as OutboxRow;
  expect(nextToSend([row], new Set(), 0)).toBe(row);
  expect(nextToSend([{ ...row, notBeforeMs: 100_000 }], new Set(), 0)).toBeUndefined();
});
