import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadView } from './load-view.ts';

vi.mock('../web-config.ts', () => ({ firestoreUrl: (path: string) => `https://firestore.test${path}` }));
vi.mock('./stored-view.ts', () => ({ viewFromRest: (document: { fields: object }) => document.fields }));

function failure(code: number, status: string): Response {
  return Response.json({ error: { code, message: '', status } }, { status: code });
}

async function loadedFrom(answer: Response): Promise<string> {
  vi.stubGlobal('fetch', () => Promise.resolve(answer));
  return (await loadView('id')).kind;
}

afterEach(() => vi.unstubAllGlobals());

describe('the customer’s page believes Firestore alone (OWN-3)', () => {
  test.each([
    ['a page', Response.json({ name: 'status/id', fields: {} }), 'view'],
    ['no such page', failure(404, 'NOT_FOUND'), 'missing'],
    ['a page whose time is over', failure(403, 'PERMISSION_DENIED'), 'expired'],
  ])('%s', async (_what, answer, kind) => {
    expect(await loadedFrom(answer)).toBe(kind);
  });

  test.each([
    ['a hotel’s login page that says 200', new Response('<form>')],
    ['one that says 403', new Response('<form>', { status: 403 })],
    ['one that says 404', new Response('<form>', { status: 404 })],
    ['a proxy’s 403 in JSON', Response.json({ error: 'forbidden' }, { status: 403 })],
    ['a gateway’s 404 in JSON', Response.json({ error: { code: 404 } }, { status: 404 })],
    ['a 200 in JSON that is no document', Response.json({ portal: 'hotel' })],
    ['a quota that is used up', failure(429, 'RESOURCE_EXHAUSTED')],
    ['a server in trouble', failure(503, 'UNAVAILABLE')],
  ])('%s is a line that does not lead there, and nothing is said of the page', async (_what, answer) => {
    expect(await loadedFrom(answer)).toBe('unreachable');
  });
});
