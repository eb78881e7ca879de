import { expect, test } from 'vitest';
import { coveredUntil } from './covered-until.ts';

test('holidays are known to the end of the latest year that is there, in whatever order they came (SLA-3)', () => {
  expect(coveredUntil([{ year: 2026 }, { year: 2024 }])).toBe('2026-12-31');
  expect(coveredUntil([]), 'and not at all where there is none').toBeNull();
});
