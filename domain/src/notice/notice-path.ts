import { closureNoticeKinds } from '../closure/notices.ts';
import { refundNoticeKinds } from '../refund/notices.ts';
import type { AnyNoticeKind } from './notice-kind.ts';

/** What a notice is about. */
export interface NoticeSubject {
  kind: AnyNoticeKind;
  complaintId: string | null;
  refundId: string | null;
  closureId: string | null;
}

/** The page of the app that a notice leads to: exactly what it is about, for several complaints the worklist, which has the most pressing on top, else the inbox. */
export function noticePath({ kind, complaintId, refundId, closureId }: NoticeSubject): string {
  if (kind === 'booksDiffer') return '/books';
  if (kind === 'calendarMissing') return '/policy';
  if (kind === 'digest') return '/worklist';
  if (kind === 'namedDeputy') return '/approvals';
  if (refundNoticeKinds.some((known) => known === kind) && refundId) return `/refund/${refundId}`;
  if (closureNoticeKinds.some((known) => known === kind) && closureId) return `/closure/${closureId}`;
  return complaintId ? `/complaint/${complaintId}` : '/inbox';
}
