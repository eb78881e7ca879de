import { aggregates } from '../aggregates.ts';
import type { Host } from '../host.ts';
import { applyEntry } from '../journal/apply-entry.ts';
import { isDead, withDeadLetter } from '../journal/dead-letter.ts';
import { takeIn } from '../journal/take-in.ts';
import { releaseDueWork } from './release-due-work.ts';
import type { Query, StoredDocument } from '../store.ts';

/** Younger ones are most likely just being handled by their event. */
const graceMs = 2 * 60_000;
const mostAtOnce = 200;

/** How much was found of what: of each collection, of the journals' entries, of what aggregates have besides, and of work in the hands of people who are gone. */
export type SweepResult = Record<string, number>;

/**
 * Finds what an event never reached and does it now: documents nobody took in, entries and replies without an outcome, photos nobody looked at,
 * work held by people who are gone. A run costs what it finds. Safe to run twice or beside itself.
 */
export async function sweepOnce(host: Host): Promise<SweepResult> {
  const dueAt = host.timestamp(host.nowMs() - graceMs);
  const result: SweepResult = {};
  for (const aggregate of aggregates) {
    const { collection, untakenState } = aggregate.manifest;
    result[collection] = await eachOf(host, untaken(collection, untakenState, dueAt), async ({ id }) => void (await takeIn(host, aggregate, id)));
  }
  result['entries'] = await eachOf(host, pendingEntries(dueAt), (document) => applyAnyEntry(host, document));
  for (const { name, query, work } of aggregates.flatMap(({ lost }) => lost)) {
    result[name] = await eachOf(host, query(dueAt), (document) => work(host, document));
  }
  return { ...result, released: await releaseDueWork(host) };
}

function untaken(collection: string, state: string, dueAt: unknown): Query {
  return {
    collection,
    where: [
      ['state', '==', state],
      ['receivedAt', '<=', dueAt],
    ],
    limit: mostAtOnce,
  };
}

/** The journals of all aggregates are one collection group. */
function pendingEntries(dueAt: unknown): Query {
  return {
    collection: 'journal',
    isGroup: true,
    where: [
      ['outcome', '==', 'pending'],
      ['receivedAt', '<=', dueAt],
    ],
    limit: mostAtOnce,
  };
}

async function applyAnyEntry(host: Host, { path, id }: StoredDocument): Promise<void> {
  const [collection, aggregateId = ''] = path.split('/');
  const aggregate = aggregates.find(({ manifest }) => manifest.collection === collection);
  if (!aggregate) throw new Error(`no aggregate lies in ${collection}`);
  await applyEntry(host, aggregate, aggregateId, id);
}

async function eachOf(host: Host, query: Query, work: (document: StoredDocument) => Promise<void>): Promise<number> {
  const found = await host.store.query(query);
  for (const document of found) {
    if (await isDead(host, document.path)) continue;
    try {
      await withDeadLetter(host, document.path, () => work(document));
    } catch {
      // Counted and logged by withDeadLetter; the next run tries again, and the others must not wait for it.
      continue;
    }
  }
  return found.length;
}
