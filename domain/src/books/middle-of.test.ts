import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRun } from '../testing/random-run.ts';
import { middleOf } from './middle-of.ts';

const numbers = fc.string({ unit: fc.constantFrom('-', '0', '9', 'A', 'Z', 'a', 'z'), minLength: 1, maxLength: 36 });

test('halving lies between its bounds, as texts are sorted, until nothing lies between them', () => {
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const [from, before] = [one, other].sort() as [string, string];
      const middle = middleOf(from, before);
      expect(middle === null || (from < middle && middle < before)).toBe(true);
    }),
    randomRun(2000),
  );
});

test('it comes down to one number among many that begin alike', () => {
  const all = Array.from({ length: 1000 }, (_, index) => `A2006-${String(index).padStart(4, '0')}`);
  const wanted = 'A2006-0777';
  let [from, before]: [string | null, string | null] = [null, null];
  const inRange = () => all.filter((number) => (from === null || number >= from) && (before === null || number < before));
  for (let step = 0; step < 100 && inRange().length > 3; step += 1) {
    const middle: string | null = middleOf(from, before);
    if (middle === null) break;
    if (wanted >= middle) from = middle;
    else before = middle;
  }
  expect(inRange().length).toBeLessThanOrEqual(3);
  expect(inRange()).toContain(wanted);
});
