import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, endOfDayMs, hourMs, minuteMs } from '../../calendar/day.ts';
import type { Pause } from '../../calendar/running-time.ts';
import type { Pack } from '../../policy/pack.ts';
import { answer, complaintIn, justRecorded, recordedAtMs } from '../../testing/complaints.ts';
import { at, calendar, post, telecom } from '../../testing/organisation.ts';
import { randomRun } from '../../testing/random-run.ts';
import { commandedAtMs } from '../../testing/sample-commands.ts';
import { reclock } from './clocks.ts';
import type { Complaint } from '../complaint.ts';

/** The clocks of a complaint in hand, recorded on Friday at nine, with something about it otherwise. */
function clocksWith(changes: Partial<Complaint>, pack: Pack = telecom, complaint = complaintIn('inProgress')) {
  const clocks = reclock({ ...complaint, ...changes }, commandedAtMs, pack, calendar);
  if (!clocks) throw new Error('it has no clocks');
  return clocks;
}

const pausedFor = (from: string, hours: number): Pause => ({ sinceAtMs: at(from), untilAtMs: at(from) + hours * hourMs });
const agreed = (dueAtMs: number) => ({ dueAtMs, reason: '客户出差', byUid: 'handler', byName: '员工handler', atMs: commandedAtMs });

test('nothing changed, nothing moves', () => {
  expect(clocksWith({})).toEqual(complaintIn('inProgress').clocks);
  expect(reclock(justRecorded(), commandedAtMs, telecom, calendar)).toBeNull();
});

describe('SLA-5: what was paused is added to the operator’s own clock, and to no other', () => {
  test.each([
    ['six hours by day', 'T01-05', [pausedFor('2026-11-20 10:00', 6)], at('2026-11-22 15:00')],
    ['two pauses', 'T01-05', [pausedFor('2026-11-20 10:00', 2), pausedFor('2026-11-21 10:00', 3)], at('2026-11-22 14:00')],
    ['one that takes the end into the night, and so to the morning', 'T01-05', [pausedFor('2026-11-20 10:00', 14)], at('2026-11-23 08:00')],
    ['one that began when it was too late', 'T01-05', [pausedFor('2026-11-22 09:00', 6)], at('2026-11-22 09:00')],
    ['in working days: a day at whose end it stood still', 'T12-01', [pausedFor('2026-11-23 17:00', 10)], endOfDayMs('2026-11-27')],
    ['in working days: none that was over by the evening', 'T12-01', [pausedFor('2026-11-23 09:00', 10)], endOfDayMs('2026-11-26')],
    ['in working days: no weekend', 'T12-01', [pausedFor('2026-11-21 09:00', 30)], endOfDayMs('2026-11-26')],
  ])('%s', (_told, category, pauses, dueAtMs) => {
    const before = clocksWith({ category });
    const after = clocksWith({ category, pauses });
    expect(after.replyDueAtMs).toBe(dueAtMs);
    expect(after).toMatchObject({ acceptDueAtMs: before.acceptDueAtMs, statutoryDueAtMs: before.statutoryDueAtMs, runStartAtMs: before.runStartAtMs });
  });
});

describe('SLA-8: the clock of the law stands still for nothing', () => {
  const always = [{ sinceAtMs: recordedAtMs, untilAtMs: recordedAtMs + 90 * dayMs }];
  test.each([
    ['telecom: 15 days', telecom, 'T01-05', null, '2026-12-05'],
    ['express: 7 days', post, 'P01-03', null, '2026-11-27'],
    ['express, by the service: 7 days', post, 'P01-04', 'ems', '2026-11-27'],
    ['a postal enquiry about a letter: 30 days', post, 'P01-04', 'letter', '2026-12-20'],
    ['international mail: 60 days', post, 'P11-02', null, '2027-01-19'],
    ['a money order: 20 days', post, 'P10-01', null, '2026-12-10'],
  ])('%s, paused or not', (_told, pack, category, mailService, day) => {
    for (const pauses of [[], always]) expect(clocksWith({ category, mailService, pauses }, pack).statutoryDueAtMs).toBe(endOfDayMs(day));
    expect(clocksWith({ category, mailService, pauses: always }, pack).replyDueAtMs).toBe(endOfDayMs(day));
  });
});

describe('SLA-4: a time agreed with the customer is the promise', () => {
  test.each([
    ['later', '2026-11-25 10:00', at('2026-11-25 10:00')],
    ['earlier', '2026-11-20 18:00', at('2026-11-20 18:00')],
    ['at night, if that is the customer’s wish', '2026-11-21 23:00', at('2026-11-21 23:00')],
    ['but no later than the law', '2026-12-06 10:00', endOfDayMs('2026-12-05')],
  ])('%s', (_told, time, dueAtMs) => {
    const clocks = clocksWith({ agreedTime: agreed(at(time)), pauses: [pausedFor('2026-11-20 10:00', 6)] });
    expect(clocks.replyDueAtMs).toBe(dueAtMs);
    expect(clocks.ownReplyDueAtMs).toBe(at('2026-11-22 15:00'));
  });
});

describe('SLA-1…3: what was recorded wrongly counts from the start, as if it had been right', () => {
  test.each([
    ['a VIP', { tier: 'vip' }, 'SLA-1', recordedAtMs + 8 * hourMs],
    ['a network fault that is critical, whatever the tier', { category: 'T04-01', urgency: 'critical' }, 'SLA-2', recordedAtMs + 8 * hourMs],
    ['one that needs another organisation', { need: 'otherOrganisation' }, 'SLA-3', endOfDayMs('2026-12-01')],
    ['one that needs another province', { need: 'crossProvince' }, 'SLA-3', endOfDayMs('2026-11-26')],
    ['one whose need is said by a person and not the one of its category', { category: 'T12-02', need: 'crossProvince' }, 'SLA-3', endOfDayMs('2026-11-26')],
  ] as const)('%s', (_told, changes, rule, dueAtMs) => {
    expect(clocksWith(changes)).toMatchObject({ rule, startAtMs: recordedAtMs, ownReplyDueAtMs: dueAtMs });
  });

  test('what was paused before stays paused', () => {
    expect(clocksWith({ tier: 'vip', pauses: [pausedFor('2026-11-20 10:00', 6)] }).ownReplyDueAtMs).toBe(recordedAtMs + 14 * hourMs);
  });

  test('TIME: whether the start can be believed stays as it was, and so does the start', () => {
    const complaint = complaintIn('inProgress');
    const clocks = complaint.clocks && { ...complaint.clocks, startTrusted: false };
    expect(clocksWith({ clocks, tier: 'vip' })).toMatchObject({ startTrusted: false, startAtMs: recordedAtMs });
    expect(clocksWith({ tier: 'vip' })).toMatchObject({ startTrusted: true });
  });
});

test('KPI-5, APL-1: reopened, everything but the time to hand over and the law’s runs anew, and nothing of it has been taken', () => {
  const reopenedAtMs = answer.atMs + 3 * dayMs;
  const closed = complaintIn('closed');
  const agreedForLater = closed.clocks?.plan.map((step) => ({ ...step, atMs: step.atMs + 60 * dayMs, takenAtMs: answer.atMs })) ?? [];
  const clocks = reclock({ ...closed, clocks: closed.clocks && { ...closed.clocks, plan: agreedForLater } }, reopenedAtMs, telecom, calendar, reopenedAtMs);
  expect(clocks).toMatchObject({
    startAtMs: recordedAtMs,
    runStartAtMs: reopenedAtMs,
    acceptDueAtMs: reopenedAtMs + 2 * hourMs,
    handOverDueAtMs: recordedAtMs + hourMs,
    replyDueAtMs: reopenedAtMs + 48 * hourMs,
    statutoryDueAtMs: endOfDayMs('2026-12-05'),
  });
  expect(clocks?.plan.filter(({ clock }) => clock !== 'statutory').every(({ takenAtMs }) => takenAtMs === null)).toBe(true);
});

describe('however a complaint is paused, agreed about and corrected', () => {
  const categories = fc.constantFrom('T01-05', 'T04-01', 'T12-01', 'T12-02');
  const settings = fc.constantFrom('defer' as const, 'bringForward' as const, 'ignore' as const);
  const minutes = (least: number, most: number) => fc.integer({ min: least, max: most }).map((count) => count * minuteMs);
  const starts = minutes(0, 300 * 24 * 60).map((sinceMs) => at('2026-01-05 00:00') + sinceMs);

  test('SLA-5, SLA-8: a longer pause never makes it due earlier, nor later than the law wants', () => {
    const property = fc.property(
      categories,
      settings,
      starts,
      minutes(0, 9_000),
      minutes(0, 6_000),
      minutes(0, 9_000),
      (category, replyDue, startMs, afterMs, pausedMs, moreMs) => {
        const pack = { ...telecom, clocks: { ...telecom.clocks, quietHours: { ...telecom.clocks.quietHours, replyDue } } };
        const complaint = complaintIn('inProgress');
        const clocks = complaint.clocks && { ...complaint.clocks, startAtMs: startMs, runStartAtMs: startMs };
        const dueAfter = (lengthMs: number) => {
          const pauses = [{ sinceAtMs: startMs + afterMs, untilAtMs: startMs + afterMs + lengthMs }];
          const found = clocksWith({ category, clocks, pauses }, pack);
          expect(found.replyDueAtMs).toBeLessThanOrEqual(found.statutoryDueAtMs);
          expect(found.replyDueAtMs).toBeGreaterThan(startMs);
          return found;
        };
        const [none, some, more] = [dueAfter(0), dueAfter(pausedMs), dueAfter(pausedMs + moreMs)];
        expect(some.replyDueAtMs).toBeGreaterThanOrEqual(none.replyDueAtMs);
        expect(more.replyDueAtMs).toBeGreaterThanOrEqual(some.replyDueAtMs);
        expect(more.statutoryDueAtMs).toBe(none.statutoryDueAtMs);
        expect(more.acceptDueAtMs).toBe(none.acceptDueAtMs);
      },
    );
    fc.assert(property, randomRun(300));
  });

  test('TIME: when the clocks are worked out makes no difference to when they end', () => {
    const property = fc.property(categories, minutes(0, 60 * 24 * 60), (category, laterMs) => {
      const complaint = { ...complaintIn('inProgress'), category, pauses: [pausedFor('2026-11-20 10:00', 6)] };
      const ends = (atMs: number) => ({ ...reclock(complaint, atMs, telecom, calendar), plan: [] });
      expect(ends(recordedAtMs + laterMs)).toEqual(ends(recordedAtMs));
    });
    fc.assert(property, randomRun(100));
  });
});
