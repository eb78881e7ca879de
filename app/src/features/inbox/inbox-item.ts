import '../../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import { stepNotices } from '@shouwen/domain/complaint/time/taken-step';
import { allNoticeKinds } from '@shouwen/domain/notice/notice-kind';
import { type NoticeSubject, subjectOfFormer } from '@shouwen/domain/notice/subject';

const subject = z.object({ collection: z.string(), id: z.string() });
/** Notices from before there was money lack what does not apply to them, and those from before there were subjects name what they are about by these. */
const id = z.string().nullish();

const noticeSchema = z.object({
  kind: z.enum(allNoticeKinds),
  subject: subject.nullish(),
  complaintId: id,
  refundId: id,
  closureId: id,
  number: z.string(),
  category: id,
  amountFen: z.int().nullish(),
  /** How many of each a digest puts together. */
  counts: z.partialRecord(z.enum(stepNotices), z.int().positive()).nullish(),
  complaintIds: z.array(z.string()).nullish(),
  at: z.custom<{ toMillis(): number }>((at) => typeof at === 'object' && at !== null && 'toMillis' in at).transform((at) => at.toMillis()),
  read: z.boolean(),
});

/** Something that the person should know; opening it leads to exactly what it is about. */
export interface InboxItem extends Omit<z.infer<typeof noticeSchema>, 'subject' | 'complaintId' | 'refundId' | 'closureId'> {
  id: string;
  subject: NoticeSubject | null;
}

/** A newer server may send kinds that this app has no words for: they are left out, what they are about shows itself what happened. */
export function readItem(id: string, stored: unknown): InboxItem | null {
  const parsed = noticeSchema.safeParse(stored);
  if (!parsed.success) return null;
  const { subject, complaintId = null, refundId = null, closureId = null, ...item } = parsed.data;
  return { ...item, id, subject: subject ?? subjectOfFormer(item.kind, { complaintId, refundId, closureId }) };
}
