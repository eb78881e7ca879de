import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { type BenchCity, bundlePage, busyHandler, openBenchCity, pageWith, phoneContext, signIn, slowDown } from './bench-city.ts';
import { figure, type Figure, type FigureGroup, percentile, ratioFigure } from './figure.ts';

const rowCount = 10_000;
const pairs = 5;

/** A worklist of ten thousand on a slow phone: its first rows beside a bare virtual list, how many nodes it makes, and its search beside a plain scan. */
export const worklist: FigureGroup = {
  names: ['worklist_first_rows_ratio', 'worklist_nodes', 'search_p95_ratio', 'search_longest_task_ms'],
  measure: async () => {
    const city = await openBenchCity();
    const context = await phoneContext(city.browser);
    const page = await context.newPage();
    const uid = await busyHandler(city);
    await signIn(page, city.pages.origin, uid);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await fillRows(page, uid);
    await page.close();
    const figures = [...(await measureFirstRows(city, context)), ...(await measureSearch(city, context))];
    await context.close();
    return figures;
  },
};

/** Puts ten thousand rows where the app keeps them, made from one that it has kept itself. */
async function fillRows(page: Page, uid: string): Promise<void> {
  const ids = Array.from({ length: rowCount }, () => randomUUID());
  await page.evaluate(
    ({ ids, ownUid }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('shouwen-rows');
        opening.onerror = () => reject(new Error('rows could not be opened'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('rows', 'readwrite');
          const store = transaction.objectStore('rows');
          const reading = store.getAll(null, 1);
          reading.onsuccess = () => {
            const template = reading.result[0] as Record<string, unknown>;
            ids.forEach((id, index) =>
              store.put({
                ...template,
                id,
                handlerUid: ownUid,
                people: [ownUid],
                open: true,
                state: 'accepted',
                dueAtMs: Date.now() + index * 60_000,
                excerpt: `第 ${index} 件 话费 扣费 ${index % 97}`,
                contactLast4: String(index % 10_000).padStart(4, '0'),
              }),
            );
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onerror = () => reject(new Error('rows could not be written'));
        };
      }),
    { ids, ownUid: uid },
  );
}

async function measureFirstRows({ pages, webConfig }: BenchCity, context: BrowserContext): Promise<Figure[]> {
  pages.add('/s/bare-list.html', pageWith('/s/bare-list.js'));
  pages.add('/s/bare-list.js', await bundlePage('bare-list.tsx', webConfig));
  const ours: number[] = [];
  const bare: number[] = [];
  let nodes = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const shown = await firstRowsMs(context, `${pages.origin}/worklist`, '.row-list a.card');
    ours.push(shown.ms);
    nodes = Math.max(nodes, shown.nodes);
    bare.push((await firstRowsMs(context, `${pages.origin}/s/bare-list.html`, '.card')).ms);
  }
  return [ratioFigure('worklist_first_rows_ratio', percentile(ours, 0.5), percentile(bare, 0.5), 'ms'), figure('worklist_nodes', nodes, 'nodes', 300)];
}

/** From navigation to the first card in the document, as the page itself sees it; nodes are counted once all rows are in. */
async function firstRowsMs(context: BrowserContext, url: string, card: string): Promise<{ ms: number; nodes: number }> {
  const page = await context.newPage();
  await slowDown(page, { network: false });
  await page.addInitScript((selector) => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector(selector)) return;
      performance.mark('first-rows');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, card);
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator(card).first().waitFor();
  await page.waitForTimeout(3000);
  const shown = await page.evaluate(() => ({
    ms: performance.getEntriesByName('first-rows')[0]?.startTime ?? Number.NaN,
    nodes: document.querySelectorAll('.row-list, .row-list *').length,
  }));
  await page.close();
  return shown;
}

async function measureSearch({ pages, webConfig }: BenchCity, context: BrowserContext): Promise<Figure[]> {
  pages.add('/s/search.html', pageWith('/s/search.js'));
  pages.add('/s/search.js', await bundlePage('search-arm.ts', webConfig));
  const page = await context.newPage();
  await slowDown(page, { network: false });
  await page.goto(`${pages.origin}/s/search.html`);
  const measured = await page.evaluate(() =>
    (window as unknown as { measureSearch(): Promise<{ ours: number[]; bare: number[]; longestTaskMs: number }> }).measureSearch(),
  );
  await page.close();
  return [
    ratioFigure('search_p95_ratio', percentile(measured.ours, 0.95), percentile(measured.bare, 0.95), 'ms'),
    figure('search_longest_task_ms', measured.longestTaskMs, 'ms', 50),
  ];
}
