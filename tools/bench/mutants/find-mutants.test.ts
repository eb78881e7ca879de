import { describe, expect, test } from 'vitest';
import { mutantsOf, ruleSources } from '../rule-mutants.ts';
import { equivalentMutants } from './equivalent-mutants.ts';
import { findMutants, mutated } from './find-mutants.ts';

const replacementsIn = (source: string) => findMutants('rules.ts', source).map(({ original, replacement }) => `${original} → ${replacement}`);

describe('small mistakes in a source', () => {
  test('each side of && and || is dropped, in a chain of them too; ?? is no condition', () => {
    expect(replacementsIn('export const yes = (a: boolean, b: boolean, c: boolean) => a && b || c;')).toEqual([
      'a && b → (a)',
      'a && b → (b)',
      'a && b || c → (a && b)',
      'a && b || c → (c)',
    ]);
    expect(replacementsIn('export const first = a ?? b;')).toEqual([]);
  });

  test('the boundary of a comparison is shifted', () => {
    expect(replacementsIn('export const four = [a < b, a <= b, a > b, a >= b];')).toEqual([
      'a < b → (a <= b)',
      'a <= b → (a < b)',
      'a > b → (a >= b)',
      'a >= b → (a > b)',
    ]);
    expect(replacementsIn('export const two = [a === b, a + b];')).toEqual([]);
  });

  test('an amount that is compared is a fen more and a fen less, but for one that may be missing', () => {
    expect(replacementsIn('export const covered = amountFen <= limitFen;')).toEqual([
      'amountFen <= limitFen → (amountFen < limitFen)',
      'amountFen <= limitFen → (amountFen <= limitFen + 1)',
      'amountFen <= limitFen → (amountFen <= limitFen - 1)',
    ]);
    expect(replacementsIn('export const balanced = sumOf(legs) === 0;')).toHaveLength(2);
    expect(replacementsIn('export const unlimited = limitFen === null;')).toEqual([]);
  });

  test('a guard that returns early is left out, and a choice between two ways is not', () => {
    expect(replacementsIn("export function decide() { if (isOwn) return refused('ownRequest'); return decided(); }")).toEqual(['isOwn → false']);
    expect(replacementsIn('export function decide() { if (isOwn) return 1; else return 2; }')).toEqual([]);
  });

  test('a mutant fits its source and no other, whatever characters come before it', () => {
    const source = '/** 首问 – 负责 */\nexport const covered = amountFen <= limitFen;\n';
    const [first] = findMutants('rules.ts', source);
    if (!first) throw new Error('no mutant was found');
    expect(first.line).toBe(2);
    expect(mutated(source, first)).toBe('/** 首问 – 负责 */\nexport const covered = (amountFen < limitFen);\n');
    expect(() => mutated(`\n${source}`, first)).toThrow('rules.ts has changed');
  });
});

describe('the mutants of the rules of money', () => {
  const all = Object.keys(ruleSources).flatMap(mutantsOf);

  test('are at least a hundred', () => {
    expect(all.length).toBeGreaterThanOrEqual(100);
  });

  test.each(equivalentMutants)('one that is said to be no different is one of them: $original', ({ path, original, replacement }) => {
    expect(all.filter((mutant) => mutant.path === path && mutant.original === original && mutant.replacement === replacement)).not.toEqual([]);
  });
});
