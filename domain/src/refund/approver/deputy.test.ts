import { dayMs } from '../../calendar/day.ts';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../organisation/staff.ts';
import { at, person, post, telecom, units } from '../../testing/organisation.ts';
import { deputyRefusal, deputyStanding } from './deputy.ts';

/** ADM-5 from the policy's words: who may stand in for whom; `cap` is a direct subordinate. */
const cases: [absent: Role, at: string, deputy: Role, of: string, told: string][] = [
  ['outletManager', 'outlet', 'outletManager', 'outlet', 'free'],
  ['outletManager', 'outlet', 'unitHead', 'branch', 'free'],
  ['outletManager', 'outlet', 'unitHead', 'elsewhere', 'free'],
  ['outletManager', 'outlet', 'companyLeader', 'city', 'free'],
  ['unitHead', 'branch', 'unitHead', 'elsewhere', 'free'],
  ['hotlineDutyLeader', 'centre', 'complaintSupervisor', 'centre', 'free'],
  ['complaintSupervisor', 'centre', 'centreDirector', 'centre', 'free'],
  ['departmentHandler', 'branch', 'departmentHandler', 'branch', 'free'],
  ['outletManager', 'outlet', 'outletClerk', 'outlet', 'cap'],
  ['unitHead', 'branch', 'outletManager', 'outlet', 'cap'],
  ['unitHead', 'branch', 'departmentHandler', 'branch', 'cap'],
  ['companyLeader', 'city', 'unitHead', 'branch', 'cap'],
  ['companyLeader', 'city', 'unitHead', 'service', 'cap'],
  ['companyLeader', 'city', 'departmentHead', 'billing', 'cap'],
  ['unitHead', 'service', 'centreDirector', 'centre', 'cap'],
  ['centreDirector', 'centre', 'hotlineDutyLeader', 'centre', 'cap'],
  ['departmentHead', 'billing', 'departmentHandler', 'billing', 'cap'],
  ['companyLeader', 'city', 'hotlineAgent', 'centre', 'deputyTooLow'],
  ['companyLeader', 'city', 'outletManager', 'outlet', 'deputyTooLow'],
  ['companyLeader', 'city', 'outletClerk', 'outlet', 'deputyTooLow'],
  ['unitHead', 'branch', 'outletClerk', 'outlet', 'deputyTooLow'],
  ['unitHead', 'elsewhere', 'outletManager', 'outlet', 'deputyTooLow'],
  ['centreDirector', 'centre', 'hotlineAgent', 'centre', 'deputyTooLow'],
  ['outletManager', 'outlet', 'hotlineAgent', 'centre', 'deputyTooLow'],
  ['outletManager', 'outlet', 'departmentHandler', 'branch', 'deputyTooLow'],
  ['departmentHandler', 'branch', 'outletClerk', 'outlet', 'deputyTooLow'],
  ['companyLeader', 'city', 'auditor', 'city', 'deputyNeverOfJob'],
  ['companyLeader', 'city', 'administrator', 'city', 'deputyNeverOfJob'],
  ['centreDirector', 'centre', 'refundClerk', 'centre', 'deputyNeverOfJob'],
  ['refundClerk', 'centre', 'refundClerk', 'centre', 'deputyNeverOfJob'],
];

describe.each([
  ['telecom', telecom],
  ['post', post],
] as const)('ADM-5 in the pack %s', (_id, pack) => {
  test.each(cases)('for %s of %s, %s of %s: %s', (absent, at, deputy, of, told) => {
    const standing = deputyStanding(person('absent', absent, at), person('deputy', deputy, of), { pack, units });
    const expected =
      told === 'free' || told === 'cap'
        ? { ok: true, capFen: told === 'cap' ? pack.deputies.subordinateCapFen : null }
        : { ok: false, refusal: { code: told } };
    expect(standing).toEqual(expected);
  });
});

test('REF-6: only an active colleague of the same operator, and never oneself', () => {
  const manager = person('manager', 'outletManager', 'outlet');
  const told = (deputy: typeof manager) => deputyStanding(manager, deputy, { pack: telecom, units });
  const other = person('other', 'outletManager', 'outlet');
  expect(told(other)).toEqual({ ok: true, capFen: null });
  for (const wrong of [manager, { ...other, active: false }, { ...other, pack: 'post' as const }]) {
    expect(told(wrong)).toEqual({ ok: false, refusal: { code: 'deputyNotColleague' } });
  }
});

describe('REF-6: the days of a deputy', () => {
  const todayMs = at('2026-11-20 00:00');
  const manager = person('manager', 'outletManager', 'outlet');
  const other = person('other', 'outletManager', 'outlet');
  const told = (fromMs: number, untilMs: number, deputy: typeof other | null = other) =>
    deputyRefusal(manager, deputy, { fromMs, untilMs, todayMs }, { pack: telecom, units })?.code ?? 'named';

  test('begin today at the earliest, end no earlier than they begin, and are sixty at most', () => {
    expect(told(todayMs, todayMs + dayMs - 1)).toBe('named');
    expect(told(todayMs, todayMs + 60 * dayMs - 1)).toBe('named');
    expect(told(todayMs + 90 * dayMs, todayMs + 91 * dayMs - 1)).toBe('named');
    expect(told(todayMs - dayMs, todayMs + dayMs - 1)).toBe('deputyDaysWrong');
    expect(told(todayMs + 2 * dayMs, todayMs + dayMs - 1)).toBe('deputyDaysWrong');
    expect(told(todayMs, todayMs + 61 * dayMs - 1)).toBe('deputyDaysWrong');
  });

  test('deputies do not chain: nobody who has one of their own in any of these days', () => {
    const away = (from: number, until: number) => ({
      ...other,
      deputy: { uid: 'third', fromMs: todayMs + from * dayMs, untilMs: todayMs + until * dayMs - 1 },
    });
    expect(told(todayMs + 2 * dayMs, todayMs + 4 * dayMs - 1, away(3, 5))).toBe('deputyAway');
    expect(told(todayMs + 2 * dayMs, todayMs + 4 * dayMs - 1, away(0, 3))).toBe('deputyAway');
    expect(told(todayMs + 2 * dayMs, todayMs + 4 * dayMs - 1, away(4, 5))).toBe('named');
    expect(told(todayMs + 2 * dayMs, todayMs + 4 * dayMs - 1, away(0, 2))).toBe('named');
  });

  test('and the rung counts, as does that there is somebody', () => {
    expect(told(todayMs, todayMs + dayMs - 1, person('agent', 'hotlineAgent', 'centre'))).toBe('deputyTooLow');
    expect(told(todayMs, todayMs + dayMs - 1, null)).toBe('deputyNotColleague');
  });
});
