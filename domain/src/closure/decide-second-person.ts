import { type Decision, decided, refused } from '../kernel/decision.ts';
import type { RefusalCode } from '../kernel/decision.ts';
import type { Closure } from './closure.ts';
import type { ClosureCommand } from './command.ts';
import type { ClosureContext, ClosurePerson } from './closure-context.ts';
import type { ClosureEvent } from './event.ts';
import { decideClosing } from './decide-closing.ts';
import { closureRoles } from './closure-roles.ts';
import { closureConfirmers, mayConfirmClosure } from './second-person.ts';

type Outcome = Decision<ClosureEvent>;
type SecondPersonCommand = Exclude<ClosureCommand, { type: 'changeTarget' }>;

/** What a second person says about a closing or about taking it back, and the asking for the latter. */
export function decideSecondPerson(closure: Closure, command: SecondPersonCommand, by: ClosurePerson, context: ClosureContext): Outcome {
  switch (command.type) {
    case 'confirm':
      return decideConfirmation(closure, command.seq, by, context);
    case 'refuse':
      return decideRefusal(closure, command.reason, by, context);
    case 'cancel':
      return decideCancelling(closure, command.reason, by, context);
    case 'confirmCancel':
      return decideCancelConfirmation(closure, by, context);
    case 'refuseCancel':
      return decideCancelRefusal(closure, by, context);
  }
}

/** CLO-1: with the second word the account closes at once, by what is true now. One that was closed before two words were needed is confirmed before its day. */
function decideConfirmation(closure: Closure, seq: number, by: ClosurePerson, context: ClosureContext): Outcome {
  const { nowMs } = context;
  const wrong = mayConfirmClosure(closure, by);
  if (wrong) return refused(wrong);
  if (closure.confirmed !== null) return closure.confirmed.byUid === by.uid ? decided() : refused('alreadyDecided', closure.confirmed.byUid);
  if (!['awaitingConfirmation', 'waiting', 'held'].includes(closure.state)) return refused('notInThisState', closure.state);
  if (closure.seq !== seq) return refused('requestChanged');
  if (closure.evidence === null) return refused('evidenceMissing');
  const confirmed: ClosureEvent = { type: 'confirmed', atMs: nowMs, by: { uid: by.uid, name: by.name } };
  if (closure.state !== 'awaitingConfirmation') return decided(confirmed);
  const closing = decideClosing(closure, context);
  return closing.ok ? decided<ClosureEvent>(confirmed, { type: 'accountClosed', atMs: nowMs, ...closing.closing }) : refused(closing.code);
}

/** Whoever asked may take it back as long as nothing has happened; a second person says no with a reason. */
function decideRefusal(closure: Closure, reason: string, by: ClosurePerson, { nowMs }: ClosureContext): Outcome {
  const isOwn = by.active && by.uid === closure.requesterUid;
  const wrong = isOwn ? null : mayConfirmClosure({ ...closure, evidence: null }, by);
  if (wrong) return refused(wrong);
  if (closure.state === 'refused' && closure.refusal?.byUid === by.uid) return decided();
  if (closure.state !== 'awaitingConfirmation') return refused('notInThisState', closure.state);
  return decided({ type: 'declined', atMs: nowMs, by: { uid: by.uid, name: by.name }, reason });
}

/** A closing can be taken back until the day before; afterwards only what is held because nobody has confirmed that it lapses. */
function obstacleToCancelling(closure: Closure, { nowMs, facts }: ClosureContext): RefusalCode | null {
  const isHeldUnconfirmed = closure.state === 'held' && closure.holdReason === 'lapseNotConfirmed';
  if (closure.state !== 'waiting' && !isHeldUnconfirmed) return 'notInThisState';
  if (closure.state === 'waiting' && nowMs >= (closure.transferAtMs ?? 0)) return 'changeTooLate';
  const isPaid = closure.lines.some((line) => line.state === 'posted') || (facts.cashRefund !== null && facts.cashRefund.state !== 'approved');
  return isPaid ? 'cashPaidAlready' : null;
}

function decideCancelling(closure: Closure, reason: string, by: ClosurePerson, context: ClosureContext): Outcome {
  if (!by.active) return refused('notActive');
  const isTheirs = closureRoles.includes(by.role) || closureConfirmers.includes(by.role);
  if (!isTheirs || by.pack !== closure.pack || !closure.audience.includes(by.unitId)) return refused('notYours');
  if (closure.cancel !== null) return closure.cancel.byUid === by.uid ? decided() : refused('alreadyDecided', closure.cancel.byUid);
  const obstacle = obstacleToCancelling(closure, context);
  if (obstacle) return refused(obstacle);
  return decided({ type: 'cancelAsked', atMs: context.nowMs, by: { uid: by.uid, name: by.name }, reason });
}

/** Whoever asked for it does not grant it. */
function decideCancelConfirmation(closure: Closure, by: ClosurePerson, context: ClosureContext): Outcome {
  const wrong = mayConfirmClosure({ ...closure, requesterUid: closure.cancel?.byUid ?? '', evidence: null }, by);
  if (wrong) return refused(wrong);
  if (closure.state === 'cancelled') return closure.cancel?.decidedByUid === by.uid ? decided() : refused('alreadyDecided');
  if (closure.cancel === null) return refused('notInThisState', closure.state);
  const obstacle = obstacleToCancelling(closure, context);
  if (obstacle) return refused(obstacle);
  return decided({ type: 'cancelled', atMs: context.nowMs, by: { uid: by.uid, name: by.name } });
}

function decideCancelRefusal(closure: Closure, by: ClosurePerson, { nowMs }: ClosureContext): Outcome {
  const wrong = mayConfirmClosure({ ...closure, requesterUid: '', evidence: null }, by);
  if (wrong) return refused(wrong);
  if (!closure.open) return refused('notInThisState', closure.state);
  return closure.cancel === null ? decided() : decided({ type: 'cancelRefused', atMs: nowMs, by: { uid: by.uid, name: by.name } });
}
