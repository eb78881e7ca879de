import { describe, expect, test } from 'vitest';
import { refusalCodes } from '@shouwen/domain/kernel/decision';
import { allNoticeKinds } from '@shouwen/domain/notice/notice-kind';
import { notice as noticesInEnglish } from './en/notice.ts';
import { refusal as refusalsInEnglish } from './en/refusal.ts';
import { formatIn, yuanOf } from './format.ts';
import { notice as noticesInChinese } from './zh-CN/notice.ts';
import { refusal as refusalsInChinese } from './zh-CN/refusal.ts';

const han = /\p{Script=Han}/u;

describe.each([
  ['Chinese', refusalsInChinese, noticesInChinese, (text: string) => han.test(text)],
  ['English', refusalsInEnglish, noticesInEnglish, (text: string) => !han.test(text) && text !== ''],
] as const)('in %s', (_language, refusals, notices, isSpoken) => {
  test('every refusal has one sentence of its own, and none is left over', () => {
    expect(Object.keys(refusals).sort()).toEqual([...refusalCodes].sort());
    expect(Object.values(refusals).filter((sentence) => !isSpoken(sentence))).toEqual([]);
    expect(new Set(Object.values(refusals)).size).toBe(refusalCodes.length);
  });

  test('every kind of notice has words of its own, and none is left over', () => {
    expect(Object.keys(notices).sort()).toEqual([...allNoticeKinds].sort());
    expect(Object.values(notices).filter((words) => !isSpoken(words))).toEqual([]);
  });
});

test('money is shown exactly, to the fen, in both languages', () => {
  expect(yuanOf(5)).toBe('0.05');
  expect(yuanOf(123_450)).toBe('1234.50');
  expect(yuanOf(-1)).toBe('-0.01');
  expect(formatIn('zh-CN').money(123_450)).toBe('¥1,234.50');
  expect(formatIn('en').money(1_000_000_001)).toBe('¥10,000,000.01');
});
