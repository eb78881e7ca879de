import { describe, expect, test } from 'vitest';
import { at, calendar, person, staff, systemActor, telecom } from '../../testing/organisation.ts';
import { assignmentTo, justRecorded } from '../../testing/complaints.ts';
import { directory } from '../../testing/leaders.ts';
import type { Complaint } from '../complaint.ts';
import { decide } from '../decide.ts';
import { evolveAll } from '../evolve.ts';
import { reclock, startClocks } from './clocks.ts';
import { type TakenStep, toldBySteps } from './taken-step.ts';

/** The rule's own figures, in words of SLA-1…4 and SLA-6, so that nothing here is asked of the code. */
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const runsEveryMs = 300_000;
/** A warning that would come at night is told half an hour before the night. */
const leadMs = hourMs / 2;
const posts = ['handler', 'manager', 'head', 'service-head', 'leader'];

/** The days that the calendar tells apart, and how the two clocks of SLA-3 end when they begin on them. */
const days = [
  { kind: 'a weekday', day: '2026-11-20', crossProvince: '2026-11-26', otherOrganisation: '2026-12-01' },
  { kind: 'a holiday', day: '2026-10-01', crossProvince: '2026-10-12', otherOrganisation: '2026-10-15' },
  { kind: 'a make-up working day', day: '2026-10-10', crossProvince: '2026-10-15', otherOrganisation: '2026-10-20' },
] as const;
type RecordedOn = (typeof days)[number];

interface Case {
  name: string;
  recorded: Partial<Complaint>;
  /** The end of the operator's own clock: so many hours, or with the last of so many working days. */
  ends: (startMs: number, on: RecordedOn) => number;
  isWorkingDays?: boolean;
  isCritical?: boolean;
}
const afterHours = (hours: number) => (startMs: number) => startMs + hours * hourMs;
const withDay = (need: 'crossProvince' | 'otherOrganisation') => (_startMs: number, on: RecordedOn) => at(`${on[need]} 00:00`) + dayMs - 1;

const cases: readonly Case[] = [
  { name: 'VIP, 8 hours', recorded: { tier: 'vip' }, ends: afterHours(8) },
  { name: 'GoTone, 24 hours', recorded: { tier: 'goTone' }, ends: afterHours(24) },
  { name: 'ordinary, 48 hours', recorded: { tier: 'ordinary' }, ends: afterHours(48) },
  { name: 'network, critical, 8 hours', recorded: { category: 'T04-01', urgency: 'critical' }, ends: afterHours(8), isCritical: true },
  { name: 'network, urgent, 24 hours', recorded: { category: 'T04-01', urgency: 'urgent' }, ends: afterHours(24) },
  { name: 'network, normal, 48 hours', recorded: { category: 'T04-01', urgency: 'normal' }, ends: afterHours(48) },
  { name: 'another province, 4 working days', recorded: { need: 'crossProvince' }, ends: withDay('crossProvince'), isWorkingDays: true },
  { name: 'another organisation, 7 working days', recorded: { need: 'otherOrganisation' }, ends: withDay('otherOrganisation'), isWorkingDays: true },
];

const midnightOf = (atMs: number) => atMs - ((atMs + 8 * hourMs) % dayMs);
const isNight = (atMs: number) => atMs - midnightOf(atMs) < 8 * hourMs || atMs - midnightOf(atMs) >= 22 * hourMs;
/** 22:00 of the night that a moment lies in, or of the one that follows it. */
const nightfallOf = (atMs: number) => midnightOf(atMs) + (atMs - midnightOf(atMs) < 8 * hourMs ? -2 : 22) * hourMs;
const morningAfter = (atMs: number) => (isNight(atMs) ? nightfallOf(atMs) + 10 * hourMs : atMs);

/** SLA-4: a reply that is due at night may be given until 08:00; one that has so many days "at most" ends with the last. */
const promiseOf = ({ ends, isWorkingDays }: Case, startMs: number, on: RecordedOn) => {
  const endMs = ends(startMs, on);
  return isWorkingDays ? endMs : morningAfter(endMs);
};

/** SLA-6: the moments of 75, 100, 150, 200 and 300 per cent, each outside the night unless it is critical. */
function momentsOf(one: Case, startMs: number, on: RecordedOn): number[] {
  const promiseMs = promiseOf(one, startMs, on);
  const ownMs = Math.min(one.ends(startMs, on) - startMs, promiseMs - startMs);
  const warnedMs = startMs + Math.round((promiseMs - startMs) * 0.75);
  const later = [0, 0.5, 1, 2].map((share) => promiseMs + Math.round(share * ownMs));
  if (one.isCritical) return [warnedMs, ...later];
  return [warningOf(warnedMs, startMs), ...later.map(morningAfter)];
}

/** Before the night, unless the complaint came at night: then nobody may be told before the morning. */
function warningOf(warnedMs: number, startMs: number): number {
  const eveningMs = nightfallOf(warnedMs) - leadMs;
  if (warnedMs <= eveningMs) return warnedMs;
  const beganInTime = startMs < (isNight(warnedMs) ? nightfallOf(warnedMs) : warnedMs);
  return beganInTime ? Math.max(startMs, eveningMs) : morningAfter(warnedMs);
}

function handled(recorded: Partial<Complaint>, startMs: number): Complaint {
  const complaint = { ...justRecorded(), ...recorded };
  const clocks = startClocks(complaint, { atMs: startMs, trusted: true }, telecom, calendar);
  const received = evolveAll(complaint, [
    { type: 'received', atMs: startMs, flags: [], repeatOf: [], clocks },
    { type: 'assigned', atMs: startMs, assignment: assignmentTo('branch', staff.handler) },
    { type: 'accepted', atMs: startMs, uid: staff.handler.uid, name: staff.handler.name },
  ]);
  const planned = reclock(received, startMs, telecom, calendar);
  return planned ? evolveAll(received, [{ type: 'clocksSet', atMs: startMs, clocks: planned }]) : received;
}

interface Run {
  atMs: number;
  taken: TakenStep[];
}

/** The runs of a schedule that comes every five minutes, as far as it does something about the reply; what it may not tell at night it comes to in the morning. */
function runsOn(complaint: Complaint, firstRunMs: number): Run[] {
  const runs: Run[] = [];
  let state = complaint;
  for (let atMs = firstRunMs; runs.flatMap(({ taken }) => taken).length < posts.length;) {
    const decision = decide(state, { type: 'takeSteps' }, { actor: systemActor, atMs, pack: telecom, calendar, facts: { directory } });
    const events = decision.ok ? decision.events : [];
    const taken = events.flatMap((event) => (event.type === 'stepsTaken' ? event.taken : [])).filter(({ clock }) => clock === 'reply');
    if (taken.length > 0) runs.push({ atMs, taken });
    state = evolveAll(state, events);
    const dueMs = state.nextDueAtMs ?? Number.NaN;
    const nextMs = dueMs > atMs ? dueMs : morningAfter(atMs);
    if (Number.isNaN(nextMs) || nextMs > complaint.capturedAtMs + 400 * dayMs) throw new Error('steps are missing');
    atMs = Math.max(atMs + runsEveryMs, firstRunMs + Math.ceil((nextMs - firstRunMs) / runsEveryMs) * runsEveryMs);
  }
  return runs;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const minutes = [0, 2, 41, 59];

describe.each(days)('SLA-4, SLA-6: recorded on $kind, at every hour', (on) => {
  test.each(cases)('$name: each step once, at its moment, to whom it belongs, never at night', (one) => {
    for (const hour of hours)
      for (const minute of minutes) {
        const startMs = at(`${on.day} 00:00`) + hour * hourMs + minute * 60_000;
        const expected = momentsOf(one, startMs, on).map((atMs, index) => {
          const firstRunMs = startMs + Math.ceil((atMs - startMs) / runsEveryMs) * runsEveryMs;
          return { told: posts[index], atMs: one.isCritical ? firstRunMs : morningAfterRun(firstRunMs, startMs) };
        });
        const runs = runsOn(handled(one.recorded, startMs), startMs);
        const seen = runs.flatMap(({ atMs, taken }) => taken.map(({ toldUid }) => ({ told: toldUid, atMs })));
        expect(seen, `recorded at ${hour}:${minute}`).toEqual(expected);
      }
  });

  test.each(cases)('$name: the handler hears of it before the end, where there is a minute of the day before it', (one) => {
    for (const hour of hours) {
      const startMs = at(`${on.day} 00:00`) + hour * hourMs;
      const promiseMs = promiseOf(one, startMs, on);
      const [first] = runsOn(handled(one.recorded, startMs), startMs);
      const isWarned = one.isCritical || morningAfter(startMs) < promiseMs;
      expect(
        first?.taken.map(({ telling, toldUid }) => `${toldUid} ${telling}`),
        `recorded at ${hour}:00`,
      ).toEqual(isWarned ? ['handler nearDue'] : ['handler overdue', 'manager overdue']);
      expect(isWarned && first ? first.atMs : Number.NEGATIVE_INFINITY).toBeLessThan(promiseMs);
    }
  });
});

/** A run at night leaves what is not critical to the first one of the morning. */
function morningAfterRun(runMs: number, startMs: number): number {
  return startMs + Math.ceil((morningAfter(runMs) - startMs) / runsEveryMs) * runsEveryMs;
}

test('SLA-6: a schedule that did not run for days takes each step once, and each person hears of theirs', () => {
  for (const hour of hours) {
    const startMs = at('2026-11-20 00:00') + hour * hourMs;
    const [late, ...later] = runsOn(handled({ tier: 'vip' }, startMs), at('2026-11-24 09:00'));
    expect(late?.taken.map(({ toldUid, telling }) => `${toldUid} ${telling}`)).toEqual([
      'handler overdue',
      'manager overdue',
      'head raised',
      'service-head raised',
      'leader raised',
    ]);
    expect(later).toEqual([]);
  }
});

test('SLA-6: to one person who holds several posts, steps that came together are told once, as the highest', () => {
  const alone = { ...directory, leaders: [person('leader', 'companyLeader', 'city')] };
  const complaint = handled({ tier: 'vip' }, at('2026-11-20 09:00'));
  const context = { actor: systemActor, atMs: at('2026-11-22 09:00'), pack: telecom, calendar, facts: { directory: alone } };
  const decision = decide(complaint, { type: 'takeSteps' }, context);
  const taken = decision.ok ? decision.events.flatMap((event) => (event.type === 'stepsTaken' ? event.taken : [])) : [];
  expect(taken.map(({ level, toldUid }) => [level, toldUid])).toEqual([
    [1, 'handler'],
    [2, 'leader'],
    [3, 'leader'],
    [4, 'leader'],
    [5, 'leader'],
  ]);
  expect(toldBySteps(taken).map(({ level, toldUid }) => [level, toldUid])).toEqual([
    [1, 'handler'],
    [5, 'leader'],
  ]);
});
