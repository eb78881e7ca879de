import { describe, expect, test } from 'vitest';
import { dayMs } from '../calendar/day.ts';
import { emptyBalances } from '../ledger/account.ts';
import { refundPosting } from '../refund/destination.ts';
import {
  account,
  accountOf,
  askedClosure,
  balancesFen,
  clerk,
  closedAtMs,
  decideAt,
  type Stand,
  stepAt,
  target,
  transferAtMs,
  waitingStand,
} from '../testing/closures.ts';
import { calendar, telecom } from '../testing/organisation.ts';
import { cashRefundOf } from './cash-refund.ts';
import { accountAfter, evolveClosure } from './evolve.ts';
import { closureNoticesOf } from './notices.ts';
import type { ClosureSystemCommand } from './command.ts';

const settle = { type: 'settle' } as const;
const linesOf = ({ closure }: Stand) => closure.lines.map(({ bucket, action, state, amountFen }) => [bucket, action, state, amountFen]);

/** The clerk pays out a closure's cash: what functions do when the refund of it is posted. */
function paid(nowMs: number, stand: Stand): Stand {
  const refund = cashRefundOf(stand.closure, { pack: telecom, calendar }, nowMs) ?? null;
  if (!refund) throw new Error('there is no cash to pay out');
  const posting = refundPosting(refund, null, 'payer', nowMs);
  const before = { ...stand, account: { ...stand.account, balancesFen: { ...stand.account.balancesFen, cash: 0 } } };
  return stepAt(nowMs, before, { type: 'cashPaid', amountFen: refund.amountFen, postingId: posting.id });
}

describe('CLO-1: what a closure does to its account', () => {
  test('closed at once and frozen until the day', () => {
    const { closure, account: own } = waitingStand();
    expect(closure).toMatchObject({ state: 'waiting', open: true, seq: 2, closedAtMs, transferAtMs, nextDueAtMs: transferAtMs, people: [clerk.uid] });
    expect(own).toMatchObject({ state: 'closed', closedAtMs, hold: { closureId: closure.id, isOrdered: false }, followsTo: null, balancesFen });
  });

  test('CLO-5: free and followed to the target once nothing is left', () => {
    const { closure, account: own } = stepAt(transferAtMs, waitingStand(), settle);
    expect(closure).toMatchObject({ state: 'settled', open: false, settledAtMs: transferAtMs, nextDueAtMs: null });
    expect(own).toMatchObject({ state: 'closed', hold: null, followsTo: 'ACC-NEW', balancesFen: emptyBalances });
  });

  test('with the billing system, the hold says that its amounts are ordered', () => {
    const stand = waitingStand();
    const ordered = decideAt(transferAtMs, stand.closure, settle, { account: stand.account });
    const closure = evolveClosure(stand.closure, ordered.ok ? ordered.events : []);
    expect(closure).toMatchObject({ state: 'settling', attempt: 1, nextDueAtMs: null });
    expect(accountAfter(stand.account, stand.closure, closure).hold).toEqual({ closureId: closure.id, isOrdered: true });
    const { account: own } = stepAt(transferAtMs, { ...stand, closure }, { type: 'rejectPosting' });
    expect(own.hold).toEqual({ closureId: closure.id, isOrdered: false });
  });

  test('CLO-1: what is noted about a closing that was taken back leaves an account alone that has been closed anew since', () => {
    const { closure } = waitingStand();
    const by = { uid: 'manager', name: '经理' };
    const cancelled = evolveClosure(closure, [{ type: 'cancelled', atMs: closedAtMs, by }]);
    const anew = { ...account, state: 'closed' as const, closedAtMs, hold: { closureId: 'another', isOrdered: false } };
    const noted = evolveClosure(cancelled, [{ type: 'linkMade', atMs: closedAtMs + 1, statusId: 'a'.repeat(64) }]);
    expect(noted.statusId).not.toBeNull();
    expect(accountAfter(anew, cancelled, noted)).toBe(anew);
    const own = { ...anew, hold: { closureId: closure.id, isOrdered: false } };
    expect(accountAfter(own, closure, cancelled), 'the taking back itself opens it').toMatchObject({ state: 'open', hold: null });
  });

  test('an account whose closing was refused stays as it is', () => {
    const after = stepAt(closedAtMs, { closure: askedClosure({ identityChecked: false }), account, target }, { type: 'receive' });
    expect(after.closure).toMatchObject({ state: 'refused', open: false, refusalCode: 'identityNotChecked' });
    expect(after.account).toEqual(account);
  });
});

describe('the billing system orders, confirms and rejects', () => {
  const stand = waitingStand();
  const order = decideAt(transferAtMs, stand.closure, settle, { account: stand.account });
  const postings = order.ok ? order.events.flatMap((event) => (event.type === 'transferOrdered' ? event.postings : [])) : [];
  const settling = evolveClosure(stand.closure, order.ok ? order.events : []);

  test('confirmed, each line says what was moved by which posting', () => {
    const outcome = decideAt(transferAtMs + 5, settling, { type: 'confirmPosting' }, { ordered: postings });
    const closure = evolveClosure(settling, outcome.ok ? outcome.events : []);
    expect(closure.lines.map(({ amountFen, postingId }) => [amountFen, postingId])).toEqual(postings.map(({ id, legs }) => [legs[0]?.amountFen, id]));
    expect(decideAt(transferAtMs + 6, closure, { type: 'confirmPosting' }, { ordered: postings })).toEqual({ ok: true, events: [] });
  });

  test('rejected, it is held and ordered again under the next attempt', () => {
    const rejected = stepAt(transferAtMs, { ...stand, closure: settling }, { type: 'rejectPosting' });
    const again = decideAt(transferAtMs + dayMs, rejected.closure, settle, { account: rejected.account });
    expect(evolveClosure(rejected.closure, again.ok ? again.events : [])).toMatchObject({ state: 'settling', attempt: 2, holdReason: null });
    expect(rejected.closure.lines.every((line) => line.state === 'waiting')).toBe(true);
  });
});

describe('CLO-2: cash that the clerk pays out', () => {
  const stand = waitingStand({ cashChoice: 'refund' });

  test('before the 6th: the rest still moves on its day', () => {
    const before = paid(closedAtMs + dayMs, stand);
    expect(before.closure).toMatchObject({ state: 'waiting', open: true, nextDueAtMs: transferAtMs });
    const after = stepAt(transferAtMs, before, settle);
    expect(after.closure.state).toBe('settled');
    expect(linesOf(after)).toEqual([
      ['cash', 'refund', 'posted', 3500],
      ['rechargeCard', 'transfer', 'posted', 2000],
      ['promotional', 'nothing', 'posted', 800],
    ]);
  });

  test('after the 6th: the closure waits for it, frozen, with nothing due from the schedule', () => {
    const moved = stepAt(transferAtMs, stand, settle);
    expect(moved.closure).toMatchObject({ state: 'waiting', open: true, nextDueAtMs: null });
    expect(moved.account).toMatchObject({ hold: { closureId: moved.closure.id }, balancesFen: { ...emptyBalances, cash: 3500 } });
    expect(decideAt(transferAtMs + dayMs, moved.closure, settle, { account: moved.account })).toEqual({ ok: true, events: [] });
    const after = paid(transferAtMs + dayMs, moved);
    expect(after.closure).toMatchObject({ state: 'settled', settledAtMs: transferAtMs + dayMs });
    expect(after.account).toMatchObject({ hold: null, followsTo: 'ACC-NEW' });
  });

  test('while the rest is held back for its target, it is paid all the same', () => {
    const held = stepAt(transferAtMs, { ...stand, target: null }, settle);
    expect(paid(transferAtMs + dayMs, held).closure).toMatchObject({ state: 'held', holdReason: 'targetUnknown', nextDueAtMs: transferAtMs + dayMs });
  });

  test('REF-8: said twice, nothing more happens', () => {
    const once = paid(closedAtMs + dayMs, stand);
    expect(stepAt(closedAtMs + 2 * dayMs, once, { type: 'cashPaid', amountFen: 3500, postingId: 'again' }).closure).toEqual(once.closure);
  });

  test('where there is no cash there is nothing to pay out', () => {
    const empty = waitingStand({ cashChoice: 'refund' }, accountOf('ACC-OLD', { balancesFen: { ...balancesFen, cash: 0 } }));
    expect(cashRefundOf(empty.closure, { pack: telecom, calendar }, closedAtMs)).toBeNull();
    expect(linesOf(empty)[0]).toEqual(['cash', 'refund', 'empty', 0]);
  });

  test('REF-5: its refund is of what was frozen, waits for the clerk, and is due when the law says', () => {
    expect(cashRefundOf(stand.closure, { pack: telecom, calendar }, closedAtMs)).toMatchObject({
      id: `closure-${stand.closure.id}`,
      closureId: stand.closure.id,
      state: 'approved',
      form: 'cash',
      amountFen: 3500,
      complaintId: null,
      requesterUid: clerk.uid,
    });
    expect(cashRefundOf(waitingStand().closure, { pack: telecom, calendar }, closedAtMs)).toBeNull();
  });
});

test('a step that changed nothing leaves even the sequence alone', () => {
  const { closure } = waitingStand();
  expect(evolveClosure(closure, [])).toBe(closure);
});

describe('CLO-3: who is told', () => {
  const noticesOf = (stand: Stand, command: Extract<ClosureSystemCommand, { type: 'settle' | 'receive' | 'cashPaid' }>, headUid: string | null) => {
    const outcome = decideAt(transferAtMs, stand.closure, command, { account: stand.account, target: stand.target });
    const ordered = outcome.ok ? outcome.events : [];
    const between = evolveClosure(stand.closure, ordered);
    const postings = ordered.flatMap((event) => (event.type === 'transferOrdered' ? event.postings : []));
    const confirmed = between.state === 'settling' ? decideAt(transferAtMs, between, { type: 'confirmPosting' }, { ordered: postings }) : outcome;
    const events = between.state === 'settling' && confirmed.ok ? confirmed.events : ordered;
    return closureNoticesOf(between.state === 'settling' ? evolveClosure(between, events) : between, events, headUid, []);
  };

  test('of money that cannot move, whoever opened it and the head of their unit', () => {
    expect(noticesOf({ ...waitingStand(), target: null }, settle, 'head')).toEqual([
      { uid: 'clerk', kind: 'closureHeld' },
      { uid: 'head', kind: 'closureHeld' },
    ]);
    expect(noticesOf({ ...waitingStand(), target: null }, settle, null)).toEqual([{ uid: 'clerk', kind: 'closureHeld' }]);
    expect(noticesOf({ ...waitingStand(), target: null }, settle, 'clerk')).toEqual([{ uid: 'clerk', kind: 'closureHeld' }]);
  });

  test('of the end and of a refusal, whoever opened it', () => {
    expect(noticesOf(waitingStand(), settle, 'head')).toEqual([{ uid: 'clerk', kind: 'closureSettled' }]);
    const refused = { closure: askedClosure({ identityChecked: false }), account, target };
    expect(noticesOf(refused, { type: 'receive' }, 'head')).toEqual([{ uid: 'clerk', kind: 'closureRefused' }]);
  });

  test('of nothing while the clerk still has to pay, and of the end when they have', () => {
    expect(noticesOf(waitingStand({ cashChoice: 'refund' }), settle, 'head')).toEqual([]);
    const moved = stepAt(transferAtMs, waitingStand({ cashChoice: 'refund' }), settle);
    const command = { type: 'cashPaid', amountFen: 3500, postingId: 'closure-cash' } as const;
    expect(noticesOf(moved, command, 'head')).toEqual([{ uid: 'clerk', kind: 'closureSettled' }]);
  });
});
