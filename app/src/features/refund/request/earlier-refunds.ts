import { useEffect, useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import { loadFirestore } from '../../../platform/firestore/firebase-firestore.ts';

const mostOfCustomer = 50;

/** Requests for one customer, as far as this person's unit sees them; `unknown` when the server would not or could not say. */
export type EarlierRefunds = { status: 'loading' | 'unknown' } | { status: 'known'; customerKey: string; refunds: readonly Refund[] };

/** Looks up what REF-4 may add to a request. What other units asked for is theirs to see: the server alone knows all of it. */
/** @param customerKey null while it is not known, undefined where it could not be asked. */
export function useEarlierRefunds(customerKey: string | null | undefined, unitId: Staff['unitId']): EarlierRefunds {
  const [earlier, setEarlier] = useState<EarlierRefunds>({ status: 'loading' });
  useEffect(() => {
    let isOver = false;
    setEarlier({ status: customerKey === undefined ? 'unknown' : 'loading' });
    if (customerKey) {
      readEarlier(customerKey, unitId).then(
        (refunds) => void (isOver || setEarlier({ status: 'known', customerKey, refunds })),
        () => void (isOver || setEarlier({ status: 'unknown' })),
      );
    }
    return () => {
      isOver = true;
    };
  }, [customerKey, unitId]);
  return earlier;
}

async function readEarlier(customerKey: string, unitId: string): Promise<Refund[]> {
  const { db, api } = await loadFirestore();
  const found = await api.getDocsFromServer(
    api.query(
      api.collection(db, 'refunds'),
      api.where('audience', 'array-contains', unitId),
      api.where('basis.customerKey', '==', customerKey),
      api.limit(mostOfCustomer),
    ),
  );
  return found.docs.flatMap((document) => readableOrNull(refundFromStored, document.id, document.data()) ?? []);
}
