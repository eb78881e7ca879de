import type { ComplaintId, EpochMs } from '../kernel/brand.ts';
import { z } from 'zod';
import { brands } from '../kernel/brand-schemas.ts';
import { fields, readDocument, schemaVersion, type StateDocument, versionOf } from '../kernel/state-document.ts';
import { messageKinds } from '../policy/outreach-rules.ts';

const { complaintId, moment, packId, refundId, uid } = brands;

/** `waiting` to be sent, `sending` by somebody, `accepted` by the centre, `delivered`; or it ended as one of the others. */
export const messageStates = ['waiting', 'sending', 'accepted', 'delivered', 'failed', 'expired', 'skipped', 'recordedOnly'] as const;
export type MessageState = (typeof messageStates)[number];

/** Why one is not sent: what it would tell is over, a newer one tells it, or nobody may or can be told so (TEL-2, TEL-3, TEL-4). */
export const skipReasons = ['over', 'superseded', 'optedOut', 'notTextable', 'wrongNumber', 'unverified', 'numberMoved', 'limit'] as const;
export type SkipReason = (typeof skipReasons)[number];

const messageSchema = fields({
  id: z.string(),
  schemaVersion,
  pack: packId,
  /** Whose words and limits it goes by. */
  packVersion: z.string(),
  complaintId,
  /** What people know the complaint by. */
  number: z.string(),
  kind: z.enum(messageKinds),
  templateId: z.string(),
  state: z.enum(messageStates),
  reason: z.enum(skipReasons).nullable(),
  /** When what it tells of happened. */
  causeAtMs: moment,
  /** Of which run of the complaint it tells: how often that had been reopened. */
  run: z.int(),
  /** The moment that it names: a promise, or when somebody will call again. */
  aboutAtMs: moment.nullable(),
  refundId: refundId.nullable(),
  createdAtMs: moment,
  sendAtMs: moment,
  validUntilMs: moment,
  attempts: z.int(),
  /** When the number was read to send it; nobody but the product itself did (RET-2). */
  numberReadAtMs: moment.nullable(),
  providerId: z.string().nullable(),
  /** What the centre said of a refusal, in its own words. */
  code: z.string().nullable(),
  acceptedAtMs: moment.nullable(),
  deliveredAtMs: moment.nullable(),
  endedAtMs: moment.nullable(),
  segments: z.int().nullable(),
  toMasked: z.string(),
  /** Who had it sent again; null where it follows from what happened. */
  byUid: uid.nullable(),
  updatedAtMs: moment,
  /** When it is to be sent or looked at again; null once it has ended. */
  nextDueAtMs: moment.nullable(),
});
/** A message to a customer: `complaints/{complaint}/messages/{id}`. The number is not in it (RET-2). */
export type Message = z.infer<typeof messageSchema>;

const messageDocument: StateDocument<Message> = { collection: 'messages', schema: messageSchema, upcasts: [] };

export const messageVersion = versionOf(messageDocument);

/**
 * Reads a message as stored.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function messageFromStored(id: string, stored: Record<string, unknown>): Message {
  return readDocument(messageDocument, { id }, stored);
}

export function messagePath({ complaintId: owner, id }: Pick<Message, 'complaintId' | 'id'>): string {
  return `complaints/${owner}/messages/${id}`;
}

/** The complaint that a message's id names, as every id does; null where it is none. */
export function complaintOfMessage(id: string): ComplaintId | null {
  return /^[A-Za-z]+_([A-Za-z0-9-]{1,36})_[A-Za-z0-9-]{1,60}$/.exec(id)?.[1] ?? null;
}

/** What somebody may still be waiting for. */
export function isPending({ state }: Pick<Message, 'state'>): boolean {
  return state === 'waiting' || state === 'sending';
}

/** What one is once nothing more is to be done about it. */
export function ended(message: Message, state: MessageState, atMs: EpochMs, change: Partial<Message> = {}): Message {
  return { ...message, state, endedAtMs: atMs, updatedAtMs: Math.max(message.updatedAtMs, atMs), nextDueAtMs: null, ...change };
}
