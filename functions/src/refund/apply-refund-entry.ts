import { type Entry, entrySchema } from '@shouwen/domain/journal/entry';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { refundCommandOf } from '@shouwen/domain/refund/command';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { sendOrder } from '../billing/send-order.ts';
import { orderIdOf } from '../billing/give-order.ts';
import { readStaff } from '../organisation/read-staff.ts';
import type { Host } from '../host.ts';
import type { StoredDocument, Transaction } from '../store.ts';
import { decideAndSaveRefund } from './decide-refund.ts';
import { receiveRefund } from './receive-refund.ts';

/**
 * Applies one entry of a refund's journal: reads the request, the actor's authority and everything else that the decision goes by, decides, and
 * writes it in one transaction. A request that has not been taken in is taken in first. An entry with an outcome is left alone.
 */
export async function applyRefundEntry(host: Host, refundId: string, entryId: string): Promise<void> {
  const entryPath = `refunds/${refundId}/journal/${entryId}`;
  const result = await host.store.transaction(async (transaction): Promise<'notReceived' | Refund | null> => {
    const [entry, stored] = await Promise.all([transaction.get(entryPath), transaction.get(`refunds/${refundId}`)]);
    if (!entry || !stored || entry.data['outcome'] !== 'pending') return null;
    const refund = refundFromStored(refundId, stored.data);
    return refund.state === 'requested' ? 'notReceived' : settle(host, transaction, refund, entry);
  });
  if (result === 'notReceived') {
    await receiveRefund(host, refundId);
    await applyRefundEntry(host, refundId, entryId);
  } else if (result?.state === 'executing') {
    await sendOrder(host, orderIdOf('refund', refundId, result.execution?.attempt ?? 1));
  }
}

async function settle(host: Host, transaction: Transaction, refund: Refund, { path, data }: StoredDocument): Promise<Refund | null> {
  const entry: Entry | undefined = entrySchema.safeParse(fromStored(data)).data;
  const command = entry && refundCommandOf(entry);
  const staff = await readStaff(transaction, entry?.actor.uid ?? null);
  if (!command || !staff) {
    transaction.update(path, { outcome: 'refused', reason: { code: command ? 'notActive' : 'invalidEntry' } });
    return null;
  }
  const outcome = await decideAndSaveRefund(host, transaction, refund, command, staff);
  const actor = { kind: 'staff', uid: staff.uid, name: staff.name, unitId: staff.unitId };
  transaction.update(path, outcome.ok ? { outcome: 'applied', seq: outcome.after.seq, actor } : { outcome: 'refused', reason: outcome.refusal, actor });
  return outcome.ok ? outcome.after : null;
}
