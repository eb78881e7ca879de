// @vitest-environment node
import { decodeFields } from '@shouwen/domain/kernel/rest-value';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FirestoreEdge } from '../platform/outbox/firestore-edge.fixture.ts';
import { sendNew } from './send.ts';

vi.mock('../platform/device/web-config.ts', () => ({
  webConfig: { projectId: 'demo-test', apiKey: 'demo', region: 'x', emulators: { auth: 'http://auth', firestore: 'firestore:1', functions: 'http://f' } },
}));
vi.mock('../platform/session/stored-login.ts', () => ({
  storedLogin: () => Promise.resolve({ uid: 'clerk', token: () => Promise.resolve({ kind: 'token', idToken: 'x' }) }),
}));

const asked = { requesterUid: 'clerk', requesterName: '周敏', requesterUnitId: 't-outlet', reason: '多收' };
let edge: FirestoreEdge;

beforeEach(() => {
  edge = new FirestoreEdge();
  vi.stubGlobal('fetch', edge.fetch);
});

describe('ADM-6: a request says who asks as they are when it is sent', () => {
  test.each(['refunds', 'closures'])('of %s, after its requester was moved and renamed while the form was open', async (collection) => {
    edge.person('clerk', { name: '周敏敏', unitId: 't-other', audience: ['t-other', 't-city'] });
    expect(await sendNew(collection, { id: 'one', ...asked }, ['t-outlet', 't-city'])).toBe('created');
    const requester = { requesterUid: 'clerk', requesterName: '周敏敏', requesterUnitId: 't-other', audience: ['t-other', 't-city'], people: ['clerk'] };
    expect(decodeFields(edge.documents.get(`${collection}/one`))).toMatchObject({ ...requester, reason: '多收', state: 'requested' });
  });

  test('and is not sent while that cannot be told', async () => {
    edge.faults = ['lost'];
    expect(await sendNew('refunds', { id: 'one', ...asked }, ['t-outlet'])).toBe('unreachable');
    expect(edge.created).toEqual([]);
  });
});
