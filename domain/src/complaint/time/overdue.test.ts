import { describe, expect, test } from 'vitest';
import { hourMs } from '../../calendar/day.ts';
import { complaintIn, justRecorded, offeredComplaintIn, poolComplaintIn, recordedAtMs, taken } from '../../testing/complaints.ts';
import { at, staff, telecom } from '../../testing/organisation.ts';
import type { Complaint } from '../complaint.ts';
import { handOverOverdue, overduesBy, replyTimeOf } from './overdue.ts';

const dueAtMs = at('2026-11-22 09:00');
const statutoryDueAtMs = at('2026-12-06 00:00') - 1;
const clocksOf = (complaint: Complaint, atMs: number) => overduesBy(complaint, atMs).map(({ clock }) => clock);

describe('SLA-6: what has run out, as a fact', () => {
  test.each([
    ['the reply, a millisecond after it was due', complaintIn('inProgress'), dueAtMs + 1, ['reply']],
    ['and not at the very moment', complaintIn('inProgress'), dueAtMs, []],
    ['the time to accept, while nobody has', complaintIn('assigned'), recordedAtMs + 2 * hourMs + 1, ['accept']],
    ['and not once somebody has', complaintIn('accepted'), recordedAtMs + 2 * hourMs + 1, []],
    ['nor when it was given to another after that', { ...complaintIn('accepted'), state: 'assigned' as const }, recordedAtMs + 30 * hourMs, []],
    ['SLA-8: the law’s time, at the end of its last day', complaintIn('inProgress'), statutoryDueAtMs + 1, ['reply', 'statutory']],
    ['and not before', complaintIn('inProgress'), statutoryDueAtMs, ['reply']],
    ['nothing of what has ended', complaintIn('withdrawn'), dueAtMs + 1, []],
    ['nothing before the server has worked out any clock', justRecorded(), dueAtMs + 1, []],
  ])('%s', (_told, complaint, atMs, clocks) => {
    expect(clocksOf(complaint, atMs)).toEqual(clocks);
  });

  test('each is noted once; a promise made anew runs out for itself', () => {
    const [overdue] = overduesBy(complaintIn('inProgress'), dueAtMs + 1);
    const noted: Complaint = { ...complaintIn('inProgress'), overdues: overdue ? [overdue] : [] };
    expect(clocksOf(noted, dueAtMs + 1)).toEqual([]);
    expect(clocksOf({ ...noted, dueAtMs: dueAtMs + hourMs }, dueAtMs + hourMs + 1)).toEqual(['reply']);
  });
});

describe('SLA-6: why, as it stood', () => {
  test.each([
    ['notAssigned', complaintIn('recorded')],
    ['notAccepted', complaintIn('assigned')],
    ['notAccepted', poolComplaintIn('assigned')],
    ['notAccepted', complaintIn('reopened')],
    ['inHand', complaintIn('accepted')],
    ['inHand', complaintIn('inProgress')],
    ['awaitingCustomer', complaintIn('awaitingCustomer')],
    ['awaitingOther', complaintIn('awaitingOther')],
    ['awaitingApproval', complaintIn('awaitingApproval')],
    ['handOverOpen', offeredComplaintIn('inProgress')],
    ['handOverOpen', offeredComplaintIn('assigned')],
    ['arrivedLate', { ...offeredComplaintIn('assigned'), receivedAtMs: at('2026-11-25 09:00') }],
  ] as const)('%s', (cause, complaint) => {
    const found = overduesBy(complaint, at('2026-11-30 09:00')).find(({ clock }) => clock === 'reply');
    expect(found).toMatchObject({ cause, handlerUid: complaint.handlerUid, unitId: complaint.handlingUnitId });
  });

  test('TIME: recorded offline and arrived after one clock ran out, the one that ran out later has its own cause', () => {
    const complaint = { ...complaintIn('assigned'), receivedAtMs: recordedAtMs + 3 * hourMs };
    expect(overduesBy(complaint, dueAtMs + 1).map(({ clock, cause }) => [clock, cause])).toEqual([
      ['accept', 'arrivedLate'],
      ['reply', 'notAccepted'],
    ]);
  });
});

describe('SLA-7: what an answer took', () => {
  test('both durations, with and without nights, and whether it was in time: to the very moment', () => {
    const inTime = { dueAtMs, inTime: true, atMs: dueAtMs, unitId: 'branch', elapsedMs: 48 * hourMs, withoutNightsMs: 28 * hourMs, pausedMs: 0 };
    expect(replyTimeOf(complaintIn('inProgress'), dueAtMs, telecom)).toEqual(inTime);
    expect(replyTimeOf(complaintIn('inProgress'), dueAtMs + 1, telecom)).toMatchObject({ inTime: false });
  });

  test('SLA-5: what stood still is told apart; a pause that goes on counts up to the answer', () => {
    const pauses = [
      { sinceAtMs: at('2026-11-20 10:00'), untilAtMs: at('2026-11-20 12:00') },
      { sinceAtMs: at('2026-11-21 10:00'), untilAtMs: at('2026-11-24 10:00') },
    ];
    expect(replyTimeOf({ ...complaintIn('inProgress'), pauses }, at('2026-11-21 11:00'), telecom)).toMatchObject({
      elapsedMs: 26 * hourMs,
      pausedMs: 3 * hourMs,
    });
  });

  test('KPI-5: reopened, it is the time since then', () => {
    const complaint = complaintIn('reopened');
    const runStartAtMs = complaint.clocks?.runStartAtMs ?? 0;
    expect(replyTimeOf(complaint, runStartAtMs + hourMs, telecom)).toMatchObject({ elapsedMs: hourMs, inTime: true });
  });

  test('an answer from an offline phone that is dated before the start took no time, and without clocks nobody knows', () => {
    expect(replyTimeOf(complaintIn('inProgress'), recordedAtMs - hourMs, telecom)).toMatchObject({ elapsedMs: 0, withoutNightsMs: 0, inTime: true });
    expect(replyTimeOf(justRecorded(), dueAtMs, telecom)).toBeNull();
  });
});

describe('OWN-4: what the receiving post could not settle is handed on within the hour', () => {
  const takenIn = taken(justRecorded(), staff.handler);
  const dueAtMs = recordedAtMs + hourMs;

  test('taken in by then, there is nothing to note; a moment later it is a fact of the receiving post', () => {
    expect(handOverOverdue(takenIn, dueAtMs)).toEqual([]);
    expect(handOverOverdue(takenIn, dueAtMs + 1)).toEqual([
      { clock: 'handOver', dueAtMs, cause: 'notAssigned', handlerUid: staff.owner.uid, unitId: 'outlet' },
    ]);
  });

  test('recorded offline, it arrived late; before any clock is known there is nothing to be late for', () => {
    expect(handOverOverdue({ ...takenIn, receivedAtMs: dueAtMs + 1 }, dueAtMs + 1)).toMatchObject([{ cause: 'arrivedLate' }]);
    expect(handOverOverdue(justRecorded(), dueAtMs + 1)).toEqual([]);
  });
});
