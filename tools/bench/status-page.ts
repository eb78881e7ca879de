import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { lookUpAnswered } from './answered-complaint.ts';
import { type BenchCity, bundlePage, openBenchCity, pageWith, phoneContext, slowDown } from './bench-city.ts';
import { figure, type Figure, type FigureGroup, percentile, ratioFigure } from './figure.ts';

const pairs = 7;
const byteLimits = { jsKb: 25, intakeJsKb: 35, allKb: 60, requests: 5 };

/** What the customer's page costs, and when it shows the largest thing it has, beside a bare Preact page with one request. */
export const statusPage: FigureGroup = {
  names: ['status_js_gzip_kb', 'intake_page_js_gzip_kb', 'status_total_gzip_kb', 'status_requests', 'status_lcp_ratio'],
  measure: async () => {
    const city = await openBenchCity();
    const { token, statusId } = await lookUpAnswered(city.admin.firestore);
    const url = `${city.pages.origin}/s#${token}`;
    const bareUrl = await addBarePage(city, statusId);
    return [...(await measureWeight(city, url)), await measureIntake(city), await measurePaint(city, url, bareUrl)];
  },
};

async function addBarePage({ pages, webConfig }: BenchCity, statusId: string): Promise<string> {
  pages.add('/bare-status.html', pageWith('/bare-status.js'));
  pages.add('/bare-status.js', await bundlePage('bare-status.tsx', webConfig));
  const endpoint = `http://${webConfig.emulators?.firestore}/v1/projects/${webConfig.projectId}/databases/(default)/documents/status`;
  return `${pages.origin}/bare-status.html#${endpoint}|${statusId}`;
}

async function measureWeight({ browser }: BenchCity, url: string): Promise<Figure[]> {
  const sizes = await fetchedBy(browser, url, untilShown);
  const kb = (isWanted: (url: string) => boolean): number => sumKb(sizes.filter((size) => isWanted(size.url)));
  return [
    figure(
      'status_js_gzip_kb',
      kb((file) => /\.js(\?|$)/.test(file)),
      'KB',
      byteLimits.jsKb,
    ),
    figure(
      'status_total_gzip_kb',
      kb(() => true),
      'KB',
      byteLimits.allKb,
    ),
    figure('status_requests', sizes.length, 'requests', byteLimits.requests),
  ];
}

/** REC-5: the public page where customers record, until it can be filled in. */
async function measureIntake({ browser, pages }: BenchCity): Promise<Figure> {
  const sizes = await fetchedBy(browser, `${pages.origin}/c`, (page) => page.locator('#what').waitFor());
  return figure('intake_page_js_gzip_kb', sumKb(sizes.filter(({ url }) => /\.js(\?|$)/.test(url))), 'KB', byteLimits.intakeJsKb);
}

interface Fetched {
  url: string;
  bytes: number;
}

/** All that a phone fetches until it is quiet, packed. */
async function fetchedBy(browser: BenchCity['browser'], url: string, shown: (page: Page) => Promise<void>): Promise<Fetched[]> {
  const context = await phoneContext(browser);
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(url);
  await shown(page);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(
    responses.map(async (response) => ({ url: response.url(), bytes: gzipSync(await response.body().catch(() => Buffer.alloc(0))).length })),
  );
  await context.close();
  return sizes;
}

function sumKb(sizes: readonly Fetched[]): number {
  return sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
}

async function measurePaint(city: BenchCity, url: string, bareUrl: string): Promise<Figure> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    ours.push(await largestPaintMs(city, url, untilShown));
    bare.push(await largestPaintMs(city, bareUrl, (page) => page.locator('h1').waitFor()));
  }
  return ratioFigure('status_lcp_ratio', percentile(ours, 0.5), percentile(bare, 0.5), 'ms');
}

async function largestPaintMs({ browser }: BenchCity, url: string, shown: (page: Page) => Promise<void>): Promise<number> {
  const context = await phoneContext(browser);
  const page = await context.newPage();
  await slowDown(page);
  await page.goto(url);
  await shown(page);
  await page.waitForTimeout(500);
  const paintMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await context.close();
  return paintMs;
}

/** The complaint's number is on the page once the document has been read and drawn. */
async function untilShown(page: Page): Promise<void> {
  await page
    .getByText(/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]/)
    .first()
    .waitFor();
}
