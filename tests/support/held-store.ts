import type { Reader, Store, Transaction } from '../../functions/src/store.ts';

export interface HeldStore extends Store {
  /** Resolves once the operation at which this store holds is about to begin, with its name. */
  reached: Promise<string>;
  /** Lets it go on; nothing is held any more. */
  release(): void;
}

/**
 * A store whose k-th awaited operation, commits included, does not begin before somebody says so: what another instance does meanwhile comes exactly
 * between two steps of this one. A transaction that the database repeats is not held a second time.
 */
export function heldStore(store: Store, holdAt: number): HeldStore {
  const { promise: reached, resolve: reach } = Promise.withResolvers<string>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let begun = 0;
  const pass = async (operation: string): Promise<void> => {
    begun += 1;
    if (begun !== holdAt) return;
    reach(operation);
    await released;
  };
  const reader = (inner: Reader): Reader => ({
    get: async (path) => {
      await pass(`get ${path}`);
      return inner.get(path);
    },
    query: async (query) => {
      await pass(`query ${query.collection}`);
      return inner.query(query);
    },
    totals: async (query, fields) => {
      await pass(`totals ${query.collection}`);
      return inner.totals(query, fields);
    },
  });
  const held = (inner: Transaction): Transaction => ({ ...reader(inner), create: inner.create, set: inner.set, update: inner.update, delete: inner.delete });
  return {
    ...reader(store),
    count: async (query) => {
      await pass(`count ${query.collection}`);
      return store.count(query);
    },
    snapshot: (work) => store.snapshot((inner) => work(reader(inner))),
    transaction: (work) =>
      store.transaction(async (inner) => {
        const result = await work(held(inner));
        await pass('commit');
        return result;
      }),
    reached,
    release: () => release(),
  };
}
