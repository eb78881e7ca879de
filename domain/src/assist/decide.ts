import { isQuiet } from '../calendar/quiet-hours.ts';
import { isCritical } from '../complaint/time/plan.ts';
import { type Decision, decided, refused } from '../kernel/decision.ts';
import type { Assist } from './assist.ts';
import type { AssistContext } from './assist-context.ts';
import type { AssistCommand, AssistSystemCommand } from './command.ts';
import { closingStep } from './deadlines.ts';
import { decideArbitration, decideLettingGo, decideReaddress, decideAsking } from './decide-asking.ts';
import type { AssistEvent } from './event.ts';
import { type AssistPerson, relationsToAssist } from './relation.ts';
import { assistOverduesBy, assistStepsAhead } from './steps-ahead.ts';
import { type AssistRelation, assistTransitionOf } from './transitions.ts';

type Outcome = Decision<AssistEvent>;
type Of<Type extends AssistCommand['type']> = Extract<AssistCommand, { type: Type }>;

/** Decides what a command does to an assist: the events that follow, none when it has been done already, or why it is refused. Pure. */
export function decideAssist(assist: Assist, command: AssistCommand | AssistSystemCommand, context: AssistContext): Outcome {
  const { actor, facts } = context;
  if (actor.kind === 'staff' && !actor.staff.active) return refused('notActive');
  const transition = assistTransitionOf(command.type);
  const relations = relationsToAssist(assist, actor, facts.complaint).filter((relation) => transition.by.includes(relation));
  if (relations.length === 0) return refused('notYours');
  if (isDoneAlready(assist, command, actor.kind === 'staff' ? actor.staff.uid : null)) return decided();
  if (!transition.from.includes(assist.state)) return command.type === 'receive' ? decided() : refused('notInThisState', assist.state);
  switch (command.type) {
    case 'receive':
      return decideAsking(assist, context);
    case 'stepDue':
      return decideSteps(assist, context);
    case 'letGo':
      return decideLettingGo(assist, command.uid, context);
    default:
      return actor.kind === 'staff'
        ? withOverdues(assist, command, decideForStaff(assist, command, actor.staff, relations, context), context)
        : refused('notYours');
  }
}

/** Silence instead of a refusal when the same thing is said twice. */
function isDoneAlready(assist: Assist, command: AssistCommand | AssistSystemCommand, uid: string | null): boolean {
  if (command.type === 'accept') return assist.state === 'accepted' && assist.assistantUid === uid;
  if (command.type === 'close') return assist.state === 'closed';
  return command.type === 'cancel' && assist.state === 'cancelled';
}

function decideForStaff(assist: Assist, command: AssistCommand, by: AssistPerson, relations: readonly AssistRelation[], context: AssistContext): Outcome {
  const { atMs } = context;
  const who = { uid: by.uid, name: by.name };
  switch (command.type) {
    case 'accept':
      return decided({ type: 'accepted', atMs, by: who });
    case 'return':
      return decideReturn(assist, command, by, context);
    case 'answer':
      return decideAnswer(assist, command, by, relations, context);
    case 'chase':
      return assist.outside ? decided({ type: 'chased', atMs, text: command.text, by: who }) : refused('notInThisState', assist.state);
    case 'readdress':
      return decideReaddress(assist, command, context);
    case 'arbitrate':
      return decideArbitration(assist, command, context);
    case 'close':
      return decided({ type: 'closed', atMs });
    case 'cancel':
      return decided({ type: 'cancelled', atMs, reason: command.reason, by: who });
  }
}

/** AST-3: the unit that customer service has named answers; what so many have refused goes to customer service. */
function decideReturn(assist: Assist, { reason }: Of<'return'>, by: AssistPerson, { atMs, facts: { pack } }: AssistContext): Outcome {
  if (assist.arbitration) return refused('assistDecided');
  const returned = { unitId: assist.toUnitId ?? by.unitId, reason, byUid: by.uid, byName: by.name, atMs };
  return decided({ type: 'returned', atMs, returned, goesToArbitration: assist.returns.length + 1 >= pack.assists.arbitrateAfter });
}

/** What a unit was asked it answers itself, accepting it with the answer where nobody had; what outsiders were asked, the asking side writes down. */
function decideAnswer(
  assist: Assist,
  { text, saidBy }: Of<'answer'>,
  by: AssistPerson,
  relations: readonly AssistRelation[],
  { atMs, facts }: AssistContext,
): Outcome {
  const mayAnswer = assist.outside ? relations.includes('asker') : relations.some((relation) => relation !== 'asker');
  if (!mayAnswer) return refused('notYours');
  const accepted: AssistEvent[] = !assist.outside && assist.state === 'asked' ? [{ type: 'accepted', atMs, by: { uid: by.uid, name: by.name } }] : [];
  const answer = { text, saidBy, unitId: assist.toUnitId, byUid: by.uid, byName: by.name, atMs };
  return decided(...accepted, { type: 'answered', atMs, answer, closesBy: closingStep(atMs, facts) });
}

/** AST-2: what has run out is noted with whatever is done next, and what turns out to have been done in time is taken back (TIME). */
function withOverdues(assist: Assist, command: AssistCommand, outcome: Outcome, { atMs }: AssistContext): Outcome {
  if (!outcome.ok || outcome.events.length === 0) return outcome;
  const noted = assistOverduesBy(assist, atMs).map((overdue): AssistEvent => ({ type: 'overdueNoted', atMs, overdue }));
  const ended = command.type === 'answer' ? ['accept', 'answer'] : ['accept', 'return'].includes(command.type) ? ['accept'] : [];
  const takenBack = assist.overdues
    .filter(({ clock, dueAtMs, unitId }) => ended.includes(clock) && unitId === assist.toUnitId && atMs <= dueAtMs && isOfThisTurn(assist, clock, dueAtMs))
    .map(({ clock, dueAtMs }): AssistEvent => ({ type: 'overdueTakenBack', atMs, overdue: { clock, dueAtMs } }));
  return decided(...noted, ...takenBack, ...outcome.events);
}

function isOfThisTurn({ plan }: Assist, clock: string, dueAtMs: number): boolean {
  return plan.some((step) => step.clock === clock && step.dueAtMs === dueAtMs);
}

/** What is due by itself: the fact that a clock has run out, once, and the end of an answered one. Where the complaint has ended meanwhile, nobody is late any more. */
function decideSteps(assist: Assist, { atMs, facts: { complaint, pack } }: AssistContext): Outcome {
  const due = assistStepsAhead(assist).filter((step) => step.atMs <= atMs);
  if (due.length === 0) return decided();
  if (due.some(({ clock }) => clock === 'close')) return decided({ type: 'closed', atMs });
  if (complaint && !complaint.open) return decided({ type: 'cancelled', atMs, reason: '', by: null });
  if (isQuiet(atMs, pack.clocks.quietHours) && !(complaint && isCritical(complaint, pack))) return decided();
  return decided(...assistOverduesBy(assist, atMs + 1).map((overdue): AssistEvent => ({ type: 'overdueNoted', atMs, overdue })));
}
