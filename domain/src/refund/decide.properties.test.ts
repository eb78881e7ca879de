import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hourMs } from '../calendar/day.ts';
import { deepFreeze } from '../testing/deep-freeze.ts';
import { telecom, units } from '../testing/organisation.ts';
import { randomRun } from '../testing/random-run.ts';
import { refundCommandFor, type RandomRefundAct, type RefundWalk, refundWalks, staffAfter, whoeverIsAsked } from '../testing/random-refunds.ts';
import { askedAtMs, refundFactsFor, people, requestWith } from '../testing/refunds.ts';
import { limitFenOf } from './chain.ts';
import type { RefundCommand, RefundSystemCommand } from './command.ts';
import { decideRefund } from './decide.ts';
import { isChainValid } from './decide-execution.ts';
import type { RefundContext } from './refund-facts.ts';
import { evolveRefund } from './evolve.ts';
import { cumulatedFen, decidersOf, type Refund, refundStates } from './refund.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Played {
  before: Refund;
  after: Refund;
  command: RefundCommand | RefundSystemCommand;
  context: RefundContext;
  decision: ReturnType<typeof decideRefund>;
}

const forStaff = ['approve', 'refuse', 'askMore', 'handToDeputy', 'execute', 'amend', 'withdraw', 'reverse'];

/** Plays a walk the way a server does; everything that goes in is frozen, so that a change to it is an error. */
function play(walk: RefundWalk): Played[] {
  const requester = Object.values(people).find(({ uid }) => uid === walk.requesterUid) ?? people.clerk;
  let before = deepFreeze(requestWith({ amountFen: walk.amountFen, form: walk.form }, requester));
  let staff = Object.values(people).map((one) => ({ ...one, active: true }));
  let nowMs = askedAtMs;
  const arrival: RandomRefundAct = { ...walkStart, byUid: requester.uid };
  return [arrival, ...walk.steps].map((step) => {
    nowMs += step.afterHours * hourMs;
    staff = staffAfter(staff, step.world, nowMs);
    const uid = (step.isByWhoeverIsAsked ? whoeverIsAsked(before, step.type) : null) ?? step.byUid;
    const by = staff.find((one) => one.uid === uid) ?? people.stranger;
    const command = deepFreeze(refundCommandFor(step, before));
    const asWouldBe = command.type === 'amend' ? { ...before, amountFen: command.newAmountFen } : before;
    const isUnderNewest = before.state === 'requested' || command.type === 'applyPolicy';
    const pack = { ...telecom, version: isUnderNewest ? step.world.packVersion : before.packVersion };
    const wasAsked = command.type === 'reworkChain' && before.steps.length > 0;
    const facts = refundFactsFor(asWouldBe, { staff, pack, earlierFen: step.world.earlierFen }, wasAsked);
    const context: RefundContext = deepFreeze({ actor: forStaff.includes(step.type) ? { kind: 'staff', staff: by } : { kind: 'system' }, nowMs, facts });
    const decision = deepFreeze(decideRefund(before, command, context));
    const after = decision.ok ? deepFreeze(evolveRefund(before, decision.events)) : before;
    const played = { before, after, command, context, decision };
    before = after;
    return played;
  });
}

const walkStart: RandomRefundAct = {
  isByWhoeverIsAsked: false,
  byUid: '',
  type: 'receive',
  behind: 0,
  amountFen: 1,
  afterHours: 0,
  world: { earlierFen: 0, packVersion: telecom.version, staffChange: { uid: '', change: 'none', deputyUid: '' } },
};

function holdsAlways(numRuns: number, holds: (played: Played) => void): void {
  fc.assert(
    fc.property(refundWalks, (walk) => play(walk).forEach(holds)),
    randomRun(numRuns),
  );
}

describe('whatever anybody does to a refund, in any order, while people come and go and rules change', () => {
  test('REF-3: nobody is two steps of one chain, and the requester is none', () => {
    holdsAlways(400, ({ after }) => {
      const people = [after.requesterUid, ...decidersOf(after)];
      expect(new Set(people).size).toBe(people.length);
    });
  });

  test('REF-2: what is approved is covered by somebody’s limit: the last decider’s, or the requester’s own', () => {
    holdsAlways(400, ({ after }) => {
      if (!['approved', 'executing', 'posted'].includes(after.state)) return;
      const last = after.steps.findLast((step) => step.state === 'approved');
      const limitFen = last ? last.limitFen : after.ownLimitFen;
      expect(after.steps.length > 0 && !last).toBe(false);
      expect(limitFen === null || cumulatedFen(after) <= limitFen).toBe(true);
    });
  });

  test('REF-2: the own limit is the one that the requester’s job has when the chain is worked out', () => {
    holdsAlways(200, ({ after, context, decision }) => {
      if (!decision.ok || !decision.events.some(({ type }) => type === 'chainWorkedOut')) return;
      const requester = context.facts.staff.find(({ uid }) => uid === after.requesterUid);
      expect(after.ownLimitFen).toBe(requester?.active ? limitFenOf(requester, telecom, units) : 0);
    });
  });

  test('REF-5, ORG-4: money moves only by a refund clerk without another part in it, for the amount approved, on a chain that is valid at that moment', () => {
    let paid = 0;
    holdsAlways(600, ({ before, after, context, decision }) => {
      if (!decision.ok || !decision.events.some(({ type }) => type === 'executionOrdered')) return;
      paid += 1;
      const by = context.actor.kind === 'staff' ? context.actor.staff : null;
      expect(by).toMatchObject({ role: 'refundClerk', unitId: 'centre', active: true });
      expect([before.requesterUid, ...decidersOf(before)]).not.toContain(by?.uid);
      expect(isChainValid(before, context.facts)).toBe(true);
      expect(before.packVersion).toBe(context.facts.pack.version);
      expect([before.state, after.state, after.amountFen]).toEqual(['approved', 'executing', before.amountFen]);
    });
    expect(paid).toBeGreaterThan(0);
  });

  test('only the requester changes the amount, and never of what is being paid or has been', () => {
    holdsAlways(300, ({ before, after, command, context }) => {
      if (after.amountFen === before.amountFen) return;
      expect(command.type).toBe('amend');
      expect(context.actor).toMatchObject({ kind: 'staff', staff: { uid: before.requesterUid } });
      expect(['awaitingApproval', 'awaitingAnswer', 'approved']).toContain(before.state);
      expect(decidersOf(after)).toEqual([]);
    });
  });

  test('a request keeps the rules that it was asked under, until it is put under others while somebody is still to decide', () => {
    holdsAlways(400, ({ before, after, command }) => {
      if (after.packVersion === before.packVersion) return;
      expect(['receive', 'applyPolicy']).toContain(command.type);
      expect(['requested', 'awaitingApproval', 'awaitingAnswer']).toContain(before.state);
    });
  });

  test('REF-6: whoever is asked and says no ends it, whatever they had seen; a chain worked out anew lets nothing through that somebody was asked about', () => {
    holdsAlways(600, ({ before, after, command, context }) => {
      const by = context.actor.kind === 'staff' ? context.actor.staff : null;
      const isAsked = by !== null && by.active && before.steps.some((step) => step.state === 'open' && step.holderUids.includes(by.uid));
      const isAtPost = before.steps.some((step) => step.state === 'open' && by?.unitId === step.unitId && step.roles.includes(by.role));
      const isRefusal = command.type === 'refuse' && isAsked && isAtPost && before.state === 'awaitingApproval';
      expect(isRefusal ? after.state : 'refused').toBe('refused');
      const isRework = command.type === 'reworkChain' && before.steps.length > 0 && before.state !== 'approved';
      expect(isRework ? after.state : 'untouched').not.toBe('approved');
    });
  });

  test('REF-8: what was posted is posted once and from an order; what has ended stays ended, but for a reversal', () => {
    holdsAlways(400, ({ before, after }) => {
      const isPostedNow = after.state === 'posted' && before.state !== 'posted';
      expect(isPostedNow ? [before.state, before.postedAtMs] : ['executing', null]).toEqual(['executing', null]);
      expect(before.state !== 'posted' || ['posted', 'reversed'].includes(after.state)).toBe(true);
      expect(['refused', 'withdrawn', 'reversed'].includes(before.state) ? after : before).toBe(before);
    });
  });

  test('one step is open while somebody has to decide or answer, and none otherwise', () => {
    holdsAlways(400, ({ after }) => {
      const open = after.steps.filter(({ state }) => state === 'open').length;
      const isUnderWay = ['awaitingApproval', 'awaitingAnswer'].includes(after.state);
      expect(after.state === 'withdrawn' ? [0, 1] : [Number(isUnderWay)]).toContain(open);
      const order = ['approved', 'movedUp', 'open', 'waiting'];
      // A no counts whosever turn it is; all else goes in its order.
      const inTurn = after.steps.filter(({ state }) => state !== 'refused');
      const ranks = inTurn.map(({ state }) => Math.max(1, order.indexOf(state)));
      expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    });
  });

  test('who is asked is neither the requester nor anybody twice, and only while somebody has to decide', () => {
    holdsAlways(300, ({ after }) => {
      expect(after.approverUids).not.toContain(after.requesterUid);
      expect(new Set(after.approverUids).size).toBe(after.approverUids.length);
      expect(after.people).toEqual(expect.arrayContaining([after.requesterUid, ...after.approverUids, ...decidersOf(after)]));
      expect(after.steps.flatMap((step) => step.holderUids)).not.toContain(after.requesterUid);
      expect(after.state === 'awaitingApproval' ? [] : after.approverUids).toEqual([]);
    });
  });

  test('what is open falls due, and what has ended does not', () => {
    holdsAlways(300, ({ after }) => {
      const isDue = after.nextDueAtMs !== null;
      expect(isDue || !['awaitingApproval', 'awaitingAnswer', 'approved'].includes(after.state)).toBe(true);
      expect(after.open ? [null, null, []] : [after.nextDueAtMs, after.dueAtMs, after.approverUids]).toEqual([null, null, []]);
      expect(after.open).toBe(!['posted', 'reversed', 'refused', 'withdrawn'].includes(after.state));
    });
  });

  test('REF-6: time alone approves, refuses and pays nothing', () => {
    holdsAlways(300, ({ before, after, command }) => {
      if (command.type !== 'stepDue') return;
      const isBackFromQuestion = before.state === 'awaitingAnswer' && after.state === 'awaitingApproval';
      expect(isBackFromQuestion ? before.state : after.state).toBe(before.state);
      expect(decidersOf(before)).toEqual(expect.arrayContaining(decidersOf(after)));
    });
  });

  test('an entry that changed something is counted once, and one that did not leaves no trace', () => {
    holdsAlways(300, ({ before, after, decision }) => {
      const isChanged = decision.ok && decision.events.length > 0;
      expect(after.seq).toBe(before.seq + (isChanged ? 1 : 0));
      expect(after === before).toBe(!isChanged);
    });
  });

  test('saying it twice changes nothing the second time', () => {
    holdsAlways(300, ({ after, command, context, decision }) => {
      if (!decision.ok) return;
      const again = decideRefund(after, command, context);
      expect(again.ok ? evolveRefund(after, again.events) : after).toBe(after);
    });
  });

  test('deciding is a function of its input: asked again, the answer is the same', () => {
    holdsAlways(100, ({ before, command, context, decision }) => expect(decideRefund(before, command, context)).toEqual(decision));
  });
});

test('random walks reach every state', () => {
  const states = new Set<string>();
  fc.assert(
    fc.property(refundWalks, (walk) => {
      for (const { after } of play(walk)) states.add(after.state);
    }),
    randomRun(1500),
  );
  expect([...states].sort()).toEqual(refundStates.filter((state) => state !== 'requested').sort());
});
