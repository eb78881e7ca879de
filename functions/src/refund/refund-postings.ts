import { postingFromStored, type Posting, reversalOf } from '@shouwen/domain/ledger/posting';
import type { RefundAggregateFacts } from '@shouwen/domain/refund/aggregate';
import { creditDestination, refundPosting } from '@shouwen/domain/refund/destination';
import type { RefundEvent } from '@shouwen/domain/refund/event';
import type { Refund } from '@shouwen/domain/refund/refund';
import type { Preparing } from '../transaction/preparing.ts';

/** What a decision about a refund posts: with the order, when it is given; the reversal of what was posted, when it is taken back. */
export async function postingsOf(
  { host, reader }: Preparing,
  after: Refund,
  events: readonly RefundEvent[],
  facts: RefundAggregateFacts,
): Promise<readonly Posting[]> {
  if (facts.confirmed) return facts.confirmed.postings;
  const nowMs = host.nowMs();
  const order = events.find((event) => event.type === 'executionOrdered');
  if (order) return [refundPosting(after, creditedNo(after, facts), order.by.uid, nowMs)];
  const reversal = events.find((event) => event.type === 'reversed');
  if (!reversal) return [];
  const posted = await reader.get(`ledger/refund-${after.id}`);
  if (!posted) throw new Error(`refund ${after.id}: its posting is missing`);
  return [reversalOf(postingFromStored(posted.id, posted.data), reversal.by.uid, nowMs)];
}

function creditedNo(refund: Refund, { accounts }: RefundAggregateFacts): string | null {
  const destination = refund.form === 'balanceCredit' && accounts ? creditDestination(accounts) : null;
  return destination?.ok ? (destination.events[0] ?? null) : null;
}
