import { randomInt } from 'node:crypto';
import { playMonth } from '@shouwen/domain/testing/month/month';
import { figure, type Figure, type FigureGroup } from './figure.ts';

const monthCount = Number(process.env['SHOUWEN_SIMULATED_SEEDS'] ?? 200);

/** Months of a city on the pure core in memory, with everything going wrong that can; in each, what must be true is to stay true. */
export const simulation: FigureGroup = {
  names: ['simulated_months', 'simulation_violations'],
  measure: () => Promise.resolve(measureMonths()),
};

/** A month ends with the first thing that is not true; its seed is said, so that it can be played again. */
function measureMonths(): Figure[] {
  const firstSeed = randomInt(2 ** 31 - monthCount);
  let violationCount = 0;
  for (let seed = firstSeed; seed < firstSeed + monthCount; seed += 1) {
    try {
      playMonth(seed);
    } catch (error) {
      violationCount += 1;
      console.error(error instanceof Error ? error.message : error);
    }
  }
  return [figure('simulated_months', monthCount, 'months', 200), figure('simulation_violations', violationCount, 'violations', 0)];
}
