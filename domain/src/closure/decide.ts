import type { EpochMs, Fen } from '../kernel/brand.ts';
import { hourMs } from '../calendar/day.ts';
import { type Decision, decided, type RefusalCode, refused } from '../kernel/decision.ts';
import { type Account, type Balances, buckets } from '../ledger/account.ts';
import { customerAccount, type LedgerAccount, legsOf, type Posting, postingOf } from '../ledger/posting.ts';
import { type Closure, type Disposal, type HeldReason } from './closure.ts';
import { type ClosureCommand, type ClosureSystemCommand, isStaffCommand } from './command.ts';
import type { ClosureEvent } from './event.ts';
import { awaitsClerk } from './awaits-clerk.ts';
import type { ClosureContext, ClosureFacts, ClosurePerson } from './closure-context.ts';
import { closureRoles } from './closure-roles.ts';
import { decideClosing, maskedOf } from './decide-closing.ts';
import { decideSecondPerson } from './decide-second-person.ts';
import { faultOfTarget } from './fault-of-target.ts';
import { mayConfirmClosure } from './second-person.ts';
import { fateOf } from './figures.ts';

type Outcome = Decision<ClosureEvent>;

/** Decides what a command does to a closure: the events that follow, none when it has been done already, or why it is refused. Pure. */
export function decideClosure(closure: Closure, command: ClosureCommand | ClosureSystemCommand, context: ClosureContext): Outcome {
  const { actor } = context;
  if (isStaffCommand(command)) {
    if (actor.kind !== 'staff') return refused('notYours');
    return command.type === 'changeTarget' ? decideTarget(closure, actor.staff, context) : decideSecondPerson(closure, command, actor.staff, context);
  }
  if (actor.kind !== 'system') return refused('notYours');
  switch (command.type) {
    case 'receive':
      return decideReception(closure, context);
    case 'settle':
      return decideSettling(closure, context);
    case 'confirmPosting':
      return closure.state === 'settling' ? decided({ type: 'moved', atMs: context.nowMs, postings: [...context.facts.ordered] }) : decided();
    case 'rejectPosting':
      return closure.state === 'settling' ? decided(heldBack('billingRejected', context)) : decided();
    case 'cashPaid':
      return awaitsClerk(closure) ? decided({ ...command, atMs: context.nowMs }) : decided();
    case 'noteEvidence':
      return decideEvidence(closure, command, context.nowMs);
    case 'noteLink':
      return closure.statusId === null ? decided({ ...command, type: 'linkMade', atMs: context.nowMs }) : decided();
    case 'noteBalances':
      return decideNoting(closure, command.balancesFen, context.nowMs);
  }
}

/** CLO-1: the account closes at once and what is left is frozen, or a second person is asked first; what cannot be done is told, not lost. */
function decideReception(closure: Closure, context: ClosureContext): Outcome {
  if (closure.state !== 'requested') return decided();
  const { nowMs: atMs } = context;
  const closing = decideClosing(closure, context);
  if (!closing.ok) return decided({ type: 'turnedAway', atMs, code: closing.code });
  if (closing.reasons.length === 0) return decided({ type: 'accountClosed', atMs, ...closing.closing });
  return decided({ type: 'confirmationNeeded', atMs, reasons: closing.reasons, ...closing.closing });
}

/** What shows that the customer was there: for whoever says the second word, so that it cannot be filed after it. */
function decideEvidence(closure: Closure, { paperMasked, by }: Extract<ClosureSystemCommand, { type: 'noteEvidence' }>, atMs: EpochMs): Outcome {
  if (!closure.open || closure.confirmed !== null) return refused('notInThisState', closure.state);
  return decided({ type: 'evidenceFiled', atMs, paperMasked, by });
}

/** CLO-5: what arrives at an account that is closing moves along, and everybody is shown so. */
function decideNoting(closure: Closure, leftFen: Balances, atMs: EpochMs): Outcome {
  const isFrozen = closure.state === 'waiting' || closure.state === 'held';
  const isSame = buckets.every((bucket) => closure.leftFen[bucket] === leftFen[bucket]);
  return isFrozen && !isSame ? decided({ type: 'balancesNoted', atMs, leftFen }) : decided();
}

/** CLO-3: until the day before; and later for one that is held back, or it could never move. */
function decideTarget(closure: Closure, by: ClosurePerson, { nowMs, facts }: ClosureContext): Outcome {
  if (!by.active) return refused('notActive');
  if (!closureRoles.includes(by.role) || by.pack !== closure.pack) return refused('notYours');
  if (closure.state !== 'waiting' && closure.state !== 'held') return refused('notInThisState', closure.state);
  if (!closure.lines.some((line) => line.action === 'transfer')) return refused('choiceNotAllowed');
  if (closure.state === 'waiting' && nowMs >= (closure.transferAtMs ?? 0)) return refused('changeTooLate');
  const wrong = faultOfTarget(facts.account, facts.target);
  if (wrong || !facts.target) return refused(wrong ?? 'targetUnknown');
  const alone = obstacleToStranger(closure, by, facts);
  if (alone) return refused(alone);
  const targetAccountNo = facts.target.accountNo;
  if (closure.targetAccountNo === targetAccountNo && closure.identityChecked) return decided();
  const nextDueAtMs = closure.state === 'held' ? nowMs : (closure.transferAtMs ?? nowMs);
  return decided({ type: 'targetChanged', atMs: nowMs, targetAccountNo, targetMasked: maskedOf(facts.target), nextDueAtMs });
}

/** To another holder's account only a second person may send it, and only with evidence on file. */
function obstacleToStranger(closure: Closure, by: ClosurePerson, { account, target }: ClosureFacts): RefusalCode | null {
  if (account?.contactKey === target?.contactKey) return null;
  if (closure.evidence === null) return 'evidenceMissing';
  return mayConfirmClosure(closure, by) ? 'needsSecondPerson' : null;
}

/**
 * CLO-4: on the day everything that is left moves in one piece, as amounts that are there now. A transfer whose target is bad stays, a person is
 * told, and it is tried again (CLO-3). Before the day there is nothing to do.
 */
function decideSettling(closure: Closure, context: ClosureContext): Outcome {
  const { nowMs, facts } = context;
  if (closure.state !== 'waiting' && closure.state !== 'held') return decided();
  if (closure.transferAtMs === null || nowMs < closure.transferAtMs || !facts.account) return decided();
  // Of several runs at once only the first holds it back and tells; the next try has its own time.
  if (closure.nextDueAtMs !== null && nowMs < closure.nextDueAtMs) return decided();
  const account = facts.account;
  const moving = closure.lines.filter((line) => line.state === 'waiting' && line.action !== 'refund');
  if (moving.length === 0 || isAwaited(account, moving, facts.ordered)) return decided();
  const reason = heldReasonOf(closure, moving, account, facts.target);
  if (reason) return decided(heldBack(reason, context));
  const postings = moving.flatMap((line) => postingOfDisposal(closure, line, account, nowMs));
  return decided({ type: 'transferOrdered', atMs: nowMs, postings });
}

/** Whether something is still on its way to what is to move: then it waits, because it moves in one piece (CLO-4). */
function isAwaited({ accountNo }: Account, moving: readonly Disposal[], ordered: readonly Posting[]): boolean {
  const own: string[] = moving.map((line) => customerAccount(accountNo, line.bucket));
  return ordered.some((posting) => posting.legs.some((leg) => own.includes(leg.account)));
}

/** Why what is due cannot move now; null when it can. What the schedule's dry run shows beside each closure. */
export function heldReasonOf(closure: Closure, moving: readonly Disposal[], account: Account, target: Account | null): HeldReason | null {
  if (closure.confirmed === null && moving.some((line) => fateOf(line.action, account.balancesFen[line.bucket]) === 'lapses')) return 'lapseNotConfirmed';
  if (!moving.some((line) => fateOf(line.action, account.balancesFen[line.bucket]) === 'moves')) return null;
  if (closure.kind === 'expired' && !closure.identityChecked) return 'identityNotChecked';
  if (closure.targetAccountNo === null) return 'targetMissing';
  const fault = faultOfTarget(account, target);
  return fault === 'targetIsSelf' ? 'targetUnknown' : fault;
}

function heldBack(reason: HeldReason, { nowMs, facts }: ClosureContext): ClosureEvent {
  return { type: 'heldBack', atMs: nowMs, reason, retryAtMs: nowMs + (facts.pack.closures?.retryAfterHours ?? 24) * hourMs };
}

function postingOfDisposal(closure: Closure, line: Disposal, account: Account, nowMs: EpochMs): Posting[] {
  const amountFen = account.balancesFen[line.bucket];
  if (amountFen === 0) return [];
  const own = customerAccount(account.accountNo, line.bucket);
  const cause = { kind: 'closure' as const, id: closure.id, bucket: line.bucket };
  const other = otherSide(closure, line, amountFen);
  const legs = amountFen > 0 ? legsOf(own, other, amountFen) : legsOf(other, own, 0 - amountFen);
  return [postingOf({ cause, pack: closure.pack, complaintId: null, legs, cardSerial: null, byUid: null, postedAtMs: nowMs })];
}

/** To the target's same bucket; what may go neither way lapses to the operator, and a debt is kept as one. */
function otherSide(closure: Closure, line: Disposal, amountFen: Fen): LedgerAccount {
  const fate = fateOf(line.action, amountFen);
  if (fate === 'owed') return 'company:arrears';
  return fate === 'moves' && closure.targetAccountNo !== null ? customerAccount(closure.targetAccountNo, line.bucket) : 'company:lapsed';
}
