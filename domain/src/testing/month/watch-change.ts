import { dayMs, hourMs, minuteMs } from '../../calendar/day.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import type { ComplaintEvent } from '../../complaint/event.ts';
import type { TakenStep } from '../../complaint/time/taken-step.ts';
import type { Staff } from '../../organisation/staff.ts';
import { note, type Stored, type World } from './world.ts';

const statutoryDays = 15;
const trustWindowMs = 72 * hourMs;
/** So far apart may two clocks seem that are both right. */
const clocksDifferMs = 10_000;

/** What was wrong, with the seed that shows it again and the whole journal of the complaint. */
export function failure({ seed, nowMs }: World, { complaint, journal }: Stored, what: string): Error {
  const lines = [...journal.values()].map(({ id, type, uid, captured, outcome, events }) =>
    [wallClock(captured.receivedAtMs), id, type, uid ?? '-', outcome, events.map(wordsOf).join(' ')].join('  '),
  );
  const { id, state, handlerUid, ownerUid, overdues, pauses, clocks, nextDueAtMs } = complaint;
  const standing = JSON.stringify({ state, handlerUid, ownerUid, nextDueAtMs, overdues, pauses, clocks });
  return new Error([`seed ${seed}, ${wallClock(nowMs)}, complaint ${id}: ${what}`, ...lines, standing].join('\n'));
}

function wordsOf(event: ComplaintEvent): string {
  return event.type === 'stepsTaken' ? event.taken.map(({ id, toldUid }) => `${id}→${toldUid ?? 'nobody'}`).join(' ') : event.type;
}

function wallClock(atMs: number): string {
  return new Date(atMs + 8 * hourMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** What must be true after each commit, said without looking at how decisions are made. */
export function watchChange(world: World, stored: Stored, before: Complaint, events: readonly ComplaintEvent[], arrivedAtMs: number): void {
  const fault = faultsOfSteps(world, stored, events) ?? faultOfClocks(world, stored) ?? faultOfEvents(world, stored, before, events);
  if (fault) throw failure(world, stored, fault);
  followPromise(stored, before, events, arrivedAtMs);
}

/** SLA-7: whatever is promised after a promise has run out, it has run out. */
function followPromise(stored: Stored, before: Complaint, events: readonly ComplaintEvent[], arrivedAtMs: number): void {
  const isRunning = before.open && before.state !== 'answered' && before.dueAtMs !== null;
  if (isRunning && before.dueAtMs !== null && arrivedAtMs > before.dueAtMs) stored.ranOutAtMs ??= before.dueAtMs;
  if (events.some(({ type }) => type === 'reopened')) stored.ranOutAtMs = null;
}

/** SLA-6: each step once in any journal, and told to whom it belongs. */
function faultsOfSteps(world: World, stored: Stored, events: readonly ComplaintEvent[]): string | null {
  const { stepIds, complaint } = stored;
  for (const event of events) {
    if (event.type === 'reopened') stored.hasDisagreed ||= event.byCustomer;
    if (event.type !== 'stepsTaken') continue;
    if (event.taken.length > 1) note(world, 'several steps at once');
    for (const step of event.taken) {
      note(world, `step ${step.clock} ${step.level}`);
      if (step.clock === 'statutory') stored.legalTellings += 1;
      if (step.passedOver.some(({ reason }) => reason === 'onLeave')) note(world, 'on leave, passed over');
      if (stepIds.has(step.id)) return `step ${step.id} twice`;
      stepIds.add(step.id);
      const fault = faultOfStepNotice(world, complaint, step, event.by) ?? (event.by === 'schedule' ? faultOfLevel(complaint, step) : null);
      if (fault) return fault;
    }
  }
  return null;
}

/** Whatever comes first of a clock is taken with what comes after it or before: never later. */
function faultOfLevel({ clocks }: Complaint, { id, clock, level }: TakenStep): string | null {
  const left = clocks?.plan.find((step) => step.clock === clock && step.level < level && step.takenAtMs === null);
  return left ? `${id} is taken and ${left.id} is still to come` : null;
}

/** ORG-4, SLA-4, SLA-6: whoever is told is there, it is no night, and nobody is told only where nobody is there. */
function faultOfStepNotice(
  { staff, nowMs }: World,
  complaint: Complaint,
  { clock, toldUid, toldPost, id }: TakenStep,
  by: 'schedule' | 'person',
): string | null {
  const person = staff.get(toldUid ?? '');
  if (toldPost !== 'handler' && person && !(person.active && person.onDuty)) return `${id} tells ${person.uid}, who is not there`;
  if (toldPost === 'handler' && person && !(person.active && person.onDuty) && [...staff.values()].some(isLeaderThere))
    return `${id} tells its handler ${person.uid}, who is not there, and nobody else`;
  if (toldUid === null && [...staff.values()].some(isLeaderThere)) return `${id} tells nobody`;
  if (isNight(nowMs) && by === 'schedule' && clock !== 'dispatch' && complaint.urgency !== 'critical') return `${id} is told at night`;
  return null;
}

function isLeaderThere({ role, unitId, active, onDuty }: Staff): boolean {
  return role === 'companyLeader' && unitId === 'city' && active && onDuty;
}

/** TIME, SLA-1, SLA-8: an honest start, and a promise that no pause and no agreement moves beyond the law's time. */
function faultOfClocks({ nowMs }: World, stored: Stored): string | null {
  const { complaint, toldAtMs } = stored;
  const { clocks, dueAtMs, receivedAtMs, open, state, nextDueAtMs, nextContactAtMs, capturedAtMs, clockOffsetMs, preHandleUntilAtMs } = complaint;
  if (!clocks) return 'no clocks';
  const claimedAtMs = capturedAtMs + clockOffsetMs;
  const isCredible = claimedAtMs >= receivedAtMs - trustWindowMs && claimedAtMs <= receivedAtMs + clocksDifferMs;
  if (clocks.startTrusted !== isCredible || clocks.startAtMs !== (isCredible ? Math.min(claimedAtMs, receivedAtMs) : receivedAtMs))
    return 'the start is not the honest moment';
  if (clockOffsetMs !== 0 && Math.abs(claimedAtMs - toldAtMs) < minuteMs && isCredible && Math.abs(clocks.startAtMs - toldAtMs) > minuteMs)
    return 'the start is not when it was told';
  if (complaint.flags.includes('clock-untrusted') === isCredible) return 'a start that is not believed is not marked';
  const statutoryMs = statutoryEndMs(clocks.startAtMs);
  const binds = lawBindsStill(stored);
  if (clocks.statutoryDueAtMs !== statutoryMs) return 'the statutory end has moved';
  if (!open) return dueAtMs === null && nextDueAtMs === null ? null : 'what has ended still falls due';
  if (dueAtMs === null || (binds && dueAtMs > statutoryMs)) return 'due after the statutory end, or never';
  if (state === 'answered') return nextDueAtMs === null || nextContactAtMs !== null ? null : 'an answer does not stop the clocks';
  if (nextDueAtMs === null && binds && nowMs <= statutoryMs) return 'nothing will ever come up again';
  if (nextDueAtMs !== null && isNight(nextDueAtMs) && nextDueAtMs !== preHandleUntilAtMs && complaint.urgency !== 'critical')
    return 'something comes up at night';
  if (preHandleUntilAtMs !== null && (nextDueAtMs ?? preHandleUntilAtMs + 1) > preHandleUntilAtMs) return 'the desk would keep it';
  return faultOfPauses(complaint) ?? faultOfPromise(complaint, binds);
}

/** SLA-5: pauses follow each other, and none goes on after the wait that it belongs to. */
function faultOfPauses({ state, pauses, waiting, updatedAtMs }: Complaint): string | null {
  if ((waiting !== null) !== (state === 'awaitingCustomer' || state === 'awaitingOther')) return 'a wait and its state are not one';
  for (const [index, { sinceAtMs, untilAtMs }] of pauses.entries()) {
    const before = pauses[index - 1];
    if (untilAtMs <= sinceAtMs || (before && before.untilAtMs > sinceAtMs)) return 'pauses overlap';
    if (waiting === null && untilAtMs > updatedAtMs) return 'a pause outlives its wait';
  }
  return null;
}

/** SLA-1, SLA-2: the operator's own hours from the start of the run, what was paused added, nights put off to the morning. */
function faultOfPromise({ category, clocks, pauses, agreedTime, urgency, tier }: Complaint, binds: boolean): string | null {
  if (!clocks || clocks.rule === 'SLA-3' || agreedTime) return null;
  const hours = clocks.rule === 'SLA-2' ? { critical: 8, urgent: 24, normal: 48 }[urgency ?? 'normal'] : ({ vip: 8, goTone: 24 }[tier] ?? 48);
  let dueMs = clocks.runStartAtMs + hours * hourMs;
  for (const { sinceAtMs, untilAtMs } of pauses) {
    if (sinceAtMs < dueMs) dueMs += Math.max(0, untilAtMs - Math.max(sinceAtMs, clocks.runStartAtMs));
  }
  if (dueMs !== clocks.ownReplyDueAtMs) return `the own clock is not ${hours} hours and its pauses`;
  const promisedMs = binds ? Math.min(outOfNight(dueMs), clocks.statutoryDueAtMs) : outOfNight(dueMs);
  // Telecom Regulations 32: a line out of order is mended within 48 hours of being told, where nobody has said that it is in the country.
  const repairMs = ['T05-02', 'T05-04'].includes(category) ? clocks.startAtMs + 48 * hourMs : 0;
  const soonestMs = repairMs > clocks.runStartAtMs ? Math.min(promisedMs, repairMs) : promisedMs;
  return soonestMs === clocks.replyDueAtMs ? null : 'the promise is not the own clock out of the night';
}

/** SLA-4: from 22:00 to 08:00 in the operator's zone. */
function isNight(atMs: number): boolean {
  return outOfNight(atMs) !== atMs;
}

function outOfNight(atMs: number): number {
  const midnightMs = midnightBefore(atMs);
  if (atMs < midnightMs + 8 * hourMs) return midnightMs + 8 * hourMs;
  return atMs < midnightMs + 22 * hourMs ? atMs : midnightMs + 32 * hourMs;
}

/** SLA-8, APL-1: the end of the fifteenth day after the one on which it was recorded first. */
export function statutoryEndMs(startAtMs: number): number {
  return midnightBefore(startAtMs) + (statutoryDays + 1) * dayMs - 1;
}

function midnightBefore(atMs: number): number {
  return atMs - ((atMs + 8 * hourMs) % dayMs);
}

function faultOfEvents(world: World, stored: Stored, before: Complaint, events: readonly ComplaintEvent[]): string | null {
  for (const event of events) {
    if (event.type === 'assigned') {
      note(world, `assigned ${event.assignment.route}`);
      const fault = faultOfAssignment(world, before, event);
      if (fault) return fault;
    }
    if (event.type === 'answered' && before.dueAtMs !== null) {
      note(world, stored.complaint.replyTime?.inTime === false ? 'answered late' : 'answered in time');
      const fault = faultOfAnswer(stored, before, event.atMs);
      if (fault) return fault;
    }
    if (event.type === 'overdueTakenBack') note(world, `taken back ${event.overdue.clock}`);
    if (event.type === 'reportedLater') note(world, `reported later ${event.act}`);
    if (event.type === 'overdueNoted') note(world, `overdue ${event.overdue.clock} ${event.overdue.cause}`);
  }
  return null;
}

/** ORG-4: work goes to somebody who is there, or to a pool whose head is told: never to nobody. */
function faultOfAssignment({ staff }: World, before: Complaint, { assignment }: Extract<ComplaintEvent, { type: 'assigned' }>): string | null {
  const { handlerUid, headUid, route } = assignment;
  if (route === 'levelUp' && handlerUid === (before.handlerUid ?? before.poolHeadUid)) return `it goes one level up to ${handlerUid}, who has it`;
  if (handlerUid === null) return headUid === null ? 'it lies in a pool and nobody is told' : null;
  const handler = staff.get(handlerUid);
  return handler?.active && handler.onDuty ? null : `it is given to ${handlerUid}, who is not there`;
}

/** SLA-6, SLA-8: an answer after its time leaves the fact with a cause, and nobody passes the law's time in silence. */
function faultOfAnswer(stored: Stored, before: Complaint, atMs: number): string | null {
  const { overdues, replyTime, lateReply } = stored.complaint;
  const { clocks, dueAtMs } = before;
  if (!clocks || dueAtMs === null) return 'answered without a clock';
  const promisedAtMs = stored.ranOutAtMs !== null && stored.ranOutAtMs < atMs ? stored.ranOutAtMs : dueAtMs;
  const inTime = atMs <= promisedAtMs;
  if (atMs < clocks.runStartAtMs) return 'answered before there was anything to answer';
  if (replyTime?.inTime !== inTime || replyTime.dueAtMs !== promisedAtMs) return 'the answer does not know whether it was in time';
  if (lateReply !== (inTime ? before.lateReply : replyTime)) return 'what was late before is no longer late, or what is late now is not';
  if (!inTime && !overdues.some((fact) => fact.clock === 'reply' && fact.dueAtMs === promisedAtMs)) return 'answered late without a fact';
  if (overdues.some((fact) => fact.clock === 'reply' && fact.dueAtMs >= atMs)) return 'an answer in time leaves a fact of what it was in time for';
  if (lawBindsStill(stored) && atMs > clocks.statutoryDueAtMs && !isLegalBreachKnown(stored, clocks.statutoryDueAtMs))
    return 'answered after the statutory end in silence';
  return null;
}

/** APL-1: not once the customer has disagreed, who may appeal at once, and not in a run that began when it was over. */
export function lawBindsStill({ complaint: { clocks }, hasDisagreed }: Stored): boolean {
  return clocks !== null && !hasDisagreed && clocks.runStartAtMs <= statutoryEndMs(clocks.startAtMs);
}

/** Whether a breach of the law's time stands as a fact and somebody above was told of it. */
export function isLegalBreachKnown({ complaint, legalTellings }: Stored, statutoryDueAtMs: number): boolean {
  return legalTellings > 0 && complaint.overdues.some(({ clock, dueAtMs }) => clock === 'statutory' && dueAtMs === statutoryDueAtMs);
}
