import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '../calendar/day.ts';
import { answer, assignmentTo, complaintIn, offered, offeredComplaintIn, poolComplaintIn } from '../testing/complaints.ts';
import { customer, staff, systemActor } from '../testing/organisation.ts';
import { contextOf, commandedAtMs, samples } from '../testing/sample-commands.ts';
import { decide } from './decide.ts';
import type { CommandFacts } from './context.ts';

describe('what a customer does from the status page', () => {
  const says = (state: Parameters<typeof complaintIn>[0], command: keyof typeof samples, facts: CommandFacts = {}, atMs = commandedAtMs) =>
    decide(complaintIn(state), samples[command], contextOf(customer, facts, atMs));

  test('rates what was answered, and may change their mind', () => {
    const rating = { stars: 4, reasons: ['fast'], solved: true, atMs: commandedAtMs };
    // Whoever rates an answer knows it (TEL-1).
    expect(says('answered', 'rate')).toEqual({
      ok: true,
      events: [expect.objectContaining({ type: 'customerTold' }), { type: 'rated', atMs: commandedAtMs, rating }],
    });
    expect(decide({ ...complaintIn('closed'), rating: { ...rating, stars: 1, reasons: ['slow'] } }, samples.rate, contextOf(customer, {}))).toMatchObject({
      ok: true,
      events: [{ type: 'customerTold' }, { rating }],
    });
    expect(says('inProgress', 'rate')).toEqual({ ok: false, refusal: { code: 'notInThisState', detail: 'inProgress' } });
  });

  test('adds information at any time, which ends no wait by itself', () => {
    expect(says('awaitingCustomer', 'addInformation')).toEqual({ ok: true, events: [{ type: 'informationAdded', atMs: commandedAtMs }] });
    expect(says('withdrawn', 'addInformation').ok).toBe(true);
  });

  test('disagrees within the window, which reopens it with a new promise', () => {
    const lastMs = answer.atMs + 15 * dayMs;
    expect(says('answered', 'disagree', {}, lastMs)).toEqual({
      ok: true,
      events: [
        { type: 'reopened', atMs: lastMs, byCustomer: true, clocks: expect.objectContaining({ runStartAtMs: lastMs, replyDueAtMs: lastMs + 48 * hourMs }) },
      ],
    });
    expect(says('answered', 'disagree', {}, lastMs + 1)).toEqual({ ok: false, refusal: { code: 'reopenWindowOver', detail: '15' } });
  });

  test('disagreeing twice is silence', () => {
    expect(says('reopened', 'disagree')).toEqual({ ok: true, events: [] });
  });

  test('ORG-4: disagreeing with an answer whose author has left finds somebody else', () => {
    const assignment = assignmentTo('branch', staff.poolMember);
    const decision = says('answered', 'disagree', { handlerAvailable: false, assignment });
    expect(decision).toMatchObject({ ok: true, events: [{ type: 'reopened' }, { type: 'handlerReleased', uid: 'handler' }, { type: 'assigned', assignment }] });
  });

  test('has no say in who handles it', () => {
    expect(says('assigned', 'assign')).toEqual({ ok: false, refusal: { code: 'notYours' } });
    expect(says('answered', 'close')).toEqual({ ok: false, refusal: { code: 'notYours' } });
    expect(says('closed', 'close')).toEqual({ ok: false, refusal: { code: 'notYours' } });
  });
});

describe('ATT-2: an earlier complaint was corrected', () => {
  const noted = (complaint: ReturnType<typeof complaintIn>, repeatOf: string[]) =>
    decide(complaint, { type: 'noteRepeats', repeatOf }, contextOf(systemActor, {}));
  const repeat = { ...complaintIn('inProgress'), flags: ['important', 'repeat'], repeatOf: ['earlier'] };

  test('a later one has come to repeat it, or does no more; its other flags stay', () => {
    expect(noted({ ...complaintIn('closed'), flags: ['important'] }, ['earlier'])).toEqual({
      ok: true,
      events: [{ type: 'repeatsNoted', atMs: commandedAtMs, repeatOf: ['earlier'], flags: ['important', 'repeat'] }],
    });
    expect(noted(repeat, [])).toEqual({ ok: true, events: [{ type: 'repeatsNoted', atMs: commandedAtMs, repeatOf: [], flags: ['important'] }] });
    expect(noted(repeat, ['earlier', 'other'])).toMatchObject({ ok: true, events: [{ repeatOf: ['earlier', 'other'], flags: ['important', 'repeat'] }] });
  });

  test('said twice is said once, and what was withdrawn repeats nothing', () => {
    expect(noted(repeat, ['earlier'])).toEqual({ ok: true, events: [] });
    expect(noted(complaintIn('withdrawn'), ['earlier'])).toEqual({ ok: false, refusal: { code: 'notInThisState', detail: 'withdrawn' } });
  });
});

describe('ORG-4: what the product does when someone can no longer act', () => {
  const done = (complaint: ReturnType<typeof complaintIn>, command: keyof typeof samples, facts: CommandFacts = {}) =>
    decide(complaint, samples[command], contextOf(systemActor, facts));

  test('work is taken off the handler and given to the next; a pool has nobody to take it off', () => {
    const assignment = assignmentTo('branch', staff.poolMember);
    expect(done(complaintIn('awaitingOther'), 'releaseHandler', { assignment })).toEqual({
      ok: true,
      events: [
        { type: 'handlerReleased', atMs: commandedAtMs, uid: 'handler' },
        { type: 'assigned', atMs: commandedAtMs, assignment },
      ],
    });
    expect(done(poolComplaintIn('assigned'), 'releaseHandler', { assignment })).toEqual({ ok: true, events: [] });
  });

  test('what has been answered stays with whoever answered', () => {
    expect(done(complaintIn('answered'), 'releaseHandler')).toEqual({ ok: false, refusal: { code: 'notInThisState', detail: 'answered' } });
  });

  test('a hand-over to somebody goes back to the giver; one to a desk stays, and none is nothing to do', () => {
    expect(done(offeredComplaintIn('accepted'), 'dropHandOver')).toMatchObject({
      ok: true,
      events: [{ type: 'handOverDeclined', atMs: commandedAtMs, uid: 'receiver' }, { type: 'clocksSet' }],
    });
    expect(done(offered(complaintIn('accepted'), null), 'dropHandOver')).toEqual({ ok: true, events: [] });
    expect(done(complaintIn('accepted'), 'dropHandOver')).toEqual({ ok: true, events: [] });
  });

  test('ownership moves once', () => {
    expect(done(complaintIn('closed'), 'moveOwnership')).toEqual({
      ok: true,
      events: [{ type: 'ownershipMoved', atMs: commandedAtMs, uid: 'head', name: '员工head' }],
    });
    expect(done({ ...complaintIn('closed'), ownerUid: 'head' }, 'moveOwnership')).toEqual({ ok: true, events: [] });
  });

  test('the product neither writes notes nor answers', () => {
    expect(done(complaintIn('accepted'), 'note')).toEqual({ ok: false, refusal: { code: 'notYours' } });
    expect(done(complaintIn('accepted'), 'answer')).toEqual({ ok: false, refusal: { code: 'notYours' } });
  });
});
