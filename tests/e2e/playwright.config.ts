import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { findBrowser, findHeadlessShell } from '../../tools/browser.ts';
import { browserCount, enterCityOfThisWorker } from '../support/city-of-worker.ts';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const browser = findHeadlessShell() ?? findBrowser();

enterCityOfThisWorker();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: fromHere('../support/served-app.ts'),
  forbidOnly: true,
  fullyParallel: false,
  // Each has a city of its own.
  workers: browserCount,
  retries: 0,
  // Other suites run beside this one: what takes a second on an idle machine may take a while.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    ...(process.env['SHOUWEN_ORIGIN'] === undefined ? {} : { baseURL: process.env['SHOUWEN_ORIGIN'] }),
    browserName: 'chromium',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    serviceWorkers: 'allow',
    // Moving pages cost as much as what they show; where an app is ended and started again it moves as on any phone.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A trace of every test costs as much as the test: whoever looks for a fault asks for it.
    trace: process.env['SHOUWEN_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: browser?.flags ?? [], ...(browser === null ? {} : { executablePath: browser.path }) },
  },
});
