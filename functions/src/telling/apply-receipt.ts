import type { EpochMs } from '@shouwen/domain/kernel/brand';
import { complaintOfMessage, messageFromStored, messagePath } from '@shouwen/domain/outreach/message';
import { afterReceipt, type Receipt } from '@shouwen/domain/outreach/message-fate';
import type { Host } from '../host.ts';
import { storedMessage } from '../outreach/message-writes.ts';
import { save } from '../transaction/write.ts';
import { noteOnComplaint } from './note-on-complaint.ts';

/** What became of a message, as the centre tells it later, under the name that the message was sent by. */
export interface NamedReceipt extends Omit<Receipt, 'atMs'> {
  id: string;
  atMs: EpochMs | null;
}

/** Applies what the centre says later of one message, in whatever order it comes and however often. @returns whether there is such a message. */
export function applyReceipt(host: Host, { id, outcome, code, atMs }: NamedReceipt): Promise<boolean> {
  const complaintId = complaintOfMessage(id);
  if (complaintId === null) return Promise.resolve(false);
  const path = messagePath({ complaintId, id });
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(path);
    if (!stored) return false;
    const before = messageFromStored(id, stored.data);
    const after = afterReceipt(before, { outcome, code, atMs: atMs ?? host.nowMs() }, host.nowMs());
    if (after === before) return true;
    const noted = await noteOnComplaint({ host, reader: transaction }, before, after);
    save(transaction, [{ do: 'update', path, content: storedMessage(host, after) }, ...noted]);
    return true;
  });
}
