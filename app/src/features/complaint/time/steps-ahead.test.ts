import { describe, expect, test } from 'vitest';
import type { PredictContext } from '@shouwen/domain/complaint/view/predict';
import { complaintIn, recordedAtMs } from '@shouwen/domain/testing/complaints';
import { calendar, person, staff, telecom, units } from '@shouwen/domain/testing/organisation';
import { hourMs } from '@shouwen/domain/calendar/day';
import { stepsToCome } from './steps-ahead.ts';

const leaders = [
  person('manager', 'outletManager', 'outlet'),
  person('head', 'unitHead', 'branch'),
  person('service-head', 'unitHead', 'service'),
  person('leader', 'companyLeader', 'city'),
];
const context = {
  actor: { kind: 'staff', staff: staff.handler },
  nowMs: recordedAtMs + hourMs,
  pack: telecom,
  calendar,
  units,
  staff: leaders,
} satisfies PredictContext;

/** Whom each step of the reply clock tells, in order. */
function toldBy(complaint: ReturnType<typeof complaintIn>, change: Partial<PredictContext> = {}): (string | null)[] {
  return stepsToCome(complaint, { ...context, ...change }).flatMap(({ taken }) => taken.filter(({ clock }) => clock === 'reply').map(({ toldUid }) => toldUid));
}

describe('what comes next and to whom if nothing is done (SLA-6)', () => {
  test('up the line, in the order of time, once each', () => {
    expect(toldBy(complaintIn('accepted'))).toEqual([staff.handler.uid, 'manager', 'head', 'service-head', 'leader']);
    const moments = stepsToCome(complaintIn('accepted'), context).map(({ atMs }) => atMs);
    expect(moments).toEqual([...moments].sort((one, other) => one - other));
  });

  test('who is on leave is passed over, and it says so (ORG-4)', () => {
    const onLeave = leaders.map((leader) => (leader.uid === 'head' ? { ...leader, onDuty: false } : leader));
    expect(toldBy(complaintIn('accepted'), { staff: onLeave })).toEqual([staff.handler.uid, 'manager', 'service-head', 'service-head', 'leader']);
    const passed = stepsToCome(complaintIn('accepted'), { ...context, staff: onLeave }).flatMap(({ taken }) => taken.flatMap(({ passedOver }) => passedOver));
    expect(passed).toContainEqual({ post: 'unitHead', reason: 'onLeave' });
  });

  test('a repeat complaint goes up with each step, to the top and never down again (ATT-4)', () => {
    const repeat = { ...complaintIn('accepted'), flags: ['repeat'] };
    const handed = stepsToCome(repeat, context).filter(({ handlerName }) => handlerName !== null);
    expect(handed.map(({ handlerName }) => handlerName)).toEqual(['head', 'service-head', 'leader'].map((uid) => `员工${uid}`));
    expect(
      stepsToCome(complaintIn('accepted'), context).some(({ handlerName }) => handlerName !== null),
      'an ordinary one stays',
    ).toBe(false);
  });

  test('a schedule that is late is shown as doing now what it has not done', () => {
    const nowMs = recordedAtMs + 60 * hourMs;
    const [first] = stepsToCome(complaintIn('accepted'), { ...context, nowMs });
    expect(first).toMatchObject({ atMs: nowMs, taken: [{ level: 1 }, { level: 2 }] });
  });

  test('SLA-4: looked at in the night, what is late is shown for the morning, and all after it', () => {
    const nowMs = Date.parse('2026-11-22T23:30:00+08:00');
    const morningMs = Date.parse('2026-11-23T08:00:00+08:00');
    const steps = stepsToCome(complaintIn('accepted'), { ...context, nowMs });
    expect(steps[0]).toMatchObject({ atMs: morningMs, taken: [{ level: 1 }, { level: 2 }] });
    expect(steps.flatMap(({ taken }) => taken.filter(({ clock }) => clock === 'reply').map(({ level }) => level))).toEqual([1, 2, 3, 4, 5]);
  });

  test('answered, nothing comes next', () => {
    expect(stepsToCome(complaintIn('answered'), context)).toEqual([]);
  });
});
