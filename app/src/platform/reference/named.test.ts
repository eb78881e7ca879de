// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { named } from './named.ts';

test('what is known is called by its name, in the reader’s language', () => {
  expect(named('category', { zh: '代收费', en: 'Third-party fees' }, 'zh-CN')).toBe('代收费');
  expect(named('category', { zh: '代收费', en: 'Third-party fees' }, 'en')).toBe('Third-party fees');
});

test.each(['category', 'unit', 'region', 'tier', 'channel', 'service', 'person'] as const)(
  'a %s that is not known is told in words of both languages, never by a code',
  (kind) => {
    expect(named(kind, undefined, 'zh-CN')).toMatch(/^\p{Script=Han}+$/u);
    expect(named(kind, null, 'en')).toMatch(/^[a-z ]+$/);
  },
);
