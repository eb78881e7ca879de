import { closureRefundId } from '@shouwen/domain/closure/closure';
import { refundNumber } from '@shouwen/domain/refund/refund';
import type { Firestore, Query } from 'firebase-admin/firestore';
import { plain } from './books.ts';

/** The closures and accounts of one run; everything else about them can be found from these. */
export interface ClosureIds {
  closureIds: readonly string[];
  accountNos: readonly string[];
}

/** All that is written about closures: they themselves and their journals, the refunds that pay out their cash, accounts, postings and notices. */
export async function closureTraces(firestore: Firestore, { closureIds, accountNos }: ClosureIds): Promise<Record<string, unknown>> {
  const paths = [
    ...closureIds.map((id) => `closures/${id}`),
    ...closureIds.map((id) => `refunds/${closureRefundId(id)}`),
    ...accountNos.map((accountNo) => `accounts/${accountNo}`),
  ];
  const subjects = paths.filter((path) => !path.startsWith('accounts/'));
  const [documents, ...found] = await Promise.all([
    Promise.all(paths.map(async (path) => [path, plain((await firestore.doc(path).get()).data() ?? null)] as const)),
    ...subjects.map((path) => all(firestore.doc(path).collection('journal'))),
    ...accountNos.map((accountNo) => all(firestore.collection('ledger').where('accountNos', 'array-contains', accountNo))),
    ...closureIds.map((id) => all(firestore.collectionGroup('items').where('closureId', '==', id))),
  ]);
  return Object.fromEntries([...documents, ...found.flat()]);
}

async function all(query: Query): Promise<[string, unknown][]> {
  return (await query.get()).docs.map((document) => [document.ref.path, plain(document.data())]);
}

/** What differs from run to run because chance gave it: ids, and the numbers that follow from them. */
export function chanceOf({ closureIds, accountNos }: ClosureIds): string[] {
  return [...closureIds.flatMap((id) => [refundNumber(closureRefundId(id)), refundNumber(id), id]), ...accountNos];
}

/**
 * The same traces with stand-ins for what chance gave, and for every moment from `lateFromMs` on: how late the schedule came is the only thing about
 * the books that may depend on it.
 */
export function comparable(traces: Record<string, unknown>, ids: ClosureIds, lateFromMs: number): Record<string, unknown> {
  let text = JSON.stringify(traces, (_name, value: unknown) => (typeof value === 'number' && value >= lateFromMs ? 'late' : value));
  chanceOf(ids).forEach((chance, index) => (text = text.replaceAll(chance, `chance-${index}`)));
  return JSON.parse(text) as Record<string, unknown>;
}
