// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { named, namesAwaited } from './named.ts';

beforeEach(() => namesAwaited.set(false));

test('what is known is called by its name, in the reader’s language', () => {
  expect(named('category', { zh: '代收费', en: 'Third-party fees' }, 'zh-CN')).toBe('代收费');
  expect(named('category', { zh: '代收费', en: 'Third-party fees' }, 'en')).toBe('Third-party fees');
});

describe.each(['category', 'unit', 'region', 'tier', 'channel', 'service', 'person'] as const)('a %s without a name is never shown by its code', (kind) => {
  test('but in words of both languages', () => {
    expect(named(kind, undefined, 'zh-CN')).toMatch(/^\p{Script=Han}+$/u);
    expect(named(kind, null, 'en')).toMatch(/^[a-z ]+$/);
  });

  test('and by dots while names are on their way', () => {
    namesAwaited.set(true);
    expect([named(kind, undefined, 'zh-CN'), named(kind, null, 'en')]).toEqual(['…', '…']);
  });
});
