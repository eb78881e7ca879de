import { describe, expect, test } from 'vitest';
import type { Staff } from '../organisation/staff.ts';
import { telecom } from '../testing/organisation.ts';
import {
  after,
  amendmentOf,
  approvalOf,
  approvedBy,
  decidedAtMs,
  does,
  outcomeOf,
  people,
  pinsFor,
  received,
  refundIn,
  says,
  staffWith,
  withDeputy,
} from '../testing/refunds.ts';
import type { RefundFacts } from './refund-facts.ts';
import type { Refund } from './refund.ts';

/** The pack with a clerk's limit raised to 150 yuan. */
const generous = {
  ...telecom,
  version: 'telecom-2099.1',
  refunds: {
    ...telecom.refunds,
    ladders: telecom.refunds.ladders.map((ladder) => ({
      ...ladder,
      rungs: ladder.rungs.map((rung) => (rung.roles.includes('outletClerk') ? { ...rung, limitFen: 15_000 } : rung)),
    })),
  },
};

const refusalOf = (seen: Refund) => ({ type: 'refuse' as const, ...pinsFor(seen), reason: '与账单不符' });
const refuses = (by: Staff, now: Refund, seen: Refund, facts: Partial<RefundFacts> = {}) => outcomeOf(says(by, now, refusalOf(seen), facts));
const appliedTo = (refund: Refund, facts: Partial<RefundFacts> = { pack: generous }) =>
  after(refund, does(refund, { type: 'applyPolicy', version: generous.version }, facts));
const amended = (refund: Refund, newAmountFen: number) => after(refund, says(people.clerk, refund, { ...amendmentOf(refund), newAmountFen }));

describe('REF-6: a refusal is never lost, whatever changed while it was on its way', () => {
  const waiting = received({ amountFen: 14_000 });

  test.each([
    ['an earlier version', { seq: waiting.seq - 1 }],
    ['a later version', { seq: waiting.seq + 1 }],
    ['another amount', { amountFen: 13_999 }],
    ['other rules', { packVersion: generous.version }],
  ])('of whoever is asked it counts, having seen %s; an approval that saw it does not', (_told, seen) => {
    expect(outcomeOf(says(people.manager, waiting, { ...refusalOf(waiting), ...seen }))).toBe('refused');
    expect(outcomeOf(says(people.manager, waiting, { ...approvalOf(waiting), ...seen }))).toBe('requestChanged');
  });

  test('also where the sum with others has grown, and where it has become smaller', () => {
    expect(refuses(people.manager, waiting, waiting, { earlierFen: 60_000 })).toBe('refused');
    expect(refuses(people.manager, { ...waiting, earlierFen: 60_000 }, waiting)).toBe('refused');
  });

  test('a limit that was raised and applied to what is open lets the request through, and the no that was on its way takes it back', () => {
    const through = appliedTo(waiting);
    expect(through).toMatchObject({ state: 'approved', steps: [], packVersion: generous.version });
    const decision = says(people.manager, through, refusalOf(waiting), { pack: generous });
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'refused', index: -1, by: { uid: 'manager' }, for: null }] });
    expect(after(through, decision)).toMatchObject({ state: 'refused', open: false, refusal: { byUid: 'manager', text: '与账单不符' } });
  });

  test('so does one that was on its way while the requester asked for less', () => {
    const less = amended(waiting, 9000);
    expect(less).toMatchObject({ state: 'approved', steps: [] });
    expect(refuses(people.manager, less, waiting)).toBe('refused');
    expect(refuses(people.head, amended(received(), 25_000), received())).toBe('refused');
  });

  test('and one whose step has gone on to the next superior, or became a question, meanwhile', () => {
    const upwards = after(received(), does(received(), { type: 'stepDue' }, {}, (received().dueAtMs ?? 0) + 1));
    expect(upwards.steps.map(({ state }) => state)).toEqual(['movedUp', 'open']);
    const decision = says(people.manager, upwards, refusalOf(received()));
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'refused', index: 0 }] });
    const states = after(upwards, decision).steps.map(({ state }) => state);
    expect(states, 'nobody is asked any more').toEqual(['refused', 'waiting']);
    expect(refuses(people.otherManager, refundIn('awaitingAnswer'), received())).toBe('refused');
  });

  test('REF-6: a deputy says it in the name of whoever is away', () => {
    const staff = staffWith(withDeputy(people.manager, 'stand-in'));
    const less = amended(waiting, 9000);
    expect(says(people.standIn, less, refusalOf(waiting), { staff })).toMatchObject({ ok: true, events: [{ type: 'refused', for: { uid: 'manager' } }] });
    expect(refuses(people.standIn, less, waiting)).not.toBe('refused');
  });

  test('said twice it is silence, also where the chain has no step of theirs', () => {
    const less = amended(waiting, 9000);
    const ended = after(less, says(people.manager, less, refusalOf(waiting)));
    expect(refuses(people.manager, ended, waiting)).toBe('silence');
    expect(outcomeOf(says(people.otherManager, ended, approvalOf(waiting)))).not.toBe('silence');
  });
});

describe('it does not undo what others have decided', () => {
  test('where a colleague or a superior has said yes, that was the answer, and who it was is told', () => {
    const second = approvedBy(received(), people.manager);
    expect(says(people.otherManager, second, refusalOf(received()))).toEqual({ ok: false, refusal: { code: 'alreadyDecided', detail: 'manager' } });
    expect(refuses(people.otherManager, refundIn('approved'), received())).toBe('alreadyDecided');
    expect(refuses(people.head, second, second)).toBe('refused');
  });

  test('once the money has left it comes too late', () => {
    for (const state of ['executing', 'posted', 'reversed', 'withdrawn'] as const)
      expect(refuses(people.otherManager, refundIn(state), received())).not.toBe('refused');
  });

  test('ORG-4, REF-3: nobody says it who is off the post, has no part in the ladder, asked or decided', () => {
    const less = amended(received({ amountFen: 14_000 }), 9000);
    const seen = received({ amountFen: 14_000 });
    expect(refuses({ ...people.manager, unitId: 'elsewhere' }, less, seen)).not.toBe('refused');
    expect(refuses(people.stranger, less, seen)).not.toBe('refused');
    expect(refuses(people.dutyLeader, less, seen)).not.toBe('refused');
    expect(refuses({ ...people.manager, uid: 'clerk' }, less, seen)).not.toBe('refused');
    expect(refuses({ ...people.manager, active: false }, less, seen)).toBe('notActive');
    expect(refuses(people.manager, less, less)).not.toBe('refused');
    expect(refuses(people.manager, less, seen)).toBe('refused');
  });
});

describe('a request keeps the rules that it was asked under', () => {
  test('until a version is applied to what is open; then it is asked for as it would be now', () => {
    expect(received({ amountFen: 14_000 }).packVersion).toBe(telecom.version);
    expect(appliedTo(received({ amountFen: 16_000 }))).toMatchObject({ state: 'awaitingApproval', packVersion: generous.version, ownLimitFen: 15_000 });
  });

  test('where the same are asked by it, what has been said holds', () => {
    const second = approvedBy(received(), people.manager);
    const other = { ...telecom, version: generous.version };
    expect(outcomeOf(does(second, { type: 'applyPolicy', version: other.version }, { pack: other }))).toBe('policyApplied');
    const applied = appliedTo(second, { pack: other });
    expect(applied).toMatchObject({ packVersion: other.version, seq: second.seq + 1, state: 'awaitingApproval' });
    expect(outcomeOf(says(people.head, applied, approvalOf(applied), { pack: other }))).toBe('stepApproved approved');
    expect(outcomeOf(does(applied, { type: 'applyPolicy', version: other.version }, { pack: other }))).toBe('silence');
  });

  test('what has been decided is paid by the rules that it was decided under: no payment fails for a version that was published', () => {
    const approved = refundIn('approved');
    for (const state of ['approved', 'executing', 'posted', 'refused', 'withdrawn'] as const) {
      expect(outcomeOf(does(refundIn(state), { type: 'applyPolicy', version: generous.version }, { pack: generous }))).toBe('silence');
    }
    expect(outcomeOf(says(people.payer, approved, { type: 'execute', ...pinsFor(approved), cash: null }, {}, decidedAtMs))).toBe('executionOrdered');
  });
});
