/** Set by the bench, which has the time to repeat what the suite repeats only often enough to see a fault of its kind. */
export const isRepeatedInFull = process.env['SHOUWEN_REPETITIONS'] === 'full';

/** How often something is repeated: so often that a rare fault shows, or a sample of that. */
export function repetitions<Extent>(inFull: Extent, sample: Extent): Extent {
  return isRepeatedInFull ? inFull : sample;
}
