import { AggregateField, type DocumentSnapshot, FieldPath, Filter, type Firestore, type Query as FirestoreQuery } from 'firebase-admin/firestore';
import { ChangedMeanwhile, type Query, type Reader, type Store, type StoredDocument, type Summed, type Transaction } from '../store.ts';

const alreadyExists = 6;
const failedPrecondition = 9;
const invalidArgument = 3;
const mostBeginnings = 5;

/** The store on Firestore. */
export function firestoreStore(firestore: Firestore): Store {
  return {
    get: async (path) => documentOf(await firestore.doc(path).get()),
    query: async (query) => (await queryOf(firestore, query).limit(query.limit).get()).docs.flatMap((snapshot) => documentOf(snapshot) ?? []),
    totals: async (query, fields) => summedOf((await aggregateOf(firestore, query, fields).get()).data(), fields),
    count: async (query) => (await queryOf(firestore, query).count().get()).data().count,
    transaction: async (work) => {
      try {
        return await begunAnew(() => firestore.runTransaction((transaction) => work(transactionOf(firestore, transaction))));
      } catch (error) {
        if (isConflict(error)) throw new ChangedMeanwhile(error);
        throw error;
      }
    },
    snapshot: (work) => begunAnew(() => firestore.runTransaction((transaction) => work(readerOf(firestore, transaction)), { readOnly: true })),
  };
}

/**
 * A transaction that another one has closed while it waited begins anew. The SDK does that itself where the service says so; of the emulator's words
 * for it, it knows nothing.
 */
async function begunAnew<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let beginning = 1; ; beginning += 1) {
    try {
      return await run();
    } catch (error) {
      if (!isClosedMeanwhile(error) || beginning === mostBeginnings) throw error;
    }
  }
}

function readerOf(firestore: Firestore, transaction: FirebaseFirestore.Transaction): Reader {
  return {
    get: async (path) => documentOf(await transaction.get(firestore.doc(path))),
    query: async (query) => (await transaction.get(queryOf(firestore, query).limit(query.limit))).docs.flatMap((snapshot) => documentOf(snapshot) ?? []),
    totals: async (query, fields) => summedOf((await transaction.get(aggregateOf(firestore, query, fields))).data(), fields),
  };
}

function transactionOf(firestore: Firestore, transaction: FirebaseFirestore.Transaction): Transaction {
  return {
    ...readerOf(firestore, transaction),
    create: (path, data) => void transaction.create(firestore.doc(path), data),
    set: (path, data) => void transaction.set(firestore.doc(path), data),
    update: (path, changes, unchangedSince) =>
      void (unchangedSince === undefined
        ? transaction.update(firestore.doc(path), changes)
        : transaction.update(firestore.doc(path), changes, { lastUpdateTime: unchangedSince as FirebaseFirestore.Timestamp })),
    delete: (path) => void transaction.delete(firestore.doc(path)),
  };
}

function queryOf(firestore: Firestore, query: Omit<Query, 'limit'>): FirestoreQuery {
  let built: FirestoreQuery = query.isGroup ? firestore.collectionGroup(query.collection) : firestore.collection(query.collection);
  for (const [field, operator, value] of query.where) built = built.where(field, operator, value);
  if (query.anyOf) built = built.where(Filter.or(...query.anyOf.map(([field, operator, values]) => Filter.where(field, operator, values))));
  if (query.afterId !== undefined) built = built.orderBy(FieldPath.documentId());
  if (query.afterId) built = built.startAfter(query.afterId);
  if (query.orderBy) built = built.orderBy(...query.orderBy);
  if (query.orderBy && query.after)
    built = built.orderBy(FieldPath.documentId(), query.orderBy[1]).startAfter(valueAt(query.after.data, query.orderBy[0]), firestore.doc(query.after.path));
  return built;
}

/** Of a field, or of one within a map: `basis.customerKey`. */
function valueAt(data: Record<string, unknown>, field: string): unknown {
  return field.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], data);
}

function aggregateOf(firestore: Firestore, query: Omit<Query, 'limit'>, fields: readonly string[]) {
  const sums = Object.fromEntries(fields.map((field, index) => [`sum${index}`, AggregateField.sum(field)]));
  return queryOf(firestore, query).aggregate({ count: AggregateField.count(), ...sums });
}

function summedOf(data: Record<string, unknown>, fields: readonly string[]): Summed {
  return { count: Number(data['count']), sums: fields.map((_field, index) => Number(data[`sum${index}`])) };
}

/** A snapshot as the store hands it out; null when there is no such document. */
export function documentOf(snapshot: DocumentSnapshot): StoredDocument | null {
  const data = snapshot.data();
  return data === undefined ? null : { id: snapshot.id, path: snapshot.ref.path, data, version: snapshot.updateTime };
}

function isConflict(error: unknown): boolean {
  return [alreadyExists, failedPrecondition].some((code) => hasCode(error, code));
}

function isClosedMeanwhile(error: unknown): boolean {
  return hasCode(error, invalidArgument) && error.message.includes('Transaction is invalid or closed');
}

function hasCode(error: unknown, code: number): error is Error & { code: number } {
  return error instanceof Error && 'code' in error && error.code === code;
}
