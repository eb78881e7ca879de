import { describe, expect, test } from 'vitest';
import { dayMs, endOfDayMs } from '../../calendar/day.ts';
import { actedAt, steppedAt } from '../../testing/acted.ts';
import { answer, complaintIn, justRecorded } from '../../testing/complaints.ts';
import { actorOf, at, customer, staff } from '../../testing/organisation.ts';
import { samples } from '../../testing/sample-commands.ts';
import type { Complaint } from '../complaint.ts';
import { latestAgreeableMs } from '../time/clocks.ts';
import { telecom } from '../../testing/organisation.ts';
import { appealOf } from './appeal.ts';

/** Recorded on Friday, 20 November: by law answered within fifteen days, by the end of 5 December. */
const lawEndsMs = endOfDayMs('2026-12-05');
const inHand = complaintIn('inProgress');
const facts = { handlerAvailable: true };
const answered = (time: string, complaint: Complaint = inHand) => actedAt(time, complaint, samples.answer);
const disagreed = (time: string, complaint: Complaint) => actedAt(time, complaint, samples.disagree, { actor: customer, facts });
const reopened = (time: string, complaint: Complaint) => actedAt(time, complaint, samples.reopen, { facts });

describe('APL-1: from when and why the customer may appeal', () => {
  test.each<[told: string, complaint: Complaint, expected: ReturnType<typeof appealOf>]>([
    ['unanswered, from the day after the law’s last', inHand, { fromMs: lawEndsMs + 1, ground: 'noAnswer' }],
    ['answered, at once if they disagree', answered('2026-11-21 10:00'), { fromMs: at('2026-11-21 10:00'), ground: 'ifTheyDisagree' }],
    ['closed, likewise', complaintIn('closed'), { fromMs: answer.atMs, ground: 'ifTheyDisagree' }],
    ['out of scope, likewise', complaintIn('outOfScope'), { fromMs: complaintIn('outOfScope').closedAtMs ?? 0, ground: 'ifTheyDisagree' }],
    [
      'disagreed with the answer, at once',
      disagreed('2026-11-22 10:00', answered('2026-11-21 10:00')),
      { fromMs: at('2026-11-22 10:00'), ground: 'disagreed' },
    ],
    [
      'reopened by staff, from when it would have been without an answer',
      reopened('2026-11-25 10:00', answered('2026-11-21 10:00')),
      { fromMs: lawEndsMs + 1, ground: 'noAnswer' },
    ],
    [
      'disagreed and then reopened by staff after another answer, since they disagreed',
      reopened('2026-11-25 10:00', answered('2026-11-24 10:00', disagreed('2026-11-22 10:00', answered('2026-11-21 10:00')))),
      { fromMs: at('2026-11-22 10:00'), ground: 'disagreed' },
    ],
    [
      'answered too late, since the law’s time was over',
      answered('2026-12-07 10:00', steppedAt('2026-12-06 08:00', inHand)),
      { fromMs: lawEndsMs + 1, ground: 'noAnswer' },
    ],
    ['merged, not of this one', complaintIn('merged'), null],
    ['withdrawn, not', complaintIn('withdrawn'), null],
    ['before the server has worked out any clock, unknown', justRecorded(), null],
  ])('%s', (_told, complaint, expected) => {
    expect(appealOf(complaint)).toEqual(expected);
  });
});

describe('SLA-8, APL-1: the law’s time runs from the first recording', () => {
  test('reopened by staff, no new days begin: a promise is no later than it', () => {
    const again = reopened('2026-12-05 10:00', answered('2026-12-04 10:00', steppedAt('2026-12-03 10:00', inHand)));
    expect(again).toMatchObject({ clocks: { statutoryDueAtMs: lawEndsMs }, dueAtMs: lawEndsMs });
    expect(latestAgreeableMs(again, telecom)).toBe(lawEndsMs);
  });

  test('what was told of it before is not told again, and what is to come comes', () => {
    const again = reopened('2026-12-03 10:00', answered('2026-12-02 12:00', steppedAt('2026-12-02 08:00', inHand)));
    const law = again.clocks?.plan.filter(({ clock }) => clock === 'statutory').map(({ id, takenAtMs }) => [id, takenAtMs]);
    expect(law).toEqual([
      ['sla-statutory-1', at('2026-12-02 08:00')],
      ['sla-statutory-2', null],
      ['sla-statutory-3', null],
    ]);
  });

  test('after a disagreement the operator’s own clock alone runs: the customer need not wait for the law’s', () => {
    const again = disagreed('2026-12-05 10:00', answered('2026-12-04 10:00', steppedAt('2026-12-03 10:00', inHand)));
    expect(again).toMatchObject({ clocks: { statutoryDueAtMs: lawEndsMs }, dueAtMs: at('2026-12-07 10:00'), disagreedAtMs: at('2026-12-05 10:00') });
    expect(again.clocks?.plan.some(({ clock }) => clock === 'statutory')).toBe(false);
    expect(steppedAt('2026-12-08 10:00', again).overdues.some(({ clock, dueAtMs }) => clock === 'statutory' && dueAtMs === lawEndsMs)).toBe(false);
    expect(latestAgreeableMs(again, telecom)).toBe(endOfDayMs('2026-12-20'));
  });

  test('reopened by staff when it was over, the operator’s own clock gives the promise', () => {
    const again = reopened('2026-12-10 10:00', actedAt('2026-12-04 11:00', answered('2026-12-04 10:00'), samples.close, { actor: actorOf(staff.owner) }));
    expect(again).toMatchObject({ clocks: { statutoryDueAtMs: lawEndsMs }, dueAtMs: at('2026-12-12 10:00') });
    expect(appealOf(again)).toEqual({ fromMs: lawEndsMs + 1, ground: 'noAnswer' });
    expect(lawEndsMs + 1).toBeLessThan(at('2026-12-10 10:00') - 4 * dayMs);
  });
});
