import { hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import type { Account } from '@shouwen/domain/ledger/account';
import type { Posting } from '@shouwen/domain/ledger/posting';
import { refundFromStored } from '@shouwen/domain/refund/refund';
import { stepClosure } from '../closure/step-closure.ts';
import type { Host } from '../host.ts';
import { readAccount } from '../ledger/save-postings.ts';
import { decideAndSaveRefund } from '../refund/decide-refund.ts';
import type { Transaction } from '../store.ts';
import type { BillingAnswer } from './billing.ts';

const longestWaitMs = 6 * hourMs;

/** An order as stored; its postings keep their moments in milliseconds because they are data of it, not documents. */
interface StoredOrder {
  kind: 'refund' | 'closure';
  subjectId: string;
  state: 'waiting' | 'confirmed' | 'rejected';
  tries: number;
  postings: Posting[];
}

/** Gives an order to the billing system and books what it answers; one whose answer was lost waits to be asked about again under the same key. */
export async function sendOrder(host: Host, orderId: string): Promise<void> {
  const stored = await host.store.get(`billingOrders/${orderId}`);
  if (stored?.data['state'] !== 'waiting') return;
  const { postings } = stored.data as unknown as StoredOrder;
  const answer = await host.billing.post({ idempotencyKey: orderId, postings });
  await host.store.transaction((transaction) => bookAnswer(host, transaction, orderId, answer));
}

async function bookAnswer(host: Host, transaction: Transaction, orderId: string, answer: BillingAnswer): Promise<void> {
  const path = `billingOrders/${orderId}`;
  const stored = await transaction.get(path);
  if (stored?.data['state'] !== 'waiting') return;
  const order = stored.data as unknown as StoredOrder;
  if (answer.outcome === 'unknown') {
    const waitMs = Math.min(longestWaitMs, minuteMs * 2 ** Math.min(order.tries, 20));
    transaction.update(path, { tries: order.tries + 1, nextDueAt: host.timestamp(host.nowMs() + waitMs) });
    return;
  }
  if (order.kind === 'refund') await bookRefund(host, transaction, order, answer);
  else await stepClosure(host, transaction, order.subjectId, { type: answer.outcome === 'confirmed' ? 'confirmPosting' : 'rejectPosting' }, order.postings);
  transaction.update(path, { state: answer.outcome, nextDueAt: null });
}

async function bookRefund(host: Host, transaction: Transaction, order: StoredOrder, answer: Exclude<BillingAnswer, { outcome: 'unknown' }>): Promise<void> {
  const stored = await transaction.get(`refunds/${order.subjectId}`);
  if (!stored) throw new Error(`order ${order.subjectId}: its refund is missing`);
  const refund = refundFromStored(order.subjectId, stored.data);
  if (answer.outcome === 'rejected') {
    await decideAndSaveRefund(host, transaction, refund, { type: 'rejectPosting', reason: answer.reason }, null);
    return;
  }
  const accountNos = [...new Set(order.postings.flatMap((posting) => posting.accountNos))];
  const accounts = (await Promise.all(accountNos.map((accountNo) => readAccount(transaction, accountNo)))).filter(
    (account): account is Account => account !== null,
  );
  await decideAndSaveRefund(host, transaction, refund, { type: 'confirmPosting' }, null, { postings: order.postings, accounts });
}
