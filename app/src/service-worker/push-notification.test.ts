import { describe, expect, test } from 'vitest';
import { isAppWindow, notificationOf, pathToOpen } from './push-notification.ts';
import { readPayload } from './push-payload.ts';

const origin = 'https://shouwen.example';
const data = {
  uid: 't-clerk-1',
  language: 'zh-CN',
  title: '投诉 7K3M9-QXW2C-4 已超时',
  body: '共 7 条未读消息',
  url: '/complaint/c1',
  tag: 'inbox',
  unread: '7',
};
const payload = readPayload(JSON.stringify({ data, from: '1234', fcmMessageId: 'm1' }));

describe('what this phone shows (RET-2)', () => {
  test('for whoever is signed in, what the message says, in the place of the one before', () => {
    expect(notificationOf(payload, 't-clerk-1')).toEqual({
      title: data.title,
      options: { body: data.body, tag: 'inbox', icon: '/icon-192.png', lang: 'zh-CN', renotify: true, data: { path: '/complaint/c1' } },
      unread: 7,
    });
  });

  test.each([
    ['somebody else', 't-clerk-2'],
    ['nobody', null],
  ])('when %s uses the phone, that there is something and nothing of what it is', (_who, uid) => {
    const shown = notificationOf(payload, uid);
    expect(shown).toEqual({ title: '首问有新消息', options: { tag: 'neutral', icon: '/icon-192.png', lang: 'zh-CN', data: { path: '/' } }, unread: null });
    for (const said of [data.title, data.body, data.url, '7K3M9', data.uid]) expect(JSON.stringify(shown)).not.toContain(said);
  });

  test('in the language of the device', () => {
    const english = readPayload(JSON.stringify({ data: { ...data, language: 'en' } }));
    expect(notificationOf(english, null)).toMatchObject({ title: 'Something new in Shouwen', options: { lang: 'en' } });
  });

  test.each([
    ['nothing', null],
    ['no JSON', 'hello'],
    ['no data', '{}'],
    ['a message without a person', JSON.stringify({ data: { ...data, uid: undefined } })],
    ['a number that is none', JSON.stringify({ data: { ...data, unread: '-1' } })],
  ])('%s is shown as something new, because a browser demands that a push be shown', (_what, text) => {
    expect(readPayload(text)).toBeNull();
    expect(notificationOf(readPayload(text), 't-clerk-1')).toMatchObject({ title: '首问有新消息', unread: null });
  });
});

describe('what a tap opens', () => {
  test.each([
    ['/complaint/c1', '/complaint/c1'],
    ['/worklist?tab=unit', '/worklist?tab=unit'],
    ['/schedule', '/schedule'],
    ['https://evil.example/complaint/c1', '/'],
    ['//evil.example/x', '/'],
    ['\\\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/s#secret', '/'],
    ['/status.html', '/'],
    ['/api/lookUpStatus', '/'],
    ['http://', '/'],
  ])('%s leads to %s', (path, opened) => {
    expect(pathToOpen({ path }, origin)).toBe(opened);
  });

  test('a notification that says nothing opens the start', () => {
    for (const nothing of [null, undefined, {}, 'x']) expect(pathToOpen(nothing, origin)).toBe('/');
  });

  test('a window of the staff’s app is led there; the customers’ page and other origins are left alone', () => {
    expect(isAppWindow(`${origin}/worklist`, origin)).toBe(true);
    for (const url of [`${origin}/s#secret`, `${origin}/s`, `${origin}/status.html`, 'https://evil.example/worklist', 'about:blank'])
      expect(isAppWindow(url, origin)).toBe(false);
  });
});
