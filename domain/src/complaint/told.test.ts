import { describe, expect, test } from 'vitest';
import { hourMs } from '../calendar/day.ts';
import { complaintIn, evolvedBy } from '../testing/complaints.ts';
import { actorOf, at, customer, staff, systemActor, telecom } from '../testing/organisation.ts';
import { commandedAtMs, contextOf, samples } from '../testing/sample-commands.ts';
import { type contactResults, staffCommandSchema } from './command.ts';
import type { Complaint, Told } from './complaint.ts';
import { decide } from './decide.ts';
import { evolveAll } from './evolve.ts';
import { noticesOf } from './notices.ts';
import { complaintFromStored } from './stored.ts';
import { isUntold } from './told.ts';
import { statusViewChanged, statusViewOf } from './view/status-view.ts';

const answered = complaintIn('answered');
const laterMs = commandedAtMs + 24 * hourMs;

/** How the customer was told, after a command that has to be taken. */
function toldAfter(complaint: Complaint, command: Parameters<typeof decide>[1], by = actorOf(staff.handler), atMs = commandedAtMs): Told | null {
  const decision = decide(complaint, command, contextOf(by, { handlerAvailable: true }, atMs));
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
  return evolveAll(complaint, decision.events).told;
}

const contact = (result: (typeof contactResults)[number]) => ({ ...samples.contactAttempt, result });
const told = (by: Told['by'], atMs = commandedAtMs) => evolvedBy(answered, { type: 'customerTold', atMs, told: { by, atMs } });

describe('TEL-1: each answer says how its customer came to know it', () => {
  test('an answer alone tells nobody; whoever gives it may say that they told the customer with it', () => {
    const inHand = complaintIn('inProgress');
    expect(toldAfter(inHand, samples.answer)).toBeNull();
    expect(toldAfter(inHand, { ...samples.answer, toldBy: 'phone' })).toEqual({ by: 'phone', atMs: commandedAtMs });
    expect(toldAfter(inHand, { ...samples.answer, toldBy: 'counter' })).toEqual({ by: 'counter', atMs: commandedAtMs });
    expect(staffCommandSchema.safeParse({ ...samples.answer, toldBy: 'page' }).success).toBe(false);
  });

  test.each([
    ['reached', 'phone'],
    ['inPerson', 'counter'],
    ['noAnswer', null],
    ['busy', null],
    ['wrongNumber', null],
    ['asksToBeCalledLater', null],
  ] as const)('an attempt after the answer: %s tells by %s', (result, by) => {
    expect(toldAfter(answered, contact(result))?.by ?? null).toBe(by);
  });

  test('one before the answer tells of nothing, however it went', () => {
    for (const result of ['reached', 'inPerson'] as const) expect(toldAfter(complaintIn('inProgress'), contact(result))).toBeNull();
  });

  test('the first way counts', () => {
    expect(toldAfter(told('page'), contact('reached'), actorOf(staff.handler), laterMs)).toEqual({ by: 'page', atMs: commandedAtMs });
    expect(decide(told('phone'), { type: 'noteSeen' }, contextOf(customer, {}, laterMs))).toEqual({ ok: true, events: [] });
  });

  test('the page tells by being opened, to the day and never as before the answer', () => {
    const answeredAtMs = answered.answer?.atMs ?? 0;
    expect(toldAfter(answered, { type: 'noteSeen' }, customer, answeredAtMs + 60_000)).toEqual({ by: 'page', atMs: answeredAtMs });
    const nextDay = at('2026-12-24 15:04');
    expect(toldAfter(answered, { type: 'noteSeen' }, customer, nextDay)).toEqual({ by: 'page', atMs: at('2026-12-24 00:00') });
    expect(toldAfter(complaintIn('closed'), { type: 'noteSeen' }, customer, nextDay)?.by).toBe('page');
  });

  test('whoever rates an answer knows it; nobody but the customer says that the page was opened', () => {
    expect(toldAfter(answered, samples.rate, customer)?.by).toBe('page');
    expect(decide(answered, { type: 'noteSeen' }, contextOf(actorOf(staff.handler), {}))).toEqual({ ok: false, refusal: { code: 'notYours' } });
  });

  test('reopened, it has to be told anew', () => {
    const again = decide(told('phone'), samples.disagree, contextOf(customer, { handlerAvailable: true }));
    const reopened = again.ok ? evolveAll(told('phone'), again.events) : answered;
    expect(reopened).toMatchObject({ state: 'reopened', told: null });
    expect(toldAfter({ ...reopened, state: 'inProgress', told: { by: 'phone', atMs: 1 } }, samples.answer)).toBeNull();
  });

  test('TEL-5: what nobody heard stands apart, until it is told or over', () => {
    expect(isUntold(answered)).toBe(true);
    expect(isUntold(told('counter'))).toBe(false);
    expect(isUntold(complaintIn('closed'))).toBe(false);
    expect(isUntold(complaintIn('inProgress'))).toBe(false);
  });

  test('TEL-1: a message that the centre has taken tells; TEL-5: one that failed after all does not', () => {
    const note = (outcome: 'accepted' | 'failed', isAnswer = true, run = 0) => ({ type: 'noteMessage' as const, outcome, isAnswer, run });
    const bySms = told('sms');
    expect(toldAfter(answered, note('accepted'), systemActor)).toEqual({ by: 'sms', atMs: commandedAtMs });
    expect(toldAfter(answered, note('accepted', false), systemActor)).toBeNull();
    expect(toldAfter(answered, note('accepted', true, 1), systemActor)).toBeNull();
    expect(toldAfter(told('phone'), note('accepted'), systemActor)?.by).toBe('phone');
    expect(toldAfter(bySms, note('failed'), systemActor)).toBeNull();
    expect(toldAfter(bySms, note('failed', false), systemActor)?.by).toBe('sms');
    expect(toldAfter(told('page'), note('failed'), systemActor)?.by).toBe('page');
  });

  test('TEL-5: whoever has it hears of a message that nobody will hear, and of none about an answer that stands no longer', () => {
    const noticesAfter = (complaint: Complaint, run = 0) => {
      const decision = decide(complaint, { type: 'noteMessage', outcome: 'failed', isAnswer: true, run }, contextOf(systemActor, {}));
      if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
      return noticesOf(complaint, evolveAll(complaint, decision.events), decision.events, null);
    };
    expect(noticesAfter(answered)).toEqual([{ uid: staff.handler.uid, kind: 'customerNotTold' }]);
    expect(noticesAfter(told('phone'))).toEqual([]);
    expect(noticesAfter(answered, 1)).toEqual([]);
  });

  test('that the customer knows is written on their page with what else there is, and costs no writing by itself', () => {
    const viewOf = (complaint: Complaint) => statusViewOf(complaint, telecom, () => null);
    expect([viewOf(answered).isTold, viewOf(told('phone')).isTold]).toEqual([false, true]);
    expect(statusViewChanged(viewOf(answered), viewOf(told('phone')))).toBe(false);
  });

  test('an answer from before it was kept is one that nobody has told of', () => {
    const { id, told: _told, ...former } = answered;
    expect(complaintFromStored(id, { ...former, schemaVersion: 4 }).told).toBeNull();
  });
});
