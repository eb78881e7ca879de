import type { BrowserContext, Page } from '@playwright/test';
import { countBoard } from '../../functions/src/board/count-board.ts';
import { cityAt } from '../../tests/support/city.ts';
import { demoPassword } from '../seed/create-logins.ts';
import { type BenchCity, bundlePage, openBenchCity, pageWith, phoneContext, slowDown } from './bench-city.ts';
import { figure, type FigureGroup, percentile, ratioFigure } from './figure.ts';

const pairs = 5;
const companyId = 't-city';
/** Sees the whole company, and has nothing on a list of their own. */
const uid = 't-leader-1';
const mostLines = {
  open: 400,
  overdue: 3,
  nearDue: 5,
  escalated: 2,
  unaccepted: 4,
  waiting: 6,
  answered: 100,
  answeredInTime: 96,
  answeredInTimeTold: 90,
  untold: 3,
};

/** The board on a slow phone that has its shell: its first numbers and its memory, beside a page that shows as many from a constant. */
export const boardPage: FigureGroup = {
  names: ['board_first_numbers_ratio', 'board_heap_mb'],
  measure: async () => {
    const city = await openBenchCity();
    await storeFullBoard(city);
    const context = await phoneContext(city.browser);
    const page = await context.newPage();
    await logIn(page, city.pages.origin);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.close();
    city.pages.add('/s/bare-board.html', pageWith('/s/bare-board.js'));
    city.pages.add('/s/bare-board.js', await bundlePage('bare-board.tsx', city.webConfig));
    const ours: Shown[] = [];
    const bare: Shown[] = [];
    for (let pair = 0; pair <= pairs; pair += 1) {
      ours.push(await show(context, `${city.pages.origin}/board`));
      bare.push(await show(context, `${city.pages.origin}/s/bare-board.html`));
    }
    await context.close();
    // The first of each fills caches.
    const middle = (shown: readonly Shown[], of: keyof Shown): number =>
      percentile(
        shown.slice(1).map((one) => one[of]),
        0.5,
      );
    return [
      ratioFigure('board_first_numbers_ratio', middle(ours, 'ms'), middle(bare, 'ms'), 'ms'),
      figure('board_heap_mb', middle(ours, 'heapMb'), 'MB', middle(bare, 'heapMb')),
    ];
  },
};

async function logIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.locator('input[name=email]').fill(`${uid}@demo.shouwen.example`);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/worklist/);
}

/** A page reads one document however many complaints there are; this one has something to say in every line. */
async function storeFullBoard({ admin, ports }: BenchCity): Promise<void> {
  const city = cityAt(`127.0.0.1:${ports.firestore}`, 'demo-shouwen-bench', admin.firestore);
  const unit = (await city.host.reference.units()).get(companyId);
  if (!unit) throw new Error(`There is no unit ${companyId}.`);
  const counted = await countBoard(city.host, unit, Date.now());
  await admin.firestore.doc(`boards/${companyId}`).set({ ...counted, total: mostLines, units: counted.units.map((line) => ({ ...line, ...mostLines })) });
}

interface Shown {
  ms: number;
  heapMb: number;
}

/** From navigation to the first number in the document, as the page itself sees it; memory once all of it has been drawn. */
async function show(context: BrowserContext, url: string): Promise<Shown> {
  const page = await context.newPage();
  await slowDown(page, { network: false });
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('.board-tile')) return;
      performance.mark('first-numbers');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.board-tile').first().waitFor();
  await page.waitForTimeout(3000);
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const heapBytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  const ms = await page.evaluate(() => performance.getEntriesByName('first-numbers')[0]?.startTime ?? Number.NaN);
  await page.close();
  return { ms, heapMb: heapBytes / 1024 ** 2 };
}
