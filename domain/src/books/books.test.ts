import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ClosureRequest } from '../closure/closure.ts';
import { playBooks, reconcileWorld } from '../testing/books.ts';
import { randomRun } from '../testing/random-run.ts';
import type { Posting } from '../ledger/posting.ts';

vi.setConfig({ testTimeout: 300_000 });

const seeds = fc.nat({ max: 2 ** 31 - 1 });
const operationCount = 100;

describe('whatever people, the schedule and the far side do, in any order', () => {
  test('REF-8, CLO-4: the books are right after each operation, and the comparison finds nothing', () => {
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(seeds, (seed) => {
        const { world, differences } = playBooks(seed, operationCount);
        expect(differences).toEqual([]);
        for (const { state, form, steps, closureId } of world.refunds.values()) {
          count(`refund ${state}`);
          if (state === 'posted') count(`${closureId === null ? form : 'closure'} posted`);
          if (state === 'posted') count(`${steps.filter((step) => step.state === 'approved').length} steps`);
          if (steps.some((step) => step.forUid !== null)) count('deputy');
          if (steps.some((step) => step.state === 'movedUp')) count('moved up');
        }
        for (const { state, kind, holdReason } of world.closures.values()) count(`closure ${state} ${state === 'settled' ? kind : (holdReason ?? '')}`.trim());
      }),
      randomRun(2000),
    );
    expect(reached.filter((what) => !seen.has(what))).toEqual([]);
  });

  test('a posting that is broken afterwards is found', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), fc.constantFrom(...breakages), (seed, at, breakage) => {
        const { world } = playBooks(seed, operationCount);
        const postings = [...world.ledger.values()];
        const posting = postings[at % postings.length];
        fc.pre(posting !== undefined);
        breakage(world.ledger, posting);
        expect(reconcileWorld(world)).not.toEqual([]);
      }),
      randomRun(500),
    );
  });
});

/** What a run has to come across, or it has shown nothing about it. */
const reached: string[] = [
  ...['posted', 'reversed', 'refused', 'withdrawn', 'approved', 'awaitingApproval', 'awaitingAnswer', 'executing'].map((state) => `refund ${state}`),
  ...['balanceCredit', 'cash', 'rechargeCard', 'closure'].map((form) => `${form} posted`),
  ...[0, 1, 2, 3].map((count) => `${count} steps`),
  ...(['asked', 'arrears', 'expired'] satisfies ClosureRequest['kind'][]).map((kind) => `closure settled ${kind}`),
  ...['targetMissing', 'targetClosed', 'targetBlocked', 'identityNotChecked', 'billingRejected'].map((reason) => `closure held ${reason}`),
  'closure settling',
  'closure cancelled',
  'closure awaitingConfirmation',
  'deputy',
  'moved up',
];

/** Each changes a ledger so that it is wrong in another way. */
const breakages: ((ledger: Map<string, Posting>, posting: Posting) => void)[] = [
  (ledger, { id }) => ledger.delete(id),
  (ledger, posting) => ledger.set(`${posting.id}-2`, { ...posting, id: `${posting.id}-2` }),
  (ledger, posting) => ledger.set(posting.id, { ...posting, legs: posting.legs.slice(1) }),
  (ledger, posting) => ledger.set(posting.id, { ...posting, legs: posting.legs.map((leg) => ({ ...leg, amountFen: leg.amountFen + 1 })) }),
  (ledger, posting) => ledger.set(posting.id, { ...posting, legs: posting.legs.map((leg, at) => ({ ...leg, amountFen: leg.amountFen + at })) }),
  (ledger, posting) => ledger.set(posting.id, { ...posting, legs: posting.legs.map((leg) => ({ ...leg, side: leg.side === 'debit' ? 'credit' : 'debit' })) }),
  (ledger, posting) => ledger.set(posting.id, { ...posting, cause: { kind: 'refund', id: 'somebody-else' } }),
  (ledger, posting) => ledger.set(posting.id, { ...posting, reversesId: 'somebody-else' }),
];
