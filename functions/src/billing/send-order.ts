import { hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import { fields, readDocument, type StateDocument } from '@shouwen/domain/kernel/state-document';
import { postingSchema } from '@shouwen/domain/ledger/posting';
import { z } from 'zod';
import type { Host } from '../host.ts';
import type { Preparing } from '../transaction/preparing.ts';
import { save, type Write } from '../transaction/write.ts';
import type { Transaction } from '../store.ts';
import type { BillingAnswer } from './billing.ts';
import { orderKinds } from './order.ts';

const longestWaitMs = 6 * hourMs;

const orderSchema = fields({
  kind: z.enum(orderKinds),
  subjectId: z.string(),
  state: z.enum(['waiting', 'confirmed', 'rejected']),
  tries: z.int(),
  postings: z.array(postingSchema),
});
/** An order as stored; its postings keep their moments in milliseconds because they are data of it, not documents. */
export type StoredOrder = z.infer<typeof orderSchema>;

const orderDocument: StateDocument<StoredOrder> = { collection: 'billingOrders', schema: orderSchema, upcasts: [] };

export type FinalAnswer = Exclude<BillingAnswer, { outcome: 'unknown' }>;

/** What is to be written when the billing system has answered: whoever gave the order says so. */
export type BookAnswer = (preparing: Preparing, order: StoredOrder, answer: FinalAnswer) => Promise<Write[]>;

/** Gives an order to the billing system and books what it answers; one whose answer was lost waits to be asked about again under the same key. */
export async function sendOrder(host: Host, orderId: string, bookAnswer: BookAnswer): Promise<void> {
  const stored = await host.store.get(`billingOrders/${orderId}`);
  if (stored?.data['state'] !== 'waiting') return;
  const { postings } = readDocument(orderDocument, { id: orderId }, stored.data);
  const answer = await host.billing.post({ idempotencyKey: orderId, postings });
  await host.store.transaction((transaction) => book(host, transaction, orderId, answer, bookAnswer));
}

async function book(host: Host, transaction: Transaction, orderId: string, answer: BillingAnswer, bookAnswer: BookAnswer): Promise<void> {
  const path = `billingOrders/${orderId}`;
  const stored = await transaction.get(path);
  if (stored?.data['state'] !== 'waiting') return;
  const order = readDocument(orderDocument, { id: orderId }, stored.data);
  if (answer.outcome === 'unknown') {
    const waitMs = Math.min(longestWaitMs, minuteMs * 2 ** Math.min(order.tries, 20));
    transaction.update(path, { tries: order.tries + 1, nextDueAt: host.timestamp(host.nowMs() + waitMs) });
    return;
  }
  save(transaction, await bookAnswer({ host, reader: transaction }, order, answer));
  transaction.update(path, { state: answer.outcome, nextDueAt: null });
}
