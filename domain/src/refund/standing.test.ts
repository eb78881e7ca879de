import { expect, test } from 'vitest';
import { decidedAtMs, refundIn } from '../testing/refunds.ts';
import { standingOf } from './standing.ts';

test.each([
  ['requested', 'asked'],
  ['awaitingApproval', 'asked'],
  ['awaitingAnswer', 'asked'],
  ['approved', 'approved'],
  ['executing', 'approved'],
  ['posted', 'paid'],
  ['reversed', 'reversed'],
  ['refused', 'refused'],
  ['withdrawn', 'withdrawn'],
] as const)('a refund that is %s stands on the complaint as %s, with its amount and form', (state, standing) => {
  const refund = refundIn(state);
  expect(standingOf(refund, decidedAtMs)).toEqual({ refundId: refund.id, amountFen: 50_000, form: 'balanceCredit', standing, atMs: decidedAtMs });
});
