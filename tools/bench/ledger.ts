import { randomInt } from 'node:crypto';
import { playBooks } from '@shouwen/domain/testing/books';
import { figure, type Figure, type FigureGroup } from './figure.ts';

const sequenceCount = 20_000;
const operationCount = 100;

/** Random sequences of all that moves money, on the pure core in memory; each is to leave books without a difference. */
export const ledger: FigureGroup = {
  names: ['ledger_sequences', 'ledger_differences'],
  measure: () => Promise.resolve(measureLedger()),
};

/** A sequence that broke an invariant on the way counts as a difference; its seed is said, so that it can be played again. */
function measureLedger(): Figure[] {
  const firstSeed = randomInt(2 ** 31 - sequenceCount);
  let differenceCount = 0;
  for (let seed = firstSeed; seed < firstSeed + sequenceCount; seed += 1) {
    const told = differencesOf(seed);
    if (told.length > 0) console.error(`Sequence ${seed}: ${told.join('; ')}`);
    differenceCount += told.length;
  }
  return [figure('ledger_sequences', sequenceCount, 'sequences', 20_000), figure('ledger_differences', differenceCount, 'differences', 0)];
}

function differencesOf(seed: number): string[] {
  try {
    return playBooks(seed, operationCount).differences.map(({ code, subject }) => `${code} ${subject}`);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
