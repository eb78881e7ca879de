import { describe, expect, test } from 'vitest';
import { allNoticeKinds, noticeManifest } from './notice-kind.ts';

const han = /\p{Script=Han}/u;

describe.each([
  ['Chinese', 'zh', (text: string) => han.test(text)],
  ['English', 'en', (text: string) => !han.test(text) && text !== ''],
] as const)('in %s', (_language, language, isSpoken) => {
  test('every kind of notice has words of its own', () => {
    const words = allNoticeKinds.map((kind) => noticeManifest(kind).words[language]);
    expect(words.filter((text) => !isSpoken(text))).toEqual([]);
    expect(new Set(words).size).toBe(allNoticeKinds.length);
  });
});
