import { describe, expect, test } from 'vitest';
import { refusals } from './refusals.ts';

const han = /\p{Script=Han}/u;

describe.each([
  ['Chinese', 'zh', (text: string) => han.test(text)],
  ['English', 'en', (text: string) => !han.test(text) && text !== ''],
] as const)('in %s', (_language, language, isSpoken) => {
  test('every refusal has a sentence of its own', () => {
    const sentences = Object.values(refusals).map((refusal) => refusal[language]);
    expect(sentences.filter((sentence) => !isSpoken(sentence))).toEqual([]);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});
