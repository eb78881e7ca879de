import type { ConcernedCommand, CustomerCommand, PageCommand, StaffCommandType, SystemCommand } from './command.ts';
import type { ComplaintState } from './complaint-values.ts';

/** How an actor can stand to a complaint; a transition names whom it is open to. */
export const relations = ['handler', 'poolMember', 'owner', 'handlingHead', 'receiver', 'presentManager', 'audience', 'customer', 'system'] as const;
export type Relation = (typeof relations)[number];

interface Transition {
  command: StaffCommandType | ConcernedCommand['type'] | CustomerCommand['type'] | PageCommand['type'] | SystemCommand['type'];
  from: readonly ComplaintState[];
  /** The state that follows; null where the state stays or depends on more than the command. */
  to: ComplaintState | null;
  by: readonly Relation[];
}

const unhandled = ['recorded', 'assigned', 'reopened'] as const;
const inHand = ['accepted', 'inProgress', 'awaitingCustomer', 'awaitingApproval', 'awaitingOther'] as const;
const openStates = [...unhandled, ...inHand] as const;
const everyState = [...openStates, 'answered', 'closed', 'outOfScope', 'merged', 'withdrawn'] as const;

/** The one table that the buttons, `decide` and the diagram in docs/ are made from. */
export const transitions: readonly Transition[] = [
  { command: 'accept', from: ['assigned', 'reopened'], to: 'accepted', by: ['handler', 'poolMember', 'handlingHead'] },
  { command: 'return', from: ['assigned', 'reopened', ...inHand], to: 'recorded', by: ['handler'] },
  { command: 'assign', from: ['assigned', 'reopened', ...inHand], to: 'assigned', by: ['handlingHead'] },
  { command: 'handOver', from: ['assigned', 'reopened', ...inHand], to: null, by: ['handler', 'handlingHead'] },
  { command: 'acceptHandOver', from: ['assigned', 'reopened', ...inHand], to: 'accepted', by: ['receiver'] },
  { command: 'declineHandOver', from: ['assigned', 'reopened', ...inHand], to: null, by: ['receiver'] },
  { command: 'note', from: everyState, to: null, by: ['handler', 'owner', 'handlingHead', 'audience'] },
  { command: 'contactAttempt', from: [...openStates, 'answered'], to: null, by: ['handler', 'owner'] },
  { command: 'confirmCause', from: [...openStates, 'answered'], to: null, by: ['handler', 'owner', 'handlingHead'] },
  { command: 'awaitCustomer', from: ['accepted', 'inProgress', 'awaitingApproval', 'awaitingOther'], to: 'awaitingCustomer', by: ['handler'] },
  { command: 'awaitOther', from: ['accepted', 'inProgress', 'awaitingCustomer', 'awaitingApproval'], to: 'awaitingOther', by: ['handler'] },
  { command: 'awaitAssists', from: ['accepted', 'inProgress', 'awaitingCustomer', 'awaitingApproval'], to: 'awaitingOther', by: ['handler'] },
  { command: 'resume', from: ['awaitingCustomer', 'awaitingOther'], to: 'inProgress', by: ['handler'] },
  { command: 'answer', from: openStates, to: 'answered', by: ['handler', 'owner'] },
  { command: 'close', from: ['answered'], to: 'closed', by: ['handler', 'owner', 'handlingHead'] },
  { command: 'outOfScope', from: openStates, to: 'outOfScope', by: ['handler', 'owner', 'handlingHead'] },
  { command: 'withdraw', from: openStates, to: 'withdrawn', by: ['handler', 'owner'] },
  { command: 'merge', from: openStates, to: 'merged', by: ['handler', 'owner', 'handlingHead'] },
  { command: 'chase', from: openStates, to: null, by: ['owner', 'handlingHead'] },
  { command: 'reopen', from: ['answered', 'closed'], to: 'reopened', by: ['handler', 'owner', 'handlingHead'] },
  { command: 'agreeTime', from: openStates, to: null, by: ['handler', 'owner'] },
  { command: 'correct', from: openStates, to: null, by: ['handler', 'owner', 'handlingHead'] },
  { command: 'correctConcerned', from: openStates, to: null, by: ['handler', 'owner', 'handlingHead'] },
  { command: 'noteParticulars', from: openStates, to: null, by: ['handler', 'owner', 'handlingHead'] },
  { command: 'nameLink', from: [...openStates, 'answered'], to: null, by: ['handler', 'owner', 'handlingHead'] },
  { command: 'escalate', from: openStates, to: null, by: ['handler', 'owner', 'handlingHead'] },
  { command: 'leadToManager', from: openStates, to: null, by: ['owner'] },
  { command: 'receiveInPerson', from: openStates, to: null, by: ['presentManager'] },
  { command: 'rate', from: ['answered', 'closed', 'outOfScope'], to: null, by: ['customer'] },
  { command: 'addInformation', from: everyState, to: null, by: ['customer'] },
  { command: 'noteSeen', from: ['answered', 'closed'], to: null, by: ['customer'] },
  { command: 'disagree', from: ['answered', 'closed'], to: 'reopened', by: ['customer'] },
  { command: 'releaseHandler', from: ['assigned', 'reopened', ...inHand], to: 'recorded', by: ['system'] },
  { command: 'dropHandOver', from: ['assigned', 'reopened', ...inHand], to: null, by: ['system'] },
  { command: 'takeSteps', from: [...openStates, 'answered'], to: null, by: ['system'] },
  { command: 'applyPolicy', from: openStates, to: null, by: ['system'] },
  { command: 'noteRepeats', from: [...openStates, 'answered', 'closed'], to: null, by: ['system'] },
  { command: 'noteMessage', from: [...openStates, 'answered', 'closed'], to: null, by: ['system'] },
  { command: 'noteRefund', from: everyState, to: null, by: ['system'] },
  { command: 'noteAssist', from: everyState, to: null, by: ['system'] },
  { command: 'moveOwnership', from: everyState, to: null, by: ['system'] },
];

export function transitionOf(command: Transition['command']): Transition {
  const found = transitions.find((transition) => transition.command === command);
  if (!found) throw new Error(`no transition for ${command}`);
  return found;
}
