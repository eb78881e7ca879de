import { closureNoticeKinds } from '@shouwen/domain/closure/notices';
import { refundNoticeKinds } from '@shouwen/domain/refund/notices';
import type { InboxItem } from './inbox-feed.ts';

type About = Pick<InboxItem, 'kind' | 'complaintId' | 'refundId' | 'closureId'>;

/** Where a notice leads: to exactly the refund, closure or complaint that it is about, to the books, or to what a deputy has to decide. */
export function pathOf({ kind, complaintId, refundId, closureId }: About): string {
  if (kind === 'booksDiffer') return '/books';
  if (kind === 'namedDeputy') return '/approvals';
  if (refundNoticeKinds.some((known) => known === kind) && refundId) return `/refund/${refundId}`;
  if (closureNoticeKinds.some((known) => known === kind) && closureId) return `/closure/${closureId}`;
  return complaintId ? `/complaint/${complaintId}` : '/inbox';
}
