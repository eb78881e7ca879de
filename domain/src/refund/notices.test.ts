import { describe, expect, test } from 'vitest';
import { at } from '../testing/organisation.ts';
import type { Staff } from '../organisation/staff.ts';
import {
  handOver,
  after,
  amendmentOf,
  approvalOf,
  approvedBy,
  decidedAtMs,
  does,
  people,
  pinsFor,
  received,
  refundIn,
  requestWith,
  says,
  withDeputy,
} from '../testing/refunds.ts';
import type { RefundCommand, RefundSystemCommand } from './command.ts';
import { refundNoticeKinds, refundNoticesOf } from './notices.ts';
import type { Refund } from './refund.ts';

const told = new Set<string>();

/** Who is told of what, `kind uid`, when this is decided. */
function noticesOf(before: Refund, decision: ReturnType<typeof does>, actorUid: string | null): string[] {
  if (!decision.ok) throw new Error(decision.refusal.code);
  const notices = refundNoticesOf(before, after(before, decision), decision.events, actorUid);
  for (const { kind } of notices) told.add(kind);
  return notices.map(({ kind, uid }) => `${kind} ${uid}`);
}

function staffSay(before: Refund, by: Staff, command: RefundCommand): string[] {
  return noticesOf(before, says(by, before, command), by.uid);
}

function productDoes(before: Refund, command: RefundSystemCommand, nowMs = decidedAtMs): string[] {
  return noticesOf(before, does(before, command, {}, nowMs), null);
}

describe('who is told of what', () => {
  test('whoever has to decide, and the requester when it could not stand', () => {
    expect(productDoes(requestWith(), { type: 'receive' })).toEqual(['refundNeedsYou manager', 'refundNeedsYou other-manager']);
    expect(productDoes(requestWith({ amountFen: 0 }), { type: 'receive' })).toEqual(['refundRefused clerk']);
  });

  test('the next post, then the requester and the refund clerks', () => {
    const second = approvedBy(received(), people.manager);
    expect(staffSay(received(), people.manager, approvalOf(received()))).toEqual(['refundNeedsYou head']);
    expect(staffSay(second, people.head, approvalOf(second))).toEqual(['refundApproved clerk', 'refundToExecute other-payer', 'refundToExecute payer']);
  });

  test('within one’s own limit the clerks, and oneself as well, for the product decided that', () => {
    expect(productDoes(requestWith({ amountFen: 10_000 }), { type: 'receive' })).toEqual([
      'refundApproved clerk',
      'refundToExecute other-payer',
      'refundToExecute payer',
    ]);
  });

  test('the requester of a refusal and of a question, the post of the answer, and nobody of their own act', () => {
    expect(staffSay(received(), people.manager, { type: 'refuse', ...pinsFor(received()), reason: '与账单不符' })).toEqual(['refundRefused clerk']);
    expect(staffSay(received(), people.manager, { type: 'askMore', ...pinsFor(received()), reason: '缺账单' })).toEqual(['refundQuestion clerk']);
    const asked = refundIn('awaitingAnswer');
    expect(staffSay(asked, people.clerk, amendmentOf(asked))).toEqual(['refundNeedsYou manager', 'refundNeedsYou other-manager']);
    const own = received({ amountFen: 9000 });
    expect(staffSay(own, people.clerk, amendmentOf(own))).toEqual(['refundToExecute other-payer', 'refundToExecute payer']);
  });

  test('a deputy to whom it is handed, and the approvers of a withdrawal', () => {
    const absent = withDeputy(people.manager, 'stand-in');
    expect(staffSay(received(), absent, { type: 'handToDeputy', ...pinsFor(received()) })).toEqual(['refundHandedToYou stand-in']);
    expect(staffSay(received(), people.clerk, { type: 'withdraw', reason: '客户撤诉' })).toEqual(['refundWithdrawn manager', 'refundWithdrawn other-manager']);
  });

  test('a deputy named while the step is open, and nobody who knows of it already', () => {
    const staff = [...Object.values(people).filter(({ uid }) => uid !== 'manager'), withDeputy(people.manager, 'stand-in')];
    expect(noticesOf(received(), does(received(), { type: 'refreshHolders' }, { staff }), null)).toEqual(['refundNeedsYou stand-in']);
  });

  test('whoever keeps it waiting of a reminder; those below and the requester when it goes up', () => {
    expect(productDoes(received(), { type: 'stepDue' }, at('2026-11-20 15:00'))).toEqual(['refundReminder manager', 'refundReminder other-manager']);
    expect(productDoes(received(), { type: 'stepDue' }, at('2026-11-23 10:00'))).toEqual([
      'refundMovedUp clerk',
      'refundMovedUp manager',
      'refundMovedUp other-manager',
      'refundNeedsYou head',
    ]);
    expect(productDoes(refundIn('awaitingAnswer'), { type: 'stepDue' }, at('2026-11-23 11:00'))).toEqual(['refundReminder clerk']);
    expect(productDoes(refundIn('approved'), { type: 'stepDue' }, at('2026-11-23 11:00'))).toEqual(['refundReminder other-payer', 'refundReminder payer']);
  });

  test('the requester of the payment, the clerk of its failure, both of its reversal', () => {
    expect(productDoes(refundIn('executing'), { type: 'confirmPosting' })).toEqual(['refundPosted clerk']);
    expect(productDoes(refundIn('executing'), { type: 'rejectPosting', reason: 'ACCOUNT_LOCKED' })).toEqual(['refundPostingRejected payer']);
    const posted = refundIn('posted');
    expect(staffSay(posted, people.director, { type: 'reverse', ...pinsFor(posted), reason: '重复退费' })).toEqual([
      'refundReversed clerk',
      'refundReversed payer',
    ]);
    expect(staffSay(refundIn('approved'), people.payer, { type: 'execute', ...pinsFor(refundIn('approved')), cash: handOver })).toEqual([]);
  });

  test('once each, however often the same is said of them in one entry', () => {
    const opened = { type: 'stepOpened' as const, atMs: 0, index: 0, approverUids: ['manager', 'manager'], remindAtMs: 0, moveUpAtMs: 0 };
    expect(refundNoticesOf(received(), received(), [opened, opened], null)).toEqual([{ uid: 'manager', kind: 'refundNeedsYou' }]);
  });

  test('every kind of notice has been seen here', () => {
    expect([...told].sort()).toEqual([...refundNoticeKinds].sort());
  });
});
