import { toStored } from '@shouwen/domain/kernel/stored';
import type { Posting } from '@shouwen/domain/ledger/posting';
import type { Host } from '../host.ts';
import type { Transaction } from '../store.ts';

interface Order {
  kind: 'refund' | 'closure';
  subjectId: string;
  /** An order that was rejected is followed by another one under another key. */
  attempt: number;
  postings: readonly Posting[];
}

/** The key under which the billing system posts once. */
export function orderIdOf(kind: Order['kind'], subjectId: string, attempt: number): string {
  return `${kind}-${subjectId}-${attempt}`;
}

/** Writes an order to the billing system with the decision that it follows from: what must leave the database is first of all in it. */
export function giveOrder(host: Host, transaction: Transaction, { kind, subjectId, attempt, postings }: Order): void {
  const accountNos = [...new Set(postings.flatMap((posting) => posting.accountNos))];
  const order = { kind, subjectId, accountNos, state: 'waiting', tries: 0, nextDueAtMs: host.nowMs(), postings: postings.map((posting) => ({ ...posting })) };
  transaction.create(`billingOrders/${orderIdOf(kind, subjectId, attempt)}`, toStored(order, host.timestamp));
}
