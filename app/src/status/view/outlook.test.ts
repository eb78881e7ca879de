import { type ComplaintState, complaintStates } from '@shouwen/domain/complaint/complaint-values';
import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { describe, expect, it } from 'vitest';
import { outlookOf } from './outlook.ts';

const promisedAtMs = Date.parse('2026-11-22T08:00:00Z');
const statutoryAtMs = promisedAtMs + 86_400_000;

function viewIn(state: ComplaintState, changes: Partial<StatusView> = {}): StatusView {
  return { state, promisedAtMs: null, pausedUntilMs: null, statutoryAtMs: null, reopenUntilMs: null, ...changes } as StatusView;
}

describe('a promise', () => {
  it('is kept up to its very moment and late after it', () => {
    const view = viewIn('inProgress', { promisedAtMs });
    expect(outlookOf(view, promisedAtMs).isLate).toBe(false);
    expect(outlookOf(view, promisedAtMs + 1).isLate).toBe(true);
  });

  it('is late also while the operator waits for someone', () => {
    expect(outlookOf(viewIn('awaitingOther', { promisedAtMs }), promisedAtMs + 1).isLate).toBe(true);
  });

  it('is not late where nothing is promised any more', () => {
    expect(outlookOf(viewIn('answered'), Number.MAX_SAFE_INTEGER).isLate).toBe(false);
  });
});

describe('a clock that waits for the customer (SLA-5)', () => {
  it('stands still until the wait ends', () => {
    const view = viewIn('awaitingCustomer', { pausedUntilMs: promisedAtMs });
    expect([promisedAtMs - 1, promisedAtMs].map((nowMs) => outlookOf(view, nowMs).isPaused)).toEqual([true, false]);
  });

  it('and is not said to stand still where it does not', () => {
    expect(outlookOf(viewIn('awaitingCustomer'), 0).isPaused).toBe(false);
  });
});

describe('what the customer can do', () => {
  it('is rating what is answered, closed or out of scope', () => {
    expect(complaintStates.filter((state) => outlookOf(viewIn(state), 0).canRate)).toEqual(['answered', 'closed', 'outOfScope']);
  });

  it('is disagreeing only while the window is open', () => {
    const view = viewIn('closed', { reopenUntilMs: 1000 });
    expect([999, 1000].map((nowMs) => outlookOf(view, nowMs).canDisagree)).toEqual([true, false]);
    expect(outlookOf(viewIn('reopened', { reopenUntilMs: 1000 }), 0).canDisagree).toBe(false);
  });
});

it('says who has it as long as somebody does', () => {
  expect(complaintStates.filter((state) => outlookOf(viewIn(state), 0).isOver)).toEqual(['closed', 'outOfScope', 'merged', 'withdrawn']);
});

describe('the statutory right', () => {
  it('is so many days away, the rest of a day counting as one', () => {
    const view = viewIn('accepted', { statutoryAtMs });
    expect(
      [statutoryAtMs - 86_400_001, statutoryAtMs - 86_400_000, statutoryAtMs - 1, statutoryAtMs].map((nowMs) => outlookOf(view, nowMs).daysUntilAppeal),
    ).toEqual([2, 1, 1, 0]);
  });

  it('comes when its time is over without an answer', () => {
    const view = viewIn('accepted', { statutoryAtMs });
    expect([statutoryAtMs, statutoryAtMs + 1].map((nowMs) => outlookOf(view, nowMs).appeal)).toEqual(['later', 'now']);
  });

  it('APL-1: goes by what the page says of it, and says that it is open because the customer disagreed', () => {
    const disagreed = viewIn('reopened', { statutoryAtMs, appeal: { fromMs: promisedAtMs, ground: 'disagreed' } });
    expect(outlookOf(disagreed, promisedAtMs)).toMatchObject({ appeal: 'disagreed', appealFromMs: promisedAtMs, daysUntilAppeal: 0 });
    const unanswered = viewIn('answered', { statutoryAtMs, appeal: { fromMs: statutoryAtMs + 1, ground: 'noAnswer' } });
    expect([statutoryAtMs, statutoryAtMs + 1].map((nowMs) => outlookOf(unanswered, nowMs).appeal)).toEqual(['later', 'now']);
  });

  it('stands open to whoever is not satisfied with the answer, and not to who withdrew', () => {
    const appeals = (['answered', 'closed', 'outOfScope', 'merged', 'withdrawn'] as const).map(
      (state) => outlookOf(viewIn(state, { statutoryAtMs }), 0).appeal,
    );
    expect(appeals).toEqual(['ifUnhappy', 'ifUnhappy', 'ifUnhappy', null, null]);
  });
});
