import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../calendar/day.ts';
import { answer, assignmentTo, complaintIn, evolvedBy, justRecorded, offeredComplaintIn, recordedAtMs, taken } from '../testing/complaints.ts';
import { deepFreeze } from '../testing/deep-freeze.ts';
import { staff } from '../testing/organisation.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintEvent } from './event.ts';
import { evolveAll } from './evolve.ts';

const atMs = recordedAtMs + 5 * hourMs;
const stagesOf = (complaint: Complaint) => complaint.milestones.map(({ stage }) => stage);

describe('taking in and assigning', () => {
  test('a complaint begins with the person who recorded it and nobody who handles it', () => {
    expect(justRecorded()).toMatchObject({
      state: 'recorded',
      open: true,
      seq: 0,
      ownerUid: 'owner',
      handlerUid: null,
      people: ['owner'],
      clocks: null,
      nextDueAtMs: null,
    });
  });

  test('SLA-5: taken in, it first wants to be accepted, and sorts by what the customer was promised', () => {
    const complaint = taken(justRecorded(), staff.handler);
    expect(complaint).toMatchObject({ state: 'assigned', seq: 1, nextDueAtMs: recordedAtMs + 120 * minuteMs, dueAtMs: recordedAtMs + 48 * hourMs });
    expect(complaint).toMatchObject({
      handlerUid: 'handler',
      handlingUnitId: 'branch',
      people: ['owner', 'handler'],
      audience: ['outlet', 'branch', 'city', 'service', 'centre'],
    });
    expect(complaint.milestones).toEqual([
      { stage: 'recorded', atMs: recordedAtMs, unitId: 'outlet' },
      { stage: 'assigned', atMs: recordedAtMs, unitId: 'branch' },
    ]);
  });

  test('SLA-5, SLA-6: accepted, the next thing is to remind of its reply, at three quarters of the time', () => {
    expect(complaintIn('accepted')).toMatchObject({ state: 'accepted', nextDueAtMs: recordedAtMs + 36 * hourMs, dueAtMs: recordedAtMs + 48 * hourMs });
  });

  test('assigned anew, it waits for nobody and is offered to nobody, and the old handler loses sight of it', () => {
    const complaint = evolvedBy(complaintIn('awaitingOther'), { type: 'assigned', atMs, assignment: assignmentTo('branch', staff.poolMember) });
    expect(complaint).toMatchObject({ state: 'assigned', handlerUid: 'pool-member', waiting: null, handOver: null, people: ['owner', 'pool-member'] });
  });
});

describe('changing hands (OWN-6, OWN-7)', () => {
  test('returned, it is nobody’s until it is assigned again, and its owner keeps seeing it', () => {
    const complaint = evolvedBy(complaintIn('awaitingCustomer'), { type: 'returned', atMs, uid: 'handler' });
    expect(complaint).toMatchObject({ state: 'recorded', handlerUid: null, handlerName: null, waiting: null, bounceCount: 1, people: ['owner'] });
    expect(complaint.audience).toContain('branch');
  });

  test('taken off somebody who left, it is no push', () => {
    expect(evolvedBy(complaintIn('accepted'), { type: 'handlerReleased', atMs, uid: 'handler' })).toMatchObject({
      state: 'recorded',
      handlerUid: null,
      bounceCount: 0,
    });
  });

  test('reopened, it stays visibly reopened while it changes hands', () => {
    const released = evolvedBy(complaintIn('reopened'), { type: 'handlerReleased', atMs, uid: 'handler' });
    expect(released).toMatchObject({ state: 'reopened', handlerUid: null });
    expect(evolvedBy(released, { type: 'assigned', atMs, assignment: assignmentTo('branch', null) })).toMatchObject({
      state: 'reopened',
      handlerUid: null,
      handlingUnitId: 'branch',
    });
  });

  test('offered, it is seen on both sides and still handled by the giver', () => {
    const complaint = offeredComplaintIn('inProgress');
    expect(complaint).toMatchObject({
      state: 'inProgress',
      handlerUid: 'handler',
      handlingUnitId: 'branch',
      bounceCount: 1,
      people: ['owner', 'handler', 'receiver'],
    });
    expect(complaint.audience).toContain('billing');
  });

  test('accepted, it is the receiver’s and their unit’s, and no longer the giver’s', () => {
    const unitAudience = ['billing', 'city', 'service', 'centre'];
    const complaint = evolvedBy(offeredComplaintIn('awaitingCustomer'), {
      type: 'handOverAccepted',
      atMs,
      uid: 'receiver',
      name: '员工receiver',
      unitId: 'billing',
      unitAudience,
    });
    expect(complaint).toMatchObject({
      state: 'accepted',
      handOver: null,
      waiting: null,
      handlerUid: 'receiver',
      handlingUnitId: 'billing',
      handlingAudience: unitAudience,
      people: ['owner', 'receiver'],
    });
  });

  test('declined, all is as before but for the count, and whoever declined no longer sees it', () => {
    const complaint = evolvedBy(offeredComplaintIn('inProgress'), { type: 'handOverDeclined', atMs, uid: 'receiver' });
    expect(complaint).toMatchObject({ state: 'inProgress', handOver: null, handlerUid: 'handler', bounceCount: 1, people: ['owner', 'handler'] });
  });

  test('answered or ended while it is offered, it is offered to nobody and seen by its own people only', () => {
    const ends: ComplaintEvent[] = [
      { type: 'answered', atMs, answer, replyTime: null },
      { type: 'withdrawn', atMs },
      { type: 'merged', atMs, intoId: 'other' },
    ];
    for (const event of ends) expect(evolvedBy(offeredComplaintIn('inProgress'), event)).toMatchObject({ handOver: null, people: ['owner', 'handler'] });
  });

  test('owned by somebody else, it is seen by them instead', () => {
    expect(evolvedBy(complaintIn('closed'), { type: 'ownershipMoved', atMs, uid: 'head', name: '员工head' })).toMatchObject({
      ownerUid: 'head',
      ownerName: '员工head',
      people: ['head', 'handler'],
    });
  });

  test('passed around is a flag that is there once', () => {
    const once = evolvedBy(complaintIn('assigned'), { type: 'passedAround', atMs });
    expect(evolvedBy(once, { type: 'passedAround', atMs }).flags).toEqual(['passed-around']);
  });
});

describe('working, answering, ending', () => {
  test('a wait is shown with its reason and ends with work going on', () => {
    const waiting = complaintIn('awaitingCustomer');
    expect(waiting.waiting).toEqual({ reason: '请提供账单', whom: null, sinceAtMs: recordedAtMs + hourMs, untilAtMs: null, pausesClock: false });
    const resumed = evolvedBy(waiting, { type: 'waitEnded', atMs });
    expect(resumed).toMatchObject({ state: 'inProgress', waiting: null });
    expect(stagesOf(resumed)).toEqual(['recorded', 'assigned', 'accepted', 'awaitingCustomer', 'resumed']);
  });

  test('counts go up by one each', () => {
    expect(evolvedBy(complaintIn('accepted'), { type: 'chased', atMs, uid: 'owner' }).chaseCount).toBe(1);
    expect(
      evolvedBy(complaintIn('accepted'), { type: 'contactAttempted', atMs, uid: 'handler', result: 'busy', nextContactAtMs: null }).contactAttemptCount,
    ).toBe(1);
    expect(complaintIn('reopened').reopenCount).toBe(1);
  });

  test('answered, it is still open and no clock runs; closed, nothing is owed any more', () => {
    expect(
      evolvedBy({ ...complaintIn('inProgress'), preHandleUntilAtMs: recordedAtMs }, { type: 'answered', atMs: answer.atMs, answer, replyTime: null }),
    ).toMatchObject({
      preHandleUntilAtMs: null,
    });
    expect(complaintIn('answered')).toMatchObject({ open: true, answer, nextDueAtMs: null, closedAtMs: null });
    expect(complaintIn('closed')).toMatchObject({ open: false, answer, nextDueAtMs: null, dueAtMs: null, closedAtMs: answer.atMs + hourMs });
  });

  test('reopened, it is open with a new promise and remembers its answer', () => {
    const promisedAtMs = answer.atMs + 50 * hourMs;
    expect(complaintIn('reopened')).toMatchObject({
      open: true,
      closedAtMs: null,
      dueAtMs: promisedAtMs,
      nextDueAtMs: answer.atMs + 4 * hourMs,
      answer,
      handlerUid: 'handler',
    });
  });

  test('what ended otherwise says how', () => {
    expect(complaintIn('outOfScope')).toMatchObject({ open: false, outOfScope: { reason: '不属本公司业务', whereToTurn: '消费者协会 12315' } });
    expect(complaintIn('merged')).toMatchObject({ open: false, mergedInto: 'b1f6a1f0-0000-4000-8000-000000000002' });
    expect(complaintIn('withdrawn')).toMatchObject({ open: false, mergedInto: null, outOfScope: null });
  });

  test('notes and information change nothing but the count of entries', () => {
    const before = complaintIn('accepted');
    for (const event of [
      { type: 'noted', atMs, uid: 'owner' },
      { type: 'informationAdded', atMs },
    ] satisfies ComplaintEvent[]) {
      expect(evolvedBy(before, event)).toEqual({ ...before, seq: before.seq + 1, updatedAtMs: atMs });
    }
  });

  test('the last rating counts', () => {
    const rating = { stars: 2, reasons: ['slow'], solved: false, atMs };
    expect(evolvedBy(complaintIn('answered'), { type: 'rated', atMs, rating: { ...rating, stars: 5 } }, { type: 'rated', atMs, rating }).rating).toEqual(
      rating,
    );
  });
});

describe('one entry', () => {
  test('counts once, however many events it has', () => {
    const before = complaintIn('assigned');
    const after = evolvedBy(before, { type: 'accepted', atMs, uid: 'handler', name: '员工handler' }, { type: 'workStarted', atMs });
    expect(after.seq).toBe(before.seq + 1);
  });

  test('without events leaves the very same complaint', () => {
    const before = complaintIn('assigned');
    expect(evolveAll(before, [])).toBe(before);
  });

  test('made earlier and arrived late does not turn back when it was last changed', () => {
    const before = evolvedBy(complaintIn('accepted'), { type: 'noted', atMs, uid: 'owner' });
    expect(evolvedBy(before, { type: 'noted', atMs: atMs - hourMs, uid: 'handler' }).updatedAtMs).toBe(atMs);
  });

  test('never changes the complaint that it is applied to', () => {
    const before = deepFreeze(offeredComplaintIn('inProgress'));
    expect(() => evolvedBy(before, { type: 'passedAround', atMs }, { type: 'answered', atMs, answer, replyTime: null })).not.toThrow();
  });
});

test('a complaint that goes to and fro for ever keeps its first milestone and the latest ones, and does not outgrow its document', () => {
  let complaint = complaintIn('accepted');
  for (let round = 0; round < 100; round += 1) {
    const waiting = { reason: '请提供账单', whom: null, sinceAtMs: atMs, untilAtMs: null, pausesClock: false };
    complaint = evolvedBy(complaint, { type: 'waitStarted', atMs: atMs + round, for: 'customer', waiting }, { type: 'waitEnded', atMs: atMs + round });
  }
  expect(complaint.milestones).toHaveLength(40);
  expect(complaint.milestones[0]).toEqual({ stage: 'recorded', atMs: recordedAtMs, unitId: 'outlet' });
  expect(complaint.milestones.at(-1)).toEqual({ stage: 'resumed', atMs: atMs + 99, unitId: 'branch' });
});
