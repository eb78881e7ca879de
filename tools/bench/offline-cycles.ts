import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '../browser.ts';
import { type BenchCity, bundlePage, busyHandler, openBenchCity, pageWith, signIn } from './bench-city.ts';
import { figure, type FigureGroup } from './figure.ts';

const cycles = 50;
const savedPerCycle = 4;
const backends = /127\.0\.0\.1:\d+\/(v1|identitytoolkit|securetoken|google\.firestore)/;

/** Fifty times: open without a way to the server, save four complaints, and kill the browser the moment they are said to be saved. Then all must arrive. */
export const offlineCycles: FigureGroup = {
  names: ['offline_cycles_lost', 'offline_cycles_doubled'],
  measure: async () => {
    const city = await openBenchCity();
    city.pages.add('/s/capture.html', pageWith('/s/capture.js'));
    city.pages.add('/s/capture.js', await bundlePage('capture-arm.ts', city.webConfig));
    const profile = mkdtempSync(join(tmpdir(), 'shouwen-bench-profile-'));
    try {
      return await measure(city, profile);
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  },
};

async function measure(city: BenchCity, profile: string) {
  const uid = await busyHandler(city);
  const first = await launch(profile);
  await signIn(await first.newPage(), city.pages.origin, uid);
  await first.close();
  const ids: string[] = [];
  for (let cycle = 0; cycle < cycles; cycle += 1) ids.push(...(await saveAndKill(city, profile)));
  await sendAll(city, profile);
  const stored = await city.admin.firestore.getAll(...ids.map((id) => city.admin.firestore.doc(`complaints/${id}`)));
  const all = await city.admin.firestore.collection('complaints').where('ownerUid', '==', uid).where('contactLast4', '==', '1111').count().get();
  const missing = stored.flatMap((document, index) => (document.exists ? [] : [index]));
  if (missing.length > 0) console.error(`Missing: the saves number ${missing.join(', ')}.`);
  const arrived = stored.filter((document) => document.exists).length;
  return [
    figure('offline_cycles_lost', ids.length - arrived, `of ${ids.length}`, 0),
    figure('offline_cycles_doubled', all.data().count - arrived, `of ${ids.length}`, 0),
  ];
}

function launch(profile: string): Promise<BrowserContext> {
  const { path, flags } = ensureBrowser();
  return chromium.launchPersistentContext(profile, { executablePath: path, args: flags, viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
}

async function saveAndKill(city: BenchCity, profile: string): Promise<string[]> {
  const context = await launch(profile);
  await context.route(backends, (route) => route.abort('internetdisconnected'));
  const page = await openCapture(city, context);
  const ids = await page.evaluate((count) => (window as unknown as { saveMany(count: number): Promise<string[]> }).saveMany(count), savedPerCycle);
  await killBrowser(profile);
  await context.close().catch(() => undefined);
  return ids;
}

/** Kills every process of the browser at once, as a battery that falls out does, and waits until they are gone: two browsers on one profile would spoil it. */
async function killBrowser(profile: string): Promise<void> {
  spawnSync('pkill', ['-KILL', '-f', profile]);
  while (spawnSync('pgrep', ['-f', profile]).status === 0) await sleep(20);
}

async function sendAll(city: BenchCity, profile: string): Promise<void> {
  const context = await launch(profile);
  const page = await openCapture(city, context);
  let left = 1;
  for (let tries = 0; left > 0 && tries < 120; tries += 1) {
    left = await page.evaluate(() => (window as unknown as { sendAll(): Promise<number> }).sendAll());
    if (left > 0) await page.waitForTimeout(1000);
  }
  if (left > 0) console.error(`${left} are still on the phone, unsent.`);
  await context.close();
}

async function openCapture({ pages }: BenchCity, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${pages.origin}/s/capture.html`);
  await page.waitForFunction(() => 'saveMany' in window);
  return page;
}
