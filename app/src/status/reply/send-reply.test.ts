import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendReply } from './send-reply.ts';

const information = { type: 'addInformation', text: '补充' } as const;
const proof = { token: 'AbCdEfGhIjKlMnOpQr-_12' };

/** Answers each request with the next of these; an `Error` is a broken line. */
function lineAnswering(...answers: (object | Error | Response)[]) {
  const line = vi.fn(async (_url: string, _init: RequestInit) => {
    const answer = answers.shift() ?? new Error('asked too often');
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer : Response.json(answer);
  });
  vi.stubGlobal('fetch', line);
  return line;
}

afterEach(() => vi.unstubAllGlobals());

describe('sendReply', () => {
  it('sends what was said with the proof in the body and nothing in the address', async () => {
    const line = lineAnswering({ result: {} });
    expect(await sendReply(proof, 'one', information)).toBe('arrived');
    const [url, init] = line.mock.calls[0] ?? [];
    expect(url).toBe('/api/sayAsCustomer');
    expect(JSON.parse(init?.body as string)).toEqual({ data: { by: proof, id: 'one', command: information } });
  });

  it('asks nobody without a proof', async () => {
    const line = lineAnswering();
    expect(await sendReply(null, 'one', information)).toBe('proofOver');
    expect(line).not.toHaveBeenCalled();
  });

  it.each([
    ['what does not fit any more', { error: { status: 'INVALID_ARGUMENT', message: 'reopenWindowOver' } }, 'refused'],
    ['what takes the link', { error: { status: 'INVALID_ARGUMENT', message: 'linkNeeded' } }, 'linkNeeded'],
    ['a ticket whose time is over', { error: { status: 'PERMISSION_DENIED', message: 'notAllowed' } }, 'proofOver'],
    ['too many tries', { error: { status: 'RESOURCE_EXHAUSTED', message: 'tooManyTries' } }, 'askedTooOften'],
    ['a broken line', new TypeError('offline'), 'unknown'],
    ['a server in trouble', { error: { status: 'INTERNAL' } }, 'unknown'],
    ['a proxy’s 403', new Response('<h1>Forbidden</h1>', { status: 403 }), 'unknown'],
    ['a proxy’s refusal in JSON', { error: { status: 'PERMISSION_DENIED', message: 'blocked' } }, 'unknown'],
    ['a hotel’s login page', new Response('<form>'), 'unknown'],
  ])('tells %s apart', async (_what, answer, sent) => {
    lineAnswering(answer);
    expect(await sendReply(proof, 'one', information)).toBe(sent);
  });
});
