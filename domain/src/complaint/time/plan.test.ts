import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../calendar/day.ts';
import type { Pack } from '../../policy/pack.ts';
import { justRecorded, offeredComplaintIn, recordedAtMs } from '../../testing/complaints.ts';
import { at, calendar, telecom } from '../../testing/organisation.ts';
import { reclock, startClocks } from './clocks.ts';
import type { ClockName } from '../complaint-values.ts';
import type { Complaint, PlannedStep } from '../complaint.ts';
import { isCritical, planSteps } from './plan.ts';

type Planned = [id: string, time: string];

/** The plan of a complaint as times of day in Shanghai, of some clocks only. */
function planOf(changes: Partial<Complaint>, from = '2026-11-20 09:00', pack: Pack = telecom, ...clocks: ClockName[]): Planned[] {
  const complaint = { ...justRecorded(), ...changes };
  const started = startClocks(complaint, { atMs: at(from), trusted: true }, pack, calendar);
  const planned = reclock({ ...complaint, clocks: started }, at(from), pack, calendar)?.plan ?? [];
  return shown(planned.filter(({ clock }) => clocks.includes(clock)));
}

function shown(steps: readonly PlannedStep[]): Planned[] {
  return steps.map(({ id, atMs }) => [id, new Date(atMs + 8 * hourMs).toISOString().slice(0, 16).replace('T', ' ')]);
}

const packWith = (escalation: Partial<Pack['escalation']>): Pack => ({ ...telecom, escalation: { ...telecom.escalation, ...escalation } });

describe('SLA-6: what the schedule will do, in shares of each clock', () => {
  test('the reply clock of an ordinary customer: 36, 48, 72, 96 and 144 hours', () => {
    expect(planOf({}, '2026-11-20 09:00', telecom, 'reply')).toEqual([
      ['sla-reply-1', '2026-11-21 21:00'],
      ['sla-reply-2', '2026-11-22 09:00'],
      ['sla-reply-3', '2026-11-23 09:00'],
      ['sla-reply-4', '2026-11-24 09:00'],
      ['sla-reply-5', '2026-11-26 09:00'],
    ]);
  });

  test('the shares are the pack’s', () => {
    const pack = packWith({
      reply: [
        { fraction: 0.5, post: 'handler' },
        { fraction: 1.25, post: 'companyLeader' },
      ],
    });
    expect(planOf({}, '2026-11-20 09:00', pack, 'reply')).toEqual([
      ['sla-reply-1', '2026-11-21 09:00'],
      ['sla-reply-2', '2026-11-22 21:00'],
    ]);
  });

  test('SLA-5: the time to accept, at its end and at twice that', () => {
    expect(planOf({}, '2026-11-20 09:00', telecom, 'accept')).toEqual([
      ['sla-accept-1', '2026-11-20 11:00'],
      ['sla-accept-2', '2026-11-20 13:00'],
    ]);
  });

  test('SLA-8: the law’s time, on mornings counted in days before and after its end', () => {
    expect(planOf({}, '2026-11-20 09:00', telecom, 'statutory')).toEqual([
      ['sla-statutory-1', '2026-12-02 08:00'],
      ['sla-statutory-2', '2026-12-04 08:00'],
      ['sla-statutory-3', '2026-12-06 08:00'],
    ]);
  });

  test('OWN-4, OWN-6: an offered hand-over that nobody takes, after the time to hand over and four times that', () => {
    const { handOver } = offeredComplaintIn('inProgress');
    expect(planOf({ handOver }, '2026-11-20 09:00', telecom, 'handOver')).toEqual([
      ['sla-handOver-1', '2026-11-20 11:00'],
      ['sla-handOver-2', '2026-11-20 14:00'],
    ]);
    expect(planOf({}, '2026-11-20 09:00', telecom, 'handOver')).toEqual([]);
  });

  test('SLA-5, NET-1: the end of a wait, and of the network desk’s time, which passes at night as well', () => {
    const waiting = { reason: '请提供账单', whom: null, sinceAtMs: recordedAtMs, untilAtMs: at('2026-11-20 23:30'), pausesClock: true };
    const changes = { waiting, preHandleUntilAtMs: at('2026-11-20 23:30') };
    expect(planOf(changes, '2026-11-20 23:00', telecom, 'wait', 'dispatch')).toEqual([
      ['sla-dispatch-1', '2026-11-20 23:30'],
      ['sla-wait-1', '2026-11-21 08:00'],
    ]);
    expect(planOf({ waiting: { ...waiting, untilAtMs: null } }, '2026-11-20 23:00', telecom, 'wait', 'dispatch')).toEqual([]);
  });
});

describe('SLA-4: nobody is told at night, unless it is critical', () => {
  test('what falls into quiet hours comes at their end, a warning half an hour before they begin', () => {
    expect(planOf({}, '2026-11-20 14:00', telecom, 'reply', 'accept').slice(0, 4)).toEqual([
      ['sla-accept-1', '2026-11-20 16:00'],
      ['sla-accept-2', '2026-11-20 18:00'],
      ['sla-reply-1', '2026-11-21 21:30'],
      ['sla-reply-2', '2026-11-22 14:00'],
    ]);
    expect(planOf({}, '2026-11-20 21:00', telecom, 'accept')).toEqual([
      ['sla-accept-1', '2026-11-21 08:00'],
      ['sla-accept-2', '2026-11-21 08:00'],
    ]);
  });

  test('a critical network fault is told of at any hour, an urgent one is not', () => {
    const fault = { category: 'T04-01', urgency: 'critical' as const };
    expect(planOf(fault, '2026-11-20 20:00', telecom, 'accept', 'reply').slice(0, 3)).toEqual([
      ['sla-accept-1', '2026-11-20 22:00'],
      ['sla-accept-2', '2026-11-21 00:00'],
      ['sla-reply-1', '2026-11-21 05:00'],
    ]);
    expect(planOf({ ...fault, urgency: 'urgent' }, '2026-11-20 20:00', telecom, 'accept')[0]).toEqual(['sla-accept-1', '2026-11-21 08:00']);
  });

  test('what is critical, the pack says: urgencies and flags', () => {
    const pack = packWith({ atNight: { urgencies: [], flags: ['escalated'], beforeMinutes: 30 } });
    expect(isCritical({ urgency: null, flags: ['escalated'] }, pack)).toBe(true);
    expect(isCritical({ urgency: 'critical', flags: ['repeat'] }, pack)).toBe(false);
    expect(isCritical({ urgency: 'critical', flags: [] }, telecom)).toBe(true);
    expect(isCritical({ urgency: 'urgent', flags: ['escalated'] }, telecom)).toBe(false);
    expect(planOf({ flags: ['escalated'] }, '2026-11-20 21:00', pack, 'accept')[0]).toEqual(['sla-accept-1', '2026-11-20 23:00']);
  });
});

describe('SLA-5: a pause moves what is to come', () => {
  const pauses = [{ sinceAtMs: at('2026-11-20 10:00'), untilAtMs: at('2026-11-20 16:00') }];

  test('by as long as it lasted, before the end and after it; the law and the time to accept stay', () => {
    expect(planOf({ pauses }, '2026-11-20 09:00', telecom, 'reply', 'accept', 'statutory').map(([, time]) => time)).toEqual([
      '2026-11-20 11:00',
      '2026-11-20 13:00',
      '2026-11-21 21:30',
      '2026-11-22 15:00',
      '2026-11-23 15:00',
      '2026-11-24 15:00',
      '2026-11-26 15:00',
      '2026-12-02 08:00',
      '2026-12-04 08:00',
      '2026-12-06 08:00',
    ]);
  });

  test('the step at the end is at the end, also where the promise lies within a pause', () => {
    const agreedTime = { dueAtMs: at('2026-11-20 15:00'), reason: '客户要求', byUid: 'handler', byName: 'H', atMs: at('2026-11-20 09:30') };
    expect(planOf({ pauses, agreedTime }, '2026-11-20 09:00', telecom, 'reply').find(([id]) => id === 'sla-reply-2')).toEqual([
      'sla-reply-2',
      '2026-11-20 15:00',
    ]);
  });
});

test('SLA-4: a time agreed for next week is reminded of on the way there, and missed it goes up at the operator’s own pace', () => {
  const agreedTime = { dueAtMs: at('2026-11-28 12:00'), reason: '客户出差', byUid: 'handler', byName: 'H', atMs: at('2026-11-20 12:00') };
  expect(planOf({ agreedTime }, '2026-11-20 09:00', telecom, 'reply')).toEqual([
    ['sla-reply-1', '2026-11-26 12:00'],
    ['sla-reply-2', '2026-11-28 12:00'],
    ['sla-reply-3', '2026-11-29 12:00'],
    ['sla-reply-4', '2026-11-30 12:00'],
    ['sla-reply-5', '2026-12-02 12:00'],
  ]);
});

test('SLA-4: a time agreed for the next hour, missed, goes up at the operator’s own pace as well', () => {
  const agreedTime = { dueAtMs: at('2026-11-20 10:00'), reason: '客户要求', byUid: 'handler', byName: 'H', atMs: at('2026-11-20 09:50') };
  expect(planOf({ agreedTime }, '2026-11-20 09:00', telecom, 'reply').slice(1)).toEqual([
    ['sla-reply-2', '2026-11-20 10:00'],
    ['sla-reply-3', '2026-11-21 10:00'],
    ['sla-reply-4', '2026-11-22 10:00'],
    ['sla-reply-5', '2026-11-24 10:00'],
  ]);
});

describe('SLA-6: worked out anew, what was taken is not taken twice', () => {
  const started = startClocks(justRecorded(), { atMs: recordedAtMs, trusted: true }, telecom, calendar);
  const takenAtMs = at('2026-11-21 21:05');
  const taken = started.plan.map((step) => (step.id === 'sla-reply-1' ? { ...step, takenAtMs } : step));
  const anew = (changes: Partial<Complaint>, dueAtMs: number, nowMs: number, before = taken) =>
    planSteps({ ...justRecorded(), stepsTaken: { 'reply-1': 1 }, ...changes }, { ...started, replyDueAtMs: dueAtMs }, telecom, nowMs, before).filter(
      ({ clock, level }) => clock === 'reply' && level === 1,
    );

  test('a step whose moment is past stays taken, and keeps its id', () => {
    expect(anew({}, started.replyDueAtMs, takenAtMs)).toEqual([expect.objectContaining({ id: 'sla-reply-1', takenAtMs })]);
  });

  test('one whose moment has moved ahead comes again under a new id, and a third time under a third', () => {
    const laterMs = recordedAtMs + 100 * hourMs;
    expect(anew({}, laterMs, takenAtMs)).toEqual([expect.objectContaining({ id: 'sla-reply-1-2', takenAtMs: null })]);
    expect(anew({ stepsTaken: { 'reply-1': 2 } }, laterMs, takenAtMs)).toEqual([expect.objectContaining({ id: 'sla-reply-1-3', takenAtMs: null })]);
  });

  test('one that a person took before its time stays taken while its time is the same', () => {
    const earlyMs = recordedAtMs + hourMs;
    const early = started.plan.map((step) => (step.id === 'sla-reply-1' ? { ...step, takenAtMs: earlyMs } : step));
    expect(anew({}, started.replyDueAtMs, earlyMs + minuteMs, early)).toEqual([expect.objectContaining({ id: 'sla-reply-1', takenAtMs: earlyMs })]);
    expect(anew({}, started.replyDueAtMs + hourMs, earlyMs + minuteMs, early)).toEqual([expect.objectContaining({ id: 'sla-reply-1-2', takenAtMs: null })]);
  });

  test('one that was never taken keeps its id wherever it moves', () => {
    expect(anew({ stepsTaken: {} }, recordedAtMs + 100 * hourMs, takenAtMs, started.plan)).toEqual([
      expect.objectContaining({ id: 'sla-reply-1', takenAtMs: null }),
    ]);
  });
});
