import { describe, expect, test } from 'vitest';
import { dayMs } from '../../calendar/day.ts';
import { telecom } from '../../testing/organisation.ts';
import { askedAtMs, basis, requestWith } from '../../testing/refunds.ts';
import { earlierRequests } from './cumulate.ts';
import { type Refund, refundStates } from '../refund.ts';

const own = requestWith({ id: 'own', amountFen: 9000, basis });
const elsewhere = { complaintId: 'another-complaint', accountNo: null, basis: { ...basis, customerKey: 'another-customer' } };
const complaintOnly = { ...telecom, refunds: { ...telecom.refunds, cumulateAcross: 'complaint' as const } };

function other(changes: Partial<Refund> = {}): Refund {
  return requestWith({ id: 'other', amountFen: 6000, basis, state: 'awaitingApproval', receivedAtMs: askedAtMs - dayMs, ...changes });
}

const counts = (one: Refund, pack = telecom) => earlierRequests(own, [one], pack).fen > 0;

describe('REF-4: requests on one complaint, and for one customer or account whatever their category, are added up', () => {
  test('each once, with their ids, and without the request itself', () => {
    const others = [other({ id: 'b' }), own, other({ id: 'a', amountFen: 1 }), other({ id: 'b' })];
    expect(earlierRequests(own, others, telecom)).toEqual({ fen: 6001, ids: ['a', 'b'] });
    for (const state of refundStates) expect(earlierRequests({ ...own, state }, [{ ...own, state }], telecom)).toEqual({ fen: 0, ids: [] });
  });

  test.each(refundStates)('one that is %s', (state) => {
    const isCounted = ['awaitingApproval', 'awaitingAnswer', 'approved', 'executing', 'posted'].includes(state);
    for (const receivedAtMs of [askedAtMs - 1, askedAtMs, askedAtMs + 1]) expect(counts(other({ state, receivedAtMs }))).toBe(isCounted);
  });

  test('whichever was first and whoever knew of whom: either counts the other', () => {
    for (const receivedAtMs of [askedAtMs - dayMs, askedAtMs, askedAtMs + dayMs]) {
      const one = other({ receivedAtMs, earlierIds: ['own'], earlierFen: 1 });
      expect(earlierRequests(own, [one], telecom).fen).toBe(6000);
      expect(earlierRequests(one, [own, { ...own, state: 'approved' }], telecom).fen).toBe(9000);
    }
  });

  const category = 'T04-01';
  test.each([
    [
      'the same complaint, its category corrected and another number given',
      { ...elsewhere, complaintId: own.complaintId, basis: { ...elsewhere.basis, category } },
      true,
      true,
    ],
    ['the same customer in another category', { ...elsewhere, basis: { ...basis, category } }, true, false],
    ['the same customer in this category', { ...elsewhere, basis }, true, true],
    ['the same account in another category', { ...elsewhere, accountNo: own.accountNo, basis: { ...elsewhere.basis, category } }, true, false],
    ['the same account in this category', { ...elsewhere, accountNo: own.accountNo }, true, true],
    ['nothing in common but the category', elsewhere, false, false],
  ] as const)('%s: counts %#', (_told, changes, across, withinOneCategory) => {
    expect(counts(other(changes))).toBe(across);
    expect(counts(other(changes), complaintOnly)).toBe(withinOneCategory);
  });

  test('two that name no complaint, customer or account have nothing in common by that', () => {
    const nothing = { complaintId: null, accountNo: null, basis: null };
    expect(earlierRequests({ ...own, ...nothing }, [other(nothing)], telecom).fen).toBe(0);
  });

  test('CLO-2: the cash of a closed account is the customer’s own and counts with nothing', () => {
    expect([counts(other({ closureId: 'closure' })), counts(other({ closureId: null }))]).toEqual([false, true]);
  });

  test.each([-1, 1])('within 30 days and not a moment more, %i', (direction) => {
    expect(counts(other({ receivedAtMs: askedAtMs + direction * 30 * dayMs }))).toBe(true);
    expect(counts(other({ receivedAtMs: askedAtMs + direction * (30 * dayMs + 1) }))).toBe(false);
  });

  test('one that was changed was being asked for until then', () => {
    const longAgo = askedAtMs - 90 * dayMs;
    expect(counts(other({ receivedAtMs: longAgo, amendedAtMs: askedAtMs - 30 * dayMs }))).toBe(true);
    expect(counts(other({ receivedAtMs: longAgo, amendedAtMs: askedAtMs - 30 * dayMs - 1 }))).toBe(false);
    const changed = { ...own, receivedAtMs: longAgo, amendedAtMs: askedAtMs };
    expect(earlierRequests(changed, [other()], telecom).fen).toBe(6000);
  });
});
