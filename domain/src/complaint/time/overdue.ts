import type { EpochMs } from '../../kernel/brand.ts';
import { withoutQuietMs } from '../../calendar/quiet-hours.ts';
import { pausedBetween } from '../../calendar/running-time.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Complaint, Overdue, ReplyTime } from '../complaint.ts';
import { awaitsAcceptance } from './plan.ts';

/** Clocks that have run out by a moment and of which that has not been noted yet, each with its cause as the complaint stands (SLA-6). */
export function overduesBy(complaint: Complaint, atMs: number): Overdue[] {
  const { clocks, dueAtMs, overdues, handlerUid, handlingUnitId: unitId } = complaint;
  if (!clocks || dueAtMs === null) return [];
  const ends: [Overdue['clock'], number, boolean][] = [
    ['accept', clocks.acceptDueAtMs, awaitsAcceptance(complaint)],
    ['reply', dueAtMs, true],
    ['statutory', clocks.statutoryDueAtMs, true],
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

/** What an answer given now took, from the start of the run (SLA-7); null before the server has worked out any clock. */
export function replyTimeOf({ clocks, dueAtMs, pauses }: Complaint, atMs: number, pack: Pack): ReplyTime | null {
  if (!clocks || dueAtMs === null) return null;
  return {
    dueAtMs,
    inTime: atMs <= dueAtMs,
    elapsedMs: Math.max(0, atMs - clocks.runStartAtMs),
    withoutNightsMs: withoutQuietMs(clocks.runStartAtMs, atMs, pack.clocks.quietHours),
    pausedMs: pausedBetween(clocks.runStartAtMs, atMs, pauses),
  };
}
