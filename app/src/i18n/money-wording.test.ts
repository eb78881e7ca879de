// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { refusalCodes } from '@shouwen/domain/kernel/decision';
import { allNoticeKinds, noticeManifest } from '@shouwen/domain/notice/notice-kind';
import { refusal as refusalsInEnglish } from './en/refusal.ts';
import { formatIn, yuanOf } from './format.ts';
import { refusal as refusalsInChinese } from './zh-CN/refusal.ts';

const han = /\p{Script=Han}/u;

describe.each([
  ['Chinese', refusalsInChinese, 'zh', (text: string) => han.test(text)],
  ['English', refusalsInEnglish, 'en', (text: string) => !han.test(text) && text !== ''],
] as const)('in %s', (_language, refusals, language, isSpoken) => {
  test('every refusal has one sentence of its own, and none is left over', () => {
    expect(Object.keys(refusals).sort()).toEqual([...refusalCodes].sort());
    expect(Object.values(refusals).filter((sentence) => !isSpoken(sentence))).toEqual([]);
    expect(new Set(Object.values(refusals)).size).toBe(refusalCodes.length);
  });

  test('every kind of notice has words of its own', () => {
    const words = allNoticeKinds.map((kind) => noticeManifest(kind).words[language]);
    expect(words.filter((text) => !isSpoken(text))).toEqual([]);
    expect(new Set(words).size).toBe(allNoticeKinds.length);
  });
});

test('money is shown exactly, to the fen, in both languages', () => {
  expect(yuanOf(5)).toBe('0.05');
  expect(yuanOf(123_450)).toBe('1234.50');
  expect(yuanOf(-1)).toBe('-0.01');
  expect(formatIn('zh-CN').money(123_450)).toBe('¥1,234.50');
  expect(formatIn('en').money(1_000_000_001)).toBe('¥10,000,000.01');
});
