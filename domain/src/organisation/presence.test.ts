import { describe, expect, test } from 'vitest';
import { at, calendar, person, telecom } from '../testing/organisation.ts';
import { decidePresence, type PresenceCommand, settledPresence, standingAt } from './presence.ts';
import type { Staff } from './staff.ts';

/** Friday evening; work begins next on Monday at half past eight. */
const evening = at('2026-11-20 18:00');
const monday = at('2026-11-23 08:30');
const onShift = person('p', 'departmentHandler', 'branch');
const leave = (from: string, until: string | null) => ({ reason: 'leave' as const, fromMs: at(from), untilMs: until === null ? null : at(until) });
const offShift = { ...onShift, onDuty: false, nextDutyAtMs: monday, standsUntilMs: monday };
const moment = (atMs: number) => ({ atMs, pack: telecom, calendar });

function after(before: Staff, command: PresenceCommand, atMs = evening): Staff {
  const decided = decidePresence(before, command, moment(atMs));
  if (!decided.ok) throw new Error(decided.refusal.code);
  return { ...before, ...decided.presence };
}

describe('ADM-4: how somebody stands to work', () => {
  test.each<[string, Staff | null, ReturnType<typeof standingAt>]>([
    ['on shift', onShift, 'there'],
    ['off shift', offShift, 'offShift'],
    ['on leave', { ...offShift, away: leave('2026-11-20 00:00', '2026-11-25 00:00') }, 'gone'],
    ['sick, nobody knows until when', { ...offShift, away: leave('2026-11-20 00:00', null) }, 'gone'],
    ['with leave ahead', { ...onShift, away: leave('2026-11-20 18:01', null) }, 'there'],
    ['with leave that is over', { ...offShift, away: leave('2026-11-01 00:00', '2026-11-20 18:00') }, 'offShift'],
    ['suspended on shift', { ...onShift, active: false }, 'gone'],
    ['unknown', null, 'gone'],
  ])('%s', (_told, staff, standing) => {
    expect(standingAt(staff, evening)).toBe(standing);
  });
});

describe('ADM-4: going off shift, and coming back', () => {
  test.each<[string, string, string]>([
    ['on a Friday evening, on Monday', '2026-11-20 18:00', '2026-11-23 08:30'],
    ['for the break, after it', '2026-11-20 12:10', '2026-11-20 14:00'],
    ['at night, in the morning', '2026-11-19 02:00', '2026-11-19 08:30'],
    ['before a holiday, after it', '2026-09-30 18:00', '2026-10-08 08:30'],
  ])('%s they are back when work begins, where nothing else is said', (_told, from, back) => {
    expect(after(onShift, { kind: 'offShift', nextDutyAtMs: null }, at(from))).toMatchObject({
      onDuty: false,
      away: null,
      nextDutyAtMs: at(back),
      standsUntilMs: at(back),
    });
  });

  test('or when they say, which lies ahead', () => {
    const saturday = at('2026-11-21 09:00');
    expect(after(onShift, { kind: 'offShift', nextDutyAtMs: saturday })).toMatchObject({ nextDutyAtMs: saturday, standsUntilMs: saturday });
    expect(() => after(onShift, { kind: 'offShift', nextDutyAtMs: evening })).toThrow('momentInThePast');
  });

  test('whoever did not come back is off shift until work begins next, so that it is never unknown', () => {
    expect(settledPresence(offShift, moment(monday))).toMatchObject({ onDuty: false, nextDutyAtMs: at('2026-11-23 14:00') });
    expect(settledPresence({ ...offShift, nextDutyAtMs: null }, moment(evening))).toMatchObject({ nextDutyAtMs: monday });
  });

  test('on shift again nothing of it is left', () => {
    expect(after(offShift, { kind: 'onDuty' })).toEqual(onShift);
  });
});

describe('ADM-4: being away', () => {
  const week = leave('2026-11-23 00:00', '2026-11-30 00:00');

  test('set ahead it changes nothing until it begins, and then by itself', () => {
    const ahead = after(onShift, { kind: 'away', ...week });
    expect(ahead).toMatchObject({ onDuty: true, away: week, nextDutyAtMs: null, standsUntilMs: week.fromMs });
    expect(settledPresence(ahead, moment(week.fromMs))).toEqual({ onDuty: false, away: week, nextDutyAtMs: week.untilMs, standsUntilMs: week.untilMs });
  });

  test('it outlives a shift that ends and one that begins before it', () => {
    const ahead = after(after(onShift, { kind: 'away', ...week }), { kind: 'offShift', nextDutyAtMs: null });
    expect(ahead).toMatchObject({ away: week, standsUntilMs: week.fromMs });
    expect(after(ahead, { kind: 'onDuty' })).toMatchObject({ onDuty: true, away: week });
  });

  test('over, they are off shift until work begins or they come', () => {
    expect(settledPresence({ onDuty: false, away: week, nextDutyAtMs: week.untilMs }, moment(at('2026-11-30 00:00')))).toMatchObject({
      onDuty: false,
      away: null,
      nextDutyAtMs: at('2026-11-30 08:30'),
    });
    expect(after({ ...offShift, away: leave('2026-11-20 08:00', null), nextDutyAtMs: null }, { kind: 'onDuty' })).toEqual(onShift);
  });

  test('from now it begins now, never before, and without an end nobody is expected', () => {
    const sick = after(onShift, { kind: 'away', reason: 'sick', fromMs: at('2026-11-20 00:00'), untilMs: null });
    expect(sick).toMatchObject({ onDuty: false, away: { reason: 'sick', fromMs: evening, untilMs: null }, nextDutyAtMs: null, standsUntilMs: null });
  });

  test('it does not end before it begins, and can be taken back', () => {
    expect(() => after(onShift, { kind: 'away', reason: 'leave', fromMs: week.fromMs, untilMs: week.fromMs })).toThrow('momentInThePast');
    expect(after(after(onShift, { kind: 'away', ...week }), { kind: 'notAway' })).toEqual(onShift);
    expect(after({ ...offShift, away: leave('2026-11-20 08:00', '2026-12-01 00:00') }, { kind: 'notAway' })).toMatchObject({
      away: null,
      nextDutyAtMs: monday,
    });
  });
});
