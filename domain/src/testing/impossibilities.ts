import type { Complaint } from '../complaint/complaint.ts';
import type { ComplaintState } from '../complaint/complaint-values.ts';

const ends: readonly ComplaintState[] = ['closed', 'outOfScope', 'merged', 'withdrawn'];
const inHand: readonly ComplaintState[] = ['accepted', 'inProgress', 'awaitingCustomer', 'awaitingApproval', 'awaitingOther'];
const canBeOffered: readonly ComplaintState[] = ['assigned', 'reopened', ...inHand];
const waits: readonly ComplaintState[] = ['awaitingCustomer', 'awaitingOther'];
const mostMilestones = 40;
const passedAroundAt = 3;

/**
 * What can never be true of a complaint that the server has taken in, said without looking at how decisions are made. Each sentence that comes
 * back names one thing that is wrong.
 */
export function impossibilities(complaint: Complaint): string[] {
  const { state, open, handOver, people, audience } = complaint;
  const isEnd = ends.includes(state);
  const plan = complaint.clocks?.plan ?? [];
  const concerned = [complaint.ownerUid, complaint.handlerUid, handOver?.fromUid, handOver?.toUid].filter((uid) => typeof uid === 'string');
  const rules: [what: string, holds: boolean][] = [
    ['work in hand has a handler', !inHand.includes(state) || complaint.handlerUid !== null],
    ['whoever is assigned, a unit answers for it', state !== 'assigned' || complaint.handlingUnitId !== null],
    ['a handler has a name, and nobody has none', (complaint.handlerUid === null) === (complaint.handlerName === null)],
    ['it is open unless it has ended', open === !isEnd],
    ['what has ended has a moment of ending, and nothing else has', (complaint.closedAtMs !== null) === isEnd],
    ['merged means merged into something', (state === 'merged') === (complaint.mergedInto !== null)],
    ['out of scope says where to turn, and nothing else does', (state === 'outOfScope') === (complaint.outOfScope !== null)],
    ['waiting has a reason, and only waiting has', waits.includes(state) === (complaint.waiting !== null)],
    [
      'waiting for an approval means that a refund is asked for',
      state !== 'awaitingApproval' || complaint.refunds.some(({ standing }) => standing === 'asked'),
    ],
    ['a refund is there once', new Set(complaint.refunds.map(({ refundId }) => refundId)).size === complaint.refunds.length],
    ['an assist is there once (AST-1)', new Set(complaint.assists.map(({ assistId }) => assistId)).size === complaint.assists.length],
    [
      'waiting for assists means that one of them is still to be answered (AST-1)',
      complaint.waiting?.isForAssists !== true || complaint.assists.some(({ standing }) => ['asked', 'accepted', 'inArbitration'].includes(standing)),
    ],
    ['answered or closed means that there is an answer', !['answered', 'closed'].includes(state) || complaint.answer !== null],
    ['reopened was counted', state !== 'reopened' || complaint.reopenCount > 0],
    ['a hand-over is offered only while there is work to hand over', handOver === null || canBeOffered.includes(state)],
    ['owner, handler and both sides of a hand-over see it, nobody else by name', sameSet(people, concerned)],
    ['nobody is listed twice', new Set(people).size === people.length && new Set(audience).size === audience.length],
    ['the units above the handling see it', complaint.handlingAudience.every((unitId) => audience.includes(unitId))],
    [
      'an answer is never promised for later than the law wants it, as long as its time runs (SLA-8, APL-1)',
      complaint.dueAtMs === null ||
        complaint.dueAtMs <= (complaint.clocks?.statutoryDueAtMs ?? Infinity) ||
        complaint.disagreedAtMs !== null ||
        (complaint.clocks !== null && complaint.clocks.runStartAtMs > complaint.clocks.statutoryDueAtMs),
    ],
    [
      'what the schedule will do is in the order of time, each step once (SLA-6)',
      isInOrder(plan.map(({ atMs }) => atMs)) && new Set(plan.map(({ id }) => id)).size === plan.length,
    ],
    ['times in which a clock stood still follow each other (SLA-5)', isInOrder(complaint.pauses.flatMap(({ sinceAtMs, untilAtMs }) => [sinceAtMs, untilAtMs]))],
    ['only what is open can fall due', open || (complaint.dueAtMs === null && complaint.nextDueAtMs === null)],
    ['an answer stops all clocks but a promised call', state !== 'answered' || complaint.nextDueAtMs === null || complaint.nextContactAtMs !== null],
    ['what waits for the operator falls due', !open || state === 'answered' || complaint.dueAtMs !== null],
    ['its history begins with its recording and is bounded', complaint.milestones[0]?.stage === 'recorded' && complaint.milestones.length <= mostMilestones],
    ['counts are whole and never below nought', counts(complaint).every((count) => Number.isInteger(count) && count >= 0)],
    [
      'the third push marks it as passed around, and nothing else does (OWN-6)',
      complaint.flags.includes('passed-around') === complaint.bounceCount >= passedAroundAt,
    ],
    ['a flag is there once', new Set(complaint.flags).size === complaint.flags.length],
  ];
  return rules.filter(([, holds]) => !holds).map(([what]) => what);
}

function counts(complaint: Complaint): number[] {
  return [complaint.seq, complaint.bounceCount, complaint.chaseCount, complaint.reopenCount, complaint.contactAttemptCount];
}

function isInOrder(moments: readonly number[]): boolean {
  return moments.every((atMs, index) => index === 0 || atMs >= (moments[index - 1] ?? atMs));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((item) => other.includes(item)) && other.every((item) => one.includes(item));
}
