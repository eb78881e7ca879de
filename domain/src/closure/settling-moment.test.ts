import { expect, test } from 'vitest';
import { askedClosure, closedAtMs, decideAt, transferAtMs, waitingStand } from '../testing/closures.ts';

const { closure, account } = waitingStand();
const settles = (changes: Partial<typeof closure>, atMs: number, facts: Parameters<typeof decideAt>[3] = { account }) =>
  decideAt(atMs, { ...closure, ...changes }, { type: 'settle' }, facts);
const silence = { ok: true, events: [] };

test('CLO-1: nothing moves before the 6th, nor without a moment on which it may, even where the schedule comes for no reason', () => {
  expect(settles({ nextDueAtMs: null }, transferAtMs - 1)).toEqual(silence);
  expect(settles({ nextDueAtMs: null, transferAtMs: null }, transferAtMs)).toEqual(silence);
  expect(settles({ nextDueAtMs: null }, transferAtMs)).toMatchObject({ ok: true, events: [{ type: 'transferOrdered' }] });
});

test('CLO-4: where the account cannot be read, nothing moves and nobody is told', () => {
  expect(settles({}, transferAtMs, { account: null })).toEqual(silence);
  expect(settles({}, transferAtMs)).toMatchObject({ ok: true, events: [{ type: 'transferOrdered' }] });
});

test('CLO-3: a closure that names no target shows none, whatever account is at hand', () => {
  const unnamed = decideAt(closedAtMs, { ...askedClosure(), targetAccountNo: null }, { type: 'receive' });
  expect(unnamed).toMatchObject({ ok: true, events: [{ targetMasked: null }] });
  expect(decideAt(closedAtMs, askedClosure(), { type: 'receive' })).toMatchObject({ ok: true, events: [{ targetMasked: { phone: '138****1001' } }] });
});

test('CLO-3: a single fen is enough to be held back for a bad target, and nothing is not', () => {
  const blocked = { ...account, accountNo: 'ACC-NEW', state: 'blocked' as const };
  const withCash = (cash: number) => ({ account: { ...account, balancesFen: { cash, rechargeCard: 0, promotional: 0 } }, target: blocked });
  expect(settles({}, transferAtMs, withCash(1))).toMatchObject({ ok: true, events: [{ type: 'heldBack', reason: 'targetBlocked' }] });
  expect(settles({}, transferAtMs, withCash(0))).toMatchObject({ ok: true, events: [{ type: 'transferOrdered', postings: [] }] });
});

test('CLO-2: only an account past its validity waits for the customer to come in person', () => {
  expect(settles({ identityChecked: false }, transferAtMs)).toMatchObject({ ok: true, events: [{ type: 'transferOrdered' }] });
  expect(settles({ identityChecked: false, kind: 'expired' }, transferAtMs)).toMatchObject({ ok: true, events: [{ reason: 'identityNotChecked' }] });
});

test('CLO-4: a single fen moves as one, and a debt of a single fen is kept as one', () => {
  const withCash = (cash: number) => ({ account: { ...account, balancesFen: { cash, rechargeCard: 0, promotional: 0 } } });
  const legsFor = (cash: number) => {
    const decision = settles({}, transferAtMs, withCash(cash));
    return decision.ok ? decision.events.flatMap((event) => (event.type === 'transferOrdered' ? event.postings.flatMap(({ legs }) => legs) : [])) : [];
  };
  expect(legsFor(1)).toEqual([
    { account: 'customer:ACC-OLD:cash', side: 'debit', amountFen: 1 },
    { account: 'customer:ACC-NEW:cash', side: 'credit', amountFen: 1 },
  ]);
  expect(legsFor(-1)).toEqual([
    { account: 'company:arrears', side: 'debit', amountFen: 1 },
    { account: 'customer:ACC-OLD:cash', side: 'credit', amountFen: 1 },
  ]);
});
