import { refundFromStored } from '@shouwen/domain/refund/refund';
import type { Host } from '../host.ts';
import type { RefundSystemCommand } from '@shouwen/domain/refund/command';
import { decideAndSaveRefund } from './decide-refund.ts';

/** Takes in a request: checks that its cause is confirmed, adds up what belongs together, and asks the first post. May be called any number of times. */
export function receiveRefund(host: Host, refundId: string): Promise<boolean> {
  return stepRefund(host, refundId, { type: 'receive' });
}

/** Takes one of the product's own steps on a refund as it is now. @returns whether it changed anything. */
export function stepRefund(host: Host, refundId: string, command: RefundSystemCommand): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(`refunds/${refundId}`);
    if (!stored) return false;
    const outcome = await decideAndSaveRefund(host, transaction, refundFromStored(refundId, stored.data), command, null);
    return outcome.ok && outcome.events.length > 0;
  });
}
