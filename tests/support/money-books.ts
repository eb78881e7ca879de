import { type Closure, closureFromStored } from '@shouwen/domain/closure/closure';
import { type Account, accountFromStored } from '@shouwen/domain/ledger/account';
import { type Posting, postingFromStored } from '@shouwen/domain/ledger/posting';
import type { Difference } from '@shouwen/domain/books/books';
import { reconcile } from '@shouwen/domain/books/reconcile';
import { packSchema } from '@shouwen/domain/policy/pack';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import type { Firestore } from 'firebase-admin/firestore';

/** All that is written about money, moments in milliseconds. */
export interface MoneyBooks {
  postings: Posting[];
  accounts: Account[];
  refunds: Refund[];
  closures: Closure[];
}

/** Reads them in one transaction, so that they are of one moment. */
export function booksOf(firestore: Firestore): Promise<MoneyBooks> {
  return firestore.runTransaction(
    async (transaction) => {
      const all = async <Item>(collection: string, read: (id: string, stored: Record<string, unknown>) => Item): Promise<Item[]> =>
        (await transaction.get(firestore.collection(collection))).docs.map((document) => read(document.id, document.data()));
      const [postings, accounts, refunds, closures] = await Promise.all([
        all('ledger', postingFromStored),
        all('accounts', accountFromStored),
        all('refunds', refundFromStored),
        all('closures', closureFromStored),
      ]);
      return { postings, accounts, refunds, closures };
    },
    { readOnly: true },
  );
}

/** What does not add up (REF-8, CLO-4); nothing when all is well. */
export async function differencesIn(firestore: Firestore): Promise<Difference[]> {
  const policies = await firestore.collection('policies').where('version', '!=', '').get();
  const packs = new Map(policies.docs.map((document) => [document.id, packSchema.parse(document.data())]));
  return reconcile({ ...(await booksOf(firestore)), packOf: (version) => packs.get(version) });
}
