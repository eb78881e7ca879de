import type { EpochMs, Uid, UnitId } from '../../kernel/brand.ts';
import type { CalendarYear } from '../../calendar/working-days.ts';
import type { Refusal } from '../../kernel/decision.ts';
import type { Unit } from '../../organisation/unit.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Directory } from '../time/reporting-line.ts';
import { momentOfAct } from '../time/act-moment.ts';
import type { StaffCommand } from '../command.ts';
import type { Complaint } from '../complaint.ts';
import { decide } from '../decide.ts';
import type { CommandFacts } from '../context.ts';
import { evolveAll } from '../evolve.ts';
import type { Actor } from '../relation.ts';

/** An entry of the phone's own whose outcome it has not been told yet. */
export interface PendingEntry {
  id: string;
  command: StaffCommand;
  capturedAtMs: EpochMs;
  clockOffsetMs: number;
  /** When it arrived; null while it waits on the phone. */
  receivedAtMs: EpochMs | null;
}

export interface PredictContext {
  actor: Actor;
  /** The server's time as the phone knows it: when an entry that has not been sent would arrive at the earliest. */
  nowMs: EpochMs;
  pack: Pack;
  calendar: readonly CalendarYear[];
  /** The directory as the phone last saw it; what is not in it is left open rather than called unknown. */
  units: ReadonlyMap<string, Unit>;
  staff: Directory['leaders'];
}

export interface Prediction {
  complaint: Complaint;
  refusals: { entryId: string; refusal: Refusal }[];
}

/**
 * What the server will make of entries that it has not answered yet, in the order in which they were made: the same `decide` and `evolve`
 * with the facts that a phone has. A refused one changes nothing, and those after it are decided on what is there without it.
 */
export function predict(complaint: Complaint, pending: readonly PendingEntry[], context: PredictContext): Prediction {
  let predicted = complaint;
  const refusals: Prediction['refusals'] = [];
  const arrivals = pending.map((entry) => ({ ...entry, receivedAtMs: entry.receivedAtMs ?? context.nowMs }));
  for (const [index, entry] of arrivals.entries()) {
    const act = { entry, previous: arrivals[index - 1] ?? null };
    const decision = decide(predicted, entry.command, {
      actor: context.actor,
      atMs: momentOfAct(act, predicted, context.actor, context.pack),
      receivedAtMs: entry.receivedAtMs,
      pack: context.pack,
      calendar: context.calendar,
      facts: factsOnPhone(entry.command, predicted, context),
    });
    if (decision.ok) predicted = evolveAll(predicted, decision.events);
    else refusals.push({ entryId: entry.id, refusal: decision.refusal });
  }
  return { complaint: predicted, refusals };
}

/** The receiver is all that a phone can look up; who is picked for a returned complaint and what has become of another one are the server's to know. */
function factsOnPhone(command: StaffCommand, complaint: Complaint, { units, staff }: PredictContext): CommandFacts {
  const unitOf = (unitId: UnitId | undefined) => units.get(unitId ?? '');
  const personOf = (uid: Uid | null) => staff.find((person) => person.uid === uid);
  switch (command.type) {
    case 'assign': {
      const person = personOf(command.toUid);
      return receiverFacts(unitOf(person?.unitId), person);
    }
    case 'handOver':
      return receiverFacts(unitOf(command.toUnitId), command.toUid === null ? null : personOf(command.toUid));
    case 'acceptHandOver':
      return receiverFacts(unitOf(complaint.handOver?.toUnitId), null);
    case 'escalate':
      return { directory: { leaders: staff, units } };
    default:
      return {};
  }
}

function receiverFacts(unit: Unit | undefined, staff: Directory['leaders'][number] | null | undefined): CommandFacts {
  return unit === undefined || staff === undefined ? {} : { receiver: { unit, staff } };
}
