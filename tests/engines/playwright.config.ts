import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { findEngines } from '../../tools/engines.ts';
import { browserCount, enterCityOfThisWorker } from '../support/city-of-worker.ts';

enterCityOfThisWorker();

/** Engines besides Chromium, driven by their own drivers: Playwright runs the tests, its browsers are not asked. */
export default defineConfig({
  testDir: '.',
  testMatch: findEngines().here.map(({ name }) => `${name}.spec.ts`),
  outputDir: '../../test-results/engines',
  globalSetup: fileURLToPath(new URL('../support/served-app.ts', import.meta.url)),
  forbidOnly: true,
  fullyParallel: true,
  workers: browserCount,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
});
