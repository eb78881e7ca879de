import { groupedBy } from '@shouwen/domain/kernel/grouped-by';
import type { Host } from '../host.ts';
import type { StoredDocument } from '../store.ts';
import { attempt, inLanes, type Outcome } from './due-pages.ts';

/** What the schedule does with a collection's documents whose `nextDueAt` has come. */
export interface DueWork {
  collection: string;
  /** How many are looked at together. */
  pageSize: number;
  /** Begins a run, which then gets one page of documents after the other. */
  begin(host: Host, untilMs: number): (due: readonly StoredDocument[]) => Promise<Outcome[]>;
}

/** How many of those that look after themselves are looked at together. */
const pageSize = 100;

/**
 * Work in which each document has a transaction of its own that looks at it as it is then. Early, late, twice, beside itself or cut off, it leaves the same.
 *
 * @param work does one thing that is due, and says whether there was something to do.
 * @param laneOf those of the same lane come one after the other, as they would only stand in each other's way.
 */
export function oneByOne(collection: string, work: (host: Host, id: string) => Promise<boolean>, laneOf = ({ id }: StoredDocument): unknown => id): DueWork {
  return {
    collection,
    pageSize,
    begin: (host, untilMs) => (due) =>
      inLanes([...groupedBy(due, laneOf).values()], async (document): Promise<Outcome> => {
        if (host.nowMs() >= untilMs) return 'passedOver';
        return attempt(host, document, async () => ((await work(host, document.id)) ? 'done' : 'nothingToDo'));
      }),
  };
}
