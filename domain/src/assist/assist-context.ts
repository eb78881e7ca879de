import type { CalendarYear } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { EpochMs, Uid } from '../kernel/brand.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Pack } from '../policy/pack.ts';
import type { AssistActor, AssistPerson } from './relation.ts';

export interface AssistFacts {
  pack: Pack;
  calendar: readonly CalendarYear[];
  units: ReadonlyMap<string, Unit>;
  /** The complaint as it stands; null where it is not to be had, as on the phone of whoever assists. */
  complaint: Complaint | null;
  /** Whoever wrote a new request, as their staff document says now. */
  requester: AssistPerson | null;
  /** Who heads the asked unit, or the next above who is still there. */
  headUid: Uid | null;
  /** Who of customer service decides where units refuse; read only where they are told. */
  arbiterUids: readonly Uid[];
}

export interface AssistContext {
  actor: AssistActor;
  /** The moment that counts for this act. */
  atMs: EpochMs;
  facts: AssistFacts;
}
