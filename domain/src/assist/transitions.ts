import type { AssistCommandType, AssistSystemCommand } from './command.ts';
import type { AssistState } from './assist-values.ts';

/** How an actor can stand to an assist: who asks, who belongs to the asked unit or heads it, and customer service where units refuse (AST-3). */
export const assistRelations = ['asker', 'member', 'assistingHead', 'arbiter', 'system'] as const;
export type AssistRelation = (typeof assistRelations)[number];

export interface AssistTransition {
  command: AssistCommandType | AssistSystemCommand['type'];
  from: readonly AssistState[];
  /** The state that follows; null where it stays or depends on more than the command. */
  to: AssistState | null;
  by: readonly AssistRelation[];
}

const pending = ['asked', 'accepted'] as const;

/** The one table that the buttons, `decideAssist` and the diagram in docs/ are made from. */
export const assistTransitions: readonly AssistTransition[] = [
  // Whoever accepts what a colleague has accepted takes it over.
  { command: 'accept', from: pending, to: 'accepted', by: ['member', 'assistingHead'] },
  { command: 'return', from: ['asked'], to: null, by: ['member', 'assistingHead'] },
  // What outsiders say is written down by the asking side.
  { command: 'answer', from: pending, to: 'answered', by: ['member', 'assistingHead', 'asker'] },
  { command: 'chase', from: ['asked'], to: null, by: ['asker'] },
  { command: 'readdress', from: ['returned'], to: 'asked', by: ['asker'] },
  { command: 'arbitrate', from: ['inArbitration'], to: 'asked', by: ['arbiter'] },
  { command: 'close', from: ['answered'], to: 'closed', by: ['asker'] },
  { command: 'cancel', from: [...pending, 'returned', 'inArbitration'], to: 'cancelled', by: ['asker'] },
  { command: 'receive', from: ['requested'], to: 'asked', by: ['system'] },
  { command: 'letGo', from: ['accepted'], to: 'asked', by: ['system'] },
  { command: 'stepDue', from: [...pending, 'returned', 'inArbitration', 'answered'], to: null, by: ['system'] },
];

export function assistTransitionOf(command: AssistTransition['command']): AssistTransition {
  const found = assistTransitions.find((transition) => transition.command === command);
  if (!found) throw new Error(`no transition for ${command}`);
  return found;
}
