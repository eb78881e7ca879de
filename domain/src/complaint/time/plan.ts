import { lifeThreat } from '../intake/attention-words.ts';
import type { EpochMs } from '../../kernel/brand.ts';
import { addDays, dayOf, hourMs, minuteMs, startOfDayMs } from '../../calendar/day.ts';
import { beforeQuietMs, lastAllowedMs, nextAllowedMs, timeOfDayMs } from '../../calendar/quiet-hours.ts';
import { addRunning, type Pause, pausedBetween } from '../../calendar/running-time.ts';
import { isGreen } from '../../policy/green-channel.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Clocks, Complaint, HandOver, PlannedStep } from '../complaint.ts';

type Planned = Pick<
  Complaint,
  'urgency' | 'tier' | 'flags' | 'agreedTime' | 'disagreedAtMs' | 'waiting' | 'handOver' | 'nextContactAtMs' | 'preHandleUntilAtMs' | 'stepsTaken'
> & {
  pauses: readonly Pause[];
};
type Moment = Pick<PlannedStep, 'clock' | 'level' | 'atMs'>;
/** With the beginning of its clock where it warns of that clock's end. */
type LoudMoment = Moment & { warnsSinceMs?: EpochMs };

/**
 * What the schedule will do if nobody does anything, in the order of time (SLA-6): the pack's fractions of each clock, out of quiet hours unless the pack calls
 * the complaint critical, warnings before them and all else after them. A step that was taken stays taken where its moment is past or as it was (a person can take
 * one early); one whose moment has moved ahead comes again, under a new id.
 */
export function planSteps(complaint: Planned, clocks: Omit<Clocks, 'plan'>, pack: Pack, nowMs: EpochMs, before: readonly PlannedStep[] = []): PlannedStep[] {
  const loud: LoudMoment[] = [
    ...replyMoments(complaint, clocks, pack),
    ...fractionsOf('accept', clocks.runStartAtMs, clocks.acceptDueAtMs, pack),
    ...handOverMoments(complaint, pack),
    ...endOf('wait', complaint.waiting?.untilAtMs ?? null),
    ...contactMoments(complaint, pack),
  ];
  const moments: Moment[] = [
    ...loud.map(({ warnsSinceMs, ...moment }) => (isCritical(complaint, pack) ? moment : { ...moment, atMs: outOfQuiet(moment.atMs, warnsSinceMs, pack) })),
    ...(lawBinds(complaint, clocks) ? statutoryMoments(clocks, pack) : []),
    ...endOf('dispatch', complaint.preHandleUntilAtMs),
  ];
  return moments.map((moment) => keepTaken(moment, complaint.stepsTaken, before, nowMs)).sort((one, other) => one.atMs - other.atMs || one.level - other.level);
}

/**
 * SLA-4: whoever is warned of an end is warned before the night, in time for a run of the schedule, since after it the end may have come. Where the clock began
 * too late for that, and for whatever does not warn, it is the end of the night.
 */
function outOfQuiet(atMs: number, warnsSinceMs: EpochMs | undefined, { clocks: { quietHours }, escalation }: Pack): number {
  if (warnsSinceMs === undefined || lastAllowedMs(atMs, quietHours) <= warnsSinceMs) return nextAllowedMs(atMs, quietHours);
  return Math.max(warnsSinceMs, beforeQuietMs(atMs, quietHours, escalation.atNight.beforeMinutes * minuteMs));
}

/**
 * Whether the law's time runs in this run (SLA-8, APL-1). It began with the recording and is never given anew: a customer who disagrees has had their answer and may
 * appeal at once, and a run that begins after its end has nothing left of it.
 */
export function lawBinds(
  { disagreedAtMs }: Pick<Complaint, 'disagreedAtMs'>,
  { runStartAtMs, statutoryDueAtMs }: Pick<Clocks, 'runStartAtMs' | 'statutoryDueAtMs'>,
): boolean {
  return disagreedAtMs === null && statutoryDueAtMs >= runStartAtMs;
}

/** Whether people may be told of it at night (SLA-4): what the pack says, and a threat to life always (CRI-4). */
export function isCritical({ urgency, flags }: Pick<Complaint, 'urgency' | 'flags'>, { escalation }: Pack): boolean {
  if (flags.includes(lifeThreat)) return true;
  return (urgency !== null && escalation.atNight.urgencies.includes(urgency)) || flags.some((flag) => escalation.atNight.flags.includes(flag));
}

/**
 * Up to the end, fractions of the time that the clock runs; after it, of the operator's own time, so that a time agreed for next week does not make those above
 * wait for weeks, and one agreed for the next hour does not reach the leadership within the day.
 */
function replyMoments({ pauses, agreedTime }: Planned, clocks: Omit<Clocks, 'plan'>, pack: Pack): LoudMoment[] {
  const startMs = agreedTime?.atMs ?? clocks.runStartAtMs;
  const dueAtMs = clocks.replyDueAtMs;
  const runningMs = Math.max(0, dueAtMs - startMs - pausedBetween(startMs, dueAtMs, pauses));
  const ownMs = clocks.ownReplyDueAtMs - clocks.runStartAtMs - pausedBetween(clocks.runStartAtMs, clocks.ownReplyDueAtMs, pauses);
  const beyondMs = agreedTime ? ownMs : Math.min(runningMs, ownMs);
  return pack.escalation.reply.map(({ fraction }, index) => ({
    clock: 'reply',
    level: index + 1,
    atMs: fraction < 1 ? addRunning(startMs, Math.round(fraction * runningMs), pauses) : addRunning(dueAtMs, Math.round((fraction - 1) * beyondMs), pauses),
    ...(fraction < 1 && { warnsSinceMs: startMs }),
  }));
}

function fractionsOf(clock: 'accept' | 'handOver', startMs: number, dueAtMs: EpochMs, pack: Pack): LoudMoment[] {
  return pack.escalation[clock].map(({ fraction }, index) => ({
    clock,
    level: index + 1,
    atMs: startMs + Math.round(fraction * (dueAtMs - startMs)),
    ...(fraction < 1 && { warnsSinceMs: startMs }),
  }));
}

/** At the end of quiet hours on the day, so that there is a working day left to do something about it. */
function statutoryMoments({ statutoryDueAtMs }: Omit<Clocks, 'plan'>, pack: Pack): Moment[] {
  const morningOf = (daysBefore: number) => startOfDayMs(addDays(dayOf(statutoryDueAtMs), -daysBefore)) + timeOfDayMs(pack.clocks.quietHours.to);
  return pack.escalation.statutory.map(({ daysBefore }, index) => ({ clock: 'statutory', level: index + 1, atMs: morningOf(daysBefore) }));
}

/** GRN-1: by the green channel there is less time to take it. */
function handOverMoments({ handOver, ...complaint }: Pick<Complaint, 'handOver' | 'tier' | 'flags'>, pack: Pack): LoudMoment[] {
  if (!handOver) return [];
  return fractionsOf('handOver', handOver.offeredAtMs, handOverDueMs({ ...complaint, handOver }, pack), pack);
}

/** By when an offered hand-over is to be taken or declined (OWN-6, GRN-1). */
export function handOverDueMs({ handOver, ...complaint }: Pick<Complaint, 'tier' | 'flags'> & { handOver: HandOver }, pack: Pack): EpochMs {
  const minutes = pack.greenChannel !== null && isGreen(complaint, pack) ? pack.greenChannel.acceptMinutes : pack.clocks.handOverMinutes;
  return handOver.offeredAtMs + minutes * minuteMs;
}

/** Before a promised call, so that whoever has it can prepare; one for the next minutes is told at once, one for the first of a morning the evening before. */
function contactMoments({ nextContactAtMs }: Pick<Complaint, 'nextContactAtMs'>, { escalation }: Pack): LoudMoment[] {
  if (nextContactAtMs === null) return [];
  return [{ clock: 'contact', level: 1, atMs: nextContactAtMs - escalation.contactBeforeMinutes * minuteMs, warnsSinceMs: 0 }];
}

function endOf(clock: 'wait' | 'dispatch', atMs: number | null): Moment[] {
  return atMs === null ? [] : [{ clock, level: 1, atMs }];
}

function keepTaken(moment: Moment, stepsTaken: Complaint['stepsTaken'], before: readonly PlannedStep[], nowMs: EpochMs): PlannedStep {
  const known = before.find(({ clock, level }) => clock === moment.clock && level === moment.level);
  if (known && known.takenAtMs !== null && moment.atMs <= Math.max(nowMs, known.atMs)) return { ...known, atMs: moment.atMs };
  const times = stepsTaken[stepName(moment)] ?? 0;
  return { ...moment, id: times === 0 ? `sla-${stepName(moment)}` : `sla-${stepName(moment)}-${times + 1}`, takenAtMs: null };
}

/** What a step is counted under. */
export function stepName({ clock, level }: Pick<PlannedStep, 'clock' | 'level'>): string {
  return `${clock}-${level}`;
}

const unaccepted: readonly Complaint['state'][] = ['recorded', 'assigned', 'reopened'];

/** Whether the clock to accept runs: not once it was accepted in this run, so that whoever is given it later is not late from the first moment on. */
export function awaitsAcceptance({ state, milestones }: Pick<Complaint, 'state' | 'milestones'>): boolean {
  const ofRun = milestones.slice(milestones.findLastIndex(({ stage }) => stage === 'reopened') + 1);
  return unaccepted.includes(state) && ofRun.every(({ stage }) => stage !== 'accepted');
}

/** Steps that are still to come as the complaint stands: once accepted nobody waits for acceptance, and an answer stops all clocks but the promise of a call. */
export function stepsAhead(
  complaint: Pick<Complaint, 'open' | 'state' | 'milestones' | 'clocks' | 'waiting' | 'handOver' | 'nextContactAtMs' | 'preHandleUntilAtMs'>,
): PlannedStep[] {
  if (!complaint.open) return [];
  const isAnswered = complaint.state === 'answered';
  const runs: Record<PlannedStep['clock'], boolean> = {
    reply: true,
    statutory: true,
    accept: awaitsAcceptance(complaint),
    handOver: complaint.handOver !== null,
    wait: complaint.waiting !== null,
    dispatch: complaint.preHandleUntilAtMs !== null,
    contact: complaint.nextContactAtMs !== null,
  };
  return (complaint.clocks?.plan ?? []).filter((step) => step.takenAtMs === null && runs[step.clock] && (!isAnswered || step.clock === 'contact'));
}

/** The longest that a wait may last without an end of its own. */
export function mostWaitMs(pack: Pack): number {
  return pack.clocks.pauses.mostHours * hourMs;
}
