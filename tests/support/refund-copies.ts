import { randomBytes, randomUUID } from 'node:crypto';
import { Timestamp } from 'firebase-admin/firestore';
import { readBooks } from './books.ts';
import type { TestCity } from './city.ts';
import type { Recorded } from './recorder.ts';

/** A refund as a test has brought it to where its own story begins. */
export interface PreparedRefund {
  complaint: Recorded;
  accountNo: string;
  refundId: string;
  /** The entry of its journal that is still to be applied, where there is one. */
  entryId: string | null;
}

/** Another one that stands where the prepared one stood, with a customer, a complaint and an account of its own. */
export interface RefundCopy {
  /** What is its own, in an order that is the same for all copies. */
  ids: string[];
  refundId: string;
  entryId: string;
  /** All that is written about it. */
  books(): Promise<unknown>;
}

/**
 * Keeps what is written about a prepared refund, so that a test can have as many of it as it wants for the price of one commit each.
 *
 * @returns a function that puts another copy into the database.
 */
export async function copierOf(city: TestCity, { complaint, accountNo, refundId, entryId }: PreparedRefund): Promise<() => Promise<RefundCopy>> {
  const { firestore } = city;
  const { id, recording } = complaint;
  const roots = [`complaints/${id}`, `complaintKeys/${id}`, `status/${recording.statusId}`, `refunds/${refundId}`, `accounts/${accountNo}`].map((path) =>
    firestore.doc(path),
  );
  const [documents, journals, postings] = await Promise.all([
    Promise.all(roots.map((root) => root.get())),
    Promise.all(roots.map((root) => root.collection('journal').get())),
    firestore.collection('ledger').where('accountNos', 'array-contains', accountNo).get(),
  ]);
  const kept = [...documents, ...journals.flatMap(({ docs }) => docs), ...postings.docs].flatMap((document) => {
    const data = document.data();
    return data === undefined ? [] : { path: document.ref.path, data };
  });
  const keys = await city.host.keys.of(recording.pack);
  // A voucher pays once: each copy is paid against another one.
  const vouchers = kept.flatMap(({ data }) => (data['payload'] as { cash?: { voucherNo: string } | null } | undefined)?.cash?.voucherNo ?? []);
  const contactKey = String((await firestore.doc(`complaintKeys/${id}`).get()).get('contactKey'));
  return async () => {
    const freshKey = `k1_${randomBytes(20).toString('hex')}`;
    const fresh = new Map([
      [id, randomUUID()],
      [recording.statusId, randomBytes(32).toString('hex')],
      [contactKey, freshKey],
      ...(['refunds', 'accounts'] as const).map((collection): [string, string] => [
        keys?.within(collection, contactKey) ?? '',
        keys?.within(collection, freshKey) ?? '',
      ]),
      [refundId, randomUUID()],
      [accountNo, randomUUID().slice(0, 18)],
      ...vouchers.map((voucherNo): [string, string] => [voucherNo, `V${randomUUID().slice(0, 13)}`]),
      ...(entryId === null ? [] : [[entryId, randomUUID()] as const]),
    ]);
    const batch = firestore.batch();
    for (const { path, data } of kept) batch.create(firestore.doc(renamed(path, fresh)), renamed(data, fresh));
    await batch.commit();
    const own = { refundId: renamed(refundId, fresh), entryId: renamed(entryId ?? '', fresh) };
    return { ids: [...fresh.values()], ...own, books: () => booksOfCopy(city, renamed(id, fresh), own.refundId, renamed(accountNo, fresh)) };
  };
}

async function booksOfCopy({ firestore }: TestCity, complaintId: string, refundId: string, accountNo: string): Promise<unknown> {
  const [complaint, refund, journal, account, postings, orders, cards] = await Promise.all([
    readBooks(firestore, complaintId),
    firestore.doc(`refunds/${refundId}`).get(),
    firestore.collection(`refunds/${refundId}/journal`).get(),
    firestore.doc(`accounts/${accountNo}`).get(),
    firestore.collection('ledger').where('complaintId', '==', complaintId).get(),
    firestore.collection('billingOrders').where('subjectId', '==', refundId).get(),
    firestore.collection('rechargeCards').where('refundId', '==', refundId).get(),
  ]);
  const contents = (found: typeof journal) => Object.fromEntries(found.docs.map((document) => [document.id, document.data()]));
  return {
    complaint,
    refund: refund.data(),
    journal: contents(journal),
    account: account.data(),
    postings: contents(postings),
    orders: contents(orders),
    cards: contents(cards),
  };
}

function renamed<Value>(value: Value, fresh: ReadonlyMap<string, string>): Value {
  if (typeof value === 'string') return [...fresh].reduce<string>((text, [old, other]) => text.replaceAll(old, other), value) as Value;
  if (value === null || typeof value !== 'object' || value instanceof Timestamp || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => renamed(item, fresh)) as Value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [renamed(name, fresh), renamed(field as unknown, fresh)])) as Value;
}
