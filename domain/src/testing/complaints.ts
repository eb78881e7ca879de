import { hourMs } from '../calendar/day.ts';
import type { Assignment } from '../complaint/intake/assignment.ts';
import { reclock, startClocks } from '../complaint/time/clocks.ts';
import { type Complaint, complaintFromRecording } from '../complaint/complaint.ts';
import type { ComplaintState } from '../complaint/complaint-values.ts';
import type { ComplaintEvent } from '../complaint/event.ts';
import { evolveAll } from '../complaint/evolve.ts';
import { replyTimeOf } from '../complaint/time/overdue.ts';
import { buildRecording, type RecordingForm, type RecordingOrigin } from '../complaint/intake/recording.ts';
import { at, calendar, staff, telecom, unitOf } from './organisation.ts';

export const complaintId = 'b1f6a1f0-0000-4000-8000-000000000001';
export const token = 'AbCdEfGhIjKlMnOpQrStUv';
export const customerName = '王小明';
export const customerPhone = '13800001001';

/** A Friday morning without a holiday near. */
export const recordedAtMs = at('2026-11-20 09:00');

export function formOf(changes: Partial<RecordingForm> = {}): RecordingForm {
  return {
    name: customerName,
    phone: customerPhone,
    address: '健康东路1号',
    channel: 'outlet',
    category: 'T01-05',
    tier: 'ordinary',
    homeRegion: '320812',
    urgency: null,
    mailItem: '',
    mailService: null,
    what: '话费里有一笔代收费,没有订过。',
    occurredAtMs: recordedAtMs - 24 * hourMs,
    asks: ['refund', 'explanation'],
    ...changes,
  };
}

export function originOf(changes: Partial<RecordingOrigin> = {}): RecordingOrigin {
  return {
    id: complaintId,
    token,
    recorder: staff.owner,
    pack: telecom,
    capturedAtMs: recordedAtMs,
    clockOffsetMs: 0,
    photoCount: 0,
    earlierIds: [],
    ...changes,
  };
}

/** As the phone writes it: nothing but the recording. */
export function justRecorded(form: Partial<RecordingForm> = {}, origin: Partial<RecordingOrigin> = {}): Complaint {
  return complaintFromRecording(buildRecording(formOf(form), originOf(origin)).recording, [...unitOf('outlet').audience]);
}

export function assignmentTo(unitId: string, handler: { uid: string; name: string } | null): Assignment {
  const unit = unitOf(unitId);
  return {
    route: 'homeRegion',
    unitId,
    unitAudience: [...unit.audience],
    handlerUid: handler?.uid ?? null,
    handlerName: handler?.name ?? null,
    headUid: handler ? null : unit.headUid,
  };
}

export function evolvedBy(complaint: Complaint, ...events: ComplaintEvent[]): Complaint {
  return evolveAll(complaint, events);
}

/** Taken in by the server and given to somebody, or to the pool of the branch. */
export function taken(complaint: Complaint, handler: { uid: string; name: string } | null): Complaint {
  const clocks = startClocks(complaint, { atMs: recordedAtMs, trusted: true }, telecom, calendar);
  return evolvedBy(
    complaint,
    { type: 'received', atMs: recordedAtMs, flags: [], repeatOf: [], clocks },
    { type: 'assigned', atMs: recordedAtMs, assignment: assignmentTo('branch', handler) },
  );
}

export const answer = {
  text: '已核实并退费。',
  checklist: [
    { ask: 'refund' as const, result: 'met' as const },
    { ask: 'explanation' as const, result: 'met' as const },
  ],
  howGiven: '次月账单减免',
  byUid: staff.handler.uid,
  byName: staff.handler.name,
  atMs: recordedAtMs + 3 * hourMs,
};

/** What leads from a complaint just given to somebody to each state; the pool can be in those that need no handler. */
const wayTo: Record<ComplaintState, (complaint: Complaint, atMs: number) => ComplaintEvent[]> = {
  recorded: (complaint, atMs) => [{ type: 'handlerReleased', atMs, uid: complaint.handlerUid ?? '' }],
  assigned: () => [],
  accepted: (_, atMs) => [{ type: 'accepted', atMs, uid: staff.handler.uid, name: staff.handler.name }],
  inProgress: (complaint, atMs) => [...wayTo.accepted(complaint, atMs), { type: 'workStarted', atMs }],
  awaitingCustomer: (complaint, atMs) => [
    ...wayTo.accepted(complaint, atMs),
    { type: 'waitStarted', atMs, for: 'customer', waiting: { reason: '请提供账单', whom: null, sinceAtMs: atMs, untilAtMs: null, pausesClock: false } },
  ],
  awaitingOther: (complaint, atMs) => [
    ...wayTo.accepted(complaint, atMs),
    { type: 'waitStarted', atMs, for: 'other', waiting: { reason: '核实订购记录', whom: '合作方', sinceAtMs: atMs, untilAtMs: null, pausesClock: false } },
  ],
  awaitingApproval: (complaint, atMs) => [
    ...wayTo.accepted(complaint, atMs),
    {
      type: 'refundNoted',
      atMs,
      refund: { refundId: 'c1f6a1f0-0000-4000-8000-000000000001', amountFen: 3500, form: 'balanceCredit', standing: 'asked', atMs },
    },
  ],
  answered: (complaint) => [{ type: 'answered', atMs: answer.atMs, answer, replyTime: replyTimeOf(complaint, answer.atMs, telecom) }],
  closed: (complaint, atMs) => [...wayTo.answered(complaint, atMs), { type: 'closed', atMs: answer.atMs + hourMs }],
  reopened: (complaint, atMs) => [
    ...wayTo.closed(complaint, atMs),
    {
      type: 'reopened',
      atMs: answer.atMs + 2 * hourMs,
      byCustomer: true,
      clocks: reclock({ ...complaint, disagreedAtMs: answer.atMs + 2 * hourMs }, answer.atMs, telecom, calendar, answer.atMs + 2 * hourMs),
    },
  ],
  outOfScope: (_, atMs) => [{ type: 'closedOutOfScope', atMs, reason: '不属本公司业务', whereToTurn: '消费者协会 12315' }],
  merged: (_, atMs) => [{ type: 'merged', atMs, intoId: 'b1f6a1f0-0000-4000-8000-000000000002' }],
  withdrawn: (_, atMs) => [{ type: 'withdrawn', atMs }],
};

/** A complaint of the branch's handler, one hour after it was recorded. */
export function complaintIn(state: ComplaintState): Complaint {
  return grown(taken(justRecorded(), staff.handler), state);
}

/** The same with nobody in particular: the pool of the branch has it. */
export function poolComplaintIn(state: ComplaintState): Complaint {
  return grown(taken(justRecorded(), null), state);
}

/** The same while it is offered to a person at the billing centre. */
export function offeredComplaintIn(state: ComplaintState): Complaint {
  return offered(complaintIn(state), staff.receiver);
}

/** OWN-8: the same while its customer stands before the manager of the outlet that received it. */
export function ledComplaintIn(state: ComplaintState): Complaint {
  const { owner, manager } = staff;
  const ledToManager = { byUid: owner.uid, byName: owner.name, uids: [manager.uid], atMs: recordedAtMs + hourMs };
  return evolvedBy(complaintIn(state), { type: 'ledToManager', atMs: ledToManager.atMs, ledToManager });
}

export function offered(complaint: Complaint, to: { uid: string; name: string } | null): Complaint {
  const handOver = {
    fromUid: staff.handler.uid,
    fromName: staff.handler.name,
    toUnitId: 'billing',
    toUid: to?.uid ?? null,
    toName: to?.name ?? null,
    reason: '账务核实',
    offeredAtMs: recordedAtMs + hourMs,
  };
  return evolvedBy(complaint, {
    type: 'handOverOffered',
    atMs: recordedAtMs + hourMs,
    handOver,
    toAudience: unitOf('billing').audience,
    headUid: 'billing-head',
    isGreen: false,
  });
}

function grown(complaint: Complaint, state: ComplaintState): Complaint {
  return evolvedBy(complaint, ...wayTo[state](complaint, recordedAtMs + hourMs));
}
