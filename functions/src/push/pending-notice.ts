import { stepNotices } from '@shouwen/domain/complaint/time/taken-step';
import { allNoticeKinds } from '@shouwen/domain/notice/notice-kind';
import type { PushNotice } from '@shouwen/domain/notice/push-text';
import { subjectOfFormer } from '@shouwen/domain/notice/subject';
import { z } from 'zod';
import type { StoredDocument } from '../store.ts';

const id = z.string().nullable().default(null);

const noticeSchema = z.object({
  kind: z.enum(allNoticeKinds),
  subject: z.object({ collection: z.string(), id: z.string() }).nullish(),
  complaintId: id,
  refundId: id,
  closureId: id,
  number: z.string(),
  counts: z.partialRecord(z.enum(stepNotices), z.int()).nullable().default(null),
  at: z.custom<{ toMillis(): number }>((at) => typeof at === 'object' && at !== null && 'toMillis' in at).transform((at) => at.toMillis()),
  read: z.boolean(),
  pushAtNight: z.boolean().default(false),
});

/** A notice that waits to be told by push. */
export interface PendingNotice extends PushNotice {
  path: string;
  atMs: number;
  read: boolean;
  /** Whether it may be told in quiet hours. */
  atNight: boolean;
}

/** Null for what nothing is known to say about. */
export function readPendingNotice({ id, path, data }: StoredDocument): PendingNotice | null {
  const parsed = noticeSchema.safeParse(data);
  if (!parsed.success) return null;
  const { at, pushAtNight, subject, complaintId, refundId, closureId, ...notice } = parsed.data;
  return { ...notice, subject: subject ?? subjectOfFormer(notice.kind, { complaintId, refundId, closureId }), id, path, atMs: at, atNight: pushAtNight };
}
