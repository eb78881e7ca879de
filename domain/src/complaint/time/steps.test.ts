import { describe, expect, test } from 'vitest';
import { actedAt, eventsAt, steppedAt, takenAt } from '../../testing/acted.ts';
import { assignmentTo, complaintIn, evolvedBy, justRecorded, offeredComplaintIn, recordedAtMs, taken } from '../../testing/complaints.ts';
import { directory, directoryWith } from '../../testing/leaders.ts';
import { actorOf, at, staff, unitOf } from '../../testing/organisation.ts';
import { samples } from '../../testing/sample-commands.ts';
import type { Complaint } from '../complaint.ts';

/** Recorded on Friday at nine for an ordinary customer: due on Sunday at nine, 75 % on Saturday at 21:00. */
const inHand = complaintIn('inProgress');
const assigned = complaintIn('assigned');
const owner = actorOf(staff.owner);

const told = (time: string, complaint: Complaint) => takenAt(time, complaint).map(({ id, telling, toldUid }) => [id, telling, toldUid]);

describe('SLA-6: step by step, if nobody does anything', () => {
  test('before its moment there is nothing to do, at its moment there is', () => {
    expect(eventsAt('2026-11-21 20:59:59.999', inHand, samples.takeSteps, { actor: { kind: 'system' } })).toEqual([]);
    expect(told('2026-11-21 21:00', inHand)).toEqual([['sla-reply-1', 'nearDue', 'handler']]);
  });

  test('near due the handler, then one level after the other, and after the last nothing more', () => {
    const times = ['2026-11-21 21:00', '2026-11-22 09:00', '2026-11-23 09:00', '2026-11-24 09:00', '2026-11-26 09:00', '2026-11-27 09:00'];
    const seen: unknown[] = [];
    times.reduce((complaint, time) => {
      seen.push(...told(time, complaint));
      return steppedAt(time, complaint);
    }, inHand);
    expect(seen).toEqual([
      ['sla-reply-1', 'nearDue', 'handler'],
      ['sla-reply-2', 'overdue', 'manager'],
      ['sla-reply-3', 'raised', 'head'],
      ['sla-reply-4', 'raised', 'service-head'],
      ['sla-reply-5', 'raised', 'leader'],
    ]);
  });

  test('taken, a step is taken for good: the same run again finds nothing, and the next step is the next one', () => {
    const once = steppedAt('2026-11-21 21:00', inHand);
    expect(once).toMatchObject({ escalationLevel: 1, nextDueAtMs: at('2026-11-22 09:00'), stepsTaken: { 'reply-1': 1 }, seq: inHand.seq + 1 });
    expect(steppedAt('2026-11-21 21:00', once)).toBe(once);
    expect(steppedAt('2026-11-22 08:59', once)).toBe(once);
  });

  test('after days without a run each step that is due is taken, once, and told to whom it belongs; a warning says what is true by then', () => {
    expect(told('2026-11-23 10:00', assigned)).toEqual([
      ['sla-reply-1', 'overdue', 'handler'],
      ['sla-reply-2', 'overdue', 'manager'],
      ['sla-reply-3', 'raised', 'head'],
      ['sla-accept-1', 'acceptOverdue', 'handler'],
      ['sla-accept-2', 'acceptOverdue', 'head'],
    ]);
    const after = steppedAt('2026-11-23 10:00', assigned);
    expect(after).toMatchObject({ escalationLevel: 3, nextDueAtMs: at('2026-11-24 09:00') });
    expect(steppedAt('2026-11-23 10:05', after)).toBe(after);
  });

  test('taken at the very moment at which the clock ends, the step leaves the fact as well; an answer at that moment is in time', () => {
    expect(steppedAt('2026-11-22 09:00', inHand).overdues).toEqual([expect.objectContaining({ clock: 'reply', dueAtMs: at('2026-11-22 09:00') })]);
    expect(steppedAt('2026-11-22 08:59', inHand).overdues).toEqual([]);
    const [answered] = eventsAt('2026-11-22 09:00', inHand, samples.answer);
    expect(answered).toMatchObject({ type: 'answered', replyTime: { inTime: true } });
  });

  test('SLA-8: the law’s time is told of before and after its end', () => {
    const waiting = steppedAt('2026-11-27 09:00', inHand);
    expect(told('2026-12-02 08:00', waiting)).toEqual([['sla-statutory-1', 'statutoryNear', 'head']]);
    expect(told('2026-12-06 08:00', steppedAt('2026-12-04 08:00', waiting))).toEqual([['sla-statutory-3', 'statutoryPassed', 'leader']]);
  });

  test('SLA-4: a late run at night leaves it to the morning, unless it is critical', () => {
    expect(told('2026-11-21 22:30', inHand)).toEqual([]);
    expect(told('2026-11-22 07:59', inHand)).toEqual([]);
    expect(told('2026-11-22 08:00', inHand)).toEqual([['sla-reply-1', 'nearDue', 'handler']]);
    expect(told('2026-11-21 22:30', { ...inHand, urgency: 'critical' })).toEqual([['sla-reply-1', 'nearDue', 'handler']]);
  });

  test('ORG-4: whoever is on leave is passed over, and the entry says so', () => {
    const [, step] = takenAt('2026-11-22 09:00', inHand, { facts: { directory: directoryWith({ manager: { onDuty: false } }) } });
    expect(step).toMatchObject({ toldUid: 'head', toldPost: 'unitHead', passedOver: [{ post: 'teamLeader', reason: 'onLeave' }] });
  });

  test('with nobody above, the step is taken and the entry says that nobody was told', () => {
    const [, step] = takenAt('2026-11-22 09:00', inHand, { facts: {} });
    expect(step).toMatchObject({ id: 'sla-reply-2', toldUid: null, toldPost: null });
  });
});

describe('SLA-6: what has run out is noted with its cause', () => {
  const overdueIn = (complaint: Complaint, time: string) => steppedAt(time, complaint).overdues;

  test('at the first run after it, once, with whoever had it', () => {
    const after = steppedAt('2026-11-22 09:05', inHand);
    const fact = { clock: 'reply', dueAtMs: at('2026-11-22 09:00'), cause: 'inHand', handlerUid: 'handler', unitId: 'branch' };
    expect(after.overdues).toEqual([fact]);
    expect(overdueIn(after, '2026-11-23 09:05')).toEqual([fact]);
    expect(overdueIn(inHand, '2026-11-21 21:00')).toEqual([]);
  });

  test('what was never accepted ran out twice', () => {
    expect(overdueIn(assigned, '2026-11-22 09:05').map(({ clock, cause }) => [clock, cause])).toEqual([
      ['accept', 'notAccepted'],
      ['reply', 'notAccepted'],
    ]);
  });

  test('SLA-8: past the law’s time, that too', () => {
    expect(overdueIn(inHand, '2026-12-06 08:00').map(({ clock }) => clock)).toEqual(['reply', 'statutory']);
    expect(overdueIn(inHand, '2026-12-05 21:00').map(({ clock }) => clock)).toEqual(['reply']);
  });
});

describe('OWN-4, OWN-6: a hand-over that nobody takes', () => {
  const offered = actedAt('2026-11-20 15:00', inHand, samples.handOver, { facts: { receiver: { unit: unitOf('billing'), staff: staff.receiver } } });

  test('is told to its receiver after an hour, and after four to the head above them', () => {
    expect(told('2026-11-20 16:00', offered)).toEqual([['sla-handOver-1', 'handOverWaiting', 'receiver']]);
    expect(told('2026-11-20 19:00', steppedAt('2026-11-20 16:00', offered))).toEqual([['sla-handOver-2', 'handOverWaiting', 'service-head']]);
  });

  test('one to a desk is told to the head of that unit', () => {
    const toDesk = { ...offered, handOver: offered.handOver && { ...offered.handOver, toUid: null } };
    expect(told('2026-11-20 16:00', toDesk)).toEqual([['sla-handOver-1', 'handOverWaiting', 'billing-head']]);
  });

  test('accepted or declined, it is told to nobody; offered again, its steps are new ones', () => {
    const reminded = steppedAt('2026-11-20 16:00', offered);
    const declined = actedAt('2026-11-20 16:30', reminded, samples.declineHandOver, { actor: actorOf(staff.receiver) });
    expect(told('2026-11-20 19:00', declined)).toEqual([]);
    const again = actedAt('2026-11-20 17:00', declined, samples.handOver, { facts: { receiver: { unit: unitOf('billing'), staff: staff.receiver } } });
    expect(told('2026-11-20 18:00', again)).toEqual([['sla-handOver-1-2', 'handOverWaiting', 'receiver']]);
  });
});

describe('SLA-5: the end of a wait', () => {
  const waiting = actedAt('2026-11-20 15:00', inHand, { ...samples.awaitCustomer, untilAtMs: at('2026-11-20 17:00') });

  test('comes by itself: work goes on, the clock runs again, and the handler is told', () => {
    expect(told('2026-11-20 17:03', waiting)).toEqual([['sla-wait-1', 'waitEnded', 'handler']]);
    const resumed = steppedAt('2026-11-20 17:03', waiting);
    expect(resumed).toMatchObject({ state: 'inProgress', waiting: null, dueAtMs: at('2026-11-22 11:00') });
    expect(resumed.pauses).toEqual([{ sinceAtMs: at('2026-11-20 15:00'), untilAtMs: at('2026-11-20 17:00') }]);
    expect(steppedAt('2026-11-20 17:08', resumed)).toBe(resumed);
  });

  test('does not come when work goes on before, and the next wait ends for itself', () => {
    const resumed = actedAt('2026-11-20 16:00', waiting, samples.resume);
    expect(told('2026-11-20 17:03', resumed)).toEqual([]);
    const once = steppedAt('2026-11-20 17:03', waiting);
    const again = actedAt('2026-11-20 17:10', once, { ...samples.awaitCustomer, untilAtMs: at('2026-11-20 18:00') });
    expect(told('2026-11-20 18:00', again)).toEqual([['sla-wait-1-2', 'waitEnded', 'handler']]);
  });
});

describe('NET-1: what the network desk looked at first goes on to the engineers', () => {
  const preHandleUntilAtMs = at('2026-11-20 09:30');
  const atDesk = actedAt(
    '2026-11-20 09:01',
    evolvedBy(taken(justRecorded({ category: 'T04-01', urgency: 'normal' }), staff.handler), {
      type: 'assigned',
      atMs: recordedAtMs,
      assignment: { ...assignmentTo('network', { uid: 'desk', name: '预处理' }), preHandleUntilAtMs },
    }),
    { ...samples.correct, category: 'T04-01', urgency: 'urgent' },
    { actor: owner },
  );
  const assignment = { ...assignmentTo('network', { uid: 'engineer', name: '工程师' }), route: 'dispatched' as const };

  test('at the end of the desk’s time, once, whoever the server found', () => {
    expect(eventsAt('2026-11-20 09:29', atDesk, samples.takeSteps, { actor: { kind: 'system' }, facts: { directory, assignment } })).toEqual([]);
    const dispatched = steppedAt('2026-11-20 09:30', atDesk, { facts: { directory, assignment } });
    expect(dispatched).toMatchObject({ handlerUid: 'engineer', handlingUnitId: 'network', preHandleUntilAtMs: null });
    expect(steppedAt('2026-11-20 09:35', dispatched, { facts: { directory, assignment } })).toBe(dispatched);
  });

  test('not if it was answered before', () => {
    const answered = actedAt('2026-11-20 09:20', atDesk, samples.answer, { actor: owner });
    expect(answered.nextDueAtMs).toBeNull();
    expect(steppedAt('2026-11-20 09:30', answered, { facts: { directory, assignment } })).toBe(answered);
  });
});

describe('ATT-4: what needs higher hands goes at least one level up once it is overdue', () => {
  const handlerOf = (complaint: Complaint, time = '2026-11-22 09:05') => steppedAt(time, complaint).handlerUid;

  test.each([
    ['a repeat', { flags: ['repeat'] }, 'head'],
    ['an escalated one', { flags: ['escalated'] }, 'head'],
    ['one that was passed around', { flags: ['passed-around'] }, 'head'],
    ['one reopened twice', { reopenCount: 2 }, 'head'],
    ['one reopened once', { reopenCount: 1 }, 'handler'],
    ['an important one', { flags: ['important', 'red-line'] }, 'handler'],
    ['any other', {}, 'handler'],
  ])('%s', (_told, changes, uid) => {
    expect(handlerOf({ ...inHand, ...changes })).toBe(uid);
  });

  const repeat = { ...inHand, flags: ['repeat'] };

  test('not before it is overdue', () => {
    expect(handlerOf(repeat, '2026-11-21 21:00')).toBe('handler');
  });

  test('with each level another level up, each time to whoever is there', () => {
    const once = steppedAt('2026-11-22 09:05', repeat);
    expect(once).toMatchObject({ state: 'assigned', handlerUid: 'head', handlingUnitId: 'branch' });
    expect(steppedAt('2026-11-23 09:05', once)).toMatchObject({ state: 'assigned', handlerUid: 'service-head', handlingUnitId: 'service' });
    expect(steppedAt('2026-11-22 09:05', repeat, { facts: { directory: directoryWith({ head: { onDuty: false } }) } }).handlerUid).toBe('service-head');
  });

  test('where nobody is above, it stays with whoever has it', () => {
    expect(steppedAt('2026-11-22 09:05', repeat, { facts: { directory: directoryWith({ head: null, serviceHead: null, leader: null }) } }).handlerUid).toBe(
      'handler',
    );
  });

  test('SLA-5: accepted before, it is not late to be accepted by the one above in the minute in which they are given it', () => {
    const moved = steppedAt('2026-11-22 09:05', repeat);
    expect(moved.overdues.map(({ clock }) => clock)).toEqual(['reply']);
    expect(steppedAt('2026-11-22 09:10', moved)).toBe(moved);
  });
});

test('an answer stops everything that is to come', () => {
  const answered = actedAt('2026-11-20 15:00', offeredComplaintIn('inProgress'), samples.answer);
  expect(answered.nextDueAtMs).toBeNull();
  expect(steppedAt('2026-12-20 12:00', answered)).toBe(answered);
});
