import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { type BenchCity, busyHandler, openBenchCity, phoneContext, signIn } from './bench-city.ts';
import { figure, type Figure, type FigureGroup } from './figure.ts';

const limits = { firstPaintKb: 280, routeKb: 520 };
/** The mark of the moment when they have been painted. */
const firstRows = 'first rows';
const firebaseChunk = /\/assets\/firebase-[^/]*\.js$/;

/** What a phone loads before the worklist is painted and for all of it, and what a repeat visit asks of the network. */
export const staffApp: FigureGroup = {
  names: ['staff_first_paint_js_gzip_kb', 'staff_route_js_gzip_kb', 'staff_repeat_requests'],
  measure: async () => {
    const city = await openBenchCity();
    const context = await phoneContext(city.browser);
    await signIn(await context.newPage(), city.pages.origin, await busyHandler(city));
    const storage = await keptStorage(context, city.pages.origin);
    const figures = [...(await measureFirstLoad(city, storage)), await measureRepeat(context, city.pages.origin)];
    await context.close();
    return figures;
  },
};

/** Local storage of someone who has used the app: the profile and the first rows, but nothing in caches. */
async function keptStorage(context: BrowserContext, origin: string): Promise<Record<string, string>> {
  const page = await context.newPage();
  await page.goto(`${origin}/worklist`);
  await page.locator('.row-list a.card').first().waitFor();
  await page.waitForFunction(() => localStorage.getItem('shouwen.firstRows') !== null);
  const storage = await page.evaluate(() => Object.fromEntries(Object.entries(localStorage)) as Record<string, string>);
  await page.close();
  return storage;
}

/**
 * The Firebase chunks are held back until the first rows are there, which proves that the paint does not need them. What the page asks for after the paint is no
 * part of it, however soon it arrives.
 */
async function measureFirstLoad({ browser, pages }: BenchCity, storage: Record<string, string>): Promise<Figure[]> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  await context.addInitScript((kept) => Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value)), storage);
  await context.addInitScript(markFirstRows, firstRows);
  const page = await context.newPage();
  const release = await holdBack(page, firebaseChunk);
  const weighed = weighScripts(page);
  await page.goto(`${pages.origin}/worklist`, { waitUntil: 'commit' });
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, firstRows);
  const before = await page.evaluate(askedBefore, firstRows);
  const beforePaintKb = await weighed((url) => before.includes(url));
  const listening = page.waitForRequest(/Firestore\/Listen\/channel/);
  release();
  await listening;
  const routeKb = await weighed(() => true);
  await context.close();
  return [figure('staff_first_paint_js_gzip_kb', beforePaintKb, 'KB', limits.firstPaintKb), figure('staff_route_js_gzip_kb', routeKb, 'KB', limits.routeKb)];
}

/** Runs in the page before its own code: marks the moment when the first rows have been painted, which is when the frame with them has ended. */
function markFirstRows(mark: string): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('.row-list a.card') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark(mark)));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page: its own address, and those that it had asked for until that moment, once all of them have arrived. */
async function askedBefore(mark: string): Promise<string[]> {
  const atMs = performance.getEntriesByName(mark)[0]?.startTime ?? 0;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return [location.href, ...performance.getEntriesByType('resource').flatMap(({ name, startTime }) => (startTime <= atMs ? name : []))];
}

async function holdBack(page: Page, url: RegExp): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

/** Scripts and styles that have arrived so far, of addresses that count, compressed; styles inside the page count with it. */
function weighScripts(page: Page): (counts: (url: string) => boolean) => Promise<number> {
  const arriving: Promise<{ url: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const url = response.url();
    if (!['script', 'stylesheet', 'document'].includes(response.request().resourceType())) return;
    arriving.push(
      response.body().then(
        (body) => ({ url, bytes: gzipSync(body).length }),
        () => ({ url, bytes: 0 }),
      ),
    );
  });
  return async (counts) => (await Promise.all(arriving)).reduce((sum, { url, bytes }) => sum + (counts(url) ? bytes : 0), 0) / 1024;
}

/** Counts what leaves the phone until the first rows are there: neither the page nor its service worker may ask anything. */
async function measureRepeat(context: BrowserContext, origin: string): Promise<Figure> {
  const page = await context.newPage();
  await page.goto(`${origin}/worklist`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.locator('.row-list a.card').first().waitFor();
  await page.close();
  const repeat = await context.newPage();
  await repeat.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('.row-list a.card')) return;
      performance.mark('first-rows');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  const asked: Request[] = [];
  repeat.on('requestfinished', (request) => asked.push(request));
  await repeat.goto(`${origin}/worklist`, { waitUntil: 'commit' });
  await repeat.locator('.row-list a.card').first().waitFor();
  const paintedAtMs = await repeat.evaluate(() => performance.timeOrigin + (performance.getEntriesByName('first-rows')[0]?.startTime ?? 0));
  const responses = await Promise.all(asked.filter((request) => request.timing().startTime <= paintedAtMs).map((request) => request.response()));
  return figure('staff_repeat_requests', responses.filter((response) => response !== null && !response.fromServiceWorker()).length, 'requests', 0);
}
