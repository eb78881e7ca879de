import { aggregates } from '../aggregates.ts';
import { dueOrders } from './due-orders.ts';
import type { Host } from '../host.ts';
import { type DueResult, inDuePages } from '../journal/due-pages.ts';
import { dueOf } from '../journal/due-of.ts';
import type { DueWork } from '../journal/due-work.ts';

/** All that can be due: of every aggregate, and what the billing system has not answered. */
export function allDueWork(): DueWork[] {
  return [...aggregates.flatMap((aggregate) => dueOf(aggregate) ?? []), dueOrders];
}

/**
 * Does what `nextDueAt` says is due of a kind.
 *
 * @param untilMs begins nothing more then; what is left is due in the next run.
 */
export function doDue(host: Host, work: DueWork, untilMs = Number.MAX_SAFE_INTEGER): Promise<DueResult> {
  return inDuePages(host, work, untilMs, work.begin(host, untilMs));
}
