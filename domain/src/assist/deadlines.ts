import { dayMs, dayOf, endOfDayMs, hourMs, minuteMs } from '../calendar/day.ts';
import { nextAllowedMs } from '../calendar/quiet-hours.ts';
import { addWorkingDays, addWorkingTime } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { OutsideKind } from '../complaint/assist-standing.ts';
import { isCritical } from '../complaint/time/plan.ts';
import type { EpochMs } from '../kernel/brand.ts';
import { isGreen } from '../policy/green-channel.ts';
import type { AssistStep } from './assist.ts';
import type { AssistFacts } from './assist-context.ts';
import type { AssistClock } from './assist-values.ts';
import type { Addressing } from './event.ts';

type Deadlines = Pick<Addressing, 'acceptDueAtMs' | 'dueAtMs' | 'plan' | 'isGreen'>;

interface Wanted {
  /** Who outside is asked; null for a unit of the operator's own. */
  outside: OutsideKind | null;
  /** By when the asking side wants it. */
  wantedAtMs: EpochMs | null;
}

/**
 * AST-2: a unit has so long to accept; an answer is due when half of what the complaint has left is over, unless the asking side says another moment, and no later than
 * SLA-3 has it. What has nothing left is still given time to be answered in.
 */
export function deadlinesOf(complaint: Complaint, { outside, wantedAtMs }: Wanted, fromMs: EpochMs, facts: AssistFacts): Deadlines {
  const { assists } = facts.pack;
  const leastAtMs = fromMs + assists.leastHours * hourMs;
  const shareAtMs = fromMs + Math.round(assists.dueShare * Math.max(0, (complaint.dueAtMs ?? fromMs) - fromMs));
  const askedForAtMs = wantedAtMs !== null && wantedAtMs > fromMs ? wantedAtMs : Math.max(leastAtMs, shareAtMs);
  const dueAtMs = Math.min(askedForAtMs, latestMs(outside, fromMs, facts));
  const acceptDueAtMs = outside === null ? Math.min(acceptDueMs(complaint, fromMs, facts), dueAtMs) : null;
  const steps = [...(acceptDueAtMs === null ? [] : [stepAt('accept', acceptDueAtMs, complaint, facts)]), stepAt('answer', dueAtMs, complaint, facts)];
  return { acceptDueAtMs, dueAtMs, plan: steps, isGreen: isGreen(complaint, facts.pack) };
}

/** When an answered one that nobody has closed is closed by itself. */
export function closingStep(answeredAtMs: EpochMs, { pack }: Pick<AssistFacts, 'pack'>): AssistStep {
  const dueAtMs = answeredAtMs + pack.assists.closeAfterDays * dayMs;
  return { clock: 'close', dueAtMs, atMs: dueAtMs };
}

/** What goes by the green channel has its own, which no working hours hold up (GRN-1). */
function acceptDueMs(complaint: Complaint, fromMs: EpochMs, { pack, calendar }: AssistFacts): EpochMs {
  const { assists, clocks, greenChannel } = pack;
  if (greenChannel !== null && isGreen(complaint, pack)) return fromMs + greenChannel.acceptMinutes * minuteMs;
  const acceptMs = assists.acceptMinutes * minuteMs;
  return clocks.acceptCounts === 'workingTime' ? addWorkingTime(fromMs, acceptMs, clocks.workingTime, calendar).atMs : fromMs + acceptMs;
}

/** SLA-3: so many working days where another province is needed, and so many for another organisation; the operator's own units have no more than a province. */
function latestMs(outside: OutsideKind | null, fromMs: EpochMs, { pack: { clocks }, calendar }: AssistFacts): EpochMs {
  const isOperators = outside === null || outside === 'province';
  const days = isOperators ? clocks.crossProvinceWorkingDays : clocks.otherOrganisationWorkingDays;
  return endOfDayMs(addWorkingDays(dayOf(fromMs), days, calendar).day);
}

/** SLA-4: nobody is told at night what can wait for the morning. */
function stepAt(clock: AssistClock, dueAtMs: EpochMs, complaint: Complaint, { pack }: AssistFacts): AssistStep {
  return { clock, dueAtMs, atMs: isCritical(complaint, pack) ? dueAtMs : nextAllowedMs(dueAtMs, pack.clocks.quietHours) };
}
