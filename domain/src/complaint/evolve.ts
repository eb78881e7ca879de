import type { Uid } from '../kernel/brand.ts';
import type { Pause } from '../calendar/running-time.ts';
import { type AssistStanding, isPendingAssist } from './assist-standing.ts';
import type { Assignment } from './intake/assignment.ts';
import { greenFlag, unverified } from './intake/marks.ts';
import { lifeThreat } from './intake/attention-words.ts';
import type { Complaint, Milestone, Overdue } from './complaint.ts';
import type { ComplaintState, Stage } from './complaint-values.ts';
import type { ComplaintEvent } from './event.ts';
import { complaintVersion } from './stored.ts';
import { stepName, stepsAhead } from './time/plan.ts';

/** The oldest milestones after the first give way beyond this many, so that a complaint cannot outgrow its document. */
const milestonesKept = 40;
/** Of refunds, and of what ran out, likewise. */
const refundsKept = 20;
const overduesKept = 12;
const assistsKept = 20;

/** Applies the events of one journal entry. An entry that changed nothing leaves even `seq` alone. */
export function evolveAll(complaint: Complaint, events: readonly ComplaintEvent[]): Complaint {
  if (events.length === 0) return complaint;
  const last = events.at(-1);
  const evolved = events.reduce(evolve, complaint);
  return {
    ...evolved,
    schemaVersion: Math.max(complaint.schemaVersion, complaintVersion),
    seq: complaint.seq + 1,
    updatedAtMs: Math.max(complaint.updatedAtMs, last?.atMs ?? 0),
    flags: evolved.handOver === null ? evolved.flags.filter((flag) => flag !== greenFlag) : evolved.flags,
    nextDueAtMs: stepsAhead(evolved)[0]?.atMs ?? null,
    escalationLevel: highestTaken(evolved),
  };
}

function highestTaken({ clocks }: Complaint): number {
  const taken = (clocks?.plan ?? []).filter(({ clock, takenAtMs }) => clock === 'reply' && takenAtMs !== null);
  return Math.max(0, ...taken.map(({ level }) => level));
}

/** What a complaint is after one event. Pure and total: an event never fails, refusing is `decide`'s work. */
function evolve(complaint: Complaint, event: ComplaintEvent): Complaint {
  switch (event.type) {
    case 'received':
      return reach(
        {
          ...complaint,
          flags: withFlags(complaint, event.flags),
          repeatOf: event.repeatOf,
          clocks: event.clocks,
          dueAtMs: event.clocks.replyDueAtMs,
        },
        'recorded',
        event.clocks.startAtMs,
      );
    case 'assigned':
      return assign(complaint, event.assignment, event.atMs);
    case 'accepted':
      return reach(held({ ...complaint, state: 'accepted', handOver: null }, event.uid, event.name), 'accepted', event.atMs);
    case 'returned':
    case 'handlerReleased':
      return release({ ...complaint, bounceCount: complaint.bounceCount + (event.type === 'returned' ? 1 : 0) }, event.atMs);
    case 'ownershipMoved':
      return withPeople({ ...complaint, ownerUid: event.uid, ownerName: event.name, ledToManager: null });
    case 'ledToManager':
      return { ...complaint, ledToManager: event.ledToManager };
    case 'handOverOffered':
      return withPeople({
        ...complaint,
        handOver: event.handOver,
        bounceCount: complaint.bounceCount + 1,
        audience: union(complaint.audience, event.toAudience),
        flags: event.isGreen ? withFlags(complaint, [greenFlag]) : complaint.flags,
      });
    case 'handOverAccepted':
      return takeOver(complaint, event);
    case 'handOverDeclined':
      return withPeople({ ...complaint, handOver: null });
    case 'passedAround':
      return { ...complaint, flags: withFlags(complaint, ['passed-around']) };
    case 'threatHeard':
      return { ...complaint, flags: withFlags(complaint, [lifeThreat, 'important']) };
    case 'workStarted':
      return { ...complaint, state: 'inProgress' };
    case 'noted':
    case 'informationAdded':
      return complaint;
    case 'causeConfirmed':
      return { ...complaint, cause: event.cause };
    case 'refundNoted':
      return noteRefund(complaint, event);
    case 'assistNoted':
      return noteAssist(complaint, event.assist);
    case 'contactAttempted':
      return attempted(complaint, event);
    case 'waitStarted':
      return startWait(complaint, event);
    case 'waitEnded':
      return reach({ ...withoutWaiting(complaint, event.atMs), state: 'inProgress' }, 'resumed', event.atMs);
    case 'answered':
      return reach(
        withPeople({
          ...withoutWaiting(complaint, event.atMs),
          state: 'answered',
          preHandleUntilAtMs: null,
          answer: event.answer,
          answeredAtMs: event.atMs,
          replyTime: event.replyTime,
          lateReply: event.replyTime?.inTime === false ? event.replyTime : complaint.lateReply,
          told: null,
          handOver: null,
        }),
        'answered',
        event.atMs,
      );
    case 'customerTold':
      return { ...complaint, told: event.told, nextContactAtMs: event.told.by === 'page' ? complaint.nextContactAtMs : null };
    case 'customerNotTold':
      return { ...complaint, told: event.isAnswer && complaint.told?.by === 'sms' ? null : complaint.told };
    case 'closed':
      return end(complaint, 'closed', event.atMs);
    case 'closedOutOfScope':
      return end({ ...complaint, outOfScope: { reason: event.reason, whereToTurn: event.whereToTurn } }, 'outOfScope', event.atMs);
    case 'withdrawn':
      return end(complaint, 'withdrawn', event.atMs);
    case 'merged':
      return end({ ...complaint, mergedInto: event.intoId }, 'merged', event.atMs);
    case 'chased':
      return { ...complaint, chaseCount: complaint.chaseCount + 1 };
    case 'reopened':
      return reach(
        {
          ...complaint,
          state: 'reopened',
          open: true,
          closedAtMs: null,
          reopenCount: complaint.reopenCount + 1,
          pauses: [],
          agreedTime: null,
          brokenPromise: null,
          disagreedAtMs: event.byCustomer ? event.atMs : complaint.disagreedAtMs,
          told: null,
          clocks: event.clocks ?? complaint.clocks,
          dueAtMs: event.clocks?.replyDueAtMs ?? null,
        },
        'reopened',
        event.atMs,
      );
    case 'corrected':
      return {
        ...complaint,
        category: event.category,
        tier: event.tier,
        urgency: event.urgency,
        concernedMasked: event.concernedMasked,
        need: event.need,
        flags: event.flags,
        repeatOf: event.repeatOf,
      };
    case 'particularsNoted':
      return { ...complaint, particulars: event.particulars };
    case 'linkNamed':
      return { ...complaint, responsible: event.responsible };
    case 'repeatsNoted':
      return { ...complaint, repeatOf: event.repeatOf, flags: event.flags };
    case 'timeAgreed':
      return { ...complaint, agreedTime: event.agreedTime };
    case 'stepsTaken':
      return takeSteps(complaint, event);
    case 'overdueNoted':
      return noteOverdue(complaint, event.overdue);
    case 'overdueTakenBack':
      return takeBackOverdue(complaint, event.overdue);
    case 'reportedLater':
      return { ...complaint, reportedLater: { act: event.act, atMs: event.atMs, receivedAtMs: event.receivedAtMs, unitId: complaint.handlingUnitId } };
    case 'policyApplied':
      return { ...complaint, packVersion: event.version };
    case 'clocksSet':
      return { ...complaint, clocks: event.clocks, dueAtMs: event.clocks.replyDueAtMs };
    case 'rated':
      return { ...complaint, rating: event.rating };
  }
}

/** TEL-3: whoever reaches the customer shows that the number is right. */
function attempted(complaint: Complaint, { result, nextContactAtMs }: Extract<ComplaintEvent, { type: 'contactAttempted' }>): Complaint {
  const isNumberWrong = result === 'wrongNumber' || (complaint.isNumberWrong && result !== 'reached');
  // REC-5: what a customer typed is their number once somebody has spoken to them there.
  const flags = result === 'reached' ? complaint.flags.filter((flag) => flag !== unverified) : complaint.flags;
  return { ...complaint, flags, contactAttemptCount: complaint.contactAttemptCount + 1, nextContactAtMs, isNumberWrong };
}

function assign(complaint: Complaint, assignment: Assignment, atMs: number): Complaint {
  const state: ComplaintState = complaint.state === 'reopened' ? 'reopened' : 'assigned';
  const assigned = {
    ...withoutWaiting(complaint, atMs),
    state,
    handlerUid: assignment.handlerUid,
    handlerName: assignment.handlerName,
    handlingUnitId: assignment.unitId,
    poolHeadUid: assignment.headUid,
    handlingAudience: assignment.unitAudience,
    audience: union(complaint.audience, assignment.unitAudience),
    preHandleUntilAtMs: assignment.preHandleUntilAtMs ?? null,
    handOver: null,
  };
  return reach(withPeople(assigned), 'assigned', atMs);
}

/** Nobody has it until the assignment that follows; a reopened complaint stays visibly reopened meanwhile. */
function release(complaint: Complaint, atMs: number): Complaint {
  const state: ComplaintState = complaint.state === 'reopened' ? 'reopened' : 'recorded';
  return withPeople({
    ...withoutWaiting(complaint, atMs),
    state,
    handlerUid: null,
    handlerName: null,
    poolHeadUid: null,
    preHandleUntilAtMs: null,
    handOver: null,
  });
}

function held(complaint: Complaint, uid: Uid, name: string): Complaint {
  return withPeople({ ...complaint, handlerUid: uid, handlerName: name, poolHeadUid: null });
}

function takeOver(complaint: Complaint, event: Extract<ComplaintEvent, { type: 'handOverAccepted' }>): Complaint {
  const moved: Complaint = {
    ...withoutWaiting(complaint, event.atMs),
    state: 'accepted',
    handOver: null,
    preHandleUntilAtMs: null,
    handlingUnitId: event.unitId,
    handlingAudience: event.unitAudience,
    audience: union(complaint.audience, event.unitAudience),
  };
  return reach(held(moved, event.uid, event.name), 'accepted', event.atMs);
}

/** While a refund is asked for, work in hand waits for the approval; with its outcome it goes on. */
function noteRefund(complaint: Complaint, { refund, atMs }: Extract<ComplaintEvent, { type: 'refundNoted' }>): Complaint {
  const refunds = [...complaint.refunds.filter(({ refundId }) => refundId !== refund.refundId), refund].slice(-refundsKept);
  const isAsked = refunds.some(({ standing }) => standing === 'asked');
  const noted = { ...complaint, refunds };
  if (isAsked && (complaint.state === 'accepted' || complaint.state === 'inProgress'))
    return reach({ ...noted, state: 'awaitingApproval' }, 'awaitingApproval', atMs);
  if (!isAsked && complaint.state === 'awaitingApproval') return reach({ ...noted, state: 'inProgress' }, 'resumed', atMs);
  return noted;
}

/** AST-1: what is asked of others changes nothing else of a complaint. Those that are over give way first. */
function noteAssist(complaint: Complaint, assist: AssistStanding): Complaint {
  const assists = [...complaint.assists.filter(({ assistId }) => assistId !== assist.assistId), assist];
  const [over, pending] = [assists.filter((one) => !isPendingAssist(one)), assists.filter(isPendingAssist)];
  const kept = [...over.slice(-Math.max(1, assistsKept - pending.length)), ...pending];
  return { ...complaint, assists: assists.filter((one) => kept.includes(one)) };
}

function startWait(complaint: Complaint, event: Extract<ComplaintEvent, { type: 'waitStarted' }>): Complaint {
  const state: ComplaintState = event.for === 'customer' ? 'awaitingCustomer' : 'awaitingOther';
  const { sinceAtMs, untilAtMs, pausesClock } = event.waiting;
  const before = withoutWaiting(complaint, event.atMs);
  const pauses = pausesClock && untilAtMs !== null && untilAtMs > sinceAtMs ? [...before.pauses, { sinceAtMs, untilAtMs }] : before.pauses;
  return reach({ ...before, state, waiting: event.waiting, pauses }, state, event.atMs);
}

/** SLA-5: a wait that ends before its time ends its pause with it; what was paused stays paused. */
function withoutWaiting(complaint: Complaint, atMs: number): Complaint {
  if (!complaint.waiting) return complaint;
  const { sinceAtMs, pausesClock } = complaint.waiting;
  const pauses = pausesClock ? complaint.pauses.flatMap((pause) => (pause.sinceAtMs === sinceAtMs ? endedBy(pause, atMs) : pause)) : complaint.pauses;
  return { ...complaint, waiting: null, pauses };
}

function endedBy(pause: Pause, atMs: number): Pause[] {
  const untilAtMs = Math.min(pause.untilAtMs, atMs);
  return untilAtMs > pause.sinceAtMs ? [{ ...pause, untilAtMs }] : [];
}

function takeSteps(complaint: Complaint, { taken, atMs }: Extract<ComplaintEvent, { type: 'stepsTaken' }>): Complaint {
  const ids = taken.map(({ id }) => id);
  const plan = (complaint.clocks?.plan ?? []).map((step) => (ids.includes(step.id) ? { ...step, takenAtMs: atMs } : step));
  const done = plan.filter(({ id }) => ids.includes(id)).map(stepName);
  const stepsTaken = Object.fromEntries(done.map((name) => [name, (complaint.stepsTaken[name] ?? 0) + 1]));
  return { ...complaint, clocks: complaint.clocks && { ...complaint.clocks, plan }, stepsTaken: { ...complaint.stepsTaken, ...stepsTaken } };
}

function noteOverdue(complaint: Complaint, overdue: Overdue): Complaint {
  const { clock, dueAtMs, unitId } = overdue;
  const overdues = [...complaint.overdues, overdue].slice(-overduesKept);
  return { ...complaint, overdues, brokenPromise: complaint.brokenPromise ?? (clock === 'reply' ? { dueAtMs, unitId } : null) };
}

function takeBackOverdue(complaint: Complaint, { clock, dueAtMs }: Pick<Overdue, 'clock' | 'dueAtMs'>): Complaint {
  const overdues = complaint.overdues.filter((known) => known.clock !== clock || known.dueAtMs !== dueAtMs);
  const isPromise = clock === 'reply' && complaint.brokenPromise?.dueAtMs === dueAtMs;
  return { ...complaint, overdues, brokenPromise: isPromise ? null : complaint.brokenPromise };
}

function end(complaint: Complaint, state: ComplaintState & Stage, atMs: number): Complaint {
  return reach(
    withPeople({ ...withoutWaiting(complaint, atMs), state, open: false, closedAtMs: atMs, handOver: null, dueAtMs: null, nextContactAtMs: null }),
    state,
    atMs,
  );
}

function reach(complaint: Complaint, stage: Stage, atMs: number): Complaint {
  const milestone: Milestone = { stage, atMs, unitId: stage === 'recorded' ? complaint.receivingUnitId : complaint.handlingUnitId };
  const [first, ...later] = [...complaint.milestones, milestone];
  return { ...complaint, milestones: first ? [first, ...later.slice(-(milestonesKept - 1))] : [] };
}

/** The people who keep seeing it wherever it goes (OWN-7): owner, handler, and both sides of a hand-over. */
function withPeople(complaint: Complaint): Complaint {
  const handOver = complaint.handOver;
  const people = [complaint.ownerUid, complaint.handlerUid, handOver?.fromUid ?? null, handOver?.toUid ?? null];
  return { ...complaint, people: [...new Set(people.filter((uid) => uid !== null))] };
}

function withFlags(complaint: Complaint, flags: readonly string[]): string[] {
  return union(complaint.flags, flags);
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}
