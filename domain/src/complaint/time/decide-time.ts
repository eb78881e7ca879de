import { type Decision, decided, refused } from '../../kernel/decision.ts';
import { clockToleranceMs } from '../../kernel/moment.ts';
import { findCategory, routeOf } from '../../policy/category.ts';
import { flagsOfRecording } from '../intake/attention.ts';
import { latestAgreeableMs, reclock } from './clocks.ts';
import type { StaffCommand } from '../command.ts';
import type { Complaint, Waiting } from '../complaint.ts';
import type { ActingStaff, DecideContext } from '../context.ts';
import type { ComplaintEvent } from '../event.ts';
import { evolveAll } from '../evolve.ts';
import { mostWaitMs } from './plan.ts';

type Outcome = Decision<ComplaintEvent>;
type Of<Type extends StaffCommand['type']> = Extract<StaffCommand, { type: Type }>;

/** SLA-5: every wait has a reason and an end, and pauses the operator's own clock where the pack says so, so many times and no more. */
export function decideWait(complaint: Complaint, command: Of<'awaitCustomer' | 'awaitOther'>, { atMs, pack }: DecideContext): Outcome {
  if (command.untilAtMs !== null && command.untilAtMs < atMs) return refused('momentInThePast', 'untilAtMs');
  const whose = command.type === 'awaitCustomer' ? 'customer' : 'other';
  const latestMs = atMs + mostWaitMs(pack);
  const waiting = {
    ...startOfWait(complaint, whose, { atMs, pack }),
    reason: command.reason,
    whom: command.type === 'awaitCustomer' ? null : command.whom,
    untilAtMs: Math.min(command.untilAtMs ?? latestMs, latestMs),
  };
  return decided({ type: 'waitStarted', atMs, for: whose, waiting });
}

/** When a wait begins, and whether the operator's own clock stands still in it. */
export function startOfWait(
  complaint: Complaint,
  whose: 'customer' | 'other',
  { atMs, pack }: Pick<DecideContext, 'atMs' | 'pack'>,
): Pick<Waiting, 'sinceAtMs' | 'pausesClock'> {
  const { pauses } = pack.clocks;
  const pausesClock = (whose === 'customer' ? pauses.awaitingCustomer : pauses.awaitingOther) && complaint.pauses.length < pauses.most;
  return { sinceAtMs: Math.max(atMs, endOfPausesMs(complaint)), pausesClock };
}

/** When the last pause that is over ended: what an offline phone brings in late must not pause the same time twice. */
function endOfPausesMs({ pauses, waiting }: Complaint): number {
  return Math.max(0, ...pauses.filter(({ sinceAtMs }) => sinceAtMs !== waiting?.sinceAtMs).map(({ untilAtMs }) => untilAtMs));
}

/** SLA-4: another time, agreed with the customer. It becomes the promise; the law's time cannot be agreed away. */
export function decideAgreeTime(complaint: Complaint, { untilAtMs, reason }: Of<'agreeTime'>, by: ActingStaff, { atMs, pack }: DecideContext): Outcome {
  if (untilAtMs < atMs) return refused('momentInThePast', 'untilAtMs');
  if (complaint.agreedTime?.dueAtMs === untilAtMs && complaint.agreedTime.reason === reason) return decided();
  if (untilAtMs > (latestAgreeableMs(complaint, pack) ?? untilAtMs)) return refused('beyondStatutory');
  return decided({ type: 'timeAgreed', atMs, agreedTime: { dueAtMs: untilAtMs, reason, byUid: by.uid, byName: by.name, atMs } });
}

/**
 * What was recorded wrongly is corrected, and the clocks follow from the start (SLA-1…3). Whether it repeats another is looked at again (ATT-2). Where another unit handles such complaints, it goes there; who exactly gets it, the
 * server knows.
 */
export function decideCorrect(complaint: Complaint, { category, tier, urgency, need }: Of<'correct'>, context: DecideContext): Outcome {
  const { pack } = context;
  if (!findCategory(pack, category)) return refused('unknownCategory', category);
  if (!pack.tiers.some(({ id }) => id === tier)) return refused('unknownTier', tier);
  const isNetwork = routeOf(pack, category) === 'network';
  if (isNetwork && urgency === null) return refused('urgencyMissing');
  const corrected = { category, tier, urgency: isNetwork ? urgency : null, need };
  const isSame = (Object.keys(corrected) as (keyof typeof corrected)[]).every((name) => corrected[name] === complaint[name]);
  return isSame ? decided() : decided(...correctedTo(complaint, corrected, context));
}

type Correctable = Pick<Complaint, 'category' | 'tier' | 'urgency' | 'need' | 'concernedMasked'>;

/** What follows from a correction: whether it repeats another is looked at again (ATT-2), and who has it then. */
export function correctedTo(complaint: Complaint, changes: Partial<Correctable>, { atMs, pack, facts }: DecideContext): ComplaintEvent[] {
  const { category, tier, urgency, need, concernedMasked } = { ...complaint, ...changes };
  const corrected: Correctable = { category, tier, urgency, need, concernedMasked };
  const earned = [...flagsOfRecording(complaint, pack), ...(facts.repeatOf ? ['repeat'] : [])];
  const repeatOf = facts.repeatOf ?? complaint.repeatOf;
  const flags = [
    ...complaint.flags.filter((flag) => !earned.includes(flag)),
    ...flagsOfRecording({ ...complaint, ...corrected }, pack),
    ...(facts.repeatOf && repeatOf.length > 0 ? ['repeat'] : []),
  ];
  const moved: ComplaintEvent[] = facts.assignment ? [{ type: 'assigned', atMs, assignment: facts.assignment }] : [];
  return [{ type: 'corrected', atMs, ...corrected, flags: [...new Set(flags)], repeatOf }, ...moved];
}

/** Telecom Regulations 32–34: what only the customer or a bill can tell. A payment that is yet to come is none. */
export function decideParticulars(complaint: Complaint, { place, paidAtMs, billsFen }: Of<'noteParticulars'>, { atMs }: DecideContext): Outcome {
  if (paidAtMs !== null && paidAtMs > atMs + clockToleranceMs) return refused('momentInTheFuture', 'paidAtMs');
  const particulars = { place, paidAtMs, billsFen };
  return JSON.stringify(particulars) === JSON.stringify(complaint.particulars) ? decided() : decided({ type: 'particularsNoted', atMs, particulars });
}

/** Puts the clocks right after events that change what they are worked out from; nothing else moves them. */
export function withClocks(before: Complaint, outcome: Outcome, { atMs, pack, calendar }: DecideContext): Outcome {
  if (!outcome.ok || outcome.events.length === 0 || outcome.events.some(({ type }) => type === 'reopened')) return outcome;
  const after = evolveAll(before, outcome.events);
  if (!after.open || inputsOf(before) === inputsOf(after)) return outcome;
  const clocks = reclock(after, atMs, pack, calendar);
  return clocks ? decided(...outcome.events, { type: 'clocksSet', atMs, clocks }) : outcome;
}

/** What the clocks and the plan depend upon, as text to compare. */
function inputsOf({
  flags,
  particulars,
  packVersion,
  category,
  tier,
  urgency,
  need,
  pauses,
  agreedTime,
  waiting,
  handOver,
  nextContactAtMs,
  preHandleUntilAtMs,
}: Complaint): string {
  return JSON.stringify([
    // The attention that a complaint gets decides about the green channel of its hand-over (GRN-1).
    handOver && flags,
    particulars,
    packVersion,
    category,
    tier,
    urgency,
    need,
    pauses,
    agreedTime?.dueAtMs,
    waiting?.untilAtMs,
    handOver?.offeredAtMs,
    nextContactAtMs,
    preHandleUntilAtMs,
  ]);
}
