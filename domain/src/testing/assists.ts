import { hourMs } from '../calendar/day.ts';
import type { Assist } from '../assist/assist.ts';
import { untouchedAssist } from '../assist/assist.ts';
import type { AssistContext, AssistFacts } from '../assist/assist-context.ts';
import type { AssistCommand, AssistSystemCommand } from '../assist/command.ts';
import { decideAssist } from '../assist/decide.ts';
import { evolveAssist } from '../assist/evolve.ts';
import type { AssistActor } from '../assist/relation.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { complaintIn, complaintId, recordedAtMs } from './complaints.ts';
import { calendar, person, staff, telecom, units } from './organisation.ts';

export const assistId = 'a1f6a1f0-0000-4000-8000-000000000001';
export const assistAskedAtMs = recordedAtMs + 2 * hourMs;

/** People of the unit that is asked, and of customer service. */
export const engineer = person('engineer', 'networkEngineer', 'network');
export const secondEngineer = person('engineer-2', 'networkEngineer', 'network');
export const networkHead = person('network-head', 'departmentHead', 'network');
export const billingClerk = person('billing-clerk', 'departmentHandler', 'billing');
export const supervisor = person('supervisor', 'complaintSupervisor', 'centre');

/** As the handler's phone writes it. */
export function requestedAssist(changes: Partial<Assist> = {}): Assist {
  return {
    ...untouchedAssist,
    id: assistId,
    pack: 'telecom',
    packVersion: telecom.version,
    complaintId,
    toUnitId: 'network',
    outside: null,
    question: '请核实该小区的基站告警',
    shares: ['what', 'category'],
    wantedAtMs: null,
    requesterUid: staff.handler.uid,
    requesterName: staff.handler.name,
    requesterUnitId: staff.handler.unitId,
    capturedAtMs: assistAskedAtMs,
    clockOffsetMs: 0,
    receivedAtMs: assistAskedAtMs,
    people: [staff.handler.uid],
    audience: [...staff.handler.audience],
    ...changes,
  };
}

export function factsOf(changes: Partial<AssistFacts> = {}): AssistFacts {
  return {
    pack: telecom,
    calendar,
    units,
    complaint: complaintIn('inProgress'),
    requester: staff.handler,
    headUid: networkHead.uid,
    arbiterUids: [supervisor.uid],
    ...changes,
  };
}

export function contextAt(actor: AssistActor, atMs = assistAskedAtMs, changes: Partial<AssistFacts> = {}): AssistContext {
  return { actor, atMs, facts: factsOf(changes) };
}

/** What comes of a command that is not refused. */
export function done(assist: Assist, command: AssistCommand | AssistSystemCommand, context: AssistContext): Assist {
  const decision = decideAssist(assist, command, context);
  if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal.code}`);
  return evolveAssist(assist, decision.events);
}

export const bySystem: AssistActor = { kind: 'system' };

export function asStaff(who: typeof engineer): AssistActor {
  return { kind: 'staff', staff: who };
}

export function askedAssistOf(changes: Partial<Assist> = {}, complaint: Complaint = complaintIn('inProgress')): Assist {
  return done(requestedAssist(changes), { type: 'receive' }, contextAt(bySystem, assistAskedAtMs, { complaint }));
}
