import { z } from 'zod';
import { startOfDayMs, dayOf } from '../calendar/day.ts';
import type { EpochMs } from '../kernel/brand.ts';
import { brands } from '../kernel/brand-schemas.ts';
import { fields } from '../kernel/state-document.ts';

const { complaintId, moment, packId, uid } = brands;

/** What counts as the customer's own word or look, and would be worth forging. Information that is added decides nothing. */
export const weightyReplies = ['rate', 'disagree', 'noteSeen'] as const;
export type WeightyReply = (typeof weightyReplies)[number];

export function isWeighty(type: string): type is WeightyReply {
  return weightyReplies.some((known) => known === type);
}

/** A reply by number and phone that came after staff had opened that contact: it can be the customer's all the same. As stored in `doubtfulReplies`. */
export const doubtfulReplySchema = fields({
  pack: packId,
  complaintId,
  number: z.string(),
  type: z.enum(weightyReplies),
  receivedAtMs: moment,
  /** When number and phone were shown. */
  lookedUpAtMs: moment,
  /** Who knew both from the record, and when they first opened it on that day. */
  openedBy: z.array(fields({ uid, atMs: moment })).min(1),
});
export type DoubtfulReply = z.infer<typeof doubtfulReplySchema>;

/** From when on an opening makes a reply doubtful. A record of an opening stands for the whole day, so the day counts from its beginning. */
export function doubtSinceMs(atMs: EpochMs, hours: number): EpochMs {
  return startOfDayMs(dayOf(atMs - hours * 60 * 60_000));
}
