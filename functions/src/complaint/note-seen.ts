import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Host } from '../host.ts';
import type { Shown } from '../customer/ticket.ts';
import { decideOn } from '../journal/decide-on.ts';
import { save } from '../transaction/write.ts';
import { decidingComplaint } from './deciding-complaint.ts';
import { doubtOf } from './doubt-of.ts';
import { isLivePage } from './live-page.ts';

/**
 * TEL-1: the customer has opened their page. Where that tells them of an answer, the complaint says so, and its journal has an entry of that day and no closer; else
 * nothing is written. @returns whether there is such a page.
 */
export function noteSeenPage(host: Host, { statusId, shown }: { statusId: string; shown: Shown }): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const page = await transaction.get(`status/${statusId}`);
    if (!page || !isLivePage(page.data, host.nowMs())) return false;
    const complaintId = String(page.data['complaintId']);
    const stored = await transaction.get(`complaints/${complaintId}`);
    if (!stored) return false;
    const complaint = complaintFromStored(complaintId, stored.data);
    const question = { state: complaint, command: { type: 'noteSeen' as const }, actor: { kind: 'customer' as const } };
    const decision = await decideOn({ host, reader: transaction }, decidingComplaint, question);
    // A complaint that has not been answered yet has nothing to tell by being looked at.
    if (!decision.ok || !decision.isChanged) return true;
    const entryId = `seen-${decision.after.seq}`;
    const doubt = await doubtOf({ host, reader: transaction }, { complaint, shown, type: 'noteSeen', entryId });
    if (doubt === 'linkNeeded') return true;
    const at = host.timestamp(decision.after.told?.atMs ?? 0);
    const actor = { kind: 'customer', uid: null, name: null, unitId: null };
    const moments = { capturedAt: at, clockOffsetMs: 0, receivedAt: at };
    const entry = { type: 'noteSeen', payload: {}, actor, after: null, ...moments, saidBy: shown.way, outcome: 'applied', seq: decision.after.seq };
    save(transaction, [...decision.writes, { do: 'create', path: `complaints/${complaintId}/journal/${entryId}`, content: entry }, ...doubt]);
    return true;
  });
}
