import { noticePath } from '@shouwen/domain/notice/notice-path';
import type { InboxItem } from './inbox-feed.ts';

/** Where a notice leads; one from before there was money lacks what it is not about. */
export function pathOf({ kind, complaintId, refundId, closureId }: Pick<InboxItem, 'kind' | 'complaintId' | 'refundId' | 'closureId'>): string {
  return noticePath({ kind, complaintId: complaintId ?? null, refundId: refundId ?? null, closureId: closureId ?? null });
}
