import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { followDocument } from '../platform/firestore/follow.ts';
import { type JournalEntry, type LiveAggregate, readEntry, useLiveAggregate } from './live-aggregate.ts';

export type LiveRefund = LiveAggregate<Refund>;

/** Follows a refund and its journal; null follows nothing. */
export function useLiveRefund(id: string | null): LiveRefund {
  return useLiveAggregate('refunds', id, refundFromStored);
}

/** Waits until the server has said what became of an entry; null when it has not within the time. */
export function outcomeOfEntry(refundId: string, entryId: string, withinMs: number): Promise<JournalEntry | null> {
  return new Promise((resolve) => {
    const finish = (entry: JournalEntry | null): void => {
      clearTimeout(timer);
      stop();
      resolve(entry);
    };
    const timer = setTimeout(() => finish(null), withinMs);
    const stop = followDocument(`refunds/${refundId}/journal/${entryId}`, readEntry, (followed) => {
      if (followed.status === 'here' && followed.value.outcome !== 'pending') finish(followed.value);
      if (followed.status === 'refused') finish(null);
    });
  });
}
