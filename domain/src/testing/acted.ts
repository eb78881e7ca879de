import type { Command } from '../complaint/command.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { decide } from '../complaint/decide.ts';
import type { CommandFacts } from '../complaint/context.ts';
import type { ComplaintEvent } from '../complaint/event.ts';
import { evolveAll } from '../complaint/evolve.ts';
import type { Actor } from '../complaint/relation.ts';
import type { TakenStep } from '../complaint/time/taken-step.ts';
import type { Pack } from '../policy/pack.ts';
import { directory } from './leaders.ts';
import { actorOf, at, staff, systemActor, telecom } from './organisation.ts';
import { contextOf } from './sample-commands.ts';

const handler = actorOf(staff.handler);

interface World {
  actor?: Actor;
  facts?: CommandFacts;
  pack?: Pack;
}

/** The events of a command given at a time of day in Shanghai, by the handler if by nobody else; a refusal is thrown by its code. */
export function eventsAt(
  time: string,
  complaint: Complaint,
  command: Command,
  { actor = handler, facts = { directory }, pack = telecom }: World = {},
): ComplaintEvent[] {
  const decision = decide(complaint, command, { ...contextOf(actor, facts, at(time)), pack });
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events;
}

/** The complaint after that command. */
export function actedAt(time: string, complaint: Complaint, command: Command, world: World = {}): Complaint {
  return evolveAll(complaint, eventsAt(time, complaint, command, world));
}

/** What the schedule takes at that time. */
export function takenAt(time: string, complaint: Complaint, world: World = {}): TakenStep[] {
  return eventsAt(time, complaint, { type: 'takeSteps' }, { ...world, actor: systemActor }).flatMap((event) =>
    event.type === 'stepsTaken' ? event.taken : [],
  );
}

/** The complaint after the schedule came at that time. */
export function steppedAt(time: string, complaint: Complaint, world: World = {}): Complaint {
  return actedAt(time, complaint, { type: 'takeSteps' }, { ...world, actor: systemActor });
}
