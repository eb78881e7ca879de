import { groupedBy } from '@shouwen/domain/kernel/grouped-by';
import type { EpochMs } from '@shouwen/domain/kernel/brand';
import type { Host } from '../host.ts';
import type { Query, StoredDocument } from '../store.ts';
import { type GivenUp, triesOf, withDeadLetter } from './dead-letter.ts';

/** Documents that wait for something to be done with each of them. */
export interface WaitingWork {
  /** Those that wait, a page at a time, in an order in which one can go on. */
  query: Query & Required<Pick<Query, 'orderBy'>>;
  /** Each kind has its own share of a run, so that one that fails again and again takes nothing from the others. */
  kindOf?(document: WaitingDocument): string;
  work(host: Host, document: WaitingDocument): Promise<void>;
  /** What becomes of a document that has failed five times; without it, it goes on waiting, and is passed over. */
  givenUp?: GivenUp;
}

/** Not what it holds: a page of photos is large, and whoever works on one reads it as it is then. */
export type WaitingDocument = Pick<StoredDocument, 'id' | 'path'>;

/** How many living documents a run looks at, and how many of each kind it tries. What failed before comes last, so that it stands before nobody. */
const mostLookedAt = 2_000;
const mostTried = 400;

/**
 * Does what waits. A query goes on past what nobody can do, each kind has its own share, and one that fails is counted and leaves the others alone. Safe to run twice
 * or beside itself.
 *
 * @param untilMs begins nothing more then; what is left is found by the next run.
 * @returns how many were tried.
 */
export async function workThrough(host: Host, waiting: WaitingWork, untilMs: EpochMs): Promise<number> {
  const living = await livingOf(host, waiting.query, untilMs);
  const kinds = groupedBy(living, (document) => waiting.kindOf?.(document) ?? '');
  const tried = await Promise.all([...kinds.values()].map((kind) => tryEach(host, waiting, kind.slice(0, mostTried), untilMs)));
  return tried.reduce((sum, count) => sum + count, 0);
}

/** In the order of the query, those that have failed before after those that have not. */
async function livingOf(host: Host, query: WaitingWork['query'], untilMs: EpochMs): Promise<WaitingDocument[]> {
  const found: { document: WaitingDocument; tries: number }[] = [];
  for (let after: StoredDocument | undefined | null = null; after !== undefined && host.nowMs() < untilMs;) {
    const page: StoredDocument[] = await host.store.query(after === null ? query : { ...query, after });
    const letters = await Promise.all(page.map(({ path }) => triesOf(host, path)));
    found.push(...page.flatMap(({ id, path }, index) => (letters[index]?.isDead ? [] : [{ document: { id, path }, tries: letters[index]?.tries ?? 0 }])));
    after = page.length < query.limit || found.length >= mostLookedAt ? undefined : page.at(-1);
  }
  return found.sort((one, other) => one.tries - other.tries).map(({ document }) => document);
}

async function tryEach(host: Host, { work, givenUp }: WaitingWork, documents: readonly WaitingDocument[], untilMs: EpochMs): Promise<number> {
  let count = 0;
  for (const document of documents) {
    if (host.nowMs() >= untilMs) break;
    count += 1;
    try {
      await withDeadLetter(host, document.path, () => work(host, document), givenUp);
    } catch {
      // Counted and logged by withDeadLetter; the next run tries again, and the others must not wait for it.
      continue;
    }
  }
  return count;
}
