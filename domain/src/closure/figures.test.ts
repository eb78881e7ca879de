import { describe, expect, test } from 'vitest';
import { account, accountOf, askedClosure, closedAtMs, decideAt, stepAt, target, transferAtMs, waitingStand } from '../testing/closures.ts';
import { evolveClosure } from './evolve.ts';
import { closureFigures } from './figures.ts';
import type { Posting } from '../ledger/posting.ts';

const yuan = (amount: number) => Math.round(amount * 100);

/** CLO-2, told by the postings alone: what reached the target, what the operator took, and what it keeps as owed. */
function postedFen(postings: readonly Posting[]) {
  const legsTo = (isMeant: (account: string) => boolean) =>
    postings.flatMap(({ legs }) => legs).reduce((sum, leg) => sum + (leg.side === 'credit' && isMeant(leg.account) ? leg.amountFen : 0), 0);
  return {
    movesFen: legsTo((name) => name.startsWith(`customer:${target.accountNo}:`)),
    lapsesFen: legsTo((name) => name === 'company:lapsed'),
  };
}

describe('CLO-2, CLO-4: before the day, on it and afterwards one function says what moves, what is paid out and what lapses', () => {
  test.each([
    ['456 of cash, 100 of cards, 50 of credit', { cash: yuan(456), rechargeCard: yuan(100), promotional: yuan(50) }, null, [556, 0, 50]],
    ['the same, with the cash paid out', { cash: yuan(456), rechargeCard: yuan(100), promotional: yuan(50) }, 'refund' as const, [100, 456, 50]],
    ['62.60 of cash, 10 of credit', { cash: yuan(62.6), rechargeCard: 0, promotional: yuan(10) }, null, [62.6, 0, 10]],
    ['nothing at all', { cash: 0, rechargeCard: 0, promotional: 0 }, null, [0, 0, 0]],
  ])('%s', (_told, balancesFen, cashChoice, [moves = 0, paidOut = 0, lapses = 0]) => {
    const expected = { movesFen: yuan(moves), paidOutFen: yuan(paidOut), lapsesFen: yuan(lapses), owedFen: 0 };
    const waiting = waitingStand({ cashChoice }, accountOf('ACC-OLD', { balancesFen }));
    expect(closureFigures(waiting.closure)).toMatchObject(expected);
    expect(closureFigures({ lines: waiting.closure.lines, leftFen: waiting.account.balancesFen })).toMatchObject(expected);
    const decision = decideAt(transferAtMs, waiting.closure, { type: 'settle' }, { account: waiting.account });
    const ordered = decision.ok ? decision.events.flatMap((event) => (event.type === 'transferOrdered' ? event.postings : [])) : [];
    expect(postedFen(ordered)).toEqual({ movesFen: expected.movesFen, lapsesFen: expected.lapsesFen });
    expect(closureFigures(stepAt(transferAtMs, waiting, { type: 'settle' }).closure)).toMatchObject(expected);
  });

  test('what is owed is neither moved nor lost, before and after', () => {
    const owing = accountOf('ACC-OLD', { balancesFen: { cash: yuan(-86.4), rechargeCard: 0, promotional: yuan(30) } });
    const waiting = waitingStand({ kind: 'arrears', identityChecked: false, targetAccountNo: null }, owing, null);
    const expected = { movesFen: 0, paidOutFen: 0, lapsesFen: yuan(30), owedFen: yuan(86.4) };
    expect(closureFigures(waiting.closure)).toMatchObject(expected);
    expect(closureFigures(stepAt(transferAtMs, waiting, { type: 'settle' }).closure)).toMatchObject(expected);
  });

  test('CLO-5: what arrived meanwhile is in it; the same said again is silence, and so is what comes when it is over', () => {
    const waiting = waitingStand();
    const balancesFen = { ...waiting.account.balancesFen, cash: 4700 };
    const arrived = decideAt(closedAtMs, waiting.closure, { type: 'noteBalances', balancesFen });
    const noted = evolveClosure(waiting.closure, arrived.ok ? arrived.events : []);
    expect(closureFigures(noted)).toMatchObject({ movesFen: 6700, lapsesFen: 800 });
    expect(noted.frozenFen).toEqual(account.balancesFen);
    expect(decideAt(closedAtMs, noted, { type: 'noteBalances', balancesFen })).toEqual({ ok: true, events: [] });
    const held = { ...waiting.closure, state: 'held' as const };
    expect(decideAt(closedAtMs, held, { type: 'noteBalances', balancesFen })).toEqual(arrived);
    const over = stepAt(transferAtMs, waiting, { type: 'settle' }).closure;
    expect(decideAt(transferAtMs, over, { type: 'noteBalances', balancesFen })).toEqual({ ok: true, events: [] });
    expect(decideAt(closedAtMs, askedClosure(), { type: 'noteBalances', balancesFen })).toEqual({ ok: true, events: [] });
  });

  test('one that an earlier version closed moves what is there, and says so afterwards', () => {
    const waiting = waitingStand();
    const richer = { ...waiting, account: { ...waiting.account, balancesFen: { ...waiting.account.balancesFen, cash: 9900 } } };
    expect(closureFigures(stepAt(transferAtMs, richer, { type: 'settle' }).closure)).toMatchObject({ movesFen: 11_900, lapsesFen: 800 });
  });
});
