import { isQuiet } from '../../calendar/quiet-hours.ts';
import { type Decision, decided, refused } from '../../kernel/decision.ts';
import type { PostId } from '../../policy/clock-rules.ts';
import type { Pack } from '../../policy/pack.ts';
import { clockNames } from '../complaint-values.ts';
import type { Complaint, PlannedStep } from '../complaint.ts';
import type { DecideContext } from '../context.ts';
import type { ComplaintEvent } from '../event.ts';
import { reasonsForHigherHands } from '../intake/higher-hands.ts';
import { overduesBy } from './overdue.ts';
import { isCritical, stepsAhead } from './plan.ts';
import { type Directory, superiorOf, type StepRecipient, recipientAbove } from './reporting-line.ts';
import type { TakenStep, StepNotice } from './taken-step.ts';

const nobody: Directory = { leaders: [], units: new Map() };

/**
 * Takes what is due of a complaint's plan (SLA-6): each step once, told to whom it belongs, however many have come together. What has run out becomes a recorded
 * fact with its cause, and a complaint that is hard, a repeat or over our heads goes at least one level up (ATT-4). Nothing when nothing is due.
 */
export function decideSteps(complaint: Complaint, context: DecideContext): Decision<ComplaintEvent> {
  const due = stepsAhead(complaint).filter((step) => step.atMs <= context.atMs && mayBeTaken(step, complaint, context));
  if (due.length === 0) return decided();
  const taken = clockNames.flatMap((name) => due.filter(({ clock }) => clock === name)).map((step) => take(complaint, step, context));
  return decided(
    // The schedule comes after everybody else: at its last millisecond a clock has run out for it, and no other step would note that.
    ...overduesBy(complaint, context.atMs + 1).map((overdue): ComplaintEvent => ({ type: 'overdueNoted', atMs: context.atMs, overdue })),
    { type: 'stepsTaken', atMs: context.atMs, taken, by: 'schedule' },
    ...consequences(complaint, taken, context),
  );
}

/** SLA-4: what a late run comes to in quiet hours waits for their end as well; only the network desk's time passes at night. */
function mayBeTaken({ clock }: PlannedStep, complaint: Complaint, { atMs, pack }: DecideContext): boolean {
  return clock === 'dispatch' || isCritical(complaint, pack) || !isQuiet(atMs, pack.clocks.quietHours);
}

/**
 * SLA-6 on somebody's word: the next level above the handler is told now, without waiting for its moment. Where that is the person who asks or nobody, it is the
 * one above; a phone that does not know who there is leaves that to the server.
 */
export function decideEscalate(complaint: Complaint, context: DecideContext): Decision<ComplaintEvent> {
  const { directory } = context.facts;
  const byUid = context.actor.kind === 'staff' ? context.actor.staff.uid : null;
  const reaches = (step: PlannedStep) => {
    const uid = directory ? recipientOf(complaint, step, directory, context.pack).uid : '';
    return uid !== null && uid !== byUid;
  };
  const next = stepsAhead(complaint).find((step) => step.clock === 'reply' && postOf(step, context.pack) !== 'handler' && reaches(step));
  if (!next) return refused('nothingAbove');
  return decided({
    type: 'stepsTaken',
    atMs: context.atMs,
    taken: [{ ...take(complaint, next, context), telling: 'raised' }],
    by: 'person',
  });
}

/** Who would be told by a step as things stand. */
export function recipientOf(complaint: Complaint, step: Pick<PlannedStep, 'clock' | 'level'>, directory: Directory, pack: Pack): StepRecipient {
  const { handOver } = complaint;
  if (step.clock !== 'handOver' || !handOver) return recipientAbove(complaint, postOf(step, pack), directory, pack);
  const headUid = directory.units.get(handOver.toUnitId)?.headUid ?? null;
  return recipientAbove(
    { ...complaint, handlerUid: handOver.toUid, poolHeadUid: headUid, handlingUnitId: handOver.toUnitId },
    postOf(step, pack),
    directory,
    pack,
  );
}

function take(complaint: Complaint, step: PlannedStep, { facts, pack, atMs }: DecideContext): TakenStep {
  const { id, clock, level } = step;
  const { uid, post, passedOver } = recipientOf(complaint, step, facts.directory ?? nobody, pack);
  return { id, clock, level, telling: noticeOf(complaint, step, pack, atMs), toldUid: uid, toldPost: post, passedOver };
}

export function postOf({ clock, level }: Pick<PlannedStep, 'clock' | 'level'>, { escalation }: Pack): PostId {
  return clock === 'wait' || clock === 'dispatch' || clock === 'contact' ? 'handler' : (escalation[clock][level - 1]?.post ?? 'handler');
}

function noticeOf(complaint: Complaint, { clock, level }: PlannedStep, { escalation }: Pack, atMs: number): StepNotice {
  switch (clock) {
    case 'reply': {
      const fraction = escalation.reply[level - 1]?.fraction ?? 1;
      if (fraction > 1) return 'raised';
      // A warning that comes with the end says what is true by then.
      return fraction === 1 || (complaint.dueAtMs !== null && atMs >= complaint.dueAtMs) ? 'overdue' : 'nearDue';
    }
    case 'accept':
      return 'acceptOverdue';
    case 'handOver':
      return 'handOverWaiting';
    case 'statutory':
      return complaint.clocks && atMs > complaint.clocks.statutoryDueAtMs ? 'statutoryPassed' : 'statutoryNear';
    case 'wait':
      return 'waitEnded';
    case 'dispatch':
      return 'dispatched';
    case 'contact':
      return 'contactPromised';
  }
}

/** What follows from a step besides telling people. */
function consequences(complaint: Complaint, taken: readonly TakenStep[], { facts, pack, atMs }: DecideContext): ComplaintEvent[] {
  const events: ComplaintEvent[] = [];
  if (taken.some(({ clock }) => clock === 'wait')) events.push({ type: 'waitEnded', atMs });
  if (taken.some(({ clock }) => clock === 'dispatch') && facts.assignment) events.push({ type: 'assigned', atMs, assignment: facts.assignment });
  const level = taken.findLast(({ clock }) => clock === 'reply')?.level ?? 0;
  const because = level >= pack.escalation.reassignFromLevel ? reasonsForHigherHands(complaint, pack) : [];
  const superior = because.length > 0 ? superiorOf(complaint, facts.directory ?? nobody, pack) : null;
  if (superior) {
    const { uid, name, unitId, audience } = superior;
    events.push({
      type: 'assigned',
      atMs,
      assignment: { route: 'levelUp', unitId, unitAudience: audience, handlerUid: uid, handlerName: name, headUid: null, because },
    });
  }
  return events;
}
