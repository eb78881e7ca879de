import type { ComplaintId } from '@shouwen/domain/kernel/brand';
import { customerCommandSchema } from '@shouwen/domain/complaint/command';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Host } from '../host.ts';
import { decideOn } from '../journal/decide-on.ts';
import { save } from '../transaction/write.ts';
import type { StoredDocument, Transaction } from '../store.ts';
import { decidingComplaint } from './deciding-complaint.ts';

/** Applies what a customer's page wrote before there was `sayAsCustomer`, as an entry of the complaint's journal. A reply with an outcome is left alone. */
export async function applyReply(host: Host, statusId: string, replyId: string): Promise<void> {
  await host.store.transaction(async (transaction) => {
    const [reply, status] = await Promise.all([transaction.get(`status/${statusId}/replies/${replyId}`), transaction.get(`status/${statusId}`)]);
    if (!reply || !status || reply.data['outcome'] !== 'pending') return;
    await apply(host, transaction, reply, String(status.data['complaintId']));
  });
}

async function apply(host: Host, transaction: Transaction, reply: StoredDocument, complaintId: ComplaintId): Promise<void> {
  const { createdAt, outcome: _pending, ...content } = reply.data;
  const command = customerCommandSchema.safeParse(content);
  const stored = await transaction.get(`complaints/${complaintId}`);
  if (!command.success || !stored) {
    transaction.update(reply.path, { outcome: 'refused', reason: { code: 'invalidEntry' } });
    return;
  }
  const question = { state: complaintFromStored(complaintId, stored.data), command: command.data, actor: { kind: 'customer' as const } };
  const decision = await decideOn({ host, reader: transaction }, decidingComplaint, question);
  save(transaction, decision.writes);
  const outcome = decision.ok ? { outcome: 'applied', seq: decision.after.seq } : { outcome: 'refused', reason: decision.refusal };
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
