import { addDays, dayOf, endOfDayMs, hourMs, minuteMs } from '../calendar/day.ts';
import { addWorkingDays, type CalendarYear } from '../calendar/working-days.ts';
import { findCategory, routeOf } from '../policy/category.ts';
import type { Pack } from '../policy/pack.ts';
import type { Clocks, Recording } from './complaint.ts';

type Clocked = Pick<Recording, 'category' | 'tier' | 'urgency' | 'mailService'>;

/** What a device claims about when something happened, and when it arrived. */
export interface Captured {
  capturedAtMs: number;
  /** Server time minus phone time, as the phone last measured it. */
  clockOffsetMs: number;
  receivedAtMs: number;
}

/**
 * The moment that counts (TIME): the captured one corrected by the phone's known offset if that lies within the pack's trust window
 * before arrival and not after it; otherwise the arrival, marked as such.
 */
export function honestMoment(captured: Captured, pack: Pack): { atMs: number; trusted: boolean } {
  const correctedAtMs = captured.capturedAtMs + captured.clockOffsetMs;
  const earliestAtMs = captured.receivedAtMs - pack.clocks.trustWindowHours * hourMs;
  const trusted = correctedAtMs >= earliestAtMs && correctedAtMs <= captured.receivedAtMs;
  return { atMs: trusted ? correctedAtMs : captured.receivedAtMs, trusted };
}

/**
 * All clocks of a new complaint. The operator's own reply clock is SLA-1 by tier, SLA-2 by urgency for the network, SLA-3 in working days
 * where another province or organisation is needed; the statutory one counts natural days and the promise is the earlier of the two.
 */
export function startClocks(recording: Clocked, start: { atMs: number; trusted: boolean }, pack: Pack, calendar: readonly CalendarYear[]): Clocks {
  const own = ownReply(recording, start.atMs, pack, calendar);
  const statutoryDueAtMs = endOfDayMs(addDays(dayOf(start.atMs), statutoryDays(recording, pack)));
  return {
    rule: own.rule,
    startAtMs: start.atMs,
    startTrusted: start.trusted,
    acceptDueAtMs: start.atMs + pack.clocks.acceptMinutes * minuteMs,
    handOverDueAtMs: start.atMs + pack.clocks.handOverMinutes * minuteMs,
    ownReplyDueAtMs: own.dueAtMs,
    statutoryDueAtMs,
    replyDueAtMs: Math.min(own.dueAtMs, statutoryDueAtMs),
    calendarCovered: own.covered,
  };
}

interface OwnReply {
  rule: Clocks['rule'];
  dueAtMs: number;
  covered: boolean;
}

function ownReply(recording: Clocked, startAtMs: number, pack: Pack, calendar: readonly CalendarYear[]): OwnReply {
  const place = findCategory(pack, recording.category);
  const workingDays = workingDaysOf(place?.category.clock, pack);
  if (workingDays !== null) {
    const last = addWorkingDays(dayOf(startAtMs), workingDays, calendar);
    return { rule: 'SLA-3', dueAtMs: endOfDayMs(last.day), covered: last.covered };
  }
  if (routeOf(pack, recording.category) === 'network') {
    const urgency = pack.urgencies.find((candidate) => candidate.id === (recording.urgency ?? 'normal'));
    return { rule: 'SLA-2', dueAtMs: startAtMs + (urgency?.replyHours ?? strictestReplyHours(pack)) * hourMs, covered: true };
  }
  const tier = pack.tiers.find((candidate) => candidate.id === recording.tier);
  return { rule: 'SLA-1', dueAtMs: startAtMs + (tier?.replyHours ?? strictestReplyHours(pack)) * hourMs, covered: true };
}

function workingDaysOf(clock: 'crossProvince' | 'otherOrganisation' | undefined, pack: Pack): number | null {
  if (clock === 'crossProvince') return pack.clocks.crossProvinceWorkingDays;
  if (clock === 'otherOrganisation') return pack.clocks.otherOrganisationWorkingDays;
  return null;
}

/** A tier that the pack does not know is answered as fast as the fastest: being wrong must not cost the customer time. */
function strictestReplyHours(pack: Pack): number {
  return Math.min(...pack.tiers.map((tier) => tier.replyHours));
}

/** Where law sets a time for the category and another for the mail service, the stricter one holds. */
function statutoryDays(recording: Clocked, pack: Pack): number {
  const byCategory = findCategory(pack, recording.category)?.category.statutory;
  const byService = pack.mailServices.find((service) => service.id === recording.mailService)?.statutory;
  const special = [byCategory, byService].flatMap((limit) => limit?.days ?? []);
  return special.length > 0 ? Math.min(...special) : pack.clocks.statutory.days;
}
