import { describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';

/** Conditions that cannot come out both ways, each with the reason. */
const oneSidedByNature: Record<string, string> = {
  'value < 10': 'the day and the month are what they are today',
  'concernsMe(resource.data': 'a query is proved or stays open, and is never found false; reading one document comes out both ways',
  'data.bytes.size() <= 716800': 'seen both ways by a request too large to be measured',
};

/** Stands last: what the tests before it made the rules work out. */
export function describeCoverage(rules: () => RulesClient): void {
  describe('the tests above', () => {
    test('made the rules work out every expression, and every condition both ways', async () => {
      await rules().harvest();
      const { coverage, asked } = rules();
      const unevaluated = coverage.unevaluated();
      const allOneSided = coverage.oneSided();
      const isExcepted = (line: string): boolean => Object.keys(oneSidedByNature).some((text) => line.includes(text));
      const oneSided = allOneSided.filter((line) => !isExcepted(line));
      const excepted = allOneSided.length - oneSided.length;
      const evaluated = coverage.total - unevaluated.length;
      const percent = Math.floor((1000 * evaluated) / coverage.total) / 10;
      console.log(
        `  firestore.rules: ${percent} % of expressions evaluated (${evaluated} of ${coverage.total}), ` +
          `${coverage.booleanTotal - allOneSided.length} of ${coverage.booleanTotal} conditions seen both ways (${excepted} excepted), ${asked} requests`,
      );
      expect(unevaluated).toEqual([]);
      expect(oneSided).toEqual([]);
      expect(coverage.total).toBeGreaterThan(0);
    }, 60_000);
  });
}
