import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../calendar/day.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { complaintIn, evolvedBy } from '../testing/complaints.ts';
import { at, telecom } from '../testing/organisation.ts';
import { decideSending, type SendingFacts } from './decide-sending.ts';
import type { Message } from './message.ts';
import { type MessageCause, newMessage } from './messages-of.ts';
import { type NumberRecord, numberRecordOf } from './number-record.ts';

const rules = telecom.outreach;
if (!rules) throw new Error('the pack says nothing of messages');
const noonMs = at('2026-11-24 12:00');
const answered = complaintIn('answered');
const inHand = complaintIn('inProgress');
const messageOf = (complaint: Complaint, cause: Partial<MessageCause> = {}): Message =>
  newMessage({ kind: 'answered', mark: '0', causeAtMs: complaint.answer?.atMs ?? 0, ...cause }, complaint, telecom, rules, noonMs);
const answer = messageOf(answered);
const record = numberRecordOf('k', 'telecom', null);
const facts = (changes: Partial<SendingFacts> = {}): SendingFacts => ({
  nowMs: noonMs,
  complaint: answered,
  phoneKind: 'mobile',
  record,
  accounts: [],
  quietHours: telecom.clocks.quietHours,
  rules,
  isPaused: false,
  ...changes,
});
const skipped = (reason: string) => ({ do: 'skip', reason });

describe('TEL-2: looked at once more at the moment of sending', () => {
  test('what is still so, by day, to a number that may be told it, is sent', () => {
    expect(decideSending(answer, facts())).toEqual({ do: 'send' });
  });

  test('never after its reason has gone', () => {
    const promise = messageOf(inHand, { kind: 'promise', aboutAtMs: inHand.clocks?.replyDueAtMs ?? null });
    expect(decideSending(promise, facts({ complaint: inHand }))).toEqual({ do: 'send' });
    for (const state of ['withdrawn', 'merged', 'outOfScope'] as const) {
      expect(decideSending(promise, facts({ complaint: complaintIn(state) }))).toEqual(skipped('over'));
    }
    expect(decideSending(answer, facts({ complaint: null }))).toEqual(skipped('over'));
    expect(decideSending(answer, facts({ complaint: { ...answered, told: { by: 'phone', atMs: 1 } } }))).toEqual(skipped('over'));
  });

  test('never what a newer one tells', () => {
    const recorded = messageOf(inHand, { kind: 'recorded' });
    expect(decideSending(recorded, facts({ complaint: inHand }))).toEqual({ do: 'send' });
    expect(decideSending(recorded, facts({ complaint: answered }))).toEqual(skipped('superseded'));
    const promise = messageOf(inHand, { kind: 'promise', aboutAtMs: (inHand.clocks?.replyDueAtMs ?? 0) - hourMs });
    expect(decideSending(promise, facts({ complaint: inHand }))).toEqual(skipped('superseded'));
    expect(decideSending(answer, facts({ complaint: { ...complaintIn('reopened'), reopenCount: 1 } }))).toEqual(skipped('superseded'));
  });

  test('what is wanted of the customer is over once they are no longer waited for', () => {
    const waiting = complaintIn('awaitingCustomer');
    const message = messageOf(waiting, { kind: 'needsYou', causeAtMs: waiting.waiting?.sinceAtMs ?? 0 });
    expect(decideSending(message, facts({ complaint: waiting }))).toEqual({ do: 'send' });
    expect(decideSending(message, facts({ complaint: inHand }))).toEqual(skipped('over'));
  });

  test('another call is told only while it is still to come at that time', () => {
    const about = noonMs + 4 * hourMs;
    const message = messageOf(inHand, { kind: 'notReached', aboutAtMs: about });
    expect(decideSending(message, facts({ complaint: { ...inHand, nextContactAtMs: about } }))).toEqual({ do: 'send' });
    expect(decideSending(message, facts({ complaint: { ...inHand, nextContactAtMs: null } }))).toEqual(skipped('over'));
  });

  test('not at night: it waits for the morning', () => {
    const sending = decideSending(answer, facts({ nowMs: at('2026-11-24 22:00') }));
    expect(sending.do).toBe('wait');
    const untilMs = sending.do === 'wait' ? sending.untilMs : 0;
    expect(untilMs).toBeGreaterThanOrEqual(at('2026-11-25 08:00'));
    expect(untilMs).toBeLessThan(at('2026-11-25 08:20'));
    expect(decideSending(answer, facts({ nowMs: at('2026-11-24 21:59') }))).toEqual({ do: 'send' });
  });

  test('what is no news any more is not sent late; while the centre pauses, it waits', () => {
    expect(decideSending(answer, facts({ nowMs: answer.validUntilMs + 1 }))).toEqual({ do: 'expire' });
    expect(decideSending(answer, facts({ isPaused: true }))).toEqual({ do: 'wait', untilMs: noonMs + 5 * minuteMs });
  });
});

describe('TEL-3, TEL-4: to whom it may go', () => {
  test('nobody who opted out, of whatever kind; only that they did is told', () => {
    const out: NumberRecord = { ...record, optOut: { way: 'reply', atMs: 1, byUid: null } };
    for (const kind of ['answered', 'needsYou', 'recorded'] as const) {
      const complaint = kind === 'answered' ? answered : kind === 'needsYou' ? complaintIn('awaitingCustomer') : inHand;
      const causeAtMs = complaint.waiting?.sinceAtMs ?? complaint.answer?.atMs ?? 0;
      expect(decideSending(messageOf(complaint, { kind, causeAtMs }), facts({ complaint, record: out }))).toEqual(skipped('optedOut'));
    }
    expect(decideSending(messageOf(inHand, { kind: 'optOutDone' }), facts({ complaint: inHand, record: out }))).toEqual({ do: 'send' });
  });

  test('no number that cannot be written to: a land line, a service, none at all', () => {
    for (const phoneKind of ['landline', 'service', 'foreign', 'thing', null] as const) {
      expect(decideSending(answer, facts({ phoneKind }))).toEqual(skipped('notTextable'));
    }
    expect(decideSending(answer, facts({ record: null }))).toEqual(skipped('notTextable'));
  });

  test('no number that somebody said is wrong, until it reaches the customer again', () => {
    const tried = (complaint: Complaint, result: 'wrongNumber' | 'noAnswer' | 'reached') =>
      evolvedBy(complaint, { type: 'contactAttempted', atMs: noonMs, uid: 'handler', result, nextContactAtMs: null });
    const wrong = tried(answered, 'wrongNumber');
    expect(decideSending(answer, facts({ complaint: wrong }))).toEqual(skipped('wrongNumber'));
    expect(decideSending(answer, facts({ complaint: tried(wrong, 'noAnswer') }))).toEqual(skipped('wrongNumber'));
    expect(decideSending(answer, facts({ complaint: tried(wrong, 'reached') }))).toEqual({ do: 'send' });
  });

  test('REC-5: no number that was typed on a public page and that nobody has reached yet', () => {
    expect(decideSending(answer, facts({ complaint: { ...answered, flags: [...answered.flags, 'unverified'] } }))).toEqual(skipped('unverified'));
  });

  test('no number whose account has closed since the complaint, also where somebody has it anew', () => {
    const startMs = answered.clocks?.startAtMs ?? 0;
    const closedAt = (closedAtMs: number) => ({ state: 'closed' as const, closedAtMs });
    const open = { state: 'open' as const, closedAtMs: null };
    expect(decideSending(answer, facts({ accounts: [open] }))).toEqual({ do: 'send' });
    expect(decideSending(answer, facts({ accounts: [closedAt(startMs + 1)] }))).toEqual(skipped('numberMoved'));
    expect(decideSending(answer, facts({ accounts: [closedAt(startMs + 1), open] }))).toEqual(skipped('numberMoved'));
    // It had passed to whoever complained before they did.
    expect(decideSending(answer, facts({ accounts: [closedAt(startMs - 1), open] }))).toEqual({ do: 'send' });
  });
});

describe('TEL-2: how many', () => {
  const promise = messageOf(inHand, { kind: 'promise', aboutAtMs: inHand.clocks?.replyDueAtMs ?? null });
  const sent = (...sent: [agoMs: number, kind?: 'recorded' | 'answered' | 'notReached'][]) => ({
    ...record,
    sent: sent.map(([agoMs, kind = 'recorded'], index) => ({ id: `m${index}`, complaintId: inHand.id, kind, atMs: noonMs - agoMs })),
  });
  const decided = (known: NumberRecord, message = promise) => decideSending(message, facts({ complaint: inHand, record: known }));

  test('one in half an hour of the same complaint, and none of another', () => {
    expect(decided(sent([29 * minuteMs]))).toEqual({ do: 'wait', untilMs: noonMs + minuteMs });
    expect(decided(sent([30 * minuteMs]))).toEqual({ do: 'send' });
    const other = sent([minuteMs]);
    expect(decided({ ...other, sent: other.sent.map((one) => ({ ...one, complaintId: 'another' })) })).toEqual({ do: 'send' });
  });

  test('two a day, the third tomorrow; six in all', () => {
    expect(decided(sent([hourMs], [2 * hourMs])).do).toBe('wait');
    expect(decided(sent([hourMs], [24 * hourMs])).do).toBe('send');
    expect(decided(sent(...[1, 2, 3, 4, 5, 6].map((days): [number] => [days * 24 * hourMs])))).toEqual(skipped('limit'));
    expect(decided(sent(...[1, 2, 3, 4, 5].map((days): [number] => [days * 24 * hourMs]))).do).toBe('send');
  });

  test('an answer and what is wanted of the customer are excepted, and count for nothing else', () => {
    const many = sent(...[1, 2, 3, 4, 5, 6].map((minutes): [number] => [minutes * minuteMs]));
    expect(decideSending(answer, facts({ record: many }))).toEqual({ do: 'send' });
    expect(decided(sent([hourMs, 'answered'], [2 * hourMs, 'answered'], [3 * hourMs, 'answered']))).toEqual({ do: 'send' });
  });

  test('that they were not reached is told once a day', () => {
    const missed = messageOf(inHand, { kind: 'notReached', aboutAtMs: noonMs + hourMs });
    const complaint = { ...inHand, nextContactAtMs: noonMs + hourMs };
    expect(decideSending(missed, facts({ complaint, record: sent([2 * hourMs, 'notReached']) }))).toEqual(skipped('limit'));
    expect(decideSending(missed, facts({ complaint, record: sent([24 * hourMs, 'notReached']) }))).toEqual({ do: 'send' });
  });

  test('the same one, sent again because its answer was lost, stands in its own way no more than once', () => {
    const own = { ...record, sent: [{ id: promise.id, complaintId: inHand.id, kind: 'promise' as const, atMs: noonMs - minuteMs }] };
    expect(decided(own)).toEqual({ do: 'send' });
  });
});
