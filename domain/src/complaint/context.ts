import type { CalendarYear } from '../calendar/working-days.ts';
import type { ComplaintId, Uid } from '../kernel/brand.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Pack } from '../policy/pack.ts';
import type { Complaint } from './complaint.ts';
import type { Assignment } from './intake/assignment.ts';
import type { Actor } from './relation.ts';
import type { Directory } from './time/reporting-line.ts';

/**
 * What a decision may need to know beyond the complaint itself. The server fills in all of it inside the transaction; the phone leaves out
 * what it cannot know (`undefined`), and then shows the part of the outcome that does not depend on it.
 */
export interface CommandFacts {
  /** Receiving unit and person of a hand-over or an assignment by a head; null when they do not exist. */
  receiver?: {
    unit: Pick<Unit, 'id' | 'pack' | 'audience' | 'headUid'> | null;
    staff: Pick<Staff, 'uid' | 'name' | 'role' | 'unitId' | 'audience' | 'active' | 'onDuty'> | null;
  };
  /** Who takes over after a return, a release or a reopening whose handler is gone. */
  assignment?: Assignment;
  /** False when the handler can no longer take work, or is no longer to have this (ATT-4). */
  handlerAvailable?: boolean;
  /** ATT-2: what it repeats under the category or the number that it is corrected to. */
  repeatOf?: ComplaintId[];
  /** ATT-2: later ones that repeat it then, or do no more, and what each repeats. */
  later?: readonly { complaint: Complaint; repeatOf: ComplaintId[] }[];
  /** OWN-8: who manages the unit that received it and is there now. */
  managers?: readonly Uid[];
  /** Who there is above it, for the steps of the schedule. */
  directory?: Directory;
  /** What the check of the photo that is named says; null when there is no such photo on the complaint. */
  photo?: 'pending' | 'passed' | 'refused' | null;
  mergeTarget?: (Pick<Complaint, 'id' | 'open' | 'state' | 'people' | 'audience'> & { isSameCustomer: boolean }) | null;
}

export interface DecideContext {
  actor: Actor;
  /** The moment that counts for this act. */
  atMs: number;
  /** When it arrived; absent where it is decided as it is done. */
  receivedAtMs?: number | undefined;
  pack: Pack;
  calendar: readonly CalendarYear[];
  facts: CommandFacts;
}

export type ActingStaff = Extract<Actor, { kind: 'staff' }>['staff'];
