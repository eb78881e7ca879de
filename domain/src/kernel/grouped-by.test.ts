import { expect, test } from 'vitest';
import { groupedBy } from './grouped-by.ts';

test('keys and items stand in the order in which they come, and every key is asked about once', () => {
  const asked: number[] = [];
  const groups = groupedBy([3, 1, 4, 1, 5], (number) => {
    asked.push(number);
    return number % 2 === 0 ? 'even' : 'odd';
  });
  expect([...groups]).toEqual([
    ['odd', [3, 1, 1, 5]],
    ['even', [4]],
  ]);
  expect(asked).toEqual([3, 1, 4, 1, 5]);
  expect(groupedBy([], String)).toEqual(new Map());
});
