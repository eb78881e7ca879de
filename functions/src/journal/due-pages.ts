import { hourMs } from '@shouwen/domain/calendar/day';
import { withDeadLetter } from './dead-letter.ts';
import type { Host } from '../host.ts';
import type { Query, StoredDocument } from '../store.ts';

const atOnce = 8;
/** What fails, or cannot be done yet, must not stand before the others in every run. */
const postponedMs = hourMs;

export interface DueResult {
  done: number;
  failed: number;
}

/** What became of one thing that was due; what was passed over is found again by the next look while it is due. */
export type Outcome = 'done' | 'nothingToDo' | 'passedOver' | 'failed';

/** Which documents, and how many are looked at together. */
interface Due {
  collection: string;
  /** True for all collections of that name. */
  isGroup?: boolean;
  /** What else must be so of what is due. */
  where?: Query['where'];
  pageSize: number;
}

/**
 * Goes through what `nextDueAt` says is due of a collection, page by page, the oldest first. A run costs what is due, not what waits.
 *
 * @param untilMs begins no other page then; what is left is due in the next run.
 */
export async function inDuePages(
  host: Host,
  { collection, isGroup = false, where = [], pageSize }: Due,
  untilMs: number,
  work: (due: readonly StoredDocument[]) => Promise<Outcome[]>,
): Promise<DueResult> {
  const result = { done: 0, failed: 0 };
  const seen = new Set<string>();
  while (host.nowMs() < untilMs) {
    const due = await host.store.query({
      collection,
      isGroup,
      where: [...where, ['nextDueAt', '<=', host.timestamp(host.nowMs())]],
      orderBy: ['nextDueAt', 'asc'],
      limit: pageSize,
    });
    const outcomes = await work(due);
    result.done += outcomes.filter((outcome) => outcome === 'done').length;
    result.failed += outcomes.filter((outcome) => outcome === 'failed').length;
    const isStuck = due.every(({ id }) => seen.has(id));
    due.forEach(({ id }) => seen.add(id));
    if (due.length < pageSize || isStuck) break;
  }
  return result;
}

/** Several lanes at once, and what is in one lane one after the other; begun in their order. */
export async function inLanes<Item>(lanes: readonly (readonly Item[])[], work: (item: Item) => Promise<Outcome>): Promise<Outcome[]> {
  const waiting = [...lanes];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) for (const item of lane) outcomes.push(await work(item));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

/**
 * Does one thing that is due. One that fails is counted, told of, and put off for an hour, and so is one that waits for something else; the others go
 * on. Nothing is ever dropped.
 */
export async function attempt(host: Host, { path }: Pick<StoredDocument, 'path'>, work: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await outcomeOf(host, path, work);
  if (outcome === 'failed' || outcome === 'nothingToDo') await postpone(host, path);
  return outcome;
}

async function outcomeOf(host: Host, path: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const result: { outcome: Outcome } = { outcome: 'failed' };
  try {
    await withDeadLetter(host, path, async () => {
      result.outcome = await work();
    });
  } catch {
    // Counted and logged by withDeadLetter, which keeps to itself what has failed often enough to be looked at by a person.
    return 'failed';
  }
  return result.outcome;
}

/** Only what is still due: another run may have done it meanwhile. */
function postpone(host: Host, path: string): Promise<void> {
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(path);
    const due = stored?.data['nextDueAt'] as { toMillis(): number } | null | undefined;
    if (due && due.toMillis() <= host.nowMs()) transaction.update(path, { nextDueAt: host.timestamp(host.nowMs() + postponedMs) });
  });
}
