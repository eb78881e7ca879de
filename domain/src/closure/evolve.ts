import type { Fen } from '../kernel/brand.ts';
import type { Account, Balances } from '../ledger/account.ts';
import { customerAccount, type Posting, signedFen } from '../ledger/posting.ts';
import { type Closure, closureVersion, type Disposal } from './closure.ts';
import { awaitsClerk } from './awaits-clerk.ts';
import type { ClosingPlan, ClosureEvent } from './event.ts';

/** Applies the events of one step. A step that changed nothing leaves even `seq` alone. */
export function evolveClosure(closure: Closure, events: readonly ClosureEvent[]): Closure {
  if (events.length === 0) return closure;
  const evolved = events.reduce(evolve, closure);
  return {
    ...evolved,
    schemaVersion: Math.max(closure.schemaVersion, closureVersion),
    seq: closure.seq + 1,
    updatedAtMs: Math.max(closure.updatedAtMs, events.at(-1)?.atMs ?? 0),
  };
}

/** What a closure is after one event. Pure and total. */
function evolve(closure: Closure, event: ClosureEvent): Closure {
  switch (event.type) {
    case 'turnedAway':
      return { ...closure, state: 'refused', open: false, refusalCode: event.code, people: [closure.requesterUid] };
    case 'confirmationNeeded':
      return { ...closure, ...plannedBy(event), state: 'awaitingConfirmation', confirmReasons: event.reasons, people: [closure.requesterUid] };
    case 'evidenceFiled':
      return { ...closure, evidence: { paperMasked: event.paperMasked, ...saidBy(event) } };
    case 'confirmed':
      return { ...closure, confirmed: saidBy(event), nextDueAtMs: closure.state === 'held' ? event.atMs : closure.nextDueAtMs };
    case 'declined':
      return { ...closure, state: 'refused', open: false, refusal: { reason: event.reason, ...saidBy(event) } };
    case 'linkMade':
      return { ...closure, statusId: event.statusId };
    case 'cancelAsked':
      return { ...closure, cancel: { reason: event.reason, ...saidBy(event), decidedByUid: null, decidedByName: null, decidedAtMs: null } };
    case 'cancelRefused':
      return { ...closure, cancel: null };
    case 'cancelled': {
      const cancel = closure.cancel && { ...closure.cancel, decidedByUid: event.by.uid, decidedByName: event.by.name, decidedAtMs: event.atMs };
      return { ...closure, state: 'cancelled', open: false, cancel, lines: [], holdReason: null, nextDueAtMs: null };
    }
    case 'accountClosed': {
      const { transferAtMs } = event;
      return {
        ...closure,
        ...plannedBy(event),
        state: 'waiting',
        closedAtMs: event.atMs,
        transferAtMs,
        nextDueAtMs: transferAtMs,
        people: [closure.requesterUid],
      };
    }
    case 'targetChanged':
      return { ...closure, targetAccountNo: event.targetAccountNo, targetMasked: event.targetMasked, identityChecked: true, nextDueAtMs: event.nextDueAtMs };
    case 'heldBack':
      return { ...closure, state: 'held', holdReason: event.reason, holdCount: closure.holdCount + 1, nextDueAtMs: event.retryAtMs };
    case 'transferOrdered':
      return { ...closure, state: 'settling', attempt: closure.attempt + 1, holdReason: null, cancel: null, nextDueAtMs: null };
    case 'moved':
      return finished(
        { ...closure, leftFen: movedFen(closure, event.postings), lines: closure.lines.map((line) => movedDisposal(line, event.postings)) },
        event.atMs,
      );
    case 'balancesNoted':
      return { ...closure, leftFen: event.leftFen };
    case 'cashPaid': {
      const lines = closure.lines.map((line): Disposal =>
        line.bucket === 'cash' ? { ...line, state: 'posted', amountFen: event.amountFen, postingId: event.postingId } : line,
      );
      return finished({ ...closure, lines }, event.atMs);
    }
  }
}

function freshDisposal(line: Pick<Disposal, 'bucket' | 'action' | 'rule'>, amountFen: Fen): Disposal {
  const isNothingToPay = line.action === 'refund' && amountFen === 0;
  return { ...line, state: isNothingToPay ? 'empty' : 'waiting', amountFen: isNothingToPay ? 0 : null, postingId: null };
}

function movedDisposal(line: Disposal, postings: readonly Posting[]): Disposal {
  if (line.state !== 'waiting' || line.action === 'refund') return line;
  const posting = postings.find(({ cause }) => cause.kind === 'closure' && cause.bucket === line.bucket);
  if (!posting) return { ...line, state: 'empty', amountFen: 0 };
  return { ...line, state: 'posted', amountFen: posting.legs[0]?.amountFen ?? 0, postingId: posting.id };
}

/** What was there when it moved, by its postings: one that was closed by an earlier version may not have been told of all that arrived. */
function movedFen({ accountNo, lines, leftFen }: Closure, postings: readonly Posting[]): Balances {
  const left = { ...leftFen };
  for (const { bucket, action } of lines) {
    const legs = postings.flatMap((posting) => posting.legs).filter(({ account }) => account === customerAccount(accountNo, bucket));
    if (action !== 'refund') left[bucket] = legs.reduce((sum, leg) => sum - signedFen(leg), 0);
  }
  return left;
}

function plannedBy({ lines, frozenFen, ...plan }: ClosingPlan): Partial<Closure> {
  const { accountNo, targetAccountNo, accountKind, accountMasked, targetMasked, packVersion, formerAccountState } = plan;
  const planned = { accountNo, targetAccountNo, accountKind, accountMasked, targetMasked, packVersion, formerAccountState };
  return { ...planned, frozenFen, leftFen: frozenFen, lines: lines.map((line) => freshDisposal(line, frozenFen[line.bucket])) };
}

function saidBy({ by, atMs }: { by: { uid: string; name: string }; atMs: number }) {
  return { byUid: by.uid, byName: by.name, atMs };
}

/** Settled once every line is done; one whose cash the clerk still has to pay stays open without anything due from the schedule. */
function finished(closure: Closure, atMs: number): Closure {
  if (closure.lines.some((line) => line.state === 'waiting')) {
    return closure.state === 'settling' && awaitsClerk(closure) ? { ...closure, state: 'waiting', nextDueAtMs: null } : closure;
  }
  return { ...closure, state: 'settled', open: false, settledAtMs: atMs, holdReason: null, nextDueAtMs: null };
}

/** What the account is once the closure has acted: closed and frozen, then free of the hold and followed to the target (CLO-5). */
export function accountAfter(account: Account, before: Closure, after: Closure): Account {
  if (after.closedAtMs === null) return account;
  // What is noted about a closure that has ended says nothing of an account that may have been closed anew since.
  if (after.state === before.state && (after.state === 'cancelled' || after.state === 'settled')) return account;
  const updatedAtMs = Math.max(account.updatedAtMs, after.updatedAtMs, before.updatedAtMs);
  if (after.state === 'cancelled') return { ...account, state: after.formerAccountState, closedAtMs: null, hold: null, followsTo: null, updatedAtMs };
  const isOver = after.state === 'settled';
  return {
    ...account,
    state: 'closed',
    closedAtMs: after.closedAtMs,
    hold: isOver ? null : { closureId: after.id, isOrdered: after.state === 'settling' },
    followsTo: isOver ? after.targetAccountNo : null,
    updatedAtMs,
  };
}
