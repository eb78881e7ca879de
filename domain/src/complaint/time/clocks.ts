import type { EpochMs } from '../../kernel/brand.ts';
import { clockToleranceMs } from '../../kernel/moment.ts';
import { addDays, type Day, dayOf, endOfDayMs, hourMs, minuteMs } from '../../calendar/day.ts';
import { lastAllowedMs, nextAllowedMs } from '../../calendar/quiet-hours.ts';
import { addRunning, type Pause } from '../../calendar/running-time.ts';
import { addWorkingDays, addWorkingTime, type CalendarYear } from '../../calendar/working-days.ts';
import { findCategory, routeOf } from '../../policy/category.ts';
import type { Pack } from '../../policy/pack.ts';
import type { AgreedTime, Clocks, Complaint, Recording } from '../complaint.ts';
import type { Need } from '../complaint-values.ts';
import type { Particulars } from '../particulars.ts';
import { dutyDueMs } from './service-duty.ts';
import { lawBinds, planSteps } from './plan.ts';
import { statutoryLimitOf } from './statutory-limit.ts';

type Clocked = Pick<Recording, 'category' | 'tier' | 'urgency' | 'mailItem' | 'mailService'>;

/** What a device claims about when something happened, and when it arrived. */
export interface Captured {
  capturedAtMs: EpochMs;
  /** Server time minus phone time, as the phone last measured it. */
  clockOffsetMs: number;
  receivedAtMs: EpochMs;
}

/**
 * The moment that counts (TIME): the captured one corrected by the phone's known offset if that lies within the pack's trust window before arrival and not after it
 * by more than clocks differ; otherwise the arrival, marked as such. Never later than the arrival.
 */
export function honestMoment(captured: Captured, pack: Pack): { atMs: number; trusted: boolean } {
  const correctedAtMs = captured.capturedAtMs + captured.clockOffsetMs;
  const earliestAtMs = captured.receivedAtMs - pack.clocks.trustWindowHours * hourMs;
  const trusted = correctedAtMs >= earliestAtMs && correctedAtMs <= captured.receivedAtMs + clockToleranceMs;
  return { atMs: trusted ? Math.min(correctedAtMs, captured.receivedAtMs) : captured.receivedAtMs, trusted };
}

/** What clocks are worked out from, besides pack and calendar. */
interface Inputs extends Clocked {
  particulars: Particulars | null;
  need: Need | null;
  pauses: readonly Pause[];
  agreedTime: AgreedTime | null;
  disagreedAtMs: EpochMs | null;
}

interface Start {
  atMs: number;
  trusted: boolean;
  /** When this run began, where that is not the start. */
  runAtMs?: EpochMs;
}

/**
 * All clocks of a new complaint. The operator's own reply clock is SLA-1 by tier, SLA-2 by urgency for the network, SLA-3 in working days
 * where another province or organisation is needed; the statutory one counts natural days and the promise is the earlier of the two.
 */
export function startClocks(recording: Clocked, start: { atMs: number; trusted: boolean }, pack: Pack, calendar: readonly CalendarYear[]): Clocks {
  const inputs = { ...recording, particulars: null, need: null, pauses: [], agreedTime: null, disagreedAtMs: null };
  const clocks = workOut(inputs, start, pack, calendar);
  return { ...clocks, plan: planSteps({ ...inputs, ...notYet }, clocks, pack, start.atMs) };
}

const notYet = { flags: [], waiting: null, handOver: null, nextContactAtMs: null, preHandleUntilAtMs: null, stepsTaken: {} };

/**
 * The clocks anew, from the start of the run under the complaint's pack: after a pause, an agreed time, a corrected tier or category (what was paused stays
 * paused), a reopening. What the schedule has done already and would have done by now stays done, and a new run begins no new time by law (APL-1).
 *
 * @param runStartAtMs where a new run begins; without it the present one goes on.
 */
export function reclock(complaint: Complaint, atMs: number, pack: Pack, calendar: readonly CalendarYear[], runStartAtMs?: EpochMs): Clocks | null {
  const { clocks } = complaint;
  if (!clocks) return null;
  const start = { atMs: clocks.startAtMs, trusted: clocks.startTrusted, runAtMs: runStartAtMs ?? clocks.runStartAtMs };
  const workedOut = workOut(complaint, start, pack, calendar);
  const before = runStartAtMs === undefined ? clocks.plan : clocks.plan.filter(({ clock }) => clock === 'statutory');
  return { ...workedOut, plan: planSteps(complaint, workedOut, pack, atMs, before) };
}

function workOut(inputs: Inputs, start: Start, pack: Pack, calendar: readonly CalendarYear[]): Omit<Clocks, 'plan'> {
  const runStartAtMs = start.runAtMs ?? start.atMs;
  const own = ownReply(inputs, runStartAtMs, pack, calendar);
  const accept = acceptDue(runStartAtMs, pack, calendar);
  const statutoryDueAtMs = endOfDayMs(addDays(dayOf(start.atMs), statutoryLimitOf(inputs, pack).days));
  const dutyDueAtMs = dutyDueMs(inputs, start.atMs, pack);
  const promisedAtMs = inputs.agreedTime?.dueAtMs ?? outOfQuiet(own, runStartAtMs, pack);
  return {
    rule: own.rule,
    startAtMs: start.atMs,
    startTrusted: start.trusted,
    runStartAtMs,
    acceptDueAtMs: accept.atMs,
    handOverDueAtMs: start.atMs + pack.clocks.handOverMinutes * minuteMs,
    ownReplyDueAtMs: own.dueAtMs,
    statutoryDueAtMs,
    dutyDueAtMs,
    replyDueAtMs: Math.min(
      promisedAtMs,
      ...(lawBinds(inputs, { runStartAtMs, statutoryDueAtMs }) ? [statutoryDueAtMs] : []),
      ...stillAhead(dutyDueAtMs, runStartAtMs),
    ),
    calendarCovered: own.covered && accept.covered,
  };
}

/** A duty that was over when the run began is a fact, and no promise of this run. */
function stillAhead(dutyDueAtMs: EpochMs | null, runStartAtMs: EpochMs): EpochMs[] {
  return dutyDueAtMs !== null && dutyDueAtMs > runStartAtMs ? [dutyDueAtMs] : [];
}

/** Until when a time may be agreed: the law's cannot be agreed away, and where it has been served a run may last as long as it gives. */
export function latestAgreeableMs(complaint: Complaint, pack: Pack): EpochMs | null {
  const { clocks } = complaint;
  if (!clocks) return null;
  return lawBinds(complaint, clocks) ? clocks.statutoryDueAtMs : endOfDayMs(addDays(dayOf(clocks.runStartAtMs), statutoryLimitOf(complaint, pack).days));
}

interface OwnReply {
  rule: Clocks['rule'];
  dueAtMs: EpochMs;
  covered: boolean;
}

function ownReply(inputs: Inputs, startAtMs: EpochMs, pack: Pack, calendar: readonly CalendarYear[]): OwnReply {
  const place = findCategory(pack, inputs.category);
  const workingDays = workingDaysOf(inputs.need ?? place?.category.clock, pack);
  if (workingDays !== null) {
    const last = addWorkingDays(dayOf(startAtMs), workingDays, calendar, isPausedDay(inputs.pauses));
    return { rule: 'SLA-3', dueAtMs: endOfDayMs(last.day), covered: last.covered };
  }
  if (routeOf(pack, inputs.category) === 'network') {
    const urgency = pack.urgencies.find((candidate) => candidate.id === (inputs.urgency ?? 'normal'));
    return inHours('SLA-2', urgency?.replyHours ?? strictestReplyHours(pack), startAtMs, inputs.pauses);
  }
  const tier = pack.tiers.find((candidate) => candidate.id === inputs.tier);
  return inHours('SLA-1', tier?.replyHours ?? strictestReplyHours(pack), startAtMs, inputs.pauses);
}

function inHours(rule: OwnReply['rule'], hours: number, startAtMs: EpochMs, pauses: readonly Pause[]): OwnReply {
  return { rule, dueAtMs: addRunning(startAtMs, hours * hourMs, pauses), covered: true };
}

/** A working day at whose end the clock stands still is not counted (SLA-5). */
function isPausedDay(pauses: readonly Pause[]): (day: Day) => boolean {
  return (day) => pauses.some(({ sinceAtMs, untilAtMs }) => sinceAtMs <= endOfDayMs(day) && endOfDayMs(day) < untilAtMs);
}

/** SLA-4: a reply due in quiet hours may be given until their end. Clocks that count days end with the day: "at most" leaves nothing to add. */
function outOfQuiet({ rule, dueAtMs }: OwnReply, startAtMs: EpochMs, pack: Pack): number {
  const { quietHours } = pack.clocks;
  if (quietHours.replyDue === 'ignore') return dueAtMs;
  if (quietHours.replyDue === 'defer') return rule === 'SLA-3' ? dueAtMs : nextAllowedMs(dueAtMs, quietHours);
  const broughtForwardMs = lastAllowedMs(dueAtMs, quietHours);
  return broughtForwardMs > startAtMs ? broughtForwardMs : dueAtMs;
}

function acceptDue(startAtMs: EpochMs, pack: Pack, calendar: readonly CalendarYear[]): { atMs: number; covered: boolean } {
  const lengthMs = pack.clocks.acceptMinutes * minuteMs;
  if (pack.clocks.acceptCounts === 'elapsed') return { atMs: startAtMs + lengthMs, covered: true };
  return addWorkingTime(startAtMs, lengthMs, pack.clocks.workingTime, calendar);
}

function workingDaysOf(clock: Need | undefined, pack: Pack): number | null {
  if (clock === 'crossProvince') return pack.clocks.crossProvinceWorkingDays;
  if (clock === 'otherOrganisation') return pack.clocks.otherOrganisationWorkingDays;
  return null;
}

/** A tier that the pack does not know is answered as fast as the fastest: being wrong must not cost the customer time. */
function strictestReplyHours(pack: Pack): number {
  return Math.min(...pack.tiers.map((tier) => tier.replyHours));
}
