import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerWithin } from './answer-within.ts';
import { isLoginAnswer } from './login-answer.ts';

const request = new Request('https://identitytoolkit.googleapis.com/v1/accounts:lookup', { method: 'POST' });

/** What the page is given when the network answers like this; an error of the network is status 0. */
async function givenFor(answer: Response): Promise<{ status: number; text: string }> {
  vi.stubGlobal('fetch', () => Promise.resolve(answer));
  const given = await answerWithin(request, 1000, isLoginAnswer);
  return { status: given.status, text: given.type === 'error' ? '' : await given.text() };
}

afterEach(() => vi.unstubAllGlobals());

describe('only the login service itself ends a login', () => {
  test.each([
    ['a login that is good', Response.json({ users: [] })],
    ['a token that is no longer good', Response.json({ error: { code: 400, message: 'TOKEN_EXPIRED' } }, { status: 400 })],
  ])('%s is told to the page as it came', async (_what, answer) => {
    const text = await answer.clone().text();
    expect(await givenFor(answer)).toEqual({ status: answer.status, text });
  });

  test.each([
    ['a quota that is used up, in JSON', Response.json({ error: { code: 429, status: 'RESOURCE_EXHAUSTED' } }, { status: 429 })],
    ['a key that is refused from here, in JSON', Response.json({ error: { code: 403, status: 'PERMISSION_DENIED' } }, { status: 403 })],
    ['a server in trouble, in JSON', Response.json({ error: { code: 503 } }, { status: 503 })],
    ['a proxy’s 400', new Response('<h1>Bad Request</h1>', { status: 400 })],
    ['a JSON 400 that is no error of the service', Response.json('no', { status: 400 })],
    ['a hotel’s login page', new Response('<form>', { status: 200 })],
  ])('%s counts as no network, so that the login stays', async (_what, answer) => {
    expect(await givenFor(answer)).toEqual({ status: 0, text: '' });
  });
});
