import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { loadFirestore } from '../platform/firestore/firebase-firestore.ts';
import { type LiveSubject, readSubjectEntry, type SubjectEntry, useLiveSubject } from './live-subject.ts';

export type LiveRefund = LiveSubject<Refund>;

/** Follows a refund and its journal; null follows nothing. */
export function useLiveRefund(id: string | null): LiveRefund {
  return useLiveSubject('refunds', id, refundFromStored);
}

/** Waits until the server has said what became of an entry; null when it has not within the time. */
export async function outcomeOfEntry(refundId: string, entryId: string, withinMs: number): Promise<SubjectEntry | null> {
  const { db, api } = await loadFirestore();
  return new Promise((resolve) => {
    const finish = (entry: SubjectEntry | null): void => {
      clearTimeout(timer);
      stop();
      resolve(entry);
    };
    const timer = setTimeout(() => finish(null), withinMs);
    const stop = api.onSnapshot(
      api.doc(db, 'refunds', refundId, 'journal', entryId),
      (snapshot) => {
        const [entry] = readSubjectEntry(entryId, snapshot.data());
        if (entry && entry.outcome !== 'pending') finish(entry);
      },
      () => finish(null),
    );
  });
}
