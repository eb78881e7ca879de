import type { EpochMs } from '../kernel/brand.ts';
import { addDays, dayOf, minuteMs, startOfDayMs } from '../calendar/day.ts';
import { isQuiet } from '../calendar/quiet-hours.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { unverified } from '../complaint/intake/marks.ts';
import type { PhoneKind } from '../customer/phone-number.ts';
import type { Account } from '../ledger/account.ts';
import type { TimeSpan } from '../policy/clock-rules.ts';
import type { OutreachRules } from '../policy/outreach-rules.ts';
import type { Message, SkipReason } from './message.ts';
import { sendingMoment } from './messages-of.ts';
import type { NumberRecord } from './number-record.ts';

/** What is known at the moment at which a message would be sent. */
export interface SendingFacts {
  nowMs: EpochMs;
  /** Null where it is gone. */
  complaint: Complaint | null;
  /** Null where there is no number that can be called. */
  phoneKind: PhoneKind | null;
  record: NumberRecord | null;
  /** The accounts that the number is known for. */
  accounts: readonly Pick<Account, 'state' | 'closedAtMs'>[];
  quietHours: TimeSpan;
  rules: OutreachRules;
  /** Whether the centre has been told to send nothing for now. */
  isPaused: boolean;
}

export type SendingDecision = { do: 'send' } | { do: 'wait'; untilMs: EpochMs } | { do: 'skip'; reason: SkipReason } | { do: 'expire' };

/** How soon one that is paused is looked at again. */
const pauseMs = 5 * minuteMs;

/**
 * TEL-2, TEL-3, TEL-4: looks at everything once more at the moment of sending: whether it is still so, whether this number may be told it, and whether now. What
 * is over is not sent late, and what may not be sent now waits.
 */
export function decideSending(message: Message, facts: SendingFacts): SendingDecision {
  const skip = overBecause(message, facts.complaint) ?? unreachableBecause(message, facts);
  if (skip) return { do: 'skip', reason: skip };
  const { nowMs, quietHours, rules, isPaused } = facts;
  if (nowMs > message.validUntilMs) return { do: 'expire' };
  if (isPaused) return { do: 'wait', untilMs: nowMs + pauseMs };
  if (isQuiet(nowMs, quietHours)) return { do: 'wait', untilMs: sendingMoment(message.id, nowMs, quietHours, rules) };
  return limited(message, facts);
}

/** TEL-2: never after its reason has gone, and never what a newer one tells. */
function overBecause(message: Message, complaint: Complaint | null): SkipReason | null {
  if (message.kind === 'optOutDone') return null;
  if (complaint === null || ['withdrawn', 'merged', 'outOfScope'].includes(complaint.state)) return 'over';
  const hasMoved = message.aboutAtMs !== null && complaint.clocks !== null && complaint.clocks.replyDueAtMs !== message.aboutAtMs;
  switch (message.kind) {
    case 'recorded':
      return complaint.open && complaint.state !== 'answered' && complaint.reopenCount === 0 ? null : 'superseded';
    case 'promise':
    case 'reopened':
      if (!isOpenUnanswered(complaint) || complaint.reopenCount !== message.run) return 'superseded';
      return message.kind === 'promise' && hasMoved ? 'superseded' : null;
    case 'needsYou':
      return complaint.state === 'awaitingCustomer' && complaint.waiting?.sinceAtMs === message.causeAtMs ? null : 'over';
    case 'notReached':
      return isOpenUnanswered(complaint) && complaint.nextContactAtMs === message.aboutAtMs ? null : 'over';
    case 'answered':
      return answerIsOver(message, complaint);
    case 'late':
      return isOpenUnanswered(complaint) ? null : 'superseded';
    case 'refundPaid':
      return complaint.refunds.some(({ refundId, standing }) => refundId === message.refundId && standing === 'paid') ? null : 'over';
  }
}

function isOpenUnanswered({ open, state }: Complaint): boolean {
  return open && state !== 'answered';
}

/** An answer that the customer knows of meanwhile, or that stands no longer, is none to tell. */
function answerIsOver({ run, causeAtMs }: Message, { state, told, reopenCount, answer }: Complaint): SkipReason | null {
  if ((state !== 'answered' && state !== 'closed') || reopenCount !== run || answer?.atMs !== causeAtMs) return 'superseded';
  return told !== null ? 'over' : null;
}

/** TEL-3, TEL-4: who opted out, whose number cannot be written to, was said to be wrong, was typed and never reached (REC-5), or is somebody else's by now. */
function unreachableBecause({ kind }: Message, { complaint, phoneKind, record, accounts }: SendingFacts): SkipReason | null {
  if (phoneKind !== 'mobile' || record === null) return 'notTextable';
  if (record.optOut !== null && kind !== 'optOutDone') return 'optedOut';
  if (complaint?.isNumberWrong === true) return 'wrongNumber';
  if (complaint?.flags.includes(unverified) === true && kind !== 'optOutDone') return 'unverified';
  return complaint !== null && hasMovedSince(complaint, accounts) ? 'numberMoved' : null;
}

/** A number whose account has closed since it was given is the next one's to have; whoever gave it after that had it already. */
function hasMovedSince({ clocks, capturedAtMs }: Complaint, accounts: SendingFacts['accounts']): boolean {
  const sinceMs = clocks?.startAtMs ?? capturedAtMs;
  return accounts.some(({ state, closedAtMs }) => state === 'closed' && (closedAtMs ?? Number.MAX_SAFE_INTEGER) >= sinceMs);
}

/** One per complaint and so long, so many a day and in all; what the customer has to know is excepted. */
function limited(message: Message, { nowMs, record, rules, quietHours }: SendingFacts): SendingDecision {
  const { kind, complaintId, id } = message;
  if (rules.unlimited.includes(kind)) return { do: 'send' };
  const ofComplaint = (record?.sent ?? []).filter((one) => one.complaintId === complaintId && one.id !== id);
  const counted = ofComplaint.filter((one) => !rules.unlimited.includes(one.kind));
  const today = counted.filter(({ atMs }) => dayOf(atMs) === dayOf(nowMs));
  if (counted.length >= rules.mostInAll) return { do: 'skip', reason: 'limit' };
  if (kind === 'notReached' && today.some((one) => one.kind === 'notReached')) return { do: 'skip', reason: 'limit' };
  if (today.length >= rules.mostPerDay) return { do: 'wait', untilMs: sendingMoment(id, startOfDayMs(addDays(dayOf(nowMs), 1)), quietHours, rules) };
  const lastMs = Math.max(0, ...ofComplaint.map(({ atMs }) => atMs));
  const againMs = lastMs + rules.gapMinutes * minuteMs;
  return againMs > nowMs ? { do: 'wait', untilMs: againMs } : { do: 'send' };
}
