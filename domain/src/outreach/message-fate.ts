import type { EpochMs } from '../kernel/brand.ts';
import { minuteMs } from '../calendar/day.ts';
import type { OutreachRules } from '../policy/outreach-rules.ts';
import type { SendingDecision } from './decide-sending.ts';
import { ended, isPending, type Message } from './message.ts';

/** What the centre says when it is asked to send one; `unknown` where the answer was lost: it is asked again under the same key. */
export type SendingAnswer =
  | { outcome: 'accepted'; providerId: string | null }
  | { outcome: 'rejected'; code: string; permanent: boolean }
  | { outcome: 'recorded' }
  | { outcome: 'unknown' };

/** What became of one that the centre accepted. */
export interface Receipt {
  outcome: 'delivered' | 'failed';
  code: string | null;
  atMs: EpochMs;
}

/** What has been decided at the moment of sending, as the message that is written; whoever sends has it for themselves until the lease is over. */
export function afterDecision(message: Message, sending: SendingDecision, nowMs: EpochMs, { leaseMinutes }: Pick<OutreachRules, 'leaseMinutes'>): Message {
  switch (sending.do) {
    case 'send':
      return {
        ...message,
        state: 'sending',
        attempts: message.attempts + 1,
        numberReadAtMs: nowMs,
        updatedAtMs: nowMs,
        nextDueAtMs: nowMs + leaseMinutes * minuteMs,
      };
    case 'wait':
      return { ...message, state: 'waiting', sendAtMs: sending.untilMs, updatedAtMs: nowMs, nextDueAtMs: sending.untilMs };
    case 'skip':
      return ended(message, 'skipped', nowMs, { reason: sending.reason });
    case 'expire':
      return ended(message, 'expired', nowMs);
  }
}

/** What the centre's answer makes of it. A receipt that came before the answer is later news, and stays. */
export function afterAnswer(message: Message, answer: SendingAnswer, nowMs: EpochMs, rules: Pick<OutreachRules, 'retryMinutes'>): Message {
  if (answer.outcome === 'accepted') {
    const accepted = { providerId: answer.providerId, acceptedAtMs: message.acceptedAtMs ?? nowMs };
    const isFinal = message.state === 'delivered' || (message.state === 'failed' && message.acceptedAtMs !== null);
    return isFinal ? { ...message, ...accepted } : { ...ended(message, 'accepted', nowMs, accepted), reason: null };
  }
  if (!isPending(message)) return message;
  if (answer.outcome === 'recorded') return ended(message, 'recordedOnly', nowMs);
  const code = answer.outcome === 'rejected' ? answer.code : message.code;
  if (answer.outcome === 'rejected' && answer.permanent) return ended(message, 'failed', nowMs, { code });
  const againMs = nowMs + retryAfterMs(message.attempts, rules);
  if (againMs > message.validUntilMs) return ended(message, 'expired', nowMs, { code });
  return { ...message, state: 'waiting', code, sendAtMs: againMs, updatedAtMs: nowMs, nextDueAtMs: againMs };
}

/** What has arrived has arrived: nothing said later undoes it. What failed may turn out to have arrived, as receipts are late. */
export function afterReceipt(message: Message, { outcome, code, atMs }: Receipt, nowMs: EpochMs): Message {
  if (message.state === 'delivered' || message.state === 'recordedOnly') return message;
  const acceptedAtMs = message.acceptedAtMs ?? nowMs;
  if (outcome === 'delivered') return { ...ended(message, 'delivered', nowMs, { acceptedAtMs, deliveredAtMs: atMs, code: null }), reason: null };
  return message.state === 'failed' ? message : ended(message, 'failed', nowMs, { acceptedAtMs, code });
}

/** After 1, 5, 15, 30 and then every 60 minutes, as the pack says. */
function retryAfterMs(attempts: number, { retryMinutes }: Pick<OutreachRules, 'retryMinutes'>): number {
  const minutes = retryMinutes[Math.min(Math.max(attempts, 1), retryMinutes.length) - 1] ?? 60;
  return minutes * minuteMs;
}

const untoldReasons = ['optedOut', 'notTextable', 'wrongNumber', 'unverified', 'numberMoved', 'limit'];

/** TEL-5: what it means for whether the customer knows; null where it means nothing new. Of what is over or told by a newer one nobody need be told. */
export function whatItTells(before: Message, after: Message): 'accepted' | 'failed' | null {
  const [was, is] = [standing(before), standing(after)];
  return is === was ? null : is;
}

function standing({ state, reason, kind }: Message): 'accepted' | 'failed' | null {
  if (state === 'accepted' || state === 'delivered') return 'accepted';
  if (state === 'failed' || state === 'expired') return 'failed';
  return state === 'skipped' && kind === 'answered' && untoldReasons.includes(reason ?? '') ? 'failed' : null;
}
