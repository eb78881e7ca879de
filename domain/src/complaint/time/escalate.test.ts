import { describe, expect, test } from 'vitest';
import { actedAt, eventsAt, steppedAt, takenAt } from '../../testing/acted.ts';
import { complaintIn, poolComplaintIn } from '../../testing/complaints.ts';
import { directory, directoryWith } from '../../testing/leaders.ts';
import { actorOf, staff, unitOf } from '../../testing/organisation.ts';
import { samples } from '../../testing/sample-commands.ts';
import type { Complaint } from '../complaint.ts';

/** Due on Sunday at nine, 75 % on Saturday at 21:00. */
const inHand = complaintIn('inProgress');
const owner = actorOf(staff.owner);
const told = (time: string, complaint: Complaint) => takenAt(time, complaint).map(({ id, telling, toldUid }) => [id, telling, toldUid]);

describe('SLA-6: a person raises it', () => {
  const raise = (complaint: Complaint, actor = owner, facts: object = { directory }) =>
    actedAt('2026-11-20 15:00', complaint, samples.escalate, { actor, facts });
  const raisedTo = (complaint: Complaint, actor = owner, facts: object = { directory }) =>
    eventsAt('2026-11-20 15:00', complaint, samples.escalate, { actor, facts }).flatMap((event) => (event.type === 'stepsTaken' ? event.taken : []));

  test('the next level above the handler is told at once, and the one after that the next time', () => {
    expect(raisedTo(inHand)).toMatchObject([{ id: 'sla-reply-2', telling: 'raised', toldUid: 'manager' }]);
    const once = raise(inHand);
    expect(once.escalationLevel).toBe(2);
    expect(raisedTo(once)).toMatchObject([{ id: 'sla-reply-3', toldUid: 'head' }]);
  });

  test('told early, that level is not told again at its time; the handler is still reminded', () => {
    const raised = raise(inHand);
    expect(told('2026-11-21 21:00', raised)).toEqual([['sla-reply-1', 'nearDue', 'handler']]);
    expect(told('2026-11-22 09:05', steppedAt('2026-11-21 21:00', raised))).toEqual([]);
  });

  test('it stays told when something else is worked out anew that does not move its time', () => {
    const offered = actedAt('2026-11-20 15:30', raise(inHand), samples.handOver, {
      facts: { receiver: { unit: unitOf('billing'), staff: staff.receiver } },
    });
    expect(offered.escalationLevel).toBe(2);
  });

  test('whoever raises it is not the one to be told: it goes to the next above them', () => {
    expect(raisedTo(inHand, actorOf(staff.head), { directory: directoryWith({ manager: null }) })).toMatchObject([{ toldUid: 'service-head' }]);
    expect(raisedTo(inHand, actorOf(staff.handler), { directory: directoryWith({ manager: null }) })).toMatchObject([{ toldUid: 'head' }]);
  });

  test('above the top there is nothing, nor where nobody is there; a phone that does not know leaves it to the server', () => {
    const top = [1, 2, 3, 4].reduce((complaint) => raise(complaint), inHand);
    expect(() => raise(top)).toThrow('nothingAbove');
    expect(() =>
      raise(poolComplaintIn('assigned'), owner, { directory: directoryWith({ manager: null, head: null, serviceHead: null, leader: null }) }),
    ).toThrow('nothingAbove');
    expect(raisedTo(inHand, owner, {})).toMatchObject([{ toldUid: null }]);
  });
});
