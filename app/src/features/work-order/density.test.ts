import { expect, test } from 'vitest';
import { condensed, densities } from './density.ts';

test('a list that fits is shown whole, a longer one by its beginning and its end, and nothing is left out unsaid', () => {
  const numbers = Array.from({ length: 40 }, (_, index) => index);
  expect(condensed(numbers, 40)).toEqual({ first: numbers, left: 0, last: [] });
  expect(condensed(numbers, 12)).toEqual({ first: [0, 1, 2, 3], left: 28, last: [32, 33, 34, 35, 36, 37, 38, 39] });
});

test('each density is no looser than the one before it, so that trying them in turn ends with the tightest', () => {
  for (const [index, density] of densities.entries()) {
    const before = densities[index - 1] ?? density;
    expect(density.fontPt).toBeLessThanOrEqual(before.fontPt);
    expect(density.entries).toBeLessThanOrEqual(before.entries);
    expect(density.whatLines).toBeLessThanOrEqual(before.whatLines);
    expect(density.answerLines).toBeLessThanOrEqual(before.answerLines);
  }
});
