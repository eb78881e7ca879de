import type { Host } from './host.ts';

interface InboxItem {
  kind: string;
  complaintId?: string | null;
  refundId?: string | null;
  closureId?: string | null;
  /** What the person knows it by. */
  number: string;
  category?: string | null;
  amountFen?: number | null;
}

/** A notice as it lies in somebody's inbox: what does not apply is null, and nobody has read it. */
export function inboxItem(host: Pick<Host, 'timestamp' | 'nowMs'>, item: InboxItem): Record<string, unknown> {
  return { complaintId: null, refundId: null, closureId: null, category: null, amountFen: null, ...item, at: host.timestamp(host.nowMs()), read: false };
}
