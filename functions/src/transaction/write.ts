import type { Transaction, Version } from '../store.ts';

/** One write that a decision comes to. All of them are known before the first is given to the database, which wants every read to come before. */
export type Write =
  | { do: 'create'; path: string; content: Record<string, unknown> }
  | { do: 'set'; path: string; content: Record<string, unknown> }
  /** With `unchangedSince`, nothing at all is written if the document has changed since that version. */
  | { do: 'update'; path: string; content: Record<string, unknown>; unchangedSince?: Version };

export function save(transaction: Transaction, writes: readonly Write[]): void {
  for (const write of writes) {
    if (write.do === 'create') transaction.create(write.path, write.content);
    else if (write.do === 'set') transaction.set(write.path, write.content);
    else transaction.update(write.path, write.content, write.unchangedSince);
  }
}
