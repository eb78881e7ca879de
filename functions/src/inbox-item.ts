import type { ComplaintId, Fen } from '@shouwen/domain/kernel/brand';
import { formerIdsOf, type NoticeSubject } from '@shouwen/domain/notice/subject';
import type { Host } from './host.ts';

interface InboxItem {
  kind: string;
  /** What it is about; null where that is no single matter. */
  subject?: NoticeSubject | null;
  /** What the person knows it by. */
  number: string;
  category?: string | null;
  amountFen?: Fen | null;
  /** Of a digest: how many of what, and which complaints, the most pressing first. */
  counts?: Record<string, number> | null;
  complaintIds?: ComplaintId[] | null;
  /** Whether the pack lets people be told of it at night (SLA-4). */
  isCritical?: boolean;
}

const none = { category: null, amountFen: null, counts: null, complaintIds: null };

/** A notice as it lies in somebody's inbox: what does not apply is null, and nobody has read it. Where push is set up, it waits to be told by it. */
export function inboxItem(
  host: Pick<Host, 'timestamp' | 'nowMs' | 'push'>,
  { isCritical = false, subject = null, ...item }: InboxItem,
): Record<string, unknown> {
  const at = host.timestamp(host.nowMs());
  const push = host.push === null ? {} : { push: 'pending', pushAt: at, pushAtNight: isCritical };
  return { ...none, ...item, subject, ...formerIdsOf(subject), at, read: false, ...push };
}
