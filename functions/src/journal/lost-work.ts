import type { Host } from '../host.ts';
import type { Query, StoredDocument } from '../store.ts';

/** Work that waits in documents of a kind, besides what every aggregate has: new documents and journal entries. */
export interface LostWork {
  /** What it is counted as. */
  name: string;
  /** The documents that nobody has seen to, if they came before then. */
  query(dueAt: unknown): Query;
  work(host: Host, document: StoredDocument): Promise<void>;
}
