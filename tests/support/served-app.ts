import type { FullConfig } from '@playwright/test';
import { serveCities } from './served-cities.ts';

/** Before all browser tests: a city for each browser, unless whoever started the tests serves them already. */
export default async function serveApp({ workers }: FullConfig): Promise<() => Promise<void>> {
  return process.env['SHOUWEN_CITIES'] === undefined ? serveCities(workers) : () => Promise.resolve();
}
