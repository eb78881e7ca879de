import { isRepeatedInFull } from '@shouwen/domain/testing/random-run';

export { isRepeatedInFull };

/** How often something is repeated: so often that a rare fault shows, or a sample of that. */
export function repetitions<Extent>(inFull: Extent, sample: Extent): Extent {
  return isRepeatedInFull ? inFull : sample;
}
