// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { formatIn, yuanOf } from './format.ts';

test('money is shown exactly, to the fen, in both languages', () => {
  expect(yuanOf(5)).toBe('0.05');
  expect(yuanOf(123_450)).toBe('1234.50');
  expect(yuanOf(-1)).toBe('-0.01');
  expect(formatIn('zh-CN').money(123_450)).toBe('¥1,234.50');
  expect(formatIn('en').money(1_000_000_001)).toBe('¥10,000,000.01');
});
