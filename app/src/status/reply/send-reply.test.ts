import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendReply } from './send-reply.ts';

vi.mock('../web-config.ts', () => ({ firestoreUrl: (path: string) => `https://firestore.test${path}`, documentName: (path: string) => `documents${path}` }));

const information = { type: 'addInformation', text: '补充' } as const;

const codes: Record<number, string> = { 403: 'PERMISSION_DENIED', 409: 'ALREADY_EXISTS', 503: 'UNAVAILABLE' };

/** Answers each request with the next of these, as Firestore does; an `Error` is a broken line. */
function lineAnswering(...answers: (number | Error | Response)[]) {
  const line = vi.fn(async (_url: string, _init: RequestInit) => {
    const answer = answers.shift() ?? new Error('asked too often');
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) return answer;
    return Response.json(answer === 200 ? { writeResults: [{}] } : { error: { code: answer, status: codes[answer] } }, { status: answer });
  });
  vi.stubGlobal('fetch', line);
  const written = (): { update: { name: string } }[] => line.mock.calls.map(([, init]) => JSON.parse(init.body as string).writes[0]);
  return { written, names: () => written().map(({ update }) => update.name.split('/').at(-1)) };
}

afterEach(() => vi.unstubAllGlobals());

describe('sendReply', () => {
  it('creates the first reply of its kind and nothing that exists, at the time of the request', async () => {
    const line = lineAnswering(200);
    expect(await sendReply('id', { type: 'rate', stars: 5, reasons: ['fast'], solved: true })).toBe('arrived');
    expect(line.written()).toEqual([
      {
        update: {
          name: 'documents/status/id/replies/rate-1',
          fields: {
            type: { stringValue: 'rate' },
            stars: { integerValue: '5' },
            reasons: { arrayValue: { values: [{ stringValue: 'fast' }] } },
            solved: { booleanValue: true },
            outcome: { stringValue: 'pending' },
          },
        },
        updateTransforms: [{ fieldPath: 'createdAt', setToServerValue: 'REQUEST_TIME' }],
        currentDocument: { exists: false },
      },
    ]);
  });

  it('takes the next free id', async () => {
    const line = lineAnswering(409, 403, 200);
    expect(await sendReply('id', information)).toBe('arrived');
    expect(line.names()).toEqual(['addInformation-1', 'addInformation-2', 'addInformation-3']);
  });

  it('is refused when all ids are taken', async () => {
    const line = lineAnswering(403, 403, 403);
    expect(await sendReply('id', { type: 'disagree', text: '不认可' })).toBe('refused');
    expect(line.names()).toHaveLength(3);
  });

  it.each([
    ['a broken line', new TypeError('offline')],
    ['a server in trouble', 503],
    ['a proxy’s 403', new Response('<h1>Forbidden</h1>', { status: 403 })],
    ['a proxy’s 409', new Response('{}', { status: 409 })],
    ['a hotel’s login page', new Response('<form>')],
  ])('does not know after %s, and tries no other id', async (_what, answer) => {
    const line = lineAnswering(answer);
    expect(await sendReply('id', information)).toBe('unknown');
    expect(line.names()).toEqual(['addInformation-1']);
  });
});
