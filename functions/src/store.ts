/** What functions need of a database, as a port: each awaited operation can be counted, and made to fail, by whoever wraps it. */

/** The database's own mark of a document's version, handed back unread. */
export type Version = unknown;

export interface StoredDocument {
  id: string;
  path: string;
  data: Record<string, unknown>;
  version: Version;
}

export interface Query {
  collection: string;
  /** True to ask all collections of that name. */
  isGroup?: boolean;
  where: readonly (readonly [field: string, operator: '==' | '!=' | '<=' | '<' | '>=' | 'in' | 'array-contains' | 'array-contains-any', value: unknown])[];
  /** Of these at least one, besides all of `where`. */
  anyOf?: readonly (readonly [field: string, operator: 'in', values: readonly unknown[]])[];
  orderBy?: readonly [field: string, direction: 'asc' | 'desc'];
  /** In the order of `orderBy` and then of paths, those after this one: how a query goes on past what it has found. */
  after?: StoredDocument;
  /** In the order of ids, those after this one, or all for an empty one: how all of a collection is read page by page. */
  afterId?: string;
  limit: number;
}

/** How many documents a question finds, and what fields of theirs come to. */
export interface Summed {
  count: number;
  sums: readonly number[];
}

export interface Reader {
  get(path: string): Promise<StoredDocument | null>;
  query(query: Query): Promise<StoredDocument[]>;
  /** Adds fields up without handing any document out: only documents that hold all of the fields count. */
  totals(query: Omit<Query, 'limit'>, fields: readonly string[]): Promise<Summed>;
}

export interface Transaction extends Reader {
  /** Fails the whole transaction if the document exists. */
  create(path: string, data: Record<string, unknown>): void;
  set(path: string, data: Record<string, unknown>): void;
  /** With `unchangedSince`, fails the whole transaction if the document has changed since that version. */
  update(path: string, changes: Record<string, unknown>, unchangedSince?: Version): void;
  delete(path: string): void;
}

export interface Store extends Reader {
  count(query: Omit<Query, 'limit'>): Promise<number>;
  /** Runs `work` until it commits; `work` may run several times and must not do anything outside the transaction. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Lets `work` read everything as it was at one moment. */
  snapshot<Result>(work: (reader: Reader) => Promise<Result>): Promise<Result>;
}

/** A precondition of the transaction did not hold: someone else was faster. */
export class ChangedMeanwhile extends Error {
  constructor(cause: unknown) {
    super('changed meanwhile', { cause });
    this.name = 'ChangedMeanwhile';
  }
}
