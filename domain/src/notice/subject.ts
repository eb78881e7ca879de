import type { ClosureId, ComplaintId, RefundId } from '../kernel/brand.ts';
import { manifests } from '../aggregates.ts';
import type { AnyNoticeKind } from './notice-kind.ts';
import { officeNotices } from './office-notices.ts';

/** Which document a notice is about. */
export interface NoticeSubject {
  collection: string;
  id: string;
}

/** The fields by which notices named what they are about before they had a subject. Such items lie in inboxes, and phones that have not been updated read new ones by them. */
export interface FormerIds {
  complaintId: ComplaintId | null;
  refundId: RefundId | null;
  closureId: ClosureId | null;
}

/** What an item without a subject is about: of what it names, the one that its kind belongs to. */
export function subjectOfFormer(kind: AnyNoticeKind, { complaintId, refundId, closureId }: FormerIds): NoticeSubject | null {
  const ids: Record<string, string | null> = { complaints: complaintId, refunds: refundId, closures: closureId };
  const own = manifests.find(({ notices }) => kind in notices)?.collection ?? 'complaints';
  const id = ids[own] ?? null;
  if (id !== null) return { collection: own, id };
  return complaintId === null ? null : { collection: 'complaints', id: complaintId };
}

export function formerIdsOf(subject: NoticeSubject | null): FormerIds {
  const idIn = (collection: string) => (subject?.collection === collection ? subject.id : null);
  return { complaintId: idIn('complaints'), refundId: idIn('refunds'), closureId: idIn('closures') };
}

/** The page of the app that a notice leads to: exactly what it is about, for several complaints the worklist, which has the most pressing on top, else the inbox. */
export function noticePath({ kind, subject }: { kind: AnyNoticeKind; subject: NoticeSubject | null }): string {
  if (kind in officeNotices) return officeNotices[kind as keyof typeof officeNotices].path;
  const manifest = subject && manifests.find(({ collection }) => collection === subject.collection);
  return manifest && subject ? manifest.pagePath(subject.id) : '/inbox';
}
