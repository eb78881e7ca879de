import { sendOrder } from '../billing/send-order.ts';
import { settleClosure } from '../closure/apply-closure-entry.ts';
import type { Host } from '../host.ts';
import { stepRefund } from '../refund/receive-refund.ts';
import { attempt, type DueResult, inDuePages, inLanes, type Outcome } from './due-pages.ts';

const pageSize = 100;

/** Does one thing that is due. @returns whether there was something to do. */
type Work = (id: string) => Promise<boolean>;

/**
 * Does what `nextDueAt` says is due of closures, refunds and orders to the billing system, each in a transaction of its own that looks at the thing
 * as it is then. Early, late, twice, beside itself or cut off, it leaves the same books.
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

/** Those that share a target one after the other: they would only stand in each other's way at its account. */
function doDueOf(host: Host, collection: string, work: Work, untilMs: number): Promise<DueResult> {
  return inDuePages(host, { collection, pageSize }, untilMs, (due) =>
    inLanes([...Map.groupBy(due, ({ id, data }) => data['targetAccountNo'] ?? id).values()], async (document): Promise<Outcome> => {
      if (host.nowMs() >= untilMs) return 'passedOver';
      return attempt(host, document, async () => ((await work(document.id)) ? 'done' : 'nothingToDo'));
    }),
  );
}
