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
  expect(unnamed).toMatchObject({ ok: true, events: [{ type: 'accountClosed', targetMasked: null }] });
  expect(decideAt(closedAtMs, askedClosure(), { type: 'receive' })).toMatchObject({ ok: true, events: [{ targetMasked: { phone: '138****1001' } }] });
});
