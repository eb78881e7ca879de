import { describe, expect, test } from 'vitest';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { aRow } from './row.fixture.ts';
import { timelinessOf, timingOf } from './time-left.ts';

const row = aRow();
const dueAtMs = row.dueAtMs ?? 0;
const nearFromMs = row.nearFromMs ?? 0;
const minuteMs = 60_000;

describe('how a complaint stands to its promise (SLA-6)', () => {
  test.each([
    ['before its first step, it is on time', row, nearFromMs - 1, 'onTime'],
    ['from its first step on, it is near: a share of its own clock, not a number of hours', row, nearFromMs, 'near'],
    ['at the very moment, it is still not late', row, dueAtMs, 'near'],
    ['after it, it is overdue', row, dueAtMs + 1, 'overdue'],
    ['told to the duty leader only, it is overdue and no more', { ...row, escalationLevel: 2 }, dueAtMs + 1, 'overdue'],
    ['told to those above, it is raised', { ...row, escalationLevel: 3 }, dueAtMs + 1, 'raised'],
    ['raised by a person before it was due, likewise', { ...row, escalationLevel: 3 }, nearFromMs - 1, 'raised'],
    ['a clock that has no step before its end is never near', { ...row, nearFromMs: null }, dueAtMs, 'onTime'],
    ['agreed with the customer, it is a promise (SLA-4)', { ...row, isAgreed: true }, nearFromMs - 1, 'promised'],
    ['and comes near like any other', { ...row, isAgreed: true }, nearFromMs, 'near'],
    ['while its clock stands still, it is paused (SLA-5)', { ...row, pausedUntilMs: nearFromMs + minuteMs }, nearFromMs, 'paused'],
    ['until that has ended', { ...row, pausedUntilMs: nearFromMs + minuteMs }, nearFromMs + minuteMs, 'near'],
    ['a pause does not hide what is overdue already', { ...row, pausedUntilMs: dueAtMs + minuteMs }, dueAtMs + 1, 'overdue'],
  ] as const)('%s', (_given, given, nowMs, standing) => {
    expect(timelinessOf(given, nowMs, 3)).toBe(standing);
  });

  test('from which step on it counts as raised is the pack’s figure, and not guessed before the pack is known', () => {
    const raised = { ...row, escalationLevel: 2 };
    expect(timelinessOf(raised, dueAtMs + 1, 2)).toBe('raised');
    expect(timelinessOf(raised, dueAtMs + 1, 3)).toBe('overdue');
    expect(timelinessOf(raised, dueAtMs + 1, undefined)).toBe('overdue');
  });

  test.each([
    ['answered', { state: 'answered' }],
    ['over', { open: false, state: 'closed' }],
    ['not yet promised', { dueAtMs: null }],
  ] as const)('what is %s has no time left to tell', (_given, change) => {
    expect(timelinessOf({ ...row, ...change }, dueAtMs + 1, 3)).toBeNull();
  });
});

describe('what a row keeps of the clocks', () => {
  const step = (level: number, atMs: number) => ({ id: `sla-reply-${level}`, clock: 'reply', level, atMs, takenAtMs: null });
  const clocked = (change: object) =>
    ({ clocks: { plan: [step(1, dueAtMs - 10), step(2, dueAtMs)] }, waiting: null, agreedTime: null, dueAtMs, ...change }) as unknown as Complaint;

  test('the first step before the end', () => {
    expect(timingOf(clocked({}))).toEqual({ nearFromMs: dueAtMs - 10, pausedUntilMs: null, isAgreed: false });
    expect(timingOf(clocked({ clocks: { plan: [step(1, dueAtMs)] } })).nearFromMs).toBeNull();
    expect(timingOf(clocked({ clocks: null })).nearFromMs).toBeNull();
  });

  test('only a wait that pauses the clock (SLA-5)', () => {
    const waiting = { sinceAtMs: 1, untilAtMs: 9, reason: '', whom: null };
    expect(timingOf(clocked({ waiting: { ...waiting, pausesClock: true } })).pausedUntilMs).toBe(9);
    expect(timingOf(clocked({ waiting: { ...waiting, pausesClock: false } })).pausedUntilMs).toBeNull();
  });
});
