import type { CustomerCommand } from '@shouwen/domain/complaint/command';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Refusal } from '@shouwen/domain/kernel/decision';
import type { Host } from '../host.ts';
import type { Shown } from '../customer/ticket.ts';
import { decideOn } from '../journal/decide-on.ts';
import { save, type Write } from '../transaction/write.ts';
import { ChangedMeanwhile, type Transaction } from '../store.ts';
import { decidingComplaint } from './deciding-complaint.ts';
import { doubtOf } from './doubt-of.ts';
import { isLivePage } from './live-page.ts';

/** How often a customer may say something of each kind, by their link and besides that by number and phone. */
const mostOfKind: Record<CustomerCommand['type'], number> = { rate: 5, addInformation: 10, disagree: 3 };

/** `noPage`: there is none, or its time is over. */
export type Said = { outcome: 'applied' } | { outcome: 'refused'; reason: Refusal } | { outcome: 'noPage' };

export interface Saying {
  statusId: string;
  shown: Shown;
  /** Made by the customer's page: what is sent twice is said once. */
  saidId: string;
  command: CustomerCommand;
}

/**
 * Applies what a customer says, in one transaction and with the answer at once. What is refused is written nowhere, so that it takes none of the few times that a
 * customer has.
 */
export async function applySaid(host: Host, saying: Saying): Promise<Said> {
  try {
    return await applyOnce(host, saying);
  } catch (error) {
    // The same came in beside it, and is there by now.
    if (!(error instanceof ChangedMeanwhile)) throw error;
    return applyOnce(host, saying);
  }
}

function applyOnce(host: Host, saying: Saying): Promise<Said> {
  const { statusId, shown, saidId, command } = saying;
  return host.store.transaction(async (transaction) => {
    const page = await transaction.get(`status/${statusId}`);
    if (!page || !isLivePage(page.data, host.nowMs())) return { outcome: 'noPage' };
    const said = await saidOfKind(transaction, statusId, command.type, shown);
    const id = `${command.type}-${saidId}`;
    if (said.includes(id)) return { outcome: 'applied' };
    if (said.length >= mostOfKind[command.type]) return { outcome: 'refused', reason: { code: 'saidTooOften' } };
    const complaintId = String(page.data['complaintId']);
    const stored = await transaction.get(`complaints/${complaintId}`);
    if (!stored) return { outcome: 'noPage' };
    const complaint = complaintFromStored(complaintId, stored.data);
    const doubt = await doubtOf({ host, reader: transaction }, { complaint, shown, type: command.type, entryId: `customer-${id}` });
    if (doubt === 'linkNeeded') return { outcome: 'refused', reason: { code: doubt } };
    const question = { state: complaint, command, actor: { kind: 'customer' as const } };
    const decision = await decideOn({ host, reader: transaction }, decidingComplaint, question);
    if (!decision.ok) return { outcome: 'refused', reason: decision.refusal };
    save(transaction, [...decision.writes, ...writesOfSaying(host, { ...saying, saidId: id }, complaintId, decision.after.seq), ...doubt]);
    return { outcome: 'applied' };
  });
}

function writesOfSaying(host: Host, { statusId, shown, saidId, command }: Saying, complaintId: string, seq: number): Write[] {
  const { type, ...payload } = command;
  const at = host.timestamp(host.nowMs());
  const outcome = { outcome: 'applied', seq };
  const actor = { kind: 'customer', uid: null, name: null, unitId: null };
  const entry = { type, payload, actor, after: null, capturedAt: at, clockOffsetMs: 0, receivedAt: at, saidBy: shown.way, ...outcome };
  return [
    { do: 'create', path: `status/${statusId}/replies/${saidId}`, content: { ...command, createdAt: at, saidBy: shown.way, ...outcome } },
    { do: 'create', path: `complaints/${complaintId}/journal/customer-${saidId}`, content: entry },
  ];
}

/**
 * What was refused lies there only from before there was an answer at once. Words by number and phone use up none of those that the link's secret has: whoever of the staff
 * knows both cannot take the customer's last one away.
 */
async function saidOfKind(transaction: Transaction, statusId: string, type: CustomerCommand['type'], { way }: Shown): Promise<string[]> {
  const found = await transaction.query({
    collection: `status/${statusId}/replies`,
    where: [['type', '==', type]],
    limit: 3 * mostOfKind[type],
  });
  return found.filter(({ data }) => data['outcome'] === 'applied' && (way === 'ticket' || data['saidBy'] !== 'ticket')).map(({ id }) => id);
}
