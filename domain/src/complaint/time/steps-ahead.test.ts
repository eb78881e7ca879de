import { describe, expect, test } from 'vitest';
import { complaintIn, justRecorded, offeredComplaintIn, recordedAtMs } from '../../testing/complaints.ts';
import { type ClockName, clockNames, type ComplaintState, complaintStates } from '../complaint-values.ts';
import type { Complaint, PlannedStep } from '../complaint.ts';
import { awaitsAcceptance, stepsAhead } from './plan.ts';

describe('which clocks run', () => {
  const plan: PlannedStep[] = clockNames.map((clock, index) => ({ id: `sla-${clock}-1`, clock, level: 1, atMs: recordedAtMs + index, takenAtMs: null }));
  const runs = (complaint: Complaint) => stepsAhead({ ...complaint, clocks: complaint.clocks && { ...complaint.clocks, plan } }).map(({ clock }) => clock);
  const clocksIn: Record<ComplaintState, ClockName[]> = {
    recorded: ['reply', 'accept', 'statutory'],
    assigned: ['reply', 'accept', 'statutory'],
    accepted: ['reply', 'statutory'],
    inProgress: ['reply', 'statutory'],
    awaitingCustomer: ['reply', 'statutory', 'wait'],
    awaitingApproval: ['reply', 'statutory'],
    awaitingOther: ['reply', 'statutory', 'wait'],
    answered: [],
    closed: [],
    reopened: ['reply', 'accept', 'statutory'],
    outOfScope: [],
    merged: [],
    withdrawn: [],
  };

  test.each(complaintStates)('SLA-5: in %s', (state) => {
    expect(runs(complaintIn(state))).toEqual(clocksIn[state]);
  });

  test('a hand-over’s while it is offered, and the network desk’s while it looks', () => {
    expect(runs(offeredComplaintIn('inProgress'))).toEqual(['reply', 'handOver', 'statutory']);
    expect(runs({ ...complaintIn('accepted'), preHandleUntilAtMs: recordedAtMs })).toEqual(['reply', 'statutory', 'dispatch']);
  });

  test('what was taken is no longer ahead, and before the server has worked out any clock nothing is', () => {
    const [first, ...others] = plan;
    const half = first ? [{ ...first, takenAtMs: recordedAtMs }, ...others] : [];
    const { clocks, ...rest } = complaintIn('assigned');
    expect(stepsAhead({ ...rest, clocks: clocks && { ...clocks, plan: half } }).map(({ clock }) => clock)).toEqual(['accept', 'statutory']);
    expect(stepsAhead(justRecorded())).toEqual([]);
  });

  test('SLA-5: accepted once, it need not be accepted in time again by whoever is given it next; reopened, it must', () => {
    const { milestones } = complaintIn('reopened');
    expect(awaitsAcceptance(complaintIn('assigned'))).toBe(true);
    expect(awaitsAcceptance({ state: 'assigned', milestones: complaintIn('accepted').milestones })).toBe(false);
    expect(awaitsAcceptance({ state: 'reopened', milestones: [{ stage: 'accepted', atMs: 0, unitId: null }, ...milestones] })).toBe(true);
    expect(awaitsAcceptance({ state: 'reopened', milestones: [...milestones, { stage: 'accepted', atMs: 0, unitId: null }] })).toBe(false);
  });
});
