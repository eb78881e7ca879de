import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../calendar/day.ts';
import type { Command } from '../complaint/command.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { decide } from '../complaint/decide.ts';
import type { ComplaintEvent } from '../complaint/event.ts';
import { evolveAll } from '../complaint/evolve.ts';
import { complaintIn, evolvedBy, justRecorded, recordedAtMs } from '../testing/complaints.ts';
import { actorOf, at, customer, staff, systemActor, telecom } from '../testing/organisation.ts';
import { contextOf, samples } from '../testing/sample-commands.ts';
import type { Actor } from '../complaint/relation.ts';
import { messageIdOf, messagesOf, newMessage, sendingMoment } from './messages-of.ts';

const quietHours = telecom.clocks.quietHours;
const rules = telecom.outreach;
if (!rules) throw new Error('the pack says nothing of messages');

/** What a customer is told of when this is done to a complaint. */
function toldOf(complaint: Complaint, command: Command, by: Actor = actorOf(staff.handler), told = { tellsLate: false }) {
  const decision = decide(complaint, command, contextOf(by, { handlerAvailable: true }));
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
  const after = evolveAll(complaint, decision.events);
  return messagesOf(complaint, after, decision.events, told).map((cause) => messageIdOf(complaint.id, cause));
}

const { id } = justRecorded();
const inHand = complaintIn('inProgress');
const contact = (result: 'noAnswer' | 'busy' | 'reached', nextSlotAtMs: number | null) => ({ ...samples.contactAttempt, result, nextSlotAtMs });
const tomorrow = at('2026-11-21 10:00');

describe('TEL-1: what a customer is told of', () => {
  test('that it was taken in, and by when they hear', () => {
    const received = { type: 'received', atMs: recordedAtMs, flags: [], repeatOf: [], clocks: inHand.clocks } as ComplaintEvent;
    expect(messagesOf(justRecorded(), inHand, [received], { tellsLate: false })).toEqual([
      { kind: 'recorded', mark: '0', causeAtMs: recordedAtMs, aboutAtMs: inHand.clocks?.replyDueAtMs },
    ]);
  });

  test('an answer, once for each run; none where whoever gives it says that they told the customer with it', () => {
    expect(toldOf(inHand, samples.answer)).toEqual([`answered_${id}_0`]);
    expect(toldOf({ ...inHand, reopenCount: 2 }, samples.answer)).toEqual([`answered_${id}_2`]);
    expect(toldOf(inHand, { ...samples.answer, toldBy: 'phone' })).toEqual([]);
  });

  test('a promise that moves later, and none that becomes earlier', () => {
    const later = { ...samples.agreeTime, untilAtMs: (inHand.clocks?.replyDueAtMs ?? 0) + 3 * hourMs };
    expect(toldOf(inHand, later)).toEqual([`promise_${id}_${inHand.seq + 1}`]);
    expect(toldOf(inHand, { ...later, untilAtMs: (inHand.clocks?.replyDueAtMs ?? 0) - 3 * hourMs })).toEqual([]);
  });

  test('that something is wanted of them; nothing where it waits for others', () => {
    expect(toldOf(inHand, samples.awaitCustomer)).toEqual([`needsYou_${id}_${inHand.seq + 1}`]);
    expect(toldOf(inHand, samples.awaitOther)).toEqual([]);
  });

  test('that they were not reached, where it is said when they will be called again', () => {
    expect(toldOf(inHand, contact('noAnswer', tomorrow))).toEqual([`notReached_${id}_${inHand.seq + 1}`]);
    expect(toldOf(inHand, contact('busy', tomorrow))).toEqual([`notReached_${id}_${inHand.seq + 1}`]);
    expect(toldOf(inHand, contact('noAnswer', null))).toEqual([]);
    expect(toldOf(inHand, contact('reached', tomorrow))).toEqual([]);
  });

  test('a reopening, unless they asked for it themselves a moment ago', () => {
    expect(toldOf(complaintIn('answered'), samples.reopen)).toEqual([`reopened_${id}_1`]);
    expect(toldOf(complaintIn('answered'), samples.disagree, customer)).toEqual([]);
  });

  test('money that has been paid, once, and none that was handed to them across a counter', () => {
    const paid = (form: 'balanceCredit' | 'cash') => ({ ...samples.noteRefund, refund: { ...samples.noteRefund.refund, form, standing: 'paid' as const } });
    expect(toldOf(inHand, paid('balanceCredit'), systemActor)).toEqual([`refundPaid_${id}_${inHand.seq + 1}`]);
    expect(toldOf(inHand, paid('cash'), systemActor)).toEqual([]);
    expect(toldOf(inHand, samples.noteRefund, systemActor)).toEqual([]);
    const known = evolvedBy(inHand, { type: 'refundNoted', atMs: 1, refund: paid('balanceCredit').refund });
    const event: ComplaintEvent = { type: 'refundNoted', atMs: 2, refund: { ...paid('balanceCredit').refund, amountFen: 1 } };
    expect(messagesOf(known, evolveAll(known, [event]), [event], { tellsLate: false })).toEqual([]);
  });

  test('a missed promise only where the operator wants that told', () => {
    const overdue: ComplaintEvent = {
      type: 'overdueNoted',
      atMs: 5,
      overdue: { clock: 'reply', dueAtMs: 4, cause: 'inHand', handlerUid: null, unitId: null },
    };
    const after = evolveAll(inHand, [overdue]);
    expect(messagesOf(inHand, after, [overdue], { tellsLate: false })).toEqual([]);
    expect(messagesOf(inHand, after, [overdue], { tellsLate: true }).map(({ kind }) => kind)).toEqual(['late']);
  });

  test('nothing of what concerns staff alone', () => {
    for (const command of [samples.note, samples.confirmCause, samples.escalate]) expect(toldOf(inHand, command)).toEqual([]);
    expect(toldOf(inHand, samples.withdraw)).toEqual([]);
  });
});

describe('TEL-2: once per cause, and never at night', () => {
  test('the same cause has the same id, however often it is worked out; each answer of another run has its own', () => {
    const cause = { kind: 'answered', mark: '0', causeAtMs: 1 } as const;
    const ids = [1, 2].map((nowMs) => newMessage(cause, inHand, telecom, rules, nowMs).id);
    expect(new Set(ids).size).toBe(1);
  });

  test('by day at once, by night in the twenty minutes after eight', () => {
    const noon = at('2026-11-20 12:00');
    expect(sendingMoment('answered_a_0', noon, quietHours, rules)).toBe(noon);
    const eight = at('2026-11-21 08:00');
    const moments = Array.from({ length: 400 }, (_, index) => sendingMoment(`answered_c${index}_0`, at('2026-11-20 23:10'), quietHours, rules) - eight);
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...moments)).toBeLessThan(20 * minuteMs);
    // No burst: in no minute of the twenty more than three times its share.
    const perMinute = Array.from({ length: 20 }, (_, minute) => moments.filter((ms) => Math.floor(ms / minuteMs) === minute).length);
    expect(Math.max(...perMinute)).toBeLessThanOrEqual(60);
    expect(Math.min(...perMinute)).toBeGreaterThan(0);
  });

  test('an answer stays news for longer than all else', () => {
    const validOf = (kind: 'answered' | 'recorded') => {
      const message = newMessage({ kind, mark: '0', causeAtMs: 1 }, inHand, telecom, rules, at('2026-11-20 12:00'));
      return (message.validUntilMs - message.sendAtMs) / hourMs;
    };
    expect([validOf('recorded'), validOf('answered')]).toEqual([24, 72]);
  });
});
