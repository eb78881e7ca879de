import { toStored } from '@shouwen/domain/kernel/stored';
import type { Posting } from '@shouwen/domain/ledger/posting';
import type { Host } from '../host.ts';
import type { Write } from '../transaction/write.ts';

/** Whose money an order moves. */
export const orderKinds = ['refund', 'closure'] as const;
type OrderKind = (typeof orderKinds)[number];

interface Order {
  kind: OrderKind;
  subjectId: string;
  /** An order that was rejected is followed by another one under another key. */
  attempt: number;
  postings: readonly Posting[];
}

/** The key under which the billing system posts once. */
export function orderIdOf(kind: OrderKind, subjectId: string, attempt: number): string {
  return `${kind}-${subjectId}-${attempt}`;
}

/** An order to the billing system, written with the decision that it follows from: what must leave the database is first of all in it. */
export function orderWrite(host: Host, { kind, subjectId, attempt, postings }: Order): Write {
  const accountNos = [...new Set(postings.flatMap((posting) => posting.accountNos))];
  const order = { kind, subjectId, accountNos, state: 'waiting', tries: 0, nextDueAtMs: host.nowMs(), postings: postings.map((posting) => ({ ...posting })) };
  return { do: 'create', path: `billingOrders/${orderIdOf(kind, subjectId, attempt)}`, content: toStored(order, host.timestamp) };
}
