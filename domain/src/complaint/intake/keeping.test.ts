import { describe, expect, test } from 'vitest';
import { complaintIn } from '../../testing/complaints.ts';
import { at, staff, telecom } from '../../testing/organisation.ts';
import type { Staff } from '../../organisation/staff.ts';
import { keepingOf } from './keeping.ts';

const evening = at('2026-11-20 18:00');
const back = at('2026-11-21 08:30');
const held = (nextDue: string | null) => ({ ...complaintIn('inProgress'), nextDueAtMs: nextDue === null ? null : at(nextDue) });
const offShift: Staff = { ...staff.handler, onDuty: false, nextDutyAtMs: back };
const keeping = (handler: Staff | null, nextDue: string | null = '2026-11-21 20:00', pack = telecom) => keepingOf(held(nextDue), handler, evening, pack);

describe('ADM-4: off shift what can wait is kept, away and suspended nothing is', () => {
  test.each<[string, Staff | null, string | null, ReturnType<typeof keepingOf>]>([
    ['on shift, however late', staff.handler, '2026-11-20 17:00', 'keeps'],
    ['off shift, due after they are back', offShift, '2026-11-21 20:00', 'keeps'],
    ['off shift, due the moment they are back', offShift, '2026-11-21 08:30', 'keeps'],
    ['off shift, nothing due', offShift, null, 'keeps'],
    ['off shift, due before they are back', offShift, '2026-11-21 08:00', 'ifNobodyIsThere'],
    ['off shift, overdue', offShift, '2026-11-20 17:00', 'ifNobodyIsThere'],
    ['off shift, and nobody knows until when', { ...offShift, nextDutyAtMs: null }, '2026-12-20 08:00', 'ifNobodyIsThere'],
    ['away', { ...offShift, away: { reason: 'leave', fromMs: evening, untilMs: back } }, null, 'releases'],
    ['with leave ahead', { ...staff.handler, away: { reason: 'leave', fromMs: evening + 1, untilMs: null } }, null, 'keeps'],
    ['suspended', { ...staff.handler, active: false }, null, 'releases'],
    ['moved to another unit', { ...staff.handler, unitId: 'elsewhere' }, null, 'releases'],
    ['a head above who took it, on shift', { ...staff.handler, role: 'unitHead', unitId: 'city' }, null, 'keeps'],
    ['gone', null, null, 'releases'],
  ])('%s', (_told, handler, nextDue, expected) => {
    expect(keeping(handler, nextDue)).toBe(expected);
  });

  test('an operator may have everything go back at the end of a shift', () => {
    const pack = { ...telecom, duty: { keepOverShift: false } };
    expect([keeping(offShift, null, pack), keeping(staff.handler, null, pack)]).toEqual(['releases', 'keeps']);
  });
});
