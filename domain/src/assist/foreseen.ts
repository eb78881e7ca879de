import type { Assist } from './assist.ts';
import type { AssistContext } from './assist-context.ts';
import type { AssistCommand, AssistCommandType } from './command.ts';
import { decideAssist } from './decide.ts';
import { evolveAssist } from './evolve.ts';
import { type AssistPerson, relationsToAssist } from './relation.ts';
import { type AssistRelation, assistTransitions } from './transitions.ts';
import type { Complaint } from '../complaint/complaint.ts';

const productOnly: readonly string[] = ['receive', 'letGo', 'stepDue'];

/** What this person may do about it as it stands, in the order of the table. What depends on whom was asked follows the same words as the decision. */
export function allowedAssistCommands(assist: Assist, staff: AssistPerson, complaint: Complaint | null): AssistCommandType[] {
  if (!staff.active) return [];
  const relations = relationsToAssist(assist, { kind: 'staff', staff }, complaint);
  return assistTransitions
    .filter(({ command, from, by }) => !productOnly.includes(command) && from.includes(assist.state) && by.some((relation) => relations.includes(relation)))
    .map(({ command }) => command as AssistCommandType)
    .filter((command) => fits(assist, command, relations, staff.uid));
}

function fits({ outside, arbitration, assistantUid }: Assist, command: AssistCommandType, relations: readonly AssistRelation[], uid: string): boolean {
  if (command === 'chase') return outside !== null;
  if (command === 'accept') return outside === null && assistantUid !== uid;
  if (command === 'return') return arbitration === null;
  if (command !== 'answer') return true;
  return outside === null ? relations.some((relation) => relation === 'member' || relation === 'assistingHead') : relations.includes('asker');
}

/** What a phone has asked for and not been told the outcome of. */
export interface UnsettledCommand {
  command: AssistCommand;
  atMs: number;
}

/** The assist as it will be once that has arrived, decided by the same rules with what a phone knows; what will be refused changes nothing. */
export function predictAssist(assist: Assist, unsettled: readonly UnsettledCommand[], context: Omit<AssistContext, 'atMs'>): Assist {
  return unsettled.reduce((before, { command, atMs }) => {
    const decision = decideAssist(before, command, { ...context, atMs });
    return decision.ok ? evolveAssist(before, decision.events) : before;
  }, assist);
}
