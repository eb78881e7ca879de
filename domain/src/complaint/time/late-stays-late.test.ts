import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../calendar/day.ts';
import { actedAt, steppedAt } from '../../testing/acted.ts';
import { assignmentTo, complaintIn, recordedAtMs } from '../../testing/complaints.ts';
import { actorOf, at, calendar, staff, systemActor, telecom } from '../../testing/organisation.ts';
import { contextOf, factsFor, samples } from '../../testing/sample-commands.ts';
import type { StaffCommand } from '../command.ts';
import type { Complaint } from '../complaint.ts';
import { decide } from '../decide.ts';
import { evolveAll } from '../evolve.ts';
import type { Actor } from '../relation.ts';
import { momentOfAct } from './act-moment.ts';

/** Recorded on Friday at nine for an ordinary customer: promised for Sunday at nine. */
const inHand = complaintIn('inProgress');
const promisedAtMs = at('2026-11-22 09:00');
const handler = actorOf(staff.handler);

/** A command from a phone: done at one time and arrived at another. */
function arrived(complaint: Complaint, command: StaffCommand, done: string, received: string, actor: Actor = handler): Complaint {
  const receivedAtMs = at(received);
  const entry = { capturedAtMs: at(done), clockOffsetMs: 0, receivedAtMs };
  const atMs = momentOfAct({ entry, previous: null }, complaint, actor, telecom);
  const decision = decide(complaint, command, { ...contextOf(actor, factsFor(command, complaint), atMs), receivedAtMs, calendar });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return evolveAll(complaint, decision.events);
}

const factsOf = ({ overdues }: Complaint) => overdues.map(({ clock, dueAtMs }) => [clock, dueAtMs]);

describe('SLA-7: an answer is judged against the promise as it stood when it ran out', () => {
  const movers: [told: string, command: StaffCommand][] = [
    ['another time is agreed', { ...samples.agreeTime, untilAtMs: at('2026-11-25 10:00') }],
    ['the tier is corrected to one with more time', { ...samples.correct, category: 'T12-02', tier: 'ordinary' }],
    ['more time is needed', { ...samples.correct, tier: 'ordinary', need: 'otherOrganisation' }],
  ];

  test.each(movers)('%s after it had run out: late it is, and stays', (_told, command) => {
    const moved = actedAt('2026-11-22 09:01', inHand, command);
    expect(moved.dueAtMs).toBeGreaterThan(at('2026-11-22 12:00'));
    expect(moved).toMatchObject({ brokenPromise: { dueAtMs: promisedAtMs, unitId: 'branch' }, overdues: [{ clock: 'reply', dueAtMs: promisedAtMs }] });
    expect(actedAt('2026-11-22 12:00', moved, samples.answer).replyTime).toMatchObject({ inTime: false, dueAtMs: promisedAtMs });
  });

  test.each(movers)('%s a minute before: in time', (_told, command) => {
    const moved = actedAt('2026-11-22 08:59', inHand, command);
    expect(moved).toMatchObject({ brokenPromise: null, overdues: [] });
    expect(actedAt('2026-11-22 12:00', moved, samples.answer)).toMatchObject({ replyTime: { inTime: true }, lateReply: null });
  });

  test('agreed on the phone before it ran out and arrived after it: nothing that arrives moves what has run out', () => {
    const moved = arrived(inHand, { ...samples.agreeTime, untilAtMs: at('2026-11-25 10:00') }, '2026-11-22 08:50', '2026-11-22 10:00');
    expect(moved).toMatchObject({ brokenPromise: { dueAtMs: promisedAtMs }, dueAtMs: at('2026-11-25 10:00') });
  });

  test('of several that ran out in one run the first counts', () => {
    const twice = steppedAt('2026-11-23 12:00', actedAt('2026-11-22 10:00', inHand, { ...samples.agreeTime, untilAtMs: at('2026-11-23 10:00') }));
    expect(actedAt('2026-11-23 13:00', twice, samples.answer).replyTime).toMatchObject({ inTime: false, dueAtMs: promisedAtMs });
  });
});

describe('SLA-7: reopening does not undo a late answer', () => {
  const late = actedAt('2026-11-22 10:00', inHand, samples.answer);
  const again = (complaint: Complaint) =>
    actedAt('2026-11-22 12:00', actedAt('2026-11-22 11:00', complaint, samples.reopen, { facts: { handlerAvailable: true } }), samples.answer);

  test('answered in time in the new run, the late one stays beside it', () => {
    expect(again(late)).toMatchObject({
      replyTime: { inTime: true },
      lateReply: { inTime: false, dueAtMs: promisedAtMs, unitId: 'branch' },
      brokenPromise: null,
    });
  });

  test('and where the first was in time there is none', () => {
    expect(again(actedAt('2026-11-22 09:00', inHand, samples.answer))).toMatchObject({ replyTime: { inTime: true }, lateReply: null });
  });

  test('what ran out in the old run does not make an answer in the new one late', () => {
    const reopened = actedAt('2026-11-22 11:00', late, samples.reopen, { facts: { handlerAvailable: true } });
    expect(reopened).toMatchObject({ brokenPromise: null, overdues: [{ dueAtMs: promisedAtMs }] });
  });
});

describe('SLA-7: a late answer counts for the unit that had it when the promise ran out', () => {
  const moved = (time: string) =>
    actedAt(time, inHand, { ...samples.releaseHandler }, { actor: systemActor, facts: { assignment: assignmentTo('billing', staff.receiver) } });
  const answeredThere = (complaint: Complaint) => actedAt('2026-11-22 12:00', complaint, samples.answer, { actor: actorOf(staff.receiver) });

  test.each([
    ['given to another unit after that, for the one before', '2026-11-22 10:00', 'branch'],
    ['given to another unit before it, for that one', '2026-11-22 08:00', 'billing'],
  ])('%s', (_told, time, unitId) => {
    expect(answeredThere(moved(time)).replyTime).toMatchObject({ inTime: false, unitId });
  });
});

describe('SLA-6: whatever is done next says first what has run out', () => {
  const done: [told: string, command: StaffCommand, actor?: Actor][] = [
    ['withdrawn', samples.withdraw],
    ['merged', samples.merge],
    ['out of scope', samples.outOfScope],
    ['another time agreed', samples.agreeTime],
    ['a note', samples.note],
    ['a wait', { ...samples.awaitCustomer, untilAtMs: null }],
    ['handed over', samples.handOver],
    ['given to a colleague', samples.assign, actorOf(staff.head)],
  ];

  test.each(done)('%s a minute late', (_told, command, actor = handler) => {
    const facts = factsFor(command, inHand);
    const after = actedAt('2026-11-22 09:01', inHand, command, { actor, facts });
    expect(after.overdues).toEqual([{ clock: 'reply', dueAtMs: promisedAtMs, cause: 'inHand', handlerUid: 'handler', unitId: 'branch' }]);
    expect(actedAt('2026-11-22 09:00', inHand, command, { actor, facts }).overdues).toEqual([]);
  });
});

describe('TIME: an act is never earlier than what it needs', () => {
  const assigned = complaintIn('assigned');
  const momentOf = (complaint: Complaint, done: string, actor: Actor, previous: string | null = null) => {
    const captured = (time: string) => ({ capturedAtMs: at(time), clockOffsetMs: 0, receivedAtMs: at('2026-11-21 09:00') });
    return momentOfAct({ entry: captured(done), previous: previous === null ? null : captured(previous) }, complaint, actor, telecom);
  };
  const owner = actorOf(staff.owner);

  test.each([
    ['an acceptance before the recording counts from when it was given', assigned, '2026-11-20 08:00', handler, recordedAtMs],
    ['an answer before its acceptance counts from the acceptance', inHand, '2026-11-20 09:30', handler, recordedAtMs + hourMs],
    ['after it, it counts as it was done', inHand, '2026-11-20 10:30', handler, at('2026-11-20 10:30')],
    ['its owner may have answered before anybody had it, but not before it was recorded', inHand, '2026-11-20 09:10', owner, at('2026-11-20 09:10')],
    ['nor earlier', inHand, '2026-11-20 08:10', owner, recordedAtMs],
    ['of a reopened one nothing counts from before it', complaintIn('reopened'), '2026-11-20 10:00', owner, complaintIn('reopened').clocks?.runStartAtMs],
  ] as const)('%s', (_told, complaint, done, actor, expected) => {
    expect(momentOf(complaint, done, actor)).toBe(expected);
  });

  test('nor before the entry that the same phone made before it', () => {
    expect(momentOf(inHand, '2026-11-20 11:00', handler, '2026-11-20 12:00')).toBe(at('2026-11-20 12:00'));
  });
});

describe('TIME: what stops a clock counts from when it was done, and says that it arrived later', () => {
  const overdue = steppedAt('2026-11-22 09:05', inHand);

  test('an answer in time takes back the fact that arrived before it', () => {
    expect(factsOf(overdue)).toEqual([['reply', promisedAtMs]]);
    const answered = arrived(overdue, samples.answer, '2026-11-22 08:50', '2026-11-22 10:00');
    expect(answered).toMatchObject({ overdues: [], brokenPromise: null, lateReply: null, replyTime: { inTime: true, unitId: 'branch' } });
  });

  test('a late one does not', () => {
    const answered = arrived(overdue, samples.answer, '2026-11-22 09:01', '2026-11-22 10:00');
    expect(answered).toMatchObject({ overdues: [{ clock: 'reply' }], replyTime: { inTime: false }, lateReply: { dueAtMs: promisedAtMs } });
  });

  test('an acceptance in time takes back that nobody had accepted', () => {
    const unaccepted = steppedAt('2026-11-20 11:05', complaintIn('assigned'));
    expect(factsOf(unaccepted)).toEqual([['accept', recordedAtMs + 2 * hourMs]]);
    expect(factsOf(arrived(unaccepted, samples.accept, '2026-11-20 10:55', '2026-11-20 12:00'))).toEqual([]);
    expect(factsOf(arrived(unaccepted, samples.accept, '2026-11-20 11:01', '2026-11-20 12:00'))).toHaveLength(1);
  });

  test.each([
    ['within minutes, nothing is marked', 15 * minuteMs, null],
    [
      'beyond them it is',
      15 * minuteMs + 1,
      { act: 'answer', atMs: at('2026-11-21 12:00'), receivedAtMs: at('2026-11-21 12:00') + 15 * minuteMs + 1, unitId: 'branch' },
    ],
  ])('%s', (_told, laterMs, mark) => {
    const atMs = at('2026-11-21 12:00');
    const decision = decide(inHand, samples.answer, { ...contextOf(handler, {}, atMs), receivedAtMs: atMs + laterMs });
    expect(decision.ok && evolveAll(inHand, decision.events).reportedLater).toEqual(mark);
  });

  test('a note that arrives late stops no clock and is no mark', () => {
    expect(arrived(inHand, samples.note, '2026-11-21 08:50', '2026-11-21 20:00').reportedLater).toBeNull();
  });
});
