import { describe, expect, test } from 'vitest';
import { dayMs } from '../../calendar/day.ts';
import { telecom, units } from '../../testing/organisation.ts';
import { after, amendmentOf, askedAtMs, basis, does, outcomeOf, people, pinsFor, received, requestWith, says, staffWith } from '../../testing/refunds.ts';
import { workOutChain } from '../chain.ts';
import type { RefundFacts } from '../refund-facts.ts';
import type { Refund } from '../refund.ts';
import { aloneOnDayFen, decidesAlone, isCauseOwn } from './self-approved.ts';

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
    expect(decidesAlone(10_000, { sumFen: 10_000, aloneFen: 30_000, isCauseOwn: false }, telecom)).toBe(true);
    expect(decidesAlone(10_000, { sumFen: 10_000, aloneFen: 30_001, isCauseOwn: false }, telecom)).toBe(false);
    expect(decidesAlone(10_000, { sumFen: 10_001, aloneFen: 10_001, isCauseOwn: false }, telecom)).toBe(false);
    expect(decidesAlone(null, { sumFen: 10_000_000, aloneFen: 100_000_000, isCauseOwn: false }, telecom)).toBe(true);
  });

  test('above it the next superior decides, whose limit covers it', () => {
    const chainFor = (aloneFen: number) =>
      workOutChain({ requester: people.clerk, cumulatedFen: 9000, aloneFen, isCauseOwn: false, pack: telecom, units, staff: staffWith() });
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

describe('REF-1: who has confirmed the cause oneself decides half of one’s own limit a day alone', () => {
  const byClerk = { ...basis, causeBy: { uid: people.clerk.uid, name: people.clerk.name, atMs: askedAtMs } };
  const asked = (amountFen: number, facts: Partial<RefundFacts>) => {
    const request = requestWith({ amountFen });
    return after(request, does(request, { type: 'receive' }, facts, askedAtMs));
  };

  test.each([
    ['half of it', 5000, 5000, true, true],
    ['a fen more', 5001, 5001, true, false],
    ['a fen more in the day', 1, 5001, true, false],
    ['a fen more, where a colleague has confirmed', 5001, 5001, false, true],
    ['three times it in the day, where a colleague has confirmed', 1, 30_000, false, true],
  ])('%s', (_told, sumFen, aloneFen, isOwn, alone) => {
    expect(decidesAlone(10_000, { sumFen, aloneFen, isCauseOwn: isOwn }, telecom)).toBe(alone);
    expect(decidesAlone(null, { sumFen, aloneFen, isCauseOwn: isOwn }, telecom)).toBe(true);
  });

  test('whose the cause is, and whose it is said not to be', () => {
    expect(isCauseOwn({ requesterUid: people.clerk.uid, basis: byClerk })).toBe(true);
    expect(isCauseOwn({ requesterUid: people.agent.uid, basis: byClerk })).toBe(false);
    // Before it was kept nobody can say.
    expect(isCauseOwn({ requesterUid: people.clerk.uid, basis: { ...byClerk, causeBy: null } })).toBe(false);
    expect(isCauseOwn({ requesterUid: people.clerk.uid, basis: null })).toBe(false);
  });

  test('above it the next superior decides; where a colleague has confirmed, oneself', () => {
    expect(asked(9000, { basis: byClerk })).toMatchObject({ state: 'awaitingApproval', steps: [{ roles: ['outletManager'] }] });
    expect(asked(9000, { basis })).toMatchObject({ state: 'approved', steps: [] });
    expect(asked(5000, { basis: byClerk })).toMatchObject({ state: 'approved', steps: [] });
    expect(asked(5000, { basis: byClerk, aloneFen: 5001 })).toMatchObject({ state: 'awaitingApproval' });
  });

  test('it is asked again when money moves', () => {
    const own = asked(4000, { basis: byClerk });
    const pays = (aloneFen: number) => outcomeOf(says(people.payer, own, { type: 'execute', ...pinsFor(own), cash: null }, { aloneFen }));
    expect([pays(5000), pays(5001)]).toEqual(['executionOrdered', 'requestChanged']);
    expect(outcomeOf(does(own, { type: 'reworkChain' }, { aloneFen: 5001 }))).toBe('chainWorkedOut stepOpened');
  });

  test('what was asked for before it was kept is paid as it was approved', () => {
    const former = { ...asked(9000, {}), basis: { ...basis, causeBy: null, causeProof: null } };
    expect(outcomeOf(says(people.payer, former, { type: 'execute', ...pinsFor(former), cash: null }))).toBe('executionOrdered');
  });
});

describe('REF-1: a request that begins anew rests on the cause as it is confirmed by then', () => {
  const byWords = { ...basis, causeProof: { photoId: null, bill: null } };
  const small = received({ amountFen: 5000 }, { basis: byWords });
  const raises = (facts: Partial<RefundFacts>) => says(people.clerk, small, { ...amendmentOf(small), newAmountFen: 9000 }, facts);

  test('raised above 50 yuan on words alone it is refused and stays what it was; with a bill by now it is taken', () => {
    expect(raises({ basis: byWords })).toEqual({ ok: false, refusal: { code: 'causeUnproved' } });
    expect(after(small, raises({ basis }))).toMatchObject({
      amountFen: 9000,
      state: 'approved',
      basis: { causeProof: basis.causeProof, causeBy: basis.causeBy },
    });
  });

  test('who confirmed it anew counts, and nothing else of the complaint is taken over', () => {
    const byClerk = { ...basis, category: 'T04-01', causeBy: { uid: people.clerk.uid, name: people.clerk.name, atMs: askedAtMs } };
    expect(after(small, raises({ basis: byClerk }))).toMatchObject({
      state: 'awaitingApproval',
      basis: { causeBy: byClerk.causeBy, category: basis.category },
    });
  });
});
