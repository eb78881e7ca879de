import { account, accountOf, askedClosure, balancesFen, clerk, closedAtMs, target, transferAtMs } from '@shouwen/domain/testing/closures';
import { at, person, telecom } from '@shouwen/domain/testing/organisation';
import { describe, expect, test } from 'vitest';
import { canTransfer, choicesOf, type ClosureDraft, expectedOf, missingOf, possibleKinds, requestOf, targetRefusal } from './closure-form.ts';

const empty: ClosureDraft = { id: 'c1f6a1f0-0000-4000-8000-000000000001', account: null, kind: null, identityChecked: false, cashChoice: null, target: null };
const asked: ClosureDraft = { ...empty, account, kind: 'asked', identityChecked: true, cashChoice: 'transfer', target };
const expired: ClosureDraft = { ...empty, account: accountOf('ACC-PRE', { kind: 'prepaid', balancesFen, validUntilMs: closedAtMs }), kind: 'expired', target };

function codeOf(draft: ClosureDraft, by = clerk): string | null {
  const expected = expectedOf(draft, by, telecom, closedAtMs);
  return expected && !expected.ok ? expected.code : null;
}

describe('what a clerk can choose', () => {
  test('only the ways that CLO-2 has for such an account are offered', () => {
    expect(possibleKinds({ kind: 'goTone' }, telecom)).toEqual(['asked', 'arrears']);
    expect(possibleKinds({ kind: 'prepaid' }, telecom)).toEqual(['asked', 'expired']);
  });

  test('the cash is a choice only for a GoTone account that is closed on request, and the transfer comes first (CLO-2)', () => {
    expect(choicesOf(asked, telecom)).toEqual(['transfer', 'refund']);
    expect(choicesOf({ ...asked, kind: 'arrears' }, telecom)).toEqual([]);
    expect(choicesOf(expired, telecom)).toEqual([]);
  });

  test('what is missing is named; a customer who asks has to have been identified, one in arrears has not (CLO-2)', () => {
    expect(missingOf(empty, telecom)).toEqual(['account', 'kind']);
    expect(missingOf({ ...asked, identityChecked: false, cashChoice: null }, telecom)).toEqual(['identityChecked', 'cashChoice']);
    expect(missingOf({ ...asked, kind: 'arrears', identityChecked: false, cashChoice: null }, telecom)).toEqual([]);
    expect(missingOf(asked, telecom)).toEqual([]);
  });

  test('a target is asked for only where something can be transferred (CLO-2)', () => {
    expect(canTransfer(asked, telecom)).toBe(true);
    // The recharge card still moves although the cash is paid out.
    expect(canTransfer({ ...asked, cashChoice: 'refund' }, telecom)).toBe(true);
    expect(canTransfer({ ...asked, kind: 'arrears' }, telecom)).toBe(false);
  });
});

describe('what is sent', () => {
  test('what does not apply to the chosen kind is left out, whatever was chosen before', () => {
    expect(requestOf({ ...asked, kind: 'arrears' }, clerk, telecom)).toMatchObject({ identityChecked: false, cashChoice: null, targetAccountNo: null });
    expect(requestOf(asked, clerk, telecom)).toMatchObject({ identityChecked: true, cashChoice: 'transfer', targetAccountNo: 'ACC-NEW' });
  });

  test('nothing is sent while account or kind are open', () => {
    expect(requestOf({ ...asked, account: null }, clerk, telecom)).toBeNull();
    expect(requestOf({ ...asked, kind: null }, clerk, telecom)).toBeNull();
  });
});

describe('the plan before confirming', () => {
  const waits = { rule: 'CLO-2', state: 'waiting', postingId: null };

  test('each bucket has its amount, its way and its rule, and the day is the 6th of the next month, 00:00 (CLO-1, CLO-2)', () => {
    expect(expectedOf({ ...asked, cashChoice: 'refund' }, clerk, telecom, closedAtMs)).toEqual({
      ok: true,
      figures: {
        movesFen: 2000,
        paidOutFen: 3500,
        lapsesFen: 800,
        owedFen: 0,
        lines: [
          { ...waits, bucket: 'cash', action: 'refund', fate: 'paidOut', amountFen: 3500 },
          { ...waits, bucket: 'rechargeCard', action: 'transfer', fate: 'moves', amountFen: 2000 },
          { ...waits, bucket: 'promotional', action: 'nothing', fate: 'lapses', amountFen: 800 },
        ],
      },
      transferAtMs,
      lacks: null,
      reasons: ['lapse', 'otherCounty'],
    });
  });

  test('money that has nowhere to go yet is told of; an empty account lacks nothing (CLO-3)', () => {
    expect(expectedOf({ ...asked, target: null }, clerk, telecom, closedAtMs)).toMatchObject({ ok: true, lacks: 'target' });
    expect(expectedOf({ ...asked, account: accountOf('ACC-NIL'), target: null }, clerk, telecom, closedAtMs)).toMatchObject({ ok: true, lacks: null });
  });

  test('an expired account closes without the customer, but its money waits for them in person (CLO-2)', () => {
    expect(expectedOf(expired, clerk, telecom, closedAtMs)).toMatchObject({ ok: true, lacks: 'identity' });
    expect(expectedOf({ ...expired, identityChecked: true }, clerk, telecom, closedAtMs)).toMatchObject({ ok: true, lacks: null });
  });

  test('CLO-2: a second person is announced before anything is sent, and not where one’s own money stays in the county', () => {
    const own = { ...account, balancesFen: { ...balancesFen, promotional: 0 } };
    expect(expectedOf({ ...asked, account: own }, clerk, telecom, closedAtMs, ['320812'])).toMatchObject({ ok: true, reasons: [] });
    expect(expectedOf(asked, clerk, telecom, closedAtMs, ['320812'])).toMatchObject({ ok: true, reasons: ['lapse'] });
    expect(codeOf({ ...expired, account: accountOf('ACC-PRE', { kind: 'prepaid', balancesFen }) })).toBe('notExpired');
  });

  test('what the server would refuse is refused here already, each beside what it allows (CLO-2, CLO-3)', () => {
    expect(codeOf(asked)).toBeNull();
    expect(codeOf({ ...asked, identityChecked: false })).toBe('identityNotChecked');
    expect(codeOf({ ...asked, account: { ...account, state: 'closed' } })).toBe('accountClosed');
    expect(codeOf({ ...asked, account: { ...account, balancesFen: { ...balancesFen, cash: -1 } } })).toBe('balanceOwed');
    expect(codeOf({ ...asked, target: { ...target, state: 'blocked' } })).toBe('targetBlocked');
    expect(codeOf({ ...asked, target: account })).toBe('targetIsSelf');
    expect(codeOf(asked, person('agent', 'hotlineAgent', 'centre'))).toBe('notYours');
  });
});

describe('another target', () => {
  const waiting = askedClosure({
    state: 'waiting',
    transferAtMs,
    lines: [{ bucket: 'cash', action: 'transfer', rule: 'CLO-2', state: 'waiting', amountFen: null, postingId: null }],
  });
  const other = accountOf('ACC-3');

  test('can be named until the day before, and not on the day (CLO-3)', () => {
    expect(targetRefusal(waiting, other, clerk, telecom, at('2026-12-05 23:59'))).toBeNull();
    expect(targetRefusal(waiting, other, clerk, telecom, transferAtMs)).toBe('changeTooLate');
  });

  test('has to be open, and another one than the account that closes (CLO-3)', () => {
    expect(targetRefusal(waiting, { ...other, state: 'closed' }, clerk, telecom, closedAtMs)).toBe('targetClosed');
    expect(targetRefusal(waiting, account, clerk, telecom, closedAtMs)).toBe('targetIsSelf');
  });
});
