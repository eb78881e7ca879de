import { describe, expect, test } from 'vitest';
import { actedAt, eventsAt, steppedAt, takenAt } from '../../testing/acted.ts';
import { complaintIn } from '../../testing/complaints.ts';
import { actorOf, at, staff } from '../../testing/organisation.ts';
import { samples } from '../../testing/sample-commands.ts';
import type { Complaint } from '../complaint.ts';

const inHand = complaintIn('inProgress');
const asked = (next: string | null) => ({ ...samples.contactAttempt, result: 'asksToBeCalledLater' as const, nextSlotAtMs: next === null ? null : at(next) });
const promised = (time: string, next: string, complaint: Complaint = inHand) => actedAt(time, complaint, asked(next));
const contactSteps = ({ clocks }: Complaint) => (clocks?.plan ?? []).filter(({ clock }) => clock === 'contact').map(({ id, atMs }) => [id, atMs]);
const told = (time: string, complaint: Complaint) =>
  takenAt(time, complaint)
    .filter(({ clock }) => clock === 'contact')
    .map(({ telling, toldUid }) => [telling, toldUid]);

describe('SLA-4: a time at which the customer was promised to be contacted is a promise', () => {
  test('it is kept with the complaint, and whoever has it is reminded a quarter of an hour before', () => {
    const complaint = promised('2026-11-20 15:00', '2026-11-20 18:00');
    expect(complaint.nextContactAtMs).toBe(at('2026-11-20 18:00'));
    expect(contactSteps(complaint)).toEqual([['sla-contact-1', at('2026-11-20 17:45')]]);
    expect(complaint.nextDueAtMs).toBe(at('2026-11-20 17:45'));
    expect(told('2026-11-20 17:44', complaint)).toEqual([]);
    expect(told('2026-11-20 17:45', complaint)).toEqual([['contactPromised', 'handler']]);
    expect(told('2026-11-20 17:50', steppedAt('2026-11-20 17:45', complaint))).toEqual([]);
  });

  test.each([
    ['the first of a morning: the evening before', '2026-11-21 08:05', '2026-11-20 21:30'],
    ['the next minutes: at once', '2026-11-20 15:05', '2026-11-20 14:50'],
    ['the last of an evening: before it', '2026-11-20 21:55', '2026-11-20 21:30'],
  ])('promised for %s', (_told, next, reminded) => {
    expect(contactSteps(promised('2026-11-20 15:00', next))).toEqual([['sla-contact-1', at(reminded)]]);
  });

  test('the next attempt fulfils it or moves it; its reminder comes again under an id of its own', () => {
    const reminded = steppedAt('2026-11-20 17:45', promised('2026-11-20 15:00', '2026-11-20 18:00'));
    expect(actedAt('2026-11-20 18:00', reminded, asked(null))).toMatchObject({ nextContactAtMs: null });
    const moved = promised('2026-11-20 18:00', '2026-11-21 10:00', reminded);
    expect(contactSteps(moved)).toEqual([['sla-contact-1-2', at('2026-11-21 09:45')]]);
  });

  test('handed to somebody else, they are reminded', () => {
    const assigned = actedAt('2026-11-20 16:00', promised('2026-11-20 15:00', '2026-11-20 18:00'), samples.assign, {
      actor: actorOf(staff.head),
      facts: { receiver: { unit: { id: 'branch', pack: 'telecom', audience: [], headUid: 'head' }, staff: staff.poolMember } },
    });
    expect(told('2026-11-20 17:45', assigned)).toEqual([['contactPromised', 'pool-member']]);
  });
});

describe('SLA-4: what is promised and answered', () => {
  const complaint = promised('2026-11-20 15:00', '2026-11-20 18:00');

  test('an answer does not keep the promise of a call: the customer has yet to be told', () => {
    const answered = actedAt('2026-11-20 16:00', complaint, samples.answer);
    expect(answered).toMatchObject({ state: 'answered', nextDueAtMs: at('2026-11-20 17:45') });
    expect(told('2026-11-20 17:45', answered)).toEqual([['contactPromised', 'handler']]);
    expect(steppedAt('2026-12-10 09:00', answered).overdues).toEqual([]);
  });

  test('told with it, they need not be called', () => {
    const answered = actedAt('2026-11-20 16:00', complaint, { ...samples.answer, toldBy: 'phone' });
    expect(answered).toMatchObject({ nextContactAtMs: null, nextDueAtMs: null });
  });

  test('reached, and promised another call, that one stands', () => {
    const answered = actedAt('2026-11-20 16:00', complaint, samples.answer);
    const again = actedAt('2026-11-20 18:00', answered, { ...asked('2026-11-21 10:00'), result: 'reached' });
    expect(again).toMatchObject({ told: { by: 'phone' }, nextContactAtMs: at('2026-11-21 10:00') });
  });

  test('ended, nothing is promised any more', () => {
    expect(actedAt('2026-11-20 16:00', complaint, samples.withdraw)).toMatchObject({ nextContactAtMs: null, nextDueAtMs: null });
  });
});

describe('SLA-4: a time that cannot be kept is not promised', () => {
  test.each([
    ['in the past', '2026-11-20 14:59', 'momentInThePast'],
    ['as quiet hours begin', '2026-11-20 22:00', 'momentInQuietHours'],
    ['in the night', '2026-11-21 03:00', 'momentInQuietHours'],
    ['a minute before they end', '2026-11-21 07:59', 'momentInQuietHours'],
  ])('%s it is refused', (_told, next, code) => {
    expect(() => eventsAt('2026-11-20 15:00', inHand, asked(next))).toThrow(code);
  });

  test.each(['2026-11-20 15:00', '2026-11-20 21:59', '2026-11-21 08:00'])('at %s it is taken', (next) => {
    expect(promised('2026-11-20 15:00', next).nextContactAtMs).toBe(at(next));
  });
});
