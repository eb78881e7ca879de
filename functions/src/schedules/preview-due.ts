import type { UnitId } from '@shouwen/domain/kernel/brand';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { aggregates } from '../aggregates.ts';
import type { Host } from '../host.ts';
import { dueOf } from '../journal/due-of.ts';
import type { DueItem } from '../journal/due-item.ts';
import type { StoredDocument } from '../store.ts';

const mostShown = 200;

/**
 * What the schedule would do if it were `untilMs`, by asking the same decisions with that clock: nothing is written. Of the caller's own operator,
 * and of what their unit sees.
 */
export async function previewDue(host: Host, { unitId }: Pick<Staff, 'unitId'>, untilMs: number): Promise<DueItem[]> {
  const works = aggregates.flatMap((aggregate) => dueOf(aggregate) ?? []);
  const items = await Promise.all(works.map(async (work) => work.preview(host, await dueUntil(host, work.collection, unitId, untilMs), untilMs)));
  return items.flat();
}

function dueUntil(host: Host, collection: string, unitId: UnitId, untilMs: number): Promise<StoredDocument[]> {
  return host.store.query({
    collection,
    where: [
      ['audience', 'array-contains', unitId],
      ['nextDueAt', '<=', host.timestamp(untilMs)],
    ],
    orderBy: ['nextDueAt', 'asc'],
    limit: mostShown,
  });
}
