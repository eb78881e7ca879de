import { hourMs } from '@shouwen/domain/calendar/day';
import { sendOrder } from '../billing/send-order.ts';
import { settleClosure } from '../closure/apply-closure-entry.ts';
import { withDeadLetter } from '../dead-letter.ts';
import type { Host } from '../host.ts';
import { stepRefund } from '../refund/receive-refund.ts';
import type { StoredDocument } from '../store.ts';

const pageSize = 100;
const atOnce = 8;
/** What fails, or cannot be done yet, must not stand before the others in every run. */
const postponedMs = hourMs;

interface DueResult {
  done: number;
  failed: number;
}

/** Does one thing that is due. @returns whether there was something to do. */
type Work = (id: string) => Promise<boolean>;
type Outcome = 'done' | 'nothingToDo' | 'failed';

/**
 * Does what `nextDueAt` says is due of closures, refunds and orders to the billing system, each in a transaction of its own that looks at the thing
 * as it is then. A run costs what is due, not what waits. Early, late, twice, beside itself or cut off, it leaves the same books.
 *
 * @param untilMs begins nothing more then; what is left is due in the next run.
 */
export async function doDue(host: Host, untilMs = Number.MAX_SAFE_INTEGER): Promise<DueResult> {
  const total = { done: 0, failed: 0 };
  const kinds: [collection: string, work: Work][] = [
    ['closures', (id) => settleClosure(host, id)],
    ['refunds', (id) => stepRefund(host, id, { type: 'stepDue' })],
    ['billingOrders', async (id) => (await sendOrder(host, id), true)],
  ];
  for (const [collection, work] of kinds) {
    const result = await doDueOf(host, collection, work, untilMs);
    total.done += result.done;
    total.failed += result.failed;
  }
  return total;
}

async function doDueOf(host: Host, collection: string, work: Work, untilMs: number): Promise<DueResult> {
  const result = { done: 0, failed: 0 };
  const seen = new Set<string>();
  while (host.nowMs() < untilMs) {
    const due = await host.store.query({
      collection,
      where: [['nextDueAt', '<=', host.timestamp(host.nowMs())]],
      orderBy: ['nextDueAt', 'asc'],
      limit: pageSize,
    });
    const outcomes = await inLanes(host, due, untilMs, (document) => doOne(host, document, work));
    result.done += outcomes.filter((outcome) => outcome === 'done').length;
    result.failed += outcomes.filter((outcome) => outcome === 'failed').length;
    const isStuck = due.every(({ id }) => seen.has(id));
    due.forEach(({ id }) => seen.add(id));
    if (due.length < pageSize || isStuck) break;
  }
  return result;
}

/**
 * Several at once, but those that share a target one after the other: they would only stand in each other's way at its account.
 */
async function inLanes(host: Host, due: readonly StoredDocument[], untilMs: number, work: (document: StoredDocument) => Promise<Outcome>): Promise<Outcome[]> {
  const lanes = [...Map.groupBy(due, ({ id, data }) => data['targetAccountNo'] ?? id).values()];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) for (const document of lane) if (host.nowMs() < untilMs) outcomes.push(await work(document));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

/**
 * One that fails is counted, told of, and put off for an hour, and so is one that waits for something else; the others go on. Nothing is ever dropped.
 */
async function doOne(host: Host, document: StoredDocument, work: Work): Promise<Outcome> {
  const outcome = await outcomeOf(host, document, work);
  if (outcome !== 'done') await postpone(host, document.path);
  return outcome;
}

async function outcomeOf(host: Host, { id, path }: StoredDocument, work: Work): Promise<Outcome> {
  const result: { outcome: Outcome } = { outcome: 'failed' };
  try {
    await withDeadLetter(host, path, async () => {
      result.outcome = (await work(id)) ? 'done' : 'nothingToDo';
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
