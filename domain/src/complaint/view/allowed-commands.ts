import { isPendingAssist } from '../assist-standing.ts';
import type { StaffCommandType } from '../command.ts';
import type { Complaint } from '../complaint.ts';
import { type Actor, relationsTo } from '../relation.ts';
import { transitionOf, transitions } from '../transitions.ts';

type StaffTransition = (typeof transitions)[number] & { command: StaffCommandType };

/**
 * What this member of staff may do to the complaint as it stands, in the order of the transition table. It says what is worth offering;
 * `decide` may still refuse for what only it can see, such as a receiver who went off duty or a window that has closed.
 */
export function allowedCommands(complaint: Complaint, actor: Actor): StaffCommandType[] {
  if (actor.kind !== 'staff' || !actor.staff.active) return [];
  const relations = relationsTo(complaint, actor);
  return transitions
    .filter((transition) => transition.from.includes(complaint.state) && transition.by.some((relation) => relations.includes(relation)))
    .filter(isForStaff)
    .map((transition) => transition.command)
    .filter((command) => command !== 'handOver' || complaint.handOver === null)
    .filter((command) => command !== 'awaitAssists' || complaint.assists.some(isPendingAssist));
}

/** What is left to customers and to the product itself, or goes through a function, is no command of anybody's. */
function isForStaff(transition: (typeof transitions)[number]): transition is StaffTransition {
  return transition.command !== 'correctConcerned' && !transition.by.includes('customer') && !transition.by.includes('system');
}

/** Whether this member of staff may correct what number it is about (REC-2). */
export function mayCorrectConcerned(complaint: Complaint, actor: Actor): boolean {
  const { by, from } = transitionOf('correctConcerned');
  return (
    actor.kind === 'staff' && actor.staff.active && from.includes(complaint.state) && relationsTo(complaint, actor).some((relation) => by.includes(relation))
  );
}
