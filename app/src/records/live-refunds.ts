import { useEffect, useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { type LoadedFirestore, loadFirestore } from '../platform/firestore/firebase-firestore.ts';
import type { FollowedList } from '../platform/firestore/follow.ts';
import { useQuery } from '../platform/firestore/use-followed.ts';

/** What a phone shows of a list; the rules let nobody ask for more than 200 at once. */
export const refundsShown = 50;

/** Waiting for one's decision, to be paid by one's unit, asked for by oneself. */
export type RefundList = 'waiting' | 'toPay' | 'mine';

type Person = Pick<Staff, 'uid' | 'unitId'>;

/** Follows one of the lists, from the phone's copy while there is no network. */
export function useLiveRefunds(list: RefundList, { uid, unitId }: Person): FollowedList<Refund> {
  return useQuery(`${list} ${uid} ${unitId}`, (firestore) => queryOf(firestore, list, { uid, unitId }, refundsShown), refundFromStored);
}

/** How many wait for this person, up to one more than is counted; asked once, when it is shown. Null when it cannot be told. */
export function useWaitingCount(list: 'waiting' | 'toPay', { uid, unitId }: Person, most: number): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let isOver = false;
    countWaiting(list, { uid, unitId }, most + 1).then(
      (counted) => void (isOver || setCount(counted)),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [list, uid, unitId, most]);
  return count;
}

async function countWaiting(list: 'waiting' | 'toPay', person: Person, most: number): Promise<number> {
  const firestore = await loadFirestore();
  return (await firestore.api.getDocs(queryOf(firestore, list, person, most))).size;
}

function queryOf({ db, api }: LoadedFirestore, list: RefundList, { uid, unitId }: Person, most: number) {
  const refunds = api.collection(db, 'refunds');
  switch (list) {
    case 'waiting':
      return api.query(
        refunds,
        api.where('approverUids', 'array-contains', uid),
        api.where('state', '==', 'awaitingApproval'),
        api.orderBy('dueAt'),
        api.limit(most),
      );
    case 'toPay':
      return api.query(refunds, api.where('audience', 'array-contains', unitId), api.where('state', '==', 'approved'), api.orderBy('dueAt'), api.limit(most));
    case 'mine':
      return api.query(refunds, api.where('requesterUid', '==', uid), api.orderBy('updatedAt', 'desc'), api.limit(most));
  }
}
