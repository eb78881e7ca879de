import type { EpochMs } from '@shouwen/domain/kernel/brand';
import { aggregates } from '../aggregates.ts';
import type { Host } from '../host.ts';
import { applyEntry } from '../journal/apply-entry.ts';
import { entryGivenUp } from '../journal/dead-letter.ts';
import type { AnyAggregate } from '../journal/served-aggregate.ts';
import { takeIn } from '../journal/take-in.ts';
import { releaseDueWork } from './release-due-work.ts';
import { type WaitingDocument, type WaitingWork, workThrough } from '../journal/waiting-work.ts';

/** Younger ones are most likely just being handled by their event. */
const graceMs = 2 * 60_000;
const mostAtOnce = 200;

/** How much was found of what: of each collection, of the journals' entries, of what aggregates have besides, and of work in the hands of people who are gone. */
export type SweepResult = Record<string, number>;

/**
 * Finds what an event never reached and does it now: documents nobody took in, entries and replies without an outcome, photos nobody looked at,
 * work held by people who are gone. A run costs what it finds, and what fails again and again takes its own share of it alone. Safe to run twice or beside itself.
 *
 * @param untilMs begins nothing more of these then; what one kind leaves of its share of the time is the next one's.
 */
export async function sweepOnce(host: Host, untilMs: EpochMs = Number.MAX_SAFE_INTEGER, pageSize = mostAtOnce): Promise<SweepResult> {
  const kinds = lostKinds(host.timestamp(host.nowMs() - graceMs), pageSize);
  const result: SweepResult = {};
  for (const [index, { name, ...waiting }] of kinds.entries()) {
    const shareMs = (untilMs - host.nowMs()) / (kinds.length - index);
    result[name] = await workThrough(host, waiting, host.nowMs() + shareMs);
  }
  return { ...result, released: await releaseDueWork(host, untilMs, pageSize) };
}

/** All that can be lost on the way. */
function lostKinds(dueAt: unknown, pageSize: number): (WaitingWork & { name: string })[] {
  return [
    ...aggregates.map((aggregate) => untaken(aggregate, dueAt, pageSize)),
    pendingEntries(dueAt, pageSize),
    ...aggregates.flatMap(({ lost }) => lost.map(({ query, ...work }) => ({ ...work, query: query(dueAt) }))),
  ];
}

function untaken(aggregate: AnyAggregate, dueAt: unknown, limit: number): WaitingWork & { name: string } {
  const { collection, untakenState } = aggregate.manifest;
  return {
    name: collection,
    query: {
      collection,
      where: [
        ['state', '==', untakenState],
        ['receivedAt', '<=', dueAt],
      ],
      orderBy: ['receivedAt', 'asc'],
      limit,
    },
    work: async (host, { id }) => void (await takeIn(host, aggregate, id)),
  };
}

/** The journals of all aggregates are one collection group; each aggregate has its own share. */
function pendingEntries(dueAt: unknown, limit: number): WaitingWork & { name: string } {
  return {
    name: 'entries',
    query: {
      collection: 'journal',
      isGroup: true,
      where: [
        ['outcome', '==', 'pending'],
        ['receivedAt', '<=', dueAt],
      ],
      orderBy: ['receivedAt', 'asc'],
      limit,
    },
    kindOf: ({ path }) => path.split('/')[0] ?? '',
    work: applyAnyEntry,
    givenUp: entryGivenUp,
  };
}

async function applyAnyEntry(host: Host, { path, id }: WaitingDocument): Promise<void> {
  const [collection, aggregateId = ''] = path.split('/');
  const aggregate = aggregates.find(({ manifest }) => manifest.collection === collection);
  if (!aggregate) throw new Error(`no aggregate lies in ${collection}`);
  await applyEntry(host, aggregate, aggregateId, id);
}
