// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { randomRun } from '@shouwen/domain/testing/random-run';
import { yuanOf } from '../../i18n/yuan-text.ts';
import { readAmount } from './amount-typing.ts';

const mostFen = 10_000_000;

describe('an amount as people type it (REF-7)', () => {
  test.each([
    ['35', 3_500],
    ['35.5', 3_550],
    ['35.50', 3_550],
    ['0.01', 1],
    ['1,200.00', 120_000],
    [' ¥200.00 ', 20_000],
    ['200元', 20_000],
    ['12.50', 1_250],
    ['12。5', 1_250],
    ['19.99', 1_999],
    ['100000', mostFen],
  ])('%s is %i fen', (typed, fen) => {
    expect(readAmount(typed, mostFen)).toEqual({ ok: true, fen });
  });

  test.each([
    ['', 'missing'],
    ['  ', 'missing'],
    ['about 30', 'notAnAmount'],
    ['1e3', 'notAnAmount'],
    ['1,20', 'notAnAmount'],
    ['12.3.4', 'notAnAmount'],
    ['35.505', 'tooManyDecimals'],
    ['0', 'notPositive'],
    ['0.00', 'notPositive'],
    ['-5', 'notPositive'],
    ['100000.01', 'tooMuch'],
  ])('%j is told to be wrong: %s', (typed, fault) => {
    expect(readAmount(typed, mostFen)).toEqual({ ok: false, fault });
  });

  test('every amount reads back as the fen that it was written from: no fraction is a floating-point number', () => {
    const readsBack = fc.property(fc.integer({ min: 1, max: mostFen }), (fen) => {
      expect(readAmount(yuanOf(fen), mostFen)).toEqual({ ok: true, fen });
    });
    fc.assert(readsBack, randomRun(500));
  });
});
