import type { ComplaintId, EpochMs } from '../kernel/brand.ts';
import { dayMs } from '../calendar/day.ts';
import { z } from 'zod';
import { brands } from '../kernel/brand-schemas.ts';
import { fields, readDocument, schemaVersion, type StateDocument } from '../kernel/state-document.ts';
import { messageKinds } from '../policy/outreach-rules.ts';
import type { Message } from './message.ts';

const { complaintId, moment, packId, uid } = brands;

/** In whose words a customer opted out: by a reply, on their page, or by telling somebody who said so for them. */
export const optOutWays = ['reply', 'page', 'staff'] as const;
export type OptOutWay = (typeof optOutWays)[number];

const optOutSchema = fields({ way: z.enum(optOutWays), atMs: moment, byUid: uid.nullable() });

const sentSchema = fields({ id: z.string(), complaintId, kind: z.enum(messageKinds), atMs: moment });
/** One message that went to a number, or may have. */
export type SentMessage = z.infer<typeof sentSchema>;

const numberRecordSchema = fields({
  key: z.string(),
  schemaVersion,
  pack: packId,
  /** TEL-4: null while they may be told. */
  optOut: optOutSchema.nullable(),
  sent: z.array(sentSchema),
});
/** What functions keep of a number that is told by message, under a key that stands for it here alone: `optOuts/{key}` (RET-2). */
export type NumberRecord = z.infer<typeof numberRecordSchema>;

const numberRecordDocument: StateDocument<NumberRecord> = { collection: 'optOuts', schema: numberRecordSchema, upcasts: [] };

/** More than anybody is sent of what still counts. */
const mostKept = 60;
const keptMs = 180 * dayMs;

/** One of which nothing is known yet is that of a number to which nothing was sent. */
export function numberRecordOf(key: string, pack: string, stored: Record<string, unknown> | null): NumberRecord {
  return stored ? readDocument(numberRecordDocument, { key }, stored) : { key, schemaVersion: 1, pack, optOut: null, sent: [] };
}

/** Notes that a message goes out, before it does: whoever dies in between has counted one too many and none too few. The same message counts once. */
export function withSent(record: NumberRecord, { id, complaintId: owner, kind }: Pick<Message, 'id' | 'complaintId' | 'kind'>, atMs: EpochMs): NumberRecord {
  const others = record.sent.filter((one) => one.id !== id && one.atMs > atMs - keptMs);
  const first = record.sent.find((one) => one.id === id);
  return { ...record, sent: [...others, first ?? { id, complaintId: owner, kind, atMs }].slice(-mostKept) };
}

/** The complaints that a number was told of since then. */
export function toldSince({ sent }: NumberRecord, sinceMs: EpochMs): ComplaintId[] {
  return [...new Set(sent.filter(({ atMs }) => atMs >= sinceMs).map(({ complaintId: owner }) => owner))];
}
