/** What is asked of the host without knowing it: the domain has no types of any host. */
const host = globalThis as { process?: { env: Record<string, string | undefined> } };

/**
 * How often a property is tried, and from which seed: a new one each time, or that of `FC_SEED` to run a failure again. fast-check prints the
 * seed and the smallest failing example.
 */
export function randomRun(numRuns: number): { numRuns: number; seed?: number } {
  const seed = host.process?.env['FC_SEED'];
  return seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) };
}

/** Set by the bench, which has the time to repeat what the suite repeats only often enough to see a fault of its kind. */
export const isRepeatedInFull = host.process?.env['SHOUWEN_REPETITIONS'] === 'full';
