import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { doubtSinceMs, isWeighty } from '@shouwen/domain/customer/doubtful-reply';
import type { Shown } from '../customer/ticket.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { Write } from '../transaction/write.ts';

/** More people than ever open one contact in the time that is looked at. */
const mostViews = 50;

interface Spoken {
  complaint: Complaint;
  shown: Shown;
  type: string;
  entryId: string;
}

/**
 * What speaks against a word that came by number and phone. Staff who have opened the contact know both (RET-2), so a rating, a disagreement or a look that follows such
 * an opening is put before the inspector, with who opened it; where the operator's pack says so, it takes the secret of the link. Whoever shows that is asked no more.
 */
export async function doubtOf({ host, reader }: Preparing, { complaint, shown, type, entryId }: Spoken): Promise<Write[] | 'linkNeeded'> {
  if (shown.way === 'link' || !isWeighty(type)) return [];
  const { limits } = await host.reference.packInForce(complaint.pack, reader);
  if (!limits.ticketsSpeak) return 'linkNeeded';
  const nowMs = host.nowMs();
  const views = await reader.query({
    collection: `complaints/${complaint.id}/contactViews`,
    where: [['at', '>=', host.timestamp(doubtSinceMs(nowMs, limits.ticketDoubtHours))]],
    orderBy: ['at', 'desc'],
    limit: mostViews,
  });
  if (views.length === 0) return [];
  const openedBy = views.map(({ data }) => ({ uid: String(data['uid']), atMs: (data['at'] as { toMillis(): number }).toMillis() }));
  const { pack, number, id: complaintId } = complaint;
  const content = { pack, complaintId, number, type, receivedAt: host.timestamp(nowMs), lookedUpAtMs: shown.lookedUpAtMs, openedBy };
  return [{ do: 'create', path: `doubtfulReplies/${complaintId}_${entryId}`, content }];
}
