import { randomRun } from '@shouwen/domain/testing/random-run';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import type { Creation } from '../support/rules-questions.ts';
import { repetitions } from '../support/repetitions.ts';
import { Double } from '../support/rules-values.ts';
import type { Verdict } from '../support/rules-verdict.ts';
import { organisation, recorder, storedComplaints } from './city.ts';
import { newId } from './documents.ts';
import { samples } from './field-policy.ts';
import { longestRefundCommands } from './longest-commands.ts';
import { newRefund, newRefundEntry, refundPathOf } from './money-documents.ts';
import { storedMoney } from './money-subjects.ts';

const { uid } = recorder;
const mostFen = 10_000_000;

/** Values of every type near and far from what an amount may be. */
const amount = fc.oneof(
  fc.integer({ min: 1, max: mostFen }),
  fc.constantFrom<unknown>(0, 1, -1, mostFen - 1, mostFen, mostFen + 1, 2n ** 53n, 2n ** 63n - 1n, -(2n ** 63n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.integer({ min: -1000, max: 0 }),
  fc.integer({ min: mostFen + 1, max: 2 ** 31 - 1 }),
  fc.double().map((value) => new Double(value)),
  fc.integer({ min: 1, max: mostFen }).map((value) => new Double(value)),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0).map((value) => new Double(value)),
  fc.integer({ min: 1, max: mostFen }).map(String),
  fc.constantFrom<unknown>(...Object.values(samples)),
  fc.array(fc.integer({ min: 1, max: mostFen }), { maxLength: 2 }),
  fc.record({ fen: fc.integer({ min: 1, max: mostFen }) }),
);

/** Both go through one function of the rules: the one is tried with many values, the other with enough to see that it goes through it. */
const places: Record<string, { times: number; creation: (value: unknown) => Creation }> = {
  amountFen: { times: repetitions(1_500, 400), creation: (value) => ({ path: `refunds/${newId()}`, fields: { ...newRefund(uid), amountFen: value } }) },
  newAmountFen: {
    times: repetitions(200, 60),
    creation: (value) => ({
      path: `${refundPathOf('own')}/journal/${newId()}`,
      fields: { ...newRefundEntry(uid), type: 'amend', payload: { ...longestRefundCommands.amend, newAmountFen: value } },
    }),
  },
};

/** An amount is a whole number of fen from 1 to 100,000 yuan, and nothing else that a database can hold. */
function isAmount(value: unknown): boolean {
  return (typeof value === 'number' || typeof value === 'bigint') && Number.isInteger(Number(value)) && value >= 1 && value <= mostFen;
}

export function describeAmounts(rules: () => RulesClient): void {
  describe('amounts', () => {
    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints, ...storedMoney }));

    test.each(Object.entries(places))(
      '%s: whole fen from 1 to 10,000,000 are let in, and nothing else of any type',
      async (field, { times, creation }) => {
        const { seed = Date.now() % 1_000_000, numRuns } = randomRun(times);
        const values = fc.sample(amount, { seed, numRuns });
        console.log(`  ${values.length} values for ${field}: seed ${seed}`);
        const verdicts = await rules().each(values, (value) => rules().unmeasured.create({ uid }, [creation(value)]));
        const expected = (value: unknown): Verdict => (isAmount(value) ? 'allowed' : 'refused');
        expect(values.flatMap((value, index) => (verdicts[index] === expected(value) ? [] : [{ seed, value, verdict: verdicts[index] }]))).toEqual([]);
        expect(new Set(verdicts)).toEqual(new Set(['allowed', 'refused']));
      },
      120_000,
    );
  });
}
