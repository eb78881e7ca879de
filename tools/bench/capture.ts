import { bundlePage, busyHandler, openBenchCity, pageWith, phoneContext, signIn } from './bench-city.ts';
import { type FigureGroup, percentile, ratioFigure } from './figure.ts';

const rounds = 200;

/** From "save" to durable on the phone, a record with a photo, beside a bare strict IndexedDB put of the same, in turn and with the network off. */
export const capture: FigureGroup = {
  names: ['capture_durable_p50_ratio', 'capture_durable_p95_ratio'],
  measure: async () => {
    const city = await openBenchCity();
    city.pages.add('/s/capture.html', pageWith('/s/capture.js'));
    city.pages.add('/s/capture.js', await bundlePage('capture-arm.ts', city.webConfig));
    const context = await phoneContext(city.browser);
    const page = await context.newPage();
    await signIn(page, city.pages.origin, await busyHandler(city));
    await page.goto(`${city.pages.origin}/s/capture.html`);
    await page.waitForFunction(() => 'measureCapture' in window);
    await context.setOffline(true);
    const { ours, bare } = await page.evaluate(
      (count) => (window as unknown as { measureCapture(rounds: number): Promise<{ ours: number[]; bare: number[] }> }).measureCapture(count),
      rounds,
    );
    await context.close();
    return [
      ratioFigure('capture_durable_p50_ratio', percentile(ours, 0.5), percentile(bare, 0.5), 'ms'),
      ratioFigure('capture_durable_p95_ratio', percentile(ours, 0.95), percentile(bare, 0.95), 'ms'),
    ];
  },
};
