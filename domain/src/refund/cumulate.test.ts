import { describe, expect, test } from 'vitest';
import { dayMs } from '../calendar/day.ts';
import { telecom } from '../testing/organisation.ts';
import { askedAtMs, requestWith } from '../testing/refunds.ts';
import { earlierRequests } from './cumulate.ts';
import { type Refund, refundStates } from './refund.ts';

const own = requestWith({ id: 'own', amountFen: 9000 });

function other(changes: Partial<Refund> = {}): Refund {
  return requestWith({ id: 'other', amountFen: 6000, state: 'awaitingApproval', receivedAtMs: askedAtMs - dayMs, ...changes });
}

const counts = (one: Refund) => earlierRequests(own, [one], telecom).fen > 0;

describe('REF-4: requests for the same customer and cause are added up', () => {
  test('each once, with their ids, and without the request itself', () => {
    const others = [other({ id: 'b' }), own, other({ id: 'a', amountFen: 1 }), other({ id: 'b' })];
    expect(earlierRequests(own, others, telecom)).toEqual({ fen: 6001, ids: ['a', 'b'] });
    for (const state of refundStates) expect(earlierRequests({ ...own, state }, [{ ...own, state }], telecom)).toEqual({ fen: 0, ids: [] });
  });

  test.each(refundStates)('one before it that is %s', (state) => {
    expect(counts(other({ state }))).toBe(['awaitingApproval', 'awaitingAnswer', 'approved', 'executing', 'posted'].includes(state));
  });

  test('within 30 days and not a moment more', () => {
    expect(counts(other({ receivedAtMs: askedAtMs - 30 * dayMs }))).toBe(true);
    expect(counts(other({ receivedAtMs: askedAtMs - 30 * dayMs - 1 }))).toBe(false);
    expect(counts(other({ state: 'posted', receivedAtMs: askedAtMs + 30 * dayMs }))).toBe(true);
    expect(counts(other({ state: 'posted', receivedAtMs: askedAtMs + 30 * dayMs + 1 }))).toBe(false);
  });

  test('of two at the same moment one counts the other, and not both', () => {
    const [first, second] = [other({ id: 'a', receivedAtMs: askedAtMs }), other({ id: 'z', receivedAtMs: askedAtMs })];
    expect([counts(first), counts(second)]).toEqual([true, false]);
  });

  test('a later one counts where it was approved without knowing of this one, whatever order they came in', () => {
    const later = { receivedAtMs: askedAtMs + 1 };
    expect(counts(other(later))).toBe(false);
    for (const state of ['approved', 'executing', 'posted'] as const) {
      expect(counts(other({ ...later, state }))).toBe(true);
      expect(counts(other({ ...later, state, earlierIds: ['own'] }))).toBe(false);
    }
  });
});
