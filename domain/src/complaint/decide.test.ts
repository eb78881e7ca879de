import { describe, expect, test } from 'vitest';
import { dayMs, endOfDayMs, hourMs } from '../calendar/day.ts';
import {
  assignmentTo,
  answer,
  complaintId,
  complaintIn,
  justRecorded,
  offered,
  offeredComplaintIn,
  poolComplaintIn,
  recordedAtMs,
} from '../testing/complaints.ts';
import type { Staff } from '../organisation/staff.ts';
import { actorOf, staff, unitOf } from '../testing/organisation.ts';
import { contextOf, commandedAtMs, otherId, samples } from '../testing/sample-commands.ts';
import type { StaffCommand } from './command.ts';
import type { Complaint } from './complaint.ts';
import { decide } from './decide.ts';
import type { CommandFacts } from './context.ts';
import { evolveAll } from './evolve.ts';

type Doer = 'handler' | 'poolMember' | 'owner' | 'head' | 'receiver' | 'billingColleague';

function by(doer: Doer, complaint: Complaint, command: StaffCommand, facts: CommandFacts = {}, atMs = commandedAtMs) {
  return decide(complaint, command, contextOf(actorOf(staff[doer]), facts, atMs));
}

function refusalOf(decision: ReturnType<typeof by>) {
  return decision.ok ? 'not refused' : decision.refusal;
}

/** What was decided, without the clocks that follow from it. */
function besidesClocks(decision: ReturnType<typeof by>) {
  return decision.ok ? { ok: true, events: decision.events.filter(({ type }) => type !== 'clocksSet') } : decision;
}

const acceptDueAtMs = recordedAtMs + 2 * hourMs;
/** What is noted of a complaint that nobody accepted in time. */
const lateAcceptance = {
  type: 'overdueNoted',
  atMs: commandedAtMs,
  overdue: { clock: 'accept', dueAtMs: acceptDueAtMs, cause: 'notAccepted', handlerUid: 'handler', unitId: 'branch' },
};

const to = (unitId: string, person: Staff | null): CommandFacts => ({ receiver: { unit: unitOf(unitId), staff: person } });

describe('accepting', () => {
  test('given a complaint assigned to the handler, when they accept it, then it is accepted in their name', () => {
    expect(by('handler', complaintIn('assigned'), samples.accept, {}, acceptDueAtMs)).toEqual({
      ok: true,
      events: [{ type: 'accepted', atMs: acceptDueAtMs, uid: 'handler', name: '员工handler' }],
    });
  });

  test('ADM-4: nobody who is on leave takes over what somebody else has, though they accepted it on a phone without a network before it was given away; without leave they do', () => {
    const leave = { reason: 'leave' as const, fromMs: acceptDueAtMs + hourMs, untilMs: null };
    const accepted = (away: Staff['away'], complaint = complaintIn('assigned')) =>
      decide(complaint, samples.accept, { ...contextOf(actorOf({ ...staff.head, away }), {}, acceptDueAtMs), receivedAtMs: acceptDueAtMs + 2 * hourMs });
    expect(refusalOf(accepted(leave))).toMatchObject({ code: 'takerAway' });
    expect(refusalOf(accepted(null))).toBe('not refused');
    expect(refusalOf(accepted({ ...leave, fromMs: acceptDueAtMs + 3 * hourMs }))).toBe('not refused');
    expect(refusalOf(accepted(leave, { ...complaintIn('assigned'), handlerUid: staff.head.uid })), 'what is theirs is taken off them, not refused').toBe(
      'not refused',
    );
    const receiver = (away: Staff['away']) =>
      decide(offeredComplaintIn('accepted'), samples.acceptHandOver, contextOf(actorOf({ ...staff.receiver, away }), to('branch', null)));
    expect(refusalOf(receiver({ ...leave, fromMs: 0 }))).toMatchObject({ code: 'takerAway' });
    expect(refusalOf(receiver(null))).toBe('not refused');
  });

  test('SLA-5, SLA-6: accepted a millisecond late, that is noted with its cause', () => {
    const late = by('handler', complaintIn('assigned'), samples.accept, {}, acceptDueAtMs + 1);
    expect(late).toMatchObject({ ok: true, events: [{ ...lateAcceptance, atMs: acceptDueAtMs + 1 }, { type: 'accepted' }] });
  });

  test('given a complaint in the pool, whoever of the unit accepts it becomes its handler', () => {
    const decision = by('poolMember', poolComplaintIn('assigned'), samples.accept, {}, acceptDueAtMs);
    expect(decision).toEqual({ ok: true, events: [{ type: 'accepted', atMs: acceptDueAtMs, uid: 'pool-member', name: '员工pool-member' }] });
  });

  test('accepting twice is silence, and for another person it is too late', () => {
    expect(by('handler', complaintIn('accepted'), samples.accept)).toEqual({ ok: true, events: [] });
    expect(refusalOf(by('head', complaintIn('accepted'), samples.accept))).toEqual({ code: 'notInThisState', detail: 'accepted' });
  });
});

describe('returning and passing on (OWN-6)', () => {
  test('a return goes to whoever the server found next; a phone, which cannot know, leaves that open', () => {
    const assignment = assignmentTo('branch', staff.poolMember);
    const returned = { type: 'returned', atMs: commandedAtMs, uid: 'handler' };
    expect(by('handler', complaintIn('assigned'), samples.return, { assignment })).toEqual({
      ok: true,
      events: [lateAcceptance, returned, { type: 'assigned', atMs: commandedAtMs, assignment }],
    });
    expect(by('handler', complaintIn('assigned'), samples.return)).toEqual({ ok: true, events: [lateAcceptance, returned] });
  });

  test('OWN-6: the third push marks a complaint as passed around, the second does not, and the fourth says nothing new', () => {
    const pushed = (bounceCount: number, flags: string[] = []) => by('handler', { ...complaintIn('accepted'), bounceCount, flags }, samples.return);
    expect(pushed(1)).toEqual({ ok: true, events: [expect.objectContaining({ type: 'returned' })] });
    expect(pushed(2)).toEqual({ ok: true, events: [expect.objectContaining({ type: 'returned' }), { type: 'passedAround', atMs: commandedAtMs }] });
    expect(pushed(3, ['passed-around'])).toEqual({ ok: true, events: [expect.objectContaining({ type: 'returned' })] });
  });

  test('OWN-6: a hand-over counts as a push like a return', () => {
    const decision = by('handler', { ...complaintIn('accepted'), bounceCount: 2 }, samples.handOver, to('billing', staff.receiver));
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'handOverOffered' }, { type: 'passedAround' }, { type: 'clocksSet' }] });
  });

  test('OWN-6: a hand-over names its reason, its giver and its receiver', () => {
    const handOver = {
      fromUid: 'handler',
      fromName: '员工handler',
      toUnitId: 'billing',
      toUid: 'receiver',
      toName: '员工receiver',
      reason: '账务核实',
      offeredAtMs: commandedAtMs,
    };
    expect(besidesClocks(by('handler', complaintIn('inProgress'), samples.handOver, to('billing', staff.receiver)))).toEqual({
      ok: true,
      events: [
        {
          type: 'handOverOffered',
          atMs: commandedAtMs,
          handOver,
          toAudience: ['billing', 'city', 'service', 'centre'],
          headUid: 'billing-head',
          isGreen: false,
        },
      ],
    });
  });

  const refusedHandOvers: [told: string, change: Partial<typeof samples.handOver>, facts: CommandFacts, refusal: object][] = [
    ['to oneself', { toUid: 'handler' }, to('billing', staff.handler), { code: 'receiverIsSelf' }],
    ['to whoever has it, by a colleague at the desk', { toUid: 'auditor' }, to('billing', staff.auditor), { code: 'receiverCannotHandle' }],
    ['to the unit that has it already', { toUnitId: 'branch', toUid: null }, to('branch', null), { code: 'receiverIsSelf' }],
    [
      'to a unit that does not exist',
      { toUnitId: 'nowhere', toUid: null },
      { receiver: { unit: null, staff: null } },
      { code: 'receiverUnknown', detail: 'nowhere' },
    ],
    ['to a person who does not exist', { toUid: 'nobody' }, to('billing', null), { code: 'receiverUnknown', detail: 'nobody' }],
    [
      'to a person of another unit than the one named',
      { toUid: 'pool-member' },
      to('billing', staff.poolMember),
      { code: 'receiverUnknown', detail: 'pool-member' },
    ],
    ['to a person off duty', { toUid: 'off-duty' }, to('billing', staff.offDuty), { code: 'receiverNotAvailable' }],
    ['to a person who was suspended', {}, to('billing', { ...staff.offDuty, uid: 'receiver', onDuty: true, active: false }), { code: 'receiverNotAvailable' }],
  ];
  test.each(refusedHandOvers)('a hand-over %s is refused', (_told, change, facts, refusal) => {
    expect(refusalOf(by('handler', complaintIn('inProgress'), { ...samples.handOver, ...change }, facts))).toEqual(refusal);
  });

  test('a hand-over to the person, or to the desk of the unit, is allowed', () => {
    expect(by('handler', complaintIn('inProgress'), samples.handOver, to('billing', staff.receiver)).ok).toBe(true);
    expect(by('handler', complaintIn('inProgress'), { ...samples.handOver, toUid: null }, to('billing', null)).ok).toBe(true);
  });

  test('a second hand-over waits until the first is accepted or declined', () => {
    expect(refusalOf(by('handler', offeredComplaintIn('inProgress'), samples.handOver, to('billing', staff.receiver)))).toEqual({ code: 'handOverPending' });
  });

  test('the receiver takes it into their own unit, or declines it', () => {
    expect(besidesClocks(by('receiver', offeredComplaintIn('inProgress'), samples.acceptHandOver, to('billing', null)))).toEqual({
      ok: true,
      events: [
        {
          type: 'handOverAccepted',
          atMs: commandedAtMs,
          uid: 'receiver',
          name: '员工receiver',
          unitId: 'billing',
          unitAudience: ['billing', 'city', 'service', 'centre'],
        },
      ],
    });
    expect(besidesClocks(by('receiver', offeredComplaintIn('inProgress'), samples.declineHandOver))).toEqual({
      ok: true,
      events: [{ type: 'handOverDeclined', atMs: commandedAtMs, uid: 'receiver' }],
    });
  });

  test('what was offered to one person is nobody else’s to accept; what was offered to a desk is anyone’s of it', () => {
    expect(refusalOf(by('billingColleague', offeredComplaintIn('inProgress'), samples.acceptHandOver, to('billing', null)))).toEqual({ code: 'notYours' });
    expect(by('billingColleague', offered(complaintIn('inProgress'), null), samples.acceptHandOver, to('billing', null)).ok).toBe(true);
  });
});

describe('assigning by a head', () => {
  test('given a complaint of their unit, the head gives it to somebody on duty', () => {
    const assignment = {
      route: 'returned',
      unitId: 'branch',
      unitAudience: ['branch', 'city', 'service', 'centre'],
      handlerUid: 'pool-member',
      handlerName: '员工pool-member',
      headUid: null,
    };
    expect(by('head', complaintIn('inProgress'), samples.assign, to('branch', staff.poolMember))).toEqual({
      ok: true,
      events: [{ type: 'assigned', atMs: commandedAtMs, assignment }],
    });
  });

  test.each([
    ['nobody', { receiver: { unit: null, staff: null } }, { code: 'receiverUnknown', detail: 'pool-member' }],
    ['someone off duty', to('branch', { ...staff.offDuty }), { code: 'receiverNotAvailable' }],
    ['someone suspended', to('branch', staff.suspended), { code: 'receiverNotAvailable' }],
  ])('ORG-4: to %s it is refused', (_told, facts, refusal) => {
    expect(refusalOf(by('head', complaintIn('inProgress'), samples.assign, facts))).toEqual(refusal);
  });

  test.each([
    ['someone of another branch', to('elsewhere', staff.stranger), 'receiverNotBelow'],
    ['someone whose job does not handle complaints', to('branch', { ...staff.poolMember, role: 'auditor' }), 'receiverCannotHandle'],
    ['someone of the other operator', { receiver: { unit: { ...unitOf('branch'), pack: 'post' }, staff: staff.poolMember } }, 'receiverUnknown'],
  ] as const)('ORG-1: a head gives work to people below them, not to %s', (_told, facts, code) => {
    expect(refusalOf(by('head', complaintIn('inProgress'), samples.assign, facts))).toMatchObject({ code });
    expect(by('head', complaintIn('inProgress'), samples.assign, to('branch', staff.poolMember)).ok).toBe(true);
  });

  test('giving it again to whoever has it and has not begun is silence, unless that calls back a hand-over', () => {
    const again: StaffCommand = { type: 'assign', toUid: 'handler' };
    expect(by('head', complaintIn('assigned'), again, to('branch', staff.handler))).toEqual({ ok: true, events: [] });
    expect(by('head', complaintIn('reopened'), again, to('branch', staff.handler))).toEqual({ ok: true, events: [] });
    expect(besidesClocks(by('head', offeredComplaintIn('assigned'), again, to('branch', staff.handler)))).toMatchObject({
      ok: true,
      events: [{ ...lateAcceptance, overdue: { ...lateAcceptance.overdue, cause: 'handOverOpen' } }, { type: 'assigned' }],
    });
  });

  test('a phone that does not know the receiver leaves the outcome to the server', () => {
    expect(by('head', complaintIn('inProgress'), samples.assign)).toEqual({ ok: true, events: [] });
  });
});

describe('working on it', () => {
  const started = { type: 'workStarted', atMs: commandedAtMs };

  test('the handler’s first own step after accepting begins the work; later ones and other people’s do not', () => {
    expect(by('handler', complaintIn('accepted'), samples.note)).toEqual({
      ok: true,
      events: [{ type: 'noted', atMs: commandedAtMs, uid: 'handler' }, started],
    });
    expect(by('handler', complaintIn('accepted'), samples.contactAttempt)).toEqual({
      ok: true,
      events: [{ type: 'contactAttempted', atMs: commandedAtMs, uid: 'handler', result: 'noAnswer', nextContactAtMs: null }, started],
    });
    expect(by('handler', complaintIn('inProgress'), samples.note)).toEqual({ ok: true, events: [{ type: 'noted', atMs: commandedAtMs, uid: 'handler' }] });
    expect(by('owner', complaintIn('accepted'), samples.contactAttempt)).toEqual({
      ok: true,
      events: [{ type: 'contactAttempted', atMs: commandedAtMs, uid: 'owner', result: 'noAnswer', nextContactAtMs: null }],
    });
  });

  const moments: [told: string, command: (atMs: number) => StaffCommand, field: string][] = [
    ['the next time to call', (nextSlotAtMs) => ({ ...samples.contactAttempt, nextSlotAtMs }), 'nextSlotAtMs'],
    ['the end of waiting for the customer', (untilAtMs) => ({ ...samples.awaitCustomer, untilAtMs }), 'untilAtMs'],
    ['the end of waiting for someone else', (untilAtMs) => ({ ...samples.awaitOther, untilAtMs }), 'untilAtMs'],
  ];
  test.each(moments)('SLA-5: %s lies ahead; a past one is refused', (_told, command, field) => {
    expect(by('handler', complaintIn('accepted'), command(commandedAtMs)).ok).toBe(true);
    expect(refusalOf(by('handler', complaintIn('accepted'), command(commandedAtMs - 1)))).toEqual({ code: 'momentInThePast', detail: field });
  });

  test('SLA-5: every wait has its reason, whom one waits for and its end; only the one for the customer stops the clock', () => {
    const untilAtMs = commandedAtMs + 72 * hourMs;
    const waiting = { reason: '请提供账单', whom: null, sinceAtMs: commandedAtMs, untilAtMs, pausesClock: true };
    expect(besidesClocks(by('handler', complaintIn('inProgress'), samples.awaitCustomer))).toEqual({
      ok: true,
      events: [{ type: 'waitStarted', atMs: commandedAtMs, for: 'customer', waiting }],
    });
    const forOther = { reason: '核实订购记录', whom: '合作方', sinceAtMs: commandedAtMs, untilAtMs, pausesClock: false };
    expect(besidesClocks(by('handler', complaintIn('inProgress'), samples.awaitOther))).toEqual({
      ok: true,
      events: [{ type: 'waitStarted', atMs: commandedAtMs, for: 'other', waiting: forOther }],
    });
    expect(by('handler', complaintIn('awaitingOther'), samples.resume)).toEqual({ ok: true, events: [{ type: 'waitEnded', atMs: commandedAtMs }] });
  });

  test('OWN-7: the owner can chase as often as they must', () => {
    const chased = by('owner', complaintIn('accepted'), samples.chase);
    expect(chased).toEqual({ ok: true, events: [{ type: 'chased', atMs: commandedAtMs, uid: 'owner' }] });
    expect(by('owner', { ...complaintIn('accepted'), chaseCount: 1 }, samples.chase)).toEqual(chased);
  });
});

describe('answering and ending', () => {
  test('KNO-3: an answer says of each thing asked for what became of it', () => {
    const complete = by('handler', complaintIn('accepted'), samples.answer);
    const judged = { dueAtMs: recordedAtMs + 48 * hourMs, inTime: true, atMs: commandedAtMs, unitId: 'branch' };
    const replyTime = { ...judged, elapsedMs: 6 * hourMs, withoutNightsMs: 6 * hourMs, pausedMs: 0 };
    expect(complete).toEqual({
      ok: true,
      events: [{ type: 'answered', atMs: commandedAtMs, answer: { ...answer, byName: '员工handler', atMs: commandedAtMs }, replyTime }],
    });
    const half: StaffCommand = { ...samples.answer, checklist: [{ ask: 'refund', result: 'notMet' }] };
    expect(refusalOf(by('handler', complaintIn('accepted'), half))).toEqual({ code: 'askMissing', detail: 'explanation' });
  });

  test('OWN-3: what can be answered at once is answered by the owner before anyone else has it', () => {
    expect(by('owner', justRecorded(), samples.answer)).toMatchObject({ ok: true, events: [{ type: 'answered', answer: { byUid: 'owner' } }] });
    expect(refusalOf(by('head', justRecorded(), samples.answer))).toEqual({ code: 'notYours' });
  });

  test('OWN-5: what is out of scope is closed with where to turn', () => {
    const { reason, whereToTurn } = samples.outOfScope;
    const closed = { type: 'closedOutOfScope', atMs: commandedAtMs, reason, whereToTurn };
    expect(by('owner', complaintIn('accepted'), samples.outOfScope)).toEqual({ ok: true, events: [closed] });
    expect(by('owner', complaintIn('assigned'), samples.outOfScope)).toEqual({ ok: true, events: [lateAcceptance, closed] });
  });

  const visible = { id: otherId, isSameCustomer: true, people: [], audience: ['branch'] };
  const merges: [told: string, intoId: string, target: CommandFacts['mergeTarget'], refusal: object][] = [
    ['with itself', complaintId, undefined, { code: 'mergeTargetSelf' }],
    ['with one that does not exist', otherId, null, { code: 'mergeTargetUnknown' }],
    ['with another customer’s', otherId, { ...visible, isSameCustomer: false, open: true, state: 'assigned' }, { code: 'mergeTargetOtherCustomer' }],
    [
      'with one that is none of the person’s business',
      otherId,
      { ...visible, audience: ['elsewhere'], open: true, state: 'assigned' },
      { code: 'mergeTargetUnknown' },
    ],
    ['with one that has ended', otherId, { ...visible, open: false, state: 'withdrawn' }, { code: 'mergeTargetClosed', detail: 'withdrawn' }],
  ];
  test.each(merges)('a complaint is not merged %s', (_told, intoId, mergeTarget, refusal) => {
    expect(refusalOf(by('handler', complaintIn('assigned'), { type: 'merge', intoId }, mergeTarget === undefined ? {} : { mergeTarget }))).toEqual(refusal);
  });

  test('a complaint is merged into an open one of the same customer; a second time is silence, and another target is refused', () => {
    const mergeTarget = { ...visible, open: true, state: 'answered' as const };
    const decision = by('handler', complaintIn('assigned'), samples.merge, { mergeTarget });
    expect(decision).toEqual({ ok: true, events: [lateAcceptance, { type: 'merged', atMs: commandedAtMs, intoId: otherId }] });
    expect(by('handler', complaintIn('merged'), samples.merge, { mergeTarget })).toEqual({ ok: true, events: [] });
    expect(refusalOf(by('handler', complaintIn('merged'), { type: 'merge', intoId: complaintId }))).toEqual({ code: 'notInThisState', detail: 'merged' });
  });

  test('a merge that is done is still nobody’s business who has nothing to do with it', () => {
    expect(refusalOf(decide(complaintIn('merged'), samples.merge, contextOf(actorOf(staff.stranger), {})))).toEqual({ code: 'notYours' });
  });
});

describe('reopening', () => {
  const closedAtMs = answer.atMs + hourMs;
  const endOfLawMs = endOfDayMs('2026-12-05');
  const reopened = (atMs: number) => ({
    type: 'reopened',
    atMs,
    byCustomer: false,
    clocks: expect.objectContaining({ startAtMs: recordedAtMs, runStartAtMs: atMs, replyDueAtMs: Math.min(atMs + 48 * hourMs, endOfLawMs) }),
  });

  test('within the pack’s window it goes back with a new promise under the same rules, to the last moment and no longer', () => {
    const lastMs = closedAtMs + 15 * dayMs;
    expect(by('owner', complaintIn('closed'), samples.reopen, {}, lastMs)).toEqual({ ok: true, events: [reopened(lastMs)] });
    expect(refusalOf(by('owner', complaintIn('closed'), samples.reopen, {}, lastMs + 1))).toEqual({ code: 'reopenWindowOver', detail: '15' });
  });

  test('what was answered and not closed counts from the answer', () => {
    const lastMs = answer.atMs + 15 * dayMs;
    expect(by('owner', complaintIn('answered'), samples.reopen, {}, lastMs).ok).toBe(true);
    expect(refusalOf(by('owner', complaintIn('answered'), samples.reopen, {}, lastMs + 1))).toEqual({ code: 'reopenWindowOver', detail: '15' });
  });

  test('ORG-4: a handler who is no longer there gives way to somebody who is', () => {
    const assignment = assignmentTo('branch', staff.poolMember);
    expect(by('owner', complaintIn('closed'), samples.reopen, { handlerAvailable: false, assignment })).toEqual({
      ok: true,
      events: [
        reopened(commandedAtMs),
        { type: 'handlerReleased', atMs: commandedAtMs, uid: 'handler' },
        { type: 'assigned', atMs: commandedAtMs, assignment },
      ],
    });
    expect(by('owner', complaintIn('closed'), samples.reopen, { handlerAvailable: true })).toEqual({ ok: true, events: [reopened(commandedAtMs)] });
    expect(by('owner', poolComplaintIn('closed'), samples.reopen, { handlerAvailable: false })).toEqual({ ok: true, events: [reopened(commandedAtMs)] });
  });

  test('what ended otherwise does not come back', () => {
    for (const state of ['outOfScope', 'merged', 'withdrawn'] as const) {
      expect(refusalOf(by('owner', complaintIn(state), samples.reopen))).toEqual({ code: 'notInThisState', detail: state });
    }
  });
});

test('the answer of a decision is a function of its input: said of the same complaint it is the same', () => {
  const complaint = complaintIn('assigned');
  const once = by('handler', complaint, samples.return, { assignment: assignmentTo('branch', staff.poolMember) });
  expect(by('handler', complaint, samples.return, { assignment: assignmentTo('branch', staff.poolMember) })).toEqual(once);
  expect(once.ok && evolveAll(complaint, once.events).state).toBe('assigned');
  expect(complaint.capturedAtMs).toBe(recordedAtMs);
});
