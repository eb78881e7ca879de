import { type Firestore, type QueryDocumentSnapshot, Timestamp } from 'firebase-admin/firestore';

export interface Books {
  complaint: Record<string, unknown> | null;
  /** Who complained, as functions alone know it. */
  key: Record<string, unknown> | null;
  status: Record<string, unknown> | null;
  journal: Record<string, Record<string, unknown>>;
  replies: Record<string, Record<string, unknown>>;
  /** By `uid/kind`: two of one kind for one entry could not both be there, and of two entries they differ in the id. */
  notices: Record<string, Record<string, unknown>>;
}

/** All that is written about one complaint, moments in milliseconds, so that two runs can be compared. */
export async function readBooks(firestore: Firestore, complaintId: string): Promise<Books> {
  const complaint = await firestore.doc(`complaints/${complaintId}`).get();
  const status = firestore.doc(`status/${String(complaint.get('statusId'))}`);
  const [key, page, journal, replies, notices] = await Promise.all([
    firestore.doc(`complaintKeys/${complaintId}`).get(),
    status.get(),
    complaint.ref.collection('journal').get(),
    status.collection('replies').get(),
    readNotices(firestore, complaintId),
  ]);
  return {
    complaint: plain(complaint.data() ?? null),
    key: plain(key.data() ?? null),
    status: plain(page.data() ?? null),
    journal: Object.fromEntries(journal.docs.map((entry) => [entry.id, plain(entry.data())])),
    replies: Object.fromEntries(replies.docs.map((reply) => [reply.id, plain(reply.data())])),
    notices: Object.fromEntries(notices.map((notice) => [`${notice.ref.parent.parent?.id}/${notice.id}`, plain(notice.data())])),
  };
}

/** What people were told of it and of its refunds. */
async function readNotices(firestore: Firestore, complaintId: string): Promise<QueryDocumentSnapshot[]> {
  const items = firestore.collectionGroup('items');
  const refunds = await firestore.collection('refunds').where('complaintId', '==', complaintId).get();
  const found = await Promise.all([
    items.where('complaintId', '==', complaintId).get(),
    ...refunds.docs.map(({ id }) => items.where('refundId', '==', id).get()),
  ]);
  return found.flatMap(({ docs }) => docs);
}

/** Who was told what, in no order: `uid: kind`. */
export function toldOf(books: Books): string[] {
  return Object.entries(books.notices)
    .map(([key, notice]) => `${key.split('/')[0]}: ${String(notice['kind'])}`)
    .sort();
}

/** The same with moments in milliseconds, so that it can be compared. */
export function plain<Value>(value: Value): Value {
  if (value instanceof Timestamp) return value.toMillis() as Value;
  if (Array.isArray(value)) return value.map(plain) as Value;
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)])) as Value;
}
