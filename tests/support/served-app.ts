import type { FullConfig } from '@playwright/test';
import { serveCities } from './served-cities.ts';

/** Before all browser tests: a city for each browser, unless whoever started the tests serves them already. */
export default async function serveApp({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (process.env['SHOUWEN_CITIES'] !== undefined) return () => Promise.resolve();
  const { addresses, stop } = await serveCities(workers);
  process.env['SHOUWEN_CITIES'] = JSON.stringify(addresses);
  return async () => {
    delete process.env['SHOUWEN_CITIES'];
    await stop();
  };
}
