import type { Assignment } from './assignment.ts';
import type { Complaint, ComplaintState, Milestone, Stage } from './complaint.ts';
import type { ComplaintEvent } from './event.ts';

/** The oldest milestones after the first give way beyond this many, so that a complaint cannot outgrow its document. */
const milestonesKept = 40;
/** Of refunds, likewise. */
const refundsKept = 20;

/** Applies the events of one journal entry. An entry that changed nothing leaves even `seq` alone. */
export function evolveAll(complaint: Complaint, events: readonly ComplaintEvent[]): Complaint {
  if (events.length === 0) return complaint;
  const last = events.at(-1);
  const evolved = events.reduce(evolve, complaint);
  return { ...evolved, seq: complaint.seq + 1, updatedAtMs: Math.max(complaint.updatedAtMs, last?.atMs ?? 0) };
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
          nextDueAtMs: event.clocks.acceptDueAtMs,
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
      return release({ ...complaint, bounceCount: complaint.bounceCount + (event.type === 'returned' ? 1 : 0) });
    case 'ownershipMoved':
      return withPeople({ ...complaint, ownerUid: event.uid, ownerName: event.name });
    case 'handOverOffered':
      return withPeople({
        ...complaint,
        handOver: event.handOver,
        bounceCount: complaint.bounceCount + 1,
        audience: union(complaint.audience, event.toAudience),
      });
    case 'handOverAccepted':
      return takeOver(complaint, event);
    case 'handOverDeclined':
      return withPeople({ ...complaint, handOver: null });
    case 'passedAround':
      return { ...complaint, flags: withFlags(complaint, ['passed-around']) };
    case 'workStarted':
      return { ...complaint, state: 'inProgress' };
    case 'noted':
    case 'informationAdded':
      return complaint;
    case 'causeConfirmed':
      return { ...complaint, cause: event.cause };
    case 'refundNoted':
      return noteRefund(complaint, event);
    case 'contactAttempted':
      return { ...complaint, contactAttemptCount: complaint.contactAttemptCount + 1 };
    case 'waitStarted':
      return startWait(complaint, event);
    case 'waitEnded':
      return reach({ ...complaint, state: 'inProgress', waiting: null }, 'resumed', event.atMs);
    case 'answered':
      return reach(
        withPeople({ ...complaint, state: 'answered', answer: event.answer, waiting: null, handOver: null, nextDueAtMs: null }),
        'answered',
        event.atMs,
      );
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
          dueAtMs: event.replyDueAtMs,
          nextDueAtMs: event.replyDueAtMs,
        },
        'reopened',
        event.atMs,
      );
    case 'rated':
      return { ...complaint, rating: event.rating };
  }
}

function assign(complaint: Complaint, assignment: Assignment, atMs: number): Complaint {
  const state: ComplaintState = complaint.state === 'reopened' ? 'reopened' : 'assigned';
  const assigned = {
    ...complaint,
    state,
    handlerUid: assignment.handlerUid,
    handlerName: assignment.handlerName,
    handlingUnitId: assignment.unitId,
    poolHeadUid: assignment.headUid,
    handlingAudience: assignment.unitAudience,
    audience: union(complaint.audience, assignment.unitAudience),
    handOver: null,
    waiting: null,
  };
  return reach(withPeople(assigned), 'assigned', atMs);
}

/** Nobody has it until the assignment that follows; a reopened complaint stays visibly reopened meanwhile. */
function release(complaint: Complaint): Complaint {
  const state: ComplaintState = complaint.state === 'reopened' ? 'reopened' : 'recorded';
  return withPeople({ ...complaint, state, handlerUid: null, handlerName: null, poolHeadUid: null, handOver: null, waiting: null });
}

function held(complaint: Complaint, uid: string, name: string): Complaint {
  return withPeople({ ...complaint, handlerUid: uid, handlerName: name, poolHeadUid: null, nextDueAtMs: complaint.dueAtMs });
}

function takeOver(complaint: Complaint, event: Extract<ComplaintEvent, { type: 'handOverAccepted' }>): Complaint {
  const moved: Complaint = {
    ...complaint,
    state: 'accepted',
    handOver: null,
    waiting: null,
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

function startWait(complaint: Complaint, event: Extract<ComplaintEvent, { type: 'waitStarted' }>): Complaint {
  const state: ComplaintState = event.for === 'customer' ? 'awaitingCustomer' : 'awaitingOther';
  return reach({ ...complaint, state, waiting: event.waiting }, state, event.atMs);
}

function end(complaint: Complaint, state: ComplaintState & Stage, atMs: number): Complaint {
  return reach(
    withPeople({ ...complaint, state, open: false, closedAtMs: atMs, waiting: null, handOver: null, dueAtMs: null, nextDueAtMs: null }),
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
