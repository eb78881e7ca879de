import type { FullConfig } from '@playwright/test';
import { serveCities } from './served-cities.ts';

/** Before all browser tests: a city for each browser. */
export default function serveApp({ workers }: FullConfig): Promise<() => Promise<void>> {
  return serveCities(workers);
}
