import { nextAllowedMs } from '@shouwen/domain/calendar/quiet-hours';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { decide } from '@shouwen/domain/complaint/decide';
import type { ComplaintEvent } from '@shouwen/domain/complaint/event';
import { evolveAll } from '@shouwen/domain/complaint/evolve';
import { stepsAhead } from '@shouwen/domain/complaint/time/plan';
import type { PredictContext } from '@shouwen/domain/complaint/view/predict';
import type { TakenStep } from '@shouwen/domain/complaint/time/taken-step';

/** What the schedule will do at one moment, and to whom the complaint goes with it. */
export interface StepAhead {
  atMs: number;
  taken: TakenStep[];
  handlerName: string | null;
}

const mostShown = 12;

/**
 * What comes next and to whom if nobody does anything (SLA-6): the very decisions that the schedule will make, one after the other, with the directory as this phone
 * knows it. A complaint that changes hands on the way is told to the superiors of whoever has it then.
 */
export function stepsToCome(complaint: Complaint, context: PredictContext): StepAhead[] {
  const steps: StepAhead[] = [];
  let predicted = complaint;
  while (steps.length < mostShown) {
    const [next] = stepsAhead(predicted);
    if (!next) return steps;
    const atMs = runMs(predicted, Math.max(next.atMs, context.nowMs), context);
    const events = eventsAt(predicted, atMs, context);
    const taken = events.flatMap((event) => (event.type === 'stepsTaken' ? event.taken : []));
    if (taken.length === 0) return steps;
    steps.push({ atMs, taken, handlerName: events.flatMap((event) => (event.type === 'assigned' ? event.assignment.handlerName : [])).at(-1) ?? null });
    predicted = evolveAll(predicted, events);
  }
  return steps;
}

/** SLA-4: what a late schedule comes to at night is done in the morning; what may be told at night, and the network desk's time, is not put off. */
function runMs(complaint: Complaint, atMs: number, context: PredictContext): number {
  return eventsAt(complaint, atMs, context).length > 0 ? atMs : nextAllowedMs(atMs, context.pack.clocks.quietHours);
}

function eventsAt(complaint: Complaint, atMs: number, { pack, calendar, staff, units }: PredictContext): ComplaintEvent[] {
  const decision = decide(
    complaint,
    { type: 'takeSteps' },
    { actor: { kind: 'system' }, atMs, pack, calendar, facts: { directory: { leaders: staff, units } } },
  );
  return decision.ok ? decision.events : [];
}
