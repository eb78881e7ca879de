import { describe, expect, test } from 'vitest';
import { dayMs } from '../../calendar/day.ts';
import { telecom, units } from '../../testing/organisation.ts';
import { askedAtMs, does, outcomeOf, people, pinsFor, received, requestWith, says, staffWith } from '../../testing/refunds.ts';
import { workOutChain } from '../chain.ts';
import type { Refund } from '../refund.ts';
import { aloneOnDayFen, decidesAlone } from './self-approved.ts';

const own = requestWith({ id: 'own', amountFen: 9000 });
const alone = (changes: Partial<Refund> = {}) => requestWith({ id: 'other', amountFen: 5000, state: 'approved', complaintId: 'another', ...changes });

describe('REF-4: what somebody decides alone on one day is a sum too, whomever it is for', () => {
  test.each([
    ['approved', {}, 14_000],
    ['being paid', { state: 'executing' }, 14_000],
    ['paid', { state: 'posted' }, 14_000],
    ['withdrawn', { state: 'withdrawn' }, 9000],
    ['taken back', { state: 'reversed' }, 9000],
    ['approved by somebody else', { steps: received().steps }, 9000],
    ['asked for by somebody else', { requesterUid: 'agent' }, 9000],
    ['the cash of a closed account', { closureId: 'closure' }, 9000],
    ['of the day before', { receivedAtMs: askedAtMs - dayMs }, 9000],
    ['of long ago, changed today', { receivedAtMs: askedAtMs - 9 * dayMs, amendedAtMs: askedAtMs }, 14_000],
    ['of today, changed tomorrow', { amendedAtMs: askedAtMs + dayMs }, 9000],
    ['itself', { id: 'own' }, 9000],
  ] as const)('one that was %s', (_told, changes, fen) => {
    expect(aloneOnDayFen(own, [alone(changes)])).toBe(fen);
  });

  test('the day is that of Shanghai', () => {
    const midnight = Date.parse('2026-11-20T00:00:00+08:00');
    expect(aloneOnDayFen(own, [alone({ receivedAtMs: midnight })])).toBe(14_000);
    expect(aloneOnDayFen(own, [alone({ receivedAtMs: midnight - 1 })])).toBe(9000);
  });

  test('three times the own limit, inclusive, and without an end for who has no limit', () => {
    expect(decidesAlone(10_000, 10_000, 30_000, telecom)).toBe(true);
    expect(decidesAlone(10_000, 10_000, 30_001, telecom)).toBe(false);
    expect(decidesAlone(10_000, 10_001, 10_001, telecom)).toBe(false);
    expect(decidesAlone(null, 10_000_000, 100_000_000, telecom)).toBe(true);
  });

  test('above it the next superior decides, whose limit covers it', () => {
    const chainFor = (aloneFen: number) => workOutChain({ requester: people.clerk, cumulatedFen: 9000, aloneFen, pack: telecom, units, staff: staffWith() });
    expect(chainFor(30_000)).toMatchObject({ ok: true, steps: [] });
    expect(chainFor(30_001)).toMatchObject({ ok: true, steps: [{ roles: ['outletManager'], limitFen: 30_000 }] });
    expect(outcomeOf(does(own, { type: 'receive' }, { aloneFen: 30_001 }, askedAtMs))).toBe('received chainWorkedOut stepOpened');
    expect(outcomeOf(does(own, { type: 'receive' }, { aloneFen: 30_000 }, askedAtMs))).toBe('received chainWorkedOut approved');
  });

  test('it is asked again when money moves', () => {
    const approved = received({ amountFen: 9000 });
    const pays = (aloneFen: number) => outcomeOf(says(people.payer, approved, { type: 'execute', ...pinsFor(approved), cash: null }, { aloneFen }));
    expect([pays(30_000), pays(30_001)]).toEqual(['executionOrdered', 'requestChanged']);
    expect(outcomeOf(does(approved, { type: 'reworkChain' }, { aloneFen: 30_001 }))).toBe('chainWorkedOut stepOpened');
  });
});
