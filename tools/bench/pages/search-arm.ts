import { searchText } from '@shouwen/domain/kernel/simplified-text';
import { SearchIndex } from '../../../app/src/features/worklist/search-index.ts';
import type { Row } from '../../../app/src/platform/rows/row.ts';

const rowCount = 10_000;
const queries = ['话费', '扣费 42', '4711', '王', '涟水', '第 9999 件', 'nothing like it', '7k3m9'];
const rounds = 25;

const texts = Array.from(
  { length: rowCount },
  (_, index) =>
    `7K3M9-${index} ${String(index).padStart(4, '0')} 王** 资费计费 Billing 涟水县分公司 Lianshui 第 ${index} 件 话费 扣费 ${index % 97} 客户要求说明并退还多收的费用`,
);

/** The app's own search and a plain scan over the same texts for the same results, one after the other in turn. */
async function measureSearch(): Promise<{ ours: number[]; bare: number[]; longestTaskMs: number }> {
  const index = new SearchIndex((row) => texts[Number(row.id)] ?? '', searchText);
  const longest = watchLongTasks();
  index.put(texts.map((_, id) => ({ id: String(id) }) as Row));
  await index.prepare();
  const plain = texts.map((text) => text.toLowerCase());
  const measured = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const query of queries) {
      const ours = await timed(measured.ours, () => index.search(query, () => false));
      const bare = await timed(measured.bare, async () => scan(plain, query));
      if (ours?.length !== bare.length) throw new Error(`"${query}": ${ours?.length} found, ${bare.length} expected`);
    }
  }
  return { ...measured, longestTaskMs: longest() };
}

function scan(plain: readonly string[], query: string): number[] {
  const words = query.toLowerCase().split(' ');
  const found: number[] = [];
  plain.forEach((text, index) => void (words.every((word) => text.includes(word)) && found.push(index)));
  return found;
}

async function timed<Result>(into: number[], work: () => Promise<Result>): Promise<Result> {
  const startedAtMs = performance.now();
  const result = await work();
  into.push(performance.now() - startedAtMs);
  // Without a pause all rounds would be one long task of the bench's own.
  await new Promise((resolve) => setTimeout(resolve));
  return result;
}

function watchLongTasks(): () => number {
  let longestMs = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (longestMs = Math.max(longestMs, entry.duration)))).observe({
    type: 'longtask',
    buffered: false,
  });
  return () => longestMs;
}

Object.assign(window, { measureSearch });
