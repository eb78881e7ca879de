import type { EpochMs, Fen } from '../kernel/brand.ts';
import { hourMs } from '../calendar/day.ts';
import { type Decision, decided, refused } from '../kernel/decision.ts';
import { type Account, type Balances, buckets } from '../ledger/account.ts';
import { customerAccount, type LedgerAccount, legsOf, type Posting, postingOf } from '../ledger/posting.ts';
import type { Staff } from '../organisation/staff.ts';
import type { Pack } from '../policy/pack.ts';
import { type Closure, type Disposal, type HeldReason, transferMoment } from './closure.ts';
import type { ClosureCommand, ClosureSystemCommand } from './command.ts';
import type { ClosureEvent } from './event.ts';
import { disposalsOf } from './disposal.ts';
import { fateOf } from './figures.ts';

type Person = Pick<Staff, 'uid' | 'role' | 'unitId' | 'active' | 'pack'>;

export interface ClosureFacts {
  pack: Pack;
  /** The requester as their staff document says now. */
  requester: Person | null;
  account: Account | null;
  /** The target that the closure names or, in a change, the one that is to be. */
  target: Account | null;
  /** Postings that the billing system has been asked for and has not answered: of the order that is answered now, or, to `receive` and `settle`, all that move the account. */
  ordered: readonly Posting[];
}

export interface ClosureContext {
  actor: { kind: 'staff'; staff: Person } | { kind: 'system' };
  /** The server's time. */
  nowMs: EpochMs;
  facts: ClosureFacts;
}

type Outcome = Decision<ClosureEvent>;

/** Jobs that serve customers at a counter: they open closures and take down another target. */
export const closureRoles: readonly Staff['role'][] = ['outletClerk', 'outletManager'];

/** Decides what a command does to a closure: the events that follow, none when it has been done already, or why it is refused. Pure. */
export function decideClosure(closure: Closure, command: ClosureCommand | ClosureSystemCommand, context: ClosureContext): Outcome {
  const { actor } = context;
  if (command.type === 'changeTarget') return actor.kind === 'staff' ? decideTarget(closure, actor.staff, context) : refused('notYours');
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
    case 'noteBalances':
      return decideNoting(closure, command.balancesFen, context.nowMs);
  }
}

/** CLO-1: the account closes at once and what is left is frozen; what cannot be done is told, not lost. */
function decideReception(closure: Closure, context: ClosureContext): Outcome {
  if (closure.state !== 'requested') return decided();
  const { nowMs, facts } = context;
  const { account, target, pack } = facts;
  const away = (code: Extract<ClosureEvent, { type: 'turnedAway' }>['code']): Outcome => decided({ type: 'turnedAway', atMs: nowMs, code });
  if (!facts.requester?.active || facts.requester.pack !== closure.pack) return away('notActive');
  if (!closureRoles.includes(facts.requester.role)) return away('notYours');
  if (!account || account.pack !== closure.pack || !pack.closures) return away('accountUnknown');
  if (account.state === 'closed') return away('accountClosed');
  // What is on its way would arrive after the rest was counted, at an account that nothing leaves any more (CLO-5).
  if (facts.ordered.some((posting) => posting.accountNos.includes(account.accountNo))) return away('accountSettling');
  // Only the customer asks for it, so only in person; an account in arrears or past its validity is closed without them.
  if (closure.kind === 'asked' && !closure.identityChecked) return away('identityNotChecked');
  if (closure.kind !== 'arrears' && account.balancesFen.cash < 0) return away('balanceOwed');
  const plan = disposalsOf({ kind: closure.kind, accountKind: account.kind, cashChoice: closure.cashChoice }, pack);
  if (!plan.ok) return away(plan.refusal.code);
  const wrong = closure.targetAccountNo === null ? null : faultOfTarget(account, target);
  if (wrong) return away(wrong);
  return decided({
    type: 'accountClosed',
    atMs: nowMs,
    accountNo: account.accountNo,
    targetAccountNo: closure.targetAccountNo === null ? null : (target?.accountNo ?? null),
    accountKind: account.kind,
    accountMasked: maskedOf(account),
    targetMasked: closure.targetAccountNo === null || !target ? null : maskedOf(target),
    lines: plan.events,
    frozenFen: account.balancesFen,
    transferAtMs: transferMoment(nowMs, pack.closures.transferDay),
    packVersion: pack.version,
  });
}

/** CLO-5: what arrives at an account that is closing moves along, and everybody is shown so. */
function decideNoting(closure: Closure, leftFen: Balances, atMs: EpochMs): Outcome {
  const isFrozen = closure.state === 'waiting' || closure.state === 'held';
  const isSame = buckets.every((bucket) => closure.leftFen[bucket] === leftFen[bucket]);
  return isFrozen && !isSame ? decided({ type: 'balancesNoted', atMs, leftFen }) : decided();
}

/** CLO-3: until the day before; and later for one that is held back, or it could never move. */
function decideTarget(closure: Closure, by: Person, { nowMs, facts }: ClosureContext): Outcome {
  if (!by.active) return refused('notActive');
  if (!closureRoles.includes(by.role) || by.pack !== closure.pack) return refused('notYours');
  if (closure.state !== 'waiting' && closure.state !== 'held') return refused('notInThisState', closure.state);
  if (!closure.lines.some((line) => line.action === 'transfer')) return refused('choiceNotAllowed');
  if (closure.state === 'waiting' && nowMs >= (closure.transferAtMs ?? 0)) return refused('changeTooLate');
  const wrong = faultOfTarget(facts.account, facts.target);
  if (wrong || !facts.target) return refused(wrong ?? 'targetUnknown');
  const targetAccountNo = facts.target.accountNo;
  if (closure.targetAccountNo === targetAccountNo && closure.identityChecked) return decided();
  const nextDueAtMs = closure.state === 'held' ? nowMs : (closure.transferAtMs ?? nowMs);
  return decided({ type: 'targetChanged', atMs: nowMs, targetAccountNo, targetMasked: maskedOf(facts.target), nextDueAtMs });
}

/** Only an open account of the same operator other than the one that closes can be a target (CLO-3). */
function faultOfTarget(
  account: Account | null,
  target: Account | null,
): Exclude<HeldReason, 'identityNotChecked' | 'billingRejected' | 'targetMissing'> | 'targetIsSelf' | null {
  if (!target || target.pack !== account?.pack) return 'targetUnknown';
  if (target.accountNo === account.accountNo) return 'targetIsSelf';
  if (target.state === 'open') return null;
  return target.state === 'closed' ? 'targetClosed' : 'targetBlocked';
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

/** Whether something of these buckets still has to be paid out by the clerk. */
export function awaitsClerk(closure: Pick<Closure, 'lines'>): boolean {
  return closure.lines.some((line) => line.action === 'refund' && line.state === 'waiting');
}

function maskedOf(account: Account) {
  return { phone: account.phoneMasked, holder: account.holderMasked };
}
