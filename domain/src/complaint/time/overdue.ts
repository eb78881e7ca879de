import type { EpochMs } from '../../kernel/brand.ts';
import { minuteMs } from '../../calendar/day.ts';
import { withoutQuietMs } from '../../calendar/quiet-hours.ts';
import { pausedBetween } from '../../calendar/running-time.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Command } from '../command.ts';
import type { Complaint, Overdue, ReplyTime } from '../complaint.ts';
import { type EndingAct, endingActs } from '../complaint-values.ts';
import type { DecideContext } from '../context.ts';
import type { ComplaintEvent } from '../event.ts';
import { awaitsAcceptance, lawBinds } from './plan.ts';

/** Clocks that have run out by a moment and of which that has not been noted yet, each with its cause as the complaint stands (SLA-6). */
export function overduesBy(complaint: Complaint, atMs: number): Overdue[] {
  const { clocks, dueAtMs, overdues, handlerUid, handlingUnitId: unitId } = complaint;
  if (!clocks || dueAtMs === null || complaint.state === 'answered') return [];
  const ends: [Overdue['clock'], number, boolean][] = [
    ['accept', clocks.acceptDueAtMs, awaitsAcceptance(complaint)],
    ['reply', dueAtMs, true],
    ['statutory', clocks.statutoryDueAtMs, lawBinds(complaint, clocks)],
  ];
  return ends
    .filter(([clock, endMs, runs]) => runs && atMs > endMs && !overdues.some((known) => known.clock === clock && known.dueAtMs === endMs))
    .map(([clock, endMs]) => ({ clock, dueAtMs: endMs, cause: causeOf(complaint, endMs), handlerUid, unitId }));
}

/**
 * OWN-4: what the receiving post could not settle had to be handed on within the hour; whether it was shows when the complaint is taken in and given to whoever
 * handles it. The fact is the receiving post's.
 */
export function handOverOverdue({ clocks, receivedAtMs, ownerUid, receivingUnitId }: Complaint, takenInAtMs: EpochMs): Overdue[] {
  if (!clocks || takenInAtMs <= clocks.handOverDueAtMs) return [];
  const { handOverDueAtMs: dueAtMs } = clocks;
  return [{ clock: 'handOver', dueAtMs, cause: receivedAtMs > dueAtMs ? 'arrivedLate' : 'notAssigned', handlerUid: ownerUid, unitId: receivingUnitId }];
}

function causeOf(complaint: Complaint, endMs: number): Overdue['cause'] {
  if (complaint.receivedAtMs > endMs) return 'arrivedLate';
  if (complaint.handOver !== null) return 'handOverOpen';
  switch (complaint.state) {
    case 'recorded':
      return 'notAssigned';
    case 'assigned':
    case 'reopened':
      return 'notAccepted';
    case 'awaitingCustomer':
    case 'awaitingOther':
    case 'awaitingApproval':
      return complaint.state;
    default:
      return 'inHand';
  }
}

/**
 * How an answer given now stands to the promise of its run, and what it took since the run began (SLA-7). A promise that had run out before is what counts, with
 * whoever had it then, whatever was promised or moved after it. Null before the server has worked out any clock.
 */
export function replyTimeOf({ clocks, dueAtMs, pauses, brokenPromise, handlingUnitId }: Complaint, atMs: number, pack: Pack): ReplyTime | null {
  if (!clocks || dueAtMs === null) return null;
  const broken = brokenPromise !== null && brokenPromise.dueAtMs < atMs ? brokenPromise : null;
  const promisedAtMs = broken?.dueAtMs ?? dueAtMs;
  return {
    dueAtMs: promisedAtMs,
    inTime: atMs <= promisedAtMs,
    atMs,
    unitId: broken ? broken.unitId : handlingUnitId,
    elapsedMs: Math.max(0, atMs - clocks.runStartAtMs),
    withoutNightsMs: withoutQuietMs(clocks.runStartAtMs, atMs, pack.clocks.quietHours),
    pausedMs: pausedBetween(clocks.runStartAtMs, atMs, pauses),
  };
}

/** Which clocks an act stops. */
const stopped: Readonly<Record<EndingAct, readonly Overdue['clock'][]>> = {
  accept: ['accept'],
  acceptHandOver: ['accept'],
  answer: ['accept', 'reply', 'statutory'],
  outOfScope: ['accept', 'reply', 'statutory'],
  withdraw: ['accept', 'reply', 'statutory'],
  merge: ['accept', 'reply', 'statutory'],
};

/**
 * What an act says of clocks besides what it does (SLA-6): first what has run out before it, so that nothing that it moves can make that undone, by its arrival; an
 * act that stops a clock counts from when it was done, takes back what was noted of that clock before it arrived, and is marked where it arrived much later (TIME).
 */
export function factsOfAct(
  complaint: Complaint,
  command: Command,
  { atMs, receivedAtMs = atMs, pack }: DecideContext,
): Record<'before' | 'after', ComplaintEvent[]> {
  const act = endingActs.find((name) => name === command.type);
  const noted = overduesBy(complaint, act ? atMs : Math.max(atMs, receivedAtMs)).map((overdue): ComplaintEvent => ({ type: 'overdueNoted', atMs, overdue }));
  if (act === undefined) return { before: noted, after: [] };
  const takenBack = complaint.overdues.filter(({ clock, dueAtMs }) => stopped[act].includes(clock) && dueAtMs >= atMs);
  const isLate = receivedAtMs - atMs > pack.clocks.reportedLaterMinutes * minuteMs;
  return {
    before: [...takenBack.map(({ clock, dueAtMs }): ComplaintEvent => ({ type: 'overdueTakenBack', atMs, overdue: { clock, dueAtMs } })), ...noted],
    after: isLate ? [{ type: 'reportedLater', atMs, act, receivedAtMs }] : [],
  };
}
