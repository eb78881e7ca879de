import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { happenings } from './happenings.ts';
import { playMonth } from './month.ts';
import { wantedMonths } from './wanted-months.ts';

vi.setConfig({ testTimeout: 1_800_000 });

test('SLA-6, SLA-8, ORG-4, TIME: in the second half of the months no step comes twice or is missing, nobody is stranded, and the law is never broken in silence', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 - 1 }), (seed) => {
      for (const what of playMonth(seed).keys()) seen.add(what);
    }),
    wantedMonths(0.5),
  );
  expect(happenings.filter((what) => !seen.has(what))).toEqual([]);
});
