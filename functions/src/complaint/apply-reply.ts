import { customerCommandSchema } from '@shouwen/domain/complaint/command';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Host } from '../host.ts';
import type { StoredDocument, Transaction } from '../store.ts';
import { decideAndSave } from './apply-entry.ts';

/** Applies what a customer sent from the status page, as an entry of the complaint's journal. A reply with an outcome is left alone. */
export async function applyReply(host: Host, statusId: string, replyId: string): Promise<void> {
  await host.store.transaction(async (transaction) => {
    const [reply, status] = await Promise.all([transaction.get(`status/${statusId}/replies/${replyId}`), transaction.get(`status/${statusId}`)]);
    if (!reply || !status || reply.data['outcome'] !== 'pending') return;
    await apply(host, transaction, reply, String(status.data['complaintId']));
  });
}

async function apply(host: Host, transaction: Transaction, reply: StoredDocument, complaintId: string): Promise<void> {
  const { createdAt, outcome: _pending, ...content } = reply.data;
  const command = customerCommandSchema.safeParse(content);
  const stored = await transaction.get(`complaints/${complaintId}`);
  if (!command.success || !stored) {
    transaction.update(reply.path, { outcome: 'refused', reason: { code: 'invalidEntry' } });
    return;
  }
  const complaint = complaintFromStored(complaintId, stored.data);
  const pack = await host.reference.pack(complaint.pack, complaint.packVersion);
  const atMs = host.nowMs();
  const decision = await decideAndSave(host, transaction, complaint, command.data, { kind: 'customer' }, pack, atMs);
  const outcome = decision.ok ? { outcome: 'applied', seq: decision.seq } : { outcome: 'refused', reason: decision.refusal };
  transaction.update(reply.path, outcome);
  const { type, ...payload } = command.data;
  transaction.create(`complaints/${complaintId}/journal/customer-${reply.id}`, {
    type,
    payload,
    actor: { kind: 'customer', uid: null, name: null, unitId: null },
    after: null,
    capturedAt: createdAt,
    clockOffsetMs: 0,
    receivedAt: createdAt,
    ...outcome,
  });
}
