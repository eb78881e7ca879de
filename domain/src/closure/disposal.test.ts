import { describe, expect, test } from 'vitest';
import { accountKinds, buckets } from '../ledger/account.ts';
import { post, telecom } from '../testing/organisation.ts';
import { closureKinds } from './closure.ts';
import { cashChoices, disposalsOf } from './disposal.ts';

type Action = 'refund' | 'transfer' | 'nothing';

/** The policy's own table, the recommended first; a pair that is missing here cannot be closed so. */
const table: Record<string, { cash: Action[]; rechargeCard: Action; promotional: Action }> = {
  'asked goTone': { cash: ['transfer', 'refund'], rechargeCard: 'transfer', promotional: 'nothing' },
  'asked prepaid': { cash: ['transfer'], rechargeCard: 'transfer', promotional: 'nothing' },
  'arrears goTone': { cash: ['nothing'], rechargeCard: 'nothing', promotional: 'nothing' },
  'expired prepaid': { cash: ['transfer'], rechargeCard: 'transfer', promotional: 'nothing' },
};

const pairs = closureKinds.flatMap((kind) => accountKinds.map((accountKind) => ({ kind, accountKind, cells: table[`${kind} ${accountKind}`] ?? null })));
const inTable = pairs.flatMap(({ cells, ...pair }) => (cells ? [{ ...pair, cells }] : []));
const notInTable = pairs.filter(({ cells }) => cells === null);

describe('CLO-2: what becomes of each bucket, cell by cell', () => {
  test('the table has four of the six pairs', () => {
    expect([inTable.length, notInTable.length]).toEqual([4, 2]);
  });

  test.each(inTable.flatMap((pair) => buckets.map((bucket) => ({ ...pair, bucket }))))(
    '$kind, $accountKind, $bucket: the recommended way where nothing was chosen',
    ({ kind, accountKind, cells, bucket }) => {
      const plan = disposalsOf({ kind, accountKind, cashChoice: null }, telecom);
      const expected = bucket === 'cash' ? cells.cash[0] : cells[bucket];
      expect(plan.ok && plan.events.find((line) => line.bucket === bucket)).toEqual({ bucket, action: expected, rule: 'CLO-2' });
    },
  );

  const choices = inTable.flatMap((pair) => (['refund', 'transfer'] as const).map((cashChoice) => ({ ...pair, cashChoice })));

  test.each(choices.filter(({ cells, cashChoice }) => cells.cash.includes(cashChoice)))(
    '$kind, $accountKind: cash by $cashChoice, and the other buckets do not follow the choice',
    ({ kind, accountKind, cells, cashChoice }) => {
      const plan = disposalsOf({ kind, accountKind, cashChoice }, telecom);
      expect(plan.ok && plan.events.map(({ bucket, action }) => [bucket, action])).toEqual([
        ['cash', cashChoice],
        ['rechargeCard', cells.rechargeCard],
        ['promotional', cells.promotional],
      ]);
    },
  );

  test.each(choices.filter(({ cells, cashChoice }) => !cells.cash.includes(cashChoice)))(
    '$kind, $accountKind: cash by $cashChoice is refused',
    ({ kind, accountKind, cashChoice }) => {
      expect(disposalsOf({ kind, accountKind, cashChoice }, telecom)).toEqual({ ok: false, refusal: { code: 'choiceNotAllowed' } });
    },
  );

  test('of the eight choices for the cash the table leaves four', () => {
    expect(choices.filter(({ cells, cashChoice }) => cells.cash.includes(cashChoice))).toHaveLength(4);
  });

  test.each(notInTable.flatMap((pair) => ([null, 'refund', 'transfer'] as const).map((cashChoice) => ({ ...pair, cashChoice }))))(
    '$kind, $accountKind, choice $cashChoice: cannot be closed so',
    ({ kind, accountKind, cashChoice }) => {
      expect(disposalsOf({ kind, accountKind, cashChoice }, telecom)).toEqual({ ok: false, refusal: { code: 'closureNotForAccount' } });
      expect(cashChoices(kind, accountKind, telecom)).toBeNull();
    },
  );

  test.each(inTable)('$kind, $accountKind: the ways that are offered for the cash are those, the recommended first', ({ kind, accountKind, cells }) => {
    expect(cashChoices(kind, accountKind, telecom)).toEqual(cells.cash.filter((action) => action !== 'nothing'));
  });

  test('an operator that keeps no accounts closes none', () => {
    expect(disposalsOf({ kind: 'asked', accountKind: 'goTone', cashChoice: null }, post)).toEqual({ ok: false, refusal: { code: 'closureNotForAccount' } });
  });
});
