import type { WaitingWork } from './waiting-work.ts';

/** Work that waits in documents of a kind, besides what every aggregate has: new documents and journal entries. */
export interface LostWork extends Omit<WaitingWork, 'query'> {
  /** What it is counted as. */
  name: string;
  /** The documents that nobody has seen to, if they came before then. */
  query(dueAt: unknown): WaitingWork['query'];
}
