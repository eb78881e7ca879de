import type { Reader, Store, Transaction } from '../../functions/src/store.ts';

/** Where a store gives way: at the k-th operation (never done) or after it (done, but nobody hears of it). */
export interface BreakingPoint {
  operation: number;
  when: 'at' | 'after';
  /** A process that died answers nothing any more; otherwise the one operation failed and the next ones work. */
  isDeath: boolean;
}

/** What the breaking point makes of an operation. */
export class Broken extends Error {
  constructor(operation: string) {
    super(`broken at ${operation}`);
    this.name = 'Broken';
  }
}

export interface Bill {
  reads: number;
  writes: number;
  deletes: number;
}

export interface MeteredStore extends Store {
  /** Every awaited operation in the order of its beginning. */
  operations: readonly string[];
  bill: Readonly<Bill>;
  /** True once the breaking point has been reached. */
  hasBroken(): boolean;
}

/**
 * Counts what a store is asked and what Firestore would charge for it: one read for a document, there or not, one for each document that a query
 * finds and at least one, one for a thousand that are counted or added up, one write or one deletion for each document of a commit.
 */
export function meteredStore(store: Store, breaking: BreakingPoint | null = null): MeteredStore {
  const operations: string[] = [];
  const bill: Bill = { reads: 0, writes: 0, deletes: 0 };
  let hasBroken = false;
  const run = async <Result>(name: string, work: () => Promise<Result>, reads: (result: Result) => number): Promise<Result> => {
    const number = operations.push(name);
    if (hasBroken && breaking?.isDeath) throw new Broken(name);
    if (breaking?.operation === number && breaking.when === 'at') {
      hasBroken = true;
      throw new Broken(name);
    }
    const result = await work();
    bill.reads += reads(result);
    if (breaking?.operation === number) {
      hasBroken = true;
      throw new Broken(name);
    }
    if (hasBroken && breaking?.isDeath) throw new Broken(name);
    return result;
  };
  const reader = (inner: Reader, prefix: string): Reader => ({
    get: (path) =>
      run(
        `${prefix}get ${path}`,
        () => inner.get(path),
        () => 1,
      ),
    query: (query) =>
      run(
        `${prefix}query ${query.collection}`,
        () => inner.query(query),
        (found) => Math.max(1, found.length),
      ),
    totals: (query, fields) =>
      run(
        `${prefix}totals ${query.collection}`,
        () => inner.totals(query, fields),
        ({ count }) => Math.max(1, Math.ceil(count / 1000)),
      ),
  });
  return {
    ...reader(store, ''),
    count: (query) =>
      run(
        `count ${query.collection}`,
        () => store.count(query),
        () => 1,
      ),
    snapshot: (work) => store.snapshot((inner) => work(reader(inner, 'snapshot '))),
    transaction: (work) => runTransaction(store, work, (inner) => reader(inner, 'transaction '), run, bill),
    operations,
    bill,
    hasBroken: () => hasBroken,
  };
}

/** The commit is an operation of its own: its work is done by then, and what breaks at it is rolled back, what breaks after it is not. */
async function runTransaction<Result>(
  store: Store,
  work: (transaction: Transaction) => Promise<Result>,
  readerOf: (inner: Transaction) => Reader,
  run: <Value>(name: string, work: () => Promise<Value>, reads: () => number) => Promise<Value>,
  bill: Bill,
): Promise<Result> {
  let writes = 0;
  let deletes = 0;
  const { promise: isReady, resolve: ready, reject: failed } = Promise.withResolvers<void>();
  const { promise: mayCommit, resolve: allow, reject: forbid } = Promise.withResolvers<void>();
  isReady.catch(() => null);
  mayCommit.catch(() => null);
  const whole = store.transaction(async (transaction) => {
    writes = 0;
    deletes = 0;
    const count =
      <Args extends unknown[]>(write: (...args: Args) => void) =>
      (...args: Args): void => {
        writes += 1;
        write(...args);
      };
    const remove = (path: string): void => {
      deletes += 1;
      transaction.delete(path);
    };
    const writing = { create: count(transaction.create), set: count(transaction.set), update: count(transaction.update), delete: remove };
    const result = await work({ ...readerOf(transaction), ...writing });
    ready();
    await mayCommit;
    return result;
  });
  whole.catch(failed);
  await isReady;
  try {
    return await run(
      'commit',
      () => (allow(), whole),
      () => 0,
    ).then((result) => ((bill.writes += writes), (bill.deletes += deletes), result));
  } catch (error) {
    forbid(error);
    await whole.catch(() => null);
    throw error;
  }
}
