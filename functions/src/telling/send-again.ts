import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Uid } from '@shouwen/domain/kernel/brand';
import { isPending, messageFromStored, messagePath } from '@shouwen/domain/outreach/message';
import { newMessage } from '@shouwen/domain/outreach/messages-of';
import type { Transaction } from '../store.ts';
import { storedMessage } from '../outreach/message-writes.ts';
import type { Preparing } from '../transaction/preparing.ts';

/** More messages than any complaint has. */
const mostMessages = 100;

interface Asked {
  complaint: Complaint;
  messageId: string;
  byUid: Uid;
}

/** Sends one anew that has ended without arriving. Whoever asks twice gets one: while one of its kind is on the way there is no other. */
export async function sendAgain(
  { host, reader }: Preparing,
  transaction: Transaction,
  { complaint, messageId, byUid }: Asked,
): Promise<'asked' | 'impossible'> {
  const stored = await reader.query({ collection: `complaints/${complaint.id}/messages`, where: [], limit: mostMessages });
  const messages = stored.map(({ id, data }) => messageFromStored(id, data));
  const former = messages.find(({ id }) => id === messageId);
  const ofKind = messages.filter(({ kind }) => kind === former?.kind);
  if (ofKind.some(isPending)) return 'asked';
  const pack = await host.reference.packInForce(complaint.pack, reader);
  if (!former || !['failed', 'expired', 'skipped'].includes(former.state) || pack.outreach === null) return 'impossible';
  const { kind, causeAtMs, aboutAtMs, refundId } = former;
  const cause = { kind, mark: `again-${complaint.reopenCount}-${ofKind.length}`, causeAtMs, aboutAtMs, ...(refundId !== null && { refundId }) };
  const message = newMessage(cause, complaint, pack, pack.outreach, host.nowMs(), byUid);
  transaction.create(messagePath(message), storedMessage(host, message));
  return 'asked';
}
