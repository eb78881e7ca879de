import { describe, expect, test } from 'vitest';
import { dayMs, dayOf, weekdayOf } from '../calendar/day.ts';
import type { Staff } from '../organisation/staff.ts';
import { at, calendar, person } from '../testing/organisation.ts';
import {
  handOver,
  after,
  amendmentOf,
  approvalOf,
  approvedBy,
  askedAtMs,
  decidedAtMs,
  does,
  people,
  pinsFor,
  received,
  refundIn,
  says,
  staffWith,
  staffWithout,
  outcomeOf,
  withDeputy,
} from '../testing/refunds.ts';
import type { RefundFacts } from './refund-facts.ts';
import type { Refund } from './refund.ts';

// Asked on Friday 2026-11-20 at nine; work is from half past eight to twelve and from two to half past five. Four hours of it, and eight.
const remindAtMs = at('2026-11-20 15:00');
const moveUpAtMs = at('2026-11-23 10:00');
/** Decided that Friday at ten. */
const decidedRemindAtMs = at('2026-11-20 16:00');
const nextDayMs = at('2026-11-23 10:00');

function due(refund: Refund, nowMs: number, facts: Partial<RefundFacts> = {}) {
  return does(refund, { type: 'stepDue' }, facts, nowMs);
}

function dueAt(refund: Refund, ...moments: number[]): Refund {
  return moments.reduce((before, nowMs) => after(before, due(before, nowMs)), refund);
}

/** Day by day until one is neither a weekend nor a holiday, a make-up day being none. */
function sameTimeNextWorkingDay(atMs: number): number {
  const holidays = calendar.flatMap((year) => year.holidays);
  const makeUpDays = calendar.flatMap((year) => year.makeUpWorkingDays);
  let next = atMs + dayMs;
  while (!makeUpDays.includes(dayOf(next)) && (holidays.includes(dayOf(next)) || [0, 6].includes(weekdayOf(dayOf(next))))) next += dayMs;
  return next;
}

describe('REF-6: a step that sits', () => {
  test('is reminded at its time and not before, then goes to the next superior', () => {
    expect(due(received(), remindAtMs - 1)).toEqual({ ok: true, events: [] });
    expect(due(received(), remindAtMs)).toEqual({
      ok: true,
      events: [{ type: 'reminded', atMs: remindAtMs, toUids: ['manager', 'other-manager'], nextAtMs: moveUpAtMs }],
    });
    const reminded = dueAt(received(), remindAtMs);
    expect(reminded).toMatchObject({ reminderCount: 1, nextDueAtMs: moveUpAtMs, state: 'awaitingApproval' });
    expect(outcomeOf(due(reminded, moveUpAtMs - 1))).toBe('silence');
    expect(due(reminded, moveUpAtMs)).toMatchObject({
      ok: true,
      events: [
        { type: 'movedUp', atMs: moveUpAtMs, index: 0 },
        { type: 'stepOpened', index: 1, approverUids: ['head'], remindAtMs: at('2026-11-23 16:00'), moveUpAtMs: at('2026-11-24 11:00') },
      ],
    });
  });

  test('goes straight up when the schedule comes late, and twice for one time never', () => {
    expect(outcomeOf(due(received(), moveUpAtMs - 1))).toBe('reminded');
    expect(outcomeOf(due(received(), moveUpAtMs))).toBe('movedUp stepOpened');
    const late = at('2026-11-23 16:00');
    const moved = dueAt(received(), late);
    expect(outcomeOf(due(moved, late))).toBe('silence');
    expect(moved).toMatchObject({ reminderCount: 0, nextDueAtMs: at('2026-11-24 11:00'), approverUids: ['head'] });
    expect(moved.steps.map(({ state }) => state)).toEqual(['movedUp', 'open']);
  });

  test('that moved up is not the lower post’s any more; the superior’s word is enough where their limit covers it', () => {
    const moved = dueAt(received(), moveUpAtMs);
    expect(outcomeOf(says(people.manager, moved, approvalOf(moved)))).toBe('notYours');
    const approved = approvedBy(moved, people.head);
    expect(approved.state).toBe('approved');
    expect(outcomeOf(says(people.payer, approved, { type: 'execute', ...pinsFor(approved), cash: handOver }))).toBe('executionOrdered');
  });

  test('that moved up can still be decided by whoever held it, where the superior named them as deputy', () => {
    const moved = dueAt(received(), moveUpAtMs);
    const staff = staffWith(withDeputy(people.head, 'manager'));
    expect(says(people.manager, moved, approvalOf(moved), { staff })).toMatchObject({ ok: true, events: [{ for: { uid: 'head' } }, { type: 'approved' }] });
    expect(outcomeOf(says(people.otherManager, moved, approvalOf(moved), { staff }))).toBe('notYours');
  });

  test('of the last post is reminded each working day and never decides itself', () => {
    let refund = dueAt(received(), moveUpAtMs);
    const lastAtMs = refund.nextDueAtMs ?? 0;
    for (let count = 0; count < 60; count += 1) {
      const nowMs = Math.max(lastAtMs, refund.nextDueAtMs ?? 0);
      const nextAtMs = sameTimeNextWorkingDay(nowMs);
      expect(due(refund, nowMs)).toEqual({ ok: true, events: [{ type: 'reminded', atMs: nowMs, toUids: ['head'], nextAtMs }] });
      refund = dueAt(refund, nowMs);
    }
    expect(refund).toMatchObject({ state: 'awaitingApproval', reminderCount: 60 });
    expect(refund.steps.map(({ state }) => state)).toEqual(['movedUp', 'open']);
  });

  test('whose holders have gone since goes up at once, without a reminder to nobody', () => {
    const gone = { staff: staffWithout('manager', 'otherManager') };
    expect(outcomeOf(due(received(), remindAtMs, gone))).toBe('holdersChanged movedUp stepOpened');
    const large = received({ amountFen: 200_000 });
    expect(outcomeOf(due(large, moveUpAtMs, { staff: staffWithout('head') }))).toBe('holdersChanged movedUp movedUp stepOpened');
    expect(outcomeOf(due(received(), moveUpAtMs, { staff: staffWithout('otherManager') }))).toBe('holdersChanged stepOpened');
  });

  test('before it is due, nothing is looked for', () => {
    const fewer = { staff: staffWithout('otherManager') };
    expect(outcomeOf(due(received(), remindAtMs - 1, fewer))).toBe('silence');
    expect(outcomeOf(due(received(), remindAtMs, fewer))).toBe('holdersChanged stepOpened');
  });

  test('is not approved by the time alone, not even where the requester could decide it themselves by now', () => {
    const second = approvedBy(received(), people.manager);
    const promoted = { staff: staffWithout('head'), chain: { ok: true as const, ownLimitFen: 100_000, steps: [] } };
    expect(outcomeOf(due(second, decidedAtMs + dayMs, promoted))).toBe('reminded');
    expect(outcomeOf(due(second, decidedAtMs + dayMs, { staff: staffWithout('head') }))).toBe('holdersChanged chainWorkedOut stepOpened');
  });

  test('that nobody could be asked about is due at once, for whoever holds the post now to be looked for', () => {
    const second = after(received(), says(people.manager, received(), approvalOf(received()), { staff: staffWithout('head') }));
    expect(second).toMatchObject({ approverUids: [], nextDueAtMs: decidedAtMs });
    expect(approvedBy(received(), people.manager)).toMatchObject({ approverUids: ['head'], nextDueAtMs: decidedRemindAtMs });
    const newcomer = person('newcomer', 'unitHead', 'branch');
    const found = after(second, due(second, decidedAtMs, { staff: [...staffWithout('head'), newcomer] }));
    expect(found).toMatchObject({ approverUids: ['newcomer'], state: 'awaitingApproval', nextDueAtMs: decidedRemindAtMs });
  });

  test('whose question nobody is left to answer goes back to whoever asked it', () => {
    const asked = refundIn('awaitingAnswer');
    const nowMs = nextDayMs;
    for (const staff of [staffWith({ ...people.clerk, active: false }), staffWithout('clerk')]) {
      expect(due(asked, nowMs, { staff })).toMatchObject({ ok: true, events: [{ type: 'stepOpened', index: 0, approverUids: ['manager', 'other-manager'] }] });
    }
    expect(outcomeOf(due(asked, nowMs))).toBe('reminded');
    const nobody = { staff: staffWithout('clerk', 'manager', 'otherManager', 'head'), chain: { ok: false, code: 'noApprover' } as const };
    expect(outcomeOf(due(asked, nowMs, nobody))).toBe('holdersChanged reminded');
    expect(outcomeOf(due(received(), remindAtMs, { staff: staffWith({ ...people.clerk, active: false }) }))).toBe('reminded');
  });

  test('waiting for an answer reminds the requester each working day and goes nowhere', () => {
    const asked = refundIn('awaitingAnswer');
    const nowMs = nextDayMs;
    expect(outcomeOf(due(asked, nowMs - 1))).toBe('silence');
    expect(due(asked, nowMs)).toEqual({ ok: true, events: [{ type: 'reminded', atMs: nowMs, toUids: ['clerk'], nextAtMs: at('2026-11-24 10:00') }] });
    expect(dueAt(asked, nowMs).steps.map(({ state }) => state)).toEqual(['open', 'waiting']);
  });

  test('approved and unpaid reminds the refund clerks, however late, and never goes up', () => {
    const approved = received({ amountFen: 10_000 });
    const nowMs = moveUpAtMs;
    expect(outcomeOf(due(approved, nowMs - 1))).toBe('silence');
    for (const [late, nextAtMs] of [
      [nowMs, at('2026-11-24 10:00')],
      [at('2026-12-24 10:00'), at('2026-12-25 10:00')],
    ] as const) {
      expect(due(approved, late)).toEqual({ ok: true, events: [{ type: 'reminded', atMs: late, toUids: ['other-payer', 'payer'], nextAtMs }] });
    }
    expect(outcomeOf(due(refundIn('approved'), nowMs + 30 * dayMs))).toBe('reminded');
  });

  test('has nothing due once it is over', () => {
    for (const state of ['requested', 'executing', 'posted', 'reversed', 'refused', 'withdrawn'] as const) {
      expect(outcomeOf(due(refundIn(state), askedAtMs + 365 * dayMs))).toBe('silence');
    }
  });
});

describe('ORG-4: somebody leaves, moves or comes to a post', () => {
  const refreshes = (refund: Refund, staff: Staff[], facts: Partial<RefundFacts> = {}) => does(refund, { type: 'refreshHolders' }, { staff, ...facts });
  const holdersOf = (refund: Refund) => refund.steps.map(({ holderUids }) => holderUids.join(' '));

  test('nothing has changed: silence, and silence where nothing is open', () => {
    expect(outcomeOf(refreshes(received(), staffWith()))).toBe('silence');
    for (const state of ['requested', 'approved', 'refused', 'posted', 'withdrawn'] as const) {
      expect(outcomeOf(refreshes(refundIn(state), staffWithout('manager', 'head')))).toBe('silence');
    }
  });

  test('a colleague of the open step who leaves is asked no more, and one who comes is', () => {
    const decision = refreshes(received(), staffWith({ ...people.otherManager, active: false }));
    expect(outcomeOf(decision)).toBe('holdersChanged stepOpened');
    expect(after(received(), decision)).toMatchObject({ approverUids: ['manager'], steps: [{ holderUids: ['manager'] }, { holderUids: ['head'] }] });
    const newcomer = person('newcomer', 'outletManager', 'outlet');
    expect(after(received(), refreshes(received(), staffWith(newcomer))).approverUids).toEqual(['manager', 'newcomer', 'other-manager']);
  });

  test('a deputy who is named while the step is open is asked in what is left of it, and no more once the days are over', () => {
    const named = staffWith(withDeputy(people.manager, 'stand-in'));
    const decision = refreshes(received(), named);
    expect(decision).toEqual({ ok: true, events: [{ type: 'approversChanged', atMs: decidedAtMs, approverUids: ['manager', 'other-manager', 'stand-in'] }] });
    const asked = after(received(), decision);
    expect(asked).toMatchObject({ dueAtMs: moveUpAtMs, nextDueAtMs: remindAtMs });
    expect(refreshes(asked, named)).toEqual({ ok: true, events: [] });
    expect(after(asked, refreshes(asked, staffWith())).approverUids).toEqual(['manager', 'other-manager']);
    const answering = refundIn('awaitingAnswer');
    expect(outcomeOf(refreshes(answering, named))).toBe('silence');
  });

  test('a later step changes hands while the clock of the open one goes on', () => {
    const newcomer = person('newcomer', 'unitHead', 'branch');
    const decision = refreshes(received(), staffWith(newcomer));
    expect(outcomeOf(decision)).toBe('holdersChanged');
    const changed = after(received(), decision);
    expect(holdersOf(changed)).toEqual(['manager other-manager', 'head newcomer']);
    expect(changed).toMatchObject({ approverUids: ['manager', 'other-manager'], nextDueAtMs: remindAtMs, dueAtMs: moveUpAtMs });
  });

  test('a step that nobody can decide any more goes up at once, past posts that are vacant too', () => {
    const decision = refreshes(received(), staffWithout('manager', 'otherManager'));
    expect(outcomeOf(decision)).toBe('holdersChanged movedUp stepOpened');
    expect(after(received(), decision)).toMatchObject({ approverUids: ['head'], steps: [{ state: 'movedUp', holderUids: [] }, { state: 'open' }] });
    const large = received({ amountFen: 200_000 });
    const past = refreshes(large, staffWithout('manager', 'otherManager', 'head'));
    expect(outcomeOf(past)).toBe('holdersChanged movedUp movedUp stepOpened');
    expect(after(large, past)).toMatchObject({ approverUids: ['leader'], steps: [{ state: 'movedUp' }, { state: 'movedUp' }, { state: 'open' }] });
  });

  test('the last post that nobody can decide any more leads to a chain worked out anew', () => {
    const second = approvedBy(received(), people.manager);
    const decision = refreshes(second, staffWithout('head'));
    expect(outcomeOf(decision)).toBe('holdersChanged chainWorkedOut stepOpened');
    expect(holdersOf(after(second, decision))).toEqual(['manager other-manager', 'leader']);
  });

  test('where even that finds nobody, it waits, and asks nobody who has gone', () => {
    const second = approvedBy(received(), people.manager);
    const decision = refreshes(second, staffWithout('head', 'leader'), { chain: { ok: false, code: 'noApprover' } });
    expect(outcomeOf(decision)).toBe('holdersChanged');
    const waiting = after(second, decision);
    expect(waiting).toMatchObject({ state: 'awaitingApproval', approverUids: [] });
    expect(outcomeOf(refreshes(waiting, staffWith()))).toBe('holdersChanged stepOpened');
    expect(outcomeOf(refreshes(second, staffWithout('head', 'leader'), { chain: null }))).toBe('holdersChanged');
  });

  test('REF-3: whoever asked or decided before does not come to hold a later step', () => {
    const second = approvedBy(received(), people.manager);
    const promoted: Staff = { ...people.manager, role: 'unitHead', unitId: 'branch' };
    expect(outcomeOf(refreshes(second, staffWith(promoted)))).toBe('silence');
    expect(outcomeOf(refreshes(received(), staffWith({ ...people.clerk, role: 'outletManager' })))).toBe('silence');
    expect(outcomeOf(refreshes(second, staffWith(person('newcomer', 'unitHead', 'branch'))))).toBe('holdersChanged stepOpened');
  });

  test('who decided stays in the step that they decided', () => {
    const second = approvedBy(received(), people.manager);
    expect(outcomeOf(refreshes(second, staffWithout('manager')))).toBe('silence');
    const moved = after(received(), due(received(), moveUpAtMs));
    expect(outcomeOf(refreshes(moved, staffWithout('manager')))).toBe('silence');
  });

  test('a question that is open stays open while a colleague comes or goes, and lapses with whoever could decide', () => {
    const asked = refundIn('awaitingAnswer');
    const fewer = after(asked, refreshes(asked, staffWithout('otherManager')));
    expect(fewer).toMatchObject({ state: 'awaitingAnswer', approverUids: [] });
    expect(after(fewer, says(people.clerk, fewer, amendmentOf(fewer))).approverUids).toEqual(['manager']);
    expect(after(asked, refreshes(asked, staffWithout('manager', 'otherManager')))).toMatchObject({ state: 'awaitingApproval', approverUids: ['head'] });
  });
});

describe('REF-4: a chain is worked out anew', () => {
  const reworks = (refund: Refund, facts: Partial<RefundFacts> = {}) => does(refund, { type: 'reworkChain' }, facts);

  const more = { earlierFen: 60_000 };

  test('with a sum that has become greater since; what was approved on the old one is void', () => {
    const second = approvedBy(received(), people.manager);
    const decision = reworks(second, more);
    expect(outcomeOf(decision)).toBe('chainWorkedOut stepOpened');
    expect(after(second, decision).steps.map(({ state }) => state)).toEqual(['open', 'waiting', 'waiting']);
  });

  test('so that the decision that was refused for it can be made', () => {
    const refund = received();
    expect(outcomeOf(says(people.manager, refund, approvalOf(refund), more))).toBe('requestChanged');
    const reworked = after(refund, reworks(refund, more));
    expect(outcomeOf(says(people.manager, reworked, approvalOf(reworked), more))).toBe('stepApproved stepOpened');
  });

  test('for an approved refund whose authority was withdrawn', () => {
    const approved = refundIn('approved');
    expect(outcomeOf(reworks(approved))).toBe('silence');
    const withdrawn = { staff: staffWith({ ...people.manager, active: false }) };
    expect(outcomeOf(reworks(approved, withdrawn))).toBe('chainWorkedOut stepOpened');
    expect(outcomeOf(reworks(approvedBy(received(), people.manager), withdrawn))).toBe('silence');
  });

  test('once for a requester who decided alone and was suspended since: then those above them decide', () => {
    const own = received({ amountFen: 10_000 });
    const withdrawn = { staff: staffWith({ ...people.clerk, active: false }) };
    const decision = reworks(own, withdrawn);
    expect(outcomeOf(decision)).toBe('chainWorkedOut stepOpened');
    expect(after(own, decision)).toMatchObject({ ownLimitFen: 0, approverUids: ['manager', 'other-manager'] });
    expect(outcomeOf(reworks(after(own, decision), withdrawn))).toBe('silence');
  });

  test('said twice it is silence, and so it is for what is not under way', () => {
    const refund = received();
    const reworked = after(refund, reworks(refund, more));
    expect(outcomeOf(reworks(reworked, more))).toBe('silence');
    for (const state of ['requested', 'executing', 'posted', 'reversed', 'refused', 'withdrawn'] as const) {
      expect(outcomeOf(reworks(refundIn(state), more))).toBe('silence');
    }
    for (const state of ['awaitingApproval', 'awaitingAnswer', 'approved'] as const) {
      expect(outcomeOf(reworks(refundIn(state), more))).toBe('chainWorkedOut stepOpened');
    }
  });

  test('a sum that has become smaller leaves it to whoever was asked: nothing is approved by another’s withdrawal; without an approver it stays as it is', () => {
    const less = noLongerCumulated();
    expect(outcomeOf(reworks(less))).toBe('silence');
    expect(outcomeOf(says(people.manager, less, { type: 'refuse', ...pinsFor(less), reason: '不属实' }))).toBe('refused');
    expect(outcomeOf(reworks(received(), { ...more, chain: { ok: false, code: 'noApprover' } }))).toBe('noApprover');
  });

  test('a requester who was promoted since is not let through by it; one who decided alone and still may is', () => {
    const promoted = { staff: staffWith({ ...people.clerk, role: 'unitHead', unitId: 'branch' }), earlierFen: 20_000 };
    const waiting = received({ amountFen: 14_000 });
    expect(outcomeOf(reworks(waiting, promoted))).toBe('chainWorkedOut stepOpened');
    expect(after(waiting, reworks(waiting, promoted)).approverUids).toEqual(['leader']);
    const own = received({ amountFen: 9000 });
    expect(outcomeOf(reworks(own, promoted))).toBe('chainWorkedOut approved');
  });

  test('the cash of a closure has no chain to work out (CLO-2)', () => {
    const cash = { ...refundIn('approved'), closureId: 'closure-1' };
    expect(outcomeOf(reworks(cash, { earlierFen: 1, staff: [] }))).toBe('silence');
  });
});

/** A small request that another one beside it took over the limit, and that other one has been withdrawn since. */
function noLongerCumulated(): Refund {
  return received({ amountFen: 9000 }, { earlierFen: 9000, earlierIds: ['other'] });
}
