import { askedClosure, clerk, closedAtMs, transferAtMs } from '@shouwen/domain/testing/closures';
import { at, person } from '@shouwen/domain/testing/organisation';
import { expect, test } from 'vitest';
import { endOfTomorrowMs, isIn, lastMomentBefore, mayChangeTarget, nextTransferMs, closurePhaseOf } from './closure-phase.ts';

const transferLine = { bucket: 'cash', action: 'transfer', rule: 'CLO-2', state: 'waiting', amountFen: null, postingId: null } as const;
const waiting = askedClosure({ state: 'waiting', transferAtMs, nextDueAtMs: transferAtMs, lines: [transferLine] });

test('the next transfers are on the 6th of this month until its 00:00, and after that on the next month’s (CLO-1)', () => {
  expect(nextTransferMs(at('2026-12-05 23:59'), 6)).toBe(at('2026-12-06 00:00'));
  expect(nextTransferMs(at('2026-12-06 00:00'), 6)).toBe(at('2027-01-06 00:00'));
  expect(nextTransferMs(at('2026-12-31 12:00'), 6)).toBe(at('2027-01-06 00:00'));
});

test('tomorrow ends at midnight in the operator’s zone (TIME)', () => {
  expect(endOfTomorrowMs(at('2026-12-04 23:30'))).toBe(at('2026-12-06 00:00') - 1);
  expect(endOfTomorrowMs(at('2026-12-05 00:30'))).toBe(at('2026-12-07 00:00') - 1);
});

test('the day before a transfer is the last on which its target can be changed (CLO-3)', () => {
  expect(lastMomentBefore(transferAtMs)).toBe(at('2026-12-06 00:00') - 1);
  expect(mayChangeTarget(waiting, clerk, transferAtMs - 1)).toBe(true);
  expect(mayChangeTarget(waiting, clerk, transferAtMs)).toBe(false);
  expect(mayChangeTarget({ ...waiting, state: 'held' }, clerk, transferAtMs)).toBe(true);
});

test('only those at the counter change a target, and only while something is left to transfer (CLO-3)', () => {
  expect(mayChangeTarget(waiting, person('agent', 'hotlineAgent', 'centre'), closedAtMs)).toBe(false);
  expect(mayChangeTarget(waiting, { ...clerk, active: false }, closedAtMs)).toBe(false);
  expect(mayChangeTarget({ ...waiting, lines: [{ ...transferLine, state: 'posted' }] }, clerk, closedAtMs)).toBe(false);
});

test('a closing that has only cash to be paid does not say that it waits for its day; one that also transfers does (CLO-2)', () => {
  const cash = { ...transferLine, action: 'refund' } as const;
  const card = { ...transferLine, bucket: 'rechargeCard' } as const;
  expect(closurePhaseOf({ ...waiting, lines: [cash, card], leftFen: { cash: 3500, rechargeCard: 0, promotional: 0 } })).toBe('awaitingCash');
  expect(closurePhaseOf({ ...waiting, lines: [cash, card], leftFen: { cash: 3500, rechargeCard: 2000, promotional: 0 } })).toBe('waiting');
  expect(closurePhaseOf({ ...waiting, lines: [cash, { ...card, state: 'posted' }], leftFen: { cash: 3500, rechargeCard: 2000, promotional: 0 } })).toBe(
    'awaitingCash',
  );
  expect(closurePhaseOf(waiting)).toBe('waiting');
});

test('every closing stands in exactly one list', () => {
  expect(isIn('open', waiting)).toBe(true);
  expect(isIn('held', { state: 'held', open: true })).toBe(true);
  expect(isIn('open', { state: 'held', open: true })).toBe(false);
  expect(isIn('done', { state: 'settled', open: false })).toBe(true);
  expect(isIn('done', { state: 'refused', open: false })).toBe(true);
});
