import type { ComplaintId, EpochMs, RefundId, Uid } from '../kernel/brand.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { ComplaintEvent } from '../complaint/event.ts';
import { unverified } from '../complaint/intake/marks.ts';
import { hourMs, minuteMs } from '../calendar/day.ts';
import { isQuiet, nextAllowedMs } from '../calendar/quiet-hours.ts';
import type { TimeSpan } from '../policy/clock-rules.ts';
import type { MessageKind, OutreachRules } from '../policy/outreach-rules.ts';
import type { Pack } from '../policy/pack.ts';
import { type Message, messageVersion } from './message.ts';

/** Something that a customer is to be told, and what follows from which event. */
export interface MessageCause {
  kind: MessageKind;
  /** What tells this cause from all others of its kind and complaint. */
  mark: string;
  causeAtMs: EpochMs;
  aboutAtMs?: EpochMs | null;
  refundId?: RefundId;
}

/**
 * TEL-1: what a customer is told of what has just become true. Each follows from one event, and its id from that alone, so that whoever decides the same again makes the
 * same message and no other (TEL-2).
 */
export function messagesOf(before: Complaint, after: Complaint, events: readonly ComplaintEvent[], rules: Pick<OutreachRules, 'tellsLate'>): MessageCause[] {
  const isToldAlready = events.some(({ type }) => type === 'customerTold');
  const causes = events.flatMap((event) => causesOf(event, before, after, { isToldAlready, ...rules }));
  return [...causes, ...promiseMoved(before, after, events)];
}

interface Around {
  isToldAlready: boolean;
  tellsLate: boolean;
}

function causesOf(event: ComplaintEvent, before: Complaint, after: Complaint, { isToldAlready, tellsLate }: Around): MessageCause[] {
  const { atMs: causeAtMs } = event;
  const seq = String(after.seq);
  switch (event.type) {
    case 'received':
      // REC-5: nobody has spoken to whoever has that number, and who typed it has been answered on their page.
      return after.flags.includes(unverified) ? [] : [{ kind: 'recorded', mark: '0', causeAtMs, aboutAtMs: after.clocks?.replyDueAtMs ?? null }];
    case 'waitStarted':
      return event.for === 'customer' ? [{ kind: 'needsYou', mark: seq, causeAtMs: event.waiting.sinceAtMs }] : [];
    case 'contactAttempted':
      return isMissedCall(event) ? [{ kind: 'notReached', mark: seq, causeAtMs, aboutAtMs: event.nextContactAtMs }] : [];
    case 'answered':
      return isToldAlready ? [] : [{ kind: 'answered', mark: String(after.reopenCount), causeAtMs: event.answer.atMs }];
    case 'reopened':
      return event.byCustomer ? [] : [{ kind: 'reopened', mark: String(after.reopenCount), causeAtMs, aboutAtMs: after.clocks?.replyDueAtMs ?? null }];
    case 'overdueNoted':
      return tellsLate && event.overdue.clock === 'reply' && after.open && after.answer === before.answer ? [{ kind: 'late', mark: seq, causeAtMs }] : [];
    case 'refundNoted':
      return isPaidNow(event.refund, before) ? [{ kind: 'refundPaid', mark: seq, causeAtMs, refundId: event.refund.refundId }] : [];
    default:
      return [];
  }
}

/** SLA-4: one that was tried and not reached is told when they will be called again, where somebody has said so. */
function isMissedCall({ result, nextContactAtMs }: Extract<ComplaintEvent, { type: 'contactAttempted' }>): boolean {
  return nextContactAtMs !== null && (result === 'noAnswer' || result === 'busy');
}

/** Cash is handed over across a counter: whoever took it knows. */
function isPaidNow({ refundId, standing, form }: Extract<ComplaintEvent, { type: 'refundNoted' }>['refund'], before: Complaint): boolean {
  const known = before.refunds.find((refund) => refund.refundId === refundId);
  return standing === 'paid' && form !== 'cash' && known?.standing !== 'paid';
}

/** A promise that moves is told where it becomes later; an earlier answer tells itself. What is new, reopened or over has a message of its own. */
function promiseMoved(before: Complaint, after: Complaint, events: readonly ComplaintEvent[]): MessageCause[] {
  const moving = events.find(({ type }) => type === 'timeAgreed' || type === 'corrected');
  const [was, is] = [before.clocks?.replyDueAtMs ?? null, after.clocks?.replyDueAtMs ?? null];
  if (!moving || !after.open || was === null || is === null || is <= was) return [];
  return [{ kind: 'promise', mark: String(after.seq), causeAtMs: moving.atMs, aboutAtMs: is }];
}

/** `answered_{complaint}_{run}`: no phone can write such an id, and no cause has two. */
export function messageIdOf(complaintId: ComplaintId, { kind, mark }: Pick<MessageCause, 'kind' | 'mark'>): string {
  return `${kind}_${complaintId}_${mark}`;
}

/** TEL-2: at once, or after the quiet hours at a moment of the morning that its id says, so that the morning is no burst. */
export function sendingMoment(id: string, atMs: EpochMs, quietHours: TimeSpan, { spreadMinutes }: Pick<OutreachRules, 'spreadMinutes'>): EpochMs {
  return isQuiet(atMs, quietHours) ? nextAllowedMs(atMs, quietHours) + (spreadOf(id) % (spreadMinutes * minuteMs)) : atMs;
}

/** FNV-1a: the same for the same id, and spread over all numbers of 32 bits. */
function spreadOf(id: string): number {
  let hash = 2_166_136_261;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  // The last characters alone would move it by little: what is mixed once more comes from all of it.
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A cause as the message that is written with it. */
export function newMessage(cause: MessageCause, complaint: Complaint, pack: Pack, rules: OutreachRules, nowMs: EpochMs, byUid: Uid | null = null): Message {
  const id = messageIdOf(complaint.id, cause);
  const sendAtMs = sendingMoment(id, nowMs, pack.clocks.quietHours, rules);
  const validHours = cause.kind === 'answered' ? rules.answeredValidHours : rules.validHours;
  return {
    id,
    schemaVersion: messageVersion,
    pack: complaint.pack,
    packVersion: pack.version,
    complaintId: complaint.id,
    number: complaint.number,
    kind: cause.kind,
    templateId: rules.templates[cause.kind].id,
    state: 'waiting',
    reason: null,
    causeAtMs: cause.causeAtMs,
    run: complaint.reopenCount,
    aboutAtMs: cause.aboutAtMs ?? null,
    refundId: cause.refundId ?? null,
    createdAtMs: nowMs,
    sendAtMs,
    validUntilMs: sendAtMs + validHours * hourMs,
    attempts: 0,
    numberReadAtMs: null,
    providerId: null,
    code: null,
    acceptedAtMs: null,
    deliveredAtMs: null,
    endedAtMs: null,
    segments: null,
    toMasked: complaint.contactMasked.phone,
    byUid,
    updatedAtMs: nowMs,
    nextDueAtMs: sendAtMs,
  };
}
