import { randomRun } from '../random-run.ts';

/** What is asked of the host without knowing it: the domain has no types of any host. */
const host = globalThis as { process?: { env: Record<string, string | undefined> } };
const usual = 10;

/**
 * Which months a share of the tests plays: new ones each time, `SHOUWEN_SIMULATED_SEEDS` of them in all, or those of `FC_SEED` again. A month that fails is not
 * made smaller: its journal tells more.
 */
export function wantedMonths(share: number): { numRuns: number; seed?: number; endOnFailure: true } {
  const count = Number(host.process?.env['SHOUWEN_SIMULATED_SEEDS'] ?? usual);
  return { ...randomRun(Math.ceil(count * share)), endOnFailure: true };
}
