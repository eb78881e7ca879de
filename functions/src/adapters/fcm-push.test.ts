import type { BatchResponse, Message, TokenMessage } from 'firebase-admin/messaging';
import { expect, test } from 'vitest';
import type { PushMessage } from '../push/push.ts';
import { fcmPush } from './fcm-push.ts';

const message: PushMessage = {
  token: 'token-of-a-phone',
  uid: 't-leader-1',
  language: 'zh-CN',
  title: '2 件已超时',
  body: '',
  url: '/inbox',
  tag: 'inbox',
  unread: 2,
};

/** The far side as it answers: per message a success or the code of an error. */
function farSide(codeOf: (token: string) => string | null) {
  const pages: TokenMessage[][] = [];
  const sendEach = (messages: Message[]): Promise<BatchResponse> => {
    const page = messages as TokenMessage[];
    pages.push(page);
    const responses = page.map(({ token }) => {
      const code = codeOf(token);
      return code === null ? { success: true } : { success: false, error: { code, message: '' } };
    });
    return Promise.resolve({ responses, successCount: 0, failureCount: 0 } as unknown as BatchResponse);
  };
  return { pages, sendEach };
}

test('a message is data alone, replaces the one before it, and is given up after half a day', async () => {
  const far = farSide(() => null);
  expect(await fcmPush(far).send([message])).toEqual(['accepted']);
  expect(far.pages).toEqual([
    [
      {
        token: message.token,
        data: { uid: 't-leader-1', language: 'zh-CN', title: '2 件已超时', body: '', url: '/inbox', tag: 'inbox', unread: '2' },
        webpush: { headers: { TTL: '43200', Urgency: 'high', Topic: expect.stringMatching(/^[\w-]{1,32}$/) } },
      },
    ],
  ]);
});

test.each([
  ['messaging/registration-token-not-registered', 'gone'],
  ['messaging/invalid-registration-token', 'gone'],
  ['messaging/server-unavailable', 'failed'],
  ['messaging/invalid-argument', 'failed'],
  ['messaging/mismatched-credential', 'failed'],
])('%s means %s', async (code, result) => {
  const far = farSide((token) => (token === 'good' ? null : code));
  const messages = ['bad', 'good'].map((token) => ({ ...message, token }));
  expect(await fcmPush(far).send(messages)).toEqual([result, 'accepted']);
});

test('more than a page goes in pages, and the results keep their order', async () => {
  const far = farSide((token) => (token === 't500' ? 'messaging/registration-token-not-registered' : null));
  const messages = Array.from({ length: 1001 }, (_message, index) => ({ ...message, token: `t${index}` }));
  const results = await fcmPush(far).send(messages);
  expect(far.pages.map((page) => page.length)).toEqual([500, 500, 1]);
  expect(results.flatMap((result, index) => (result === 'gone' ? [index] : []))).toEqual([500]);
});

test('a far side that cannot be reached at all has failed and is not thrown about', async () => {
  const push = fcmPush({ sendEach: () => Promise.reject(new Error('no network')) });
  expect(await push.send([message, message])).toEqual(['failed', 'failed']);
});
