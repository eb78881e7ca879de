import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayMs, dayOf, endOfDayMs, hourMs, minuteMs } from '../../calendar/day.ts';
import { nextAllowedMs, withoutQuietMs } from '../../calendar/quiet-hours.ts';
import type { Pack } from '../../policy/pack.ts';
import { complaintIn } from '../../testing/complaints.ts';
import { at, calendar, post, telecom } from '../../testing/organisation.ts';
import { randomRun } from '../../testing/random-run.ts';
import { clockToleranceMs } from '../../kernel/moment.ts';
import { honestMoment, reclock, startClocks } from './clocks.ts';

type Clocked = Parameters<typeof startClocks>[0];

const friday = '2026-11-20 09:00';

function recorded(category: string, changes: Partial<Clocked> = {}): Clocked {
  return { category, tier: 'ordinary', urgency: null, mailItem: null, mailService: null, ...changes };
}

function clocksOf(recording: Clocked, from = friday, pack: Pack = telecom) {
  return startClocks(recording, { atMs: at(from), trusted: true }, pack, calendar);
}

const lastMsOf = (day: string) => endOfDayMs(day);

describe('SLA-1: reply by tier in elapsed hours, nights included', () => {
  test.each([
    ['vip', 'T01-05', 8],
    ['goTone', 'T01-05', 24],
    ['ordinary', 'T01-05', 48],
    ['keyAccount', 'P01-04', 24],
    ['ordinary', 'P01-04', 48],
  ])('%s customers with %s: %i hours', (tier, category, hours) => {
    const clocks = clocksOf(recorded(category, { tier }), '2026-11-20 21:30', category.startsWith('T') ? telecom : post);
    expect(clocks).toMatchObject({ rule: 'SLA-1', ownReplyDueAtMs: at('2026-11-20 21:30') + hours * hourMs, calendarCovered: true });
  });

  test('a tier or a category that the pack does not know costs the customer no time', () => {
    expect(clocksOf(recorded('T01-05', { tier: 'platinum' })).ownReplyDueAtMs).toBe(at(friday) + 8 * hourMs);
    expect(clocksOf(recorded('T77-77'))).toMatchObject({ rule: 'SLA-1', ownReplyDueAtMs: at(friday) + 48 * hourMs });
  });
});

describe('SLA-2: network quality by urgency, whatever the tier', () => {
  test.each([
    ['critical', 8],
    ['urgent', 24],
    ['normal', 48],
    [null, 48],
  ] as const)('%s: %i hours', (urgency, hours) => {
    for (const tier of ['vip', 'ordinary']) {
      expect(clocksOf(recorded('T04-01', { tier, urgency }))).toMatchObject({ rule: 'SLA-2', ownReplyDueAtMs: at(friday) + hours * hourMs });
    }
  });

  test('urgency means nothing elsewhere', () => {
    expect(clocksOf(recorded('T01-05', { urgency: 'critical' }))).toMatchObject({ rule: 'SLA-1', ownReplyDueAtMs: at(friday) + 48 * hourMs });
  });
});

describe('SLA-3: another province or organisation in working days, to the end of the last one', () => {
  test.each([
    ['another province: 4', 'T12-01', friday, '2026-11-26'],
    ['another organisation: 7', 'T12-02', friday, '2026-12-01'],
    ['7 over the national holiday', 'T12-02', '2026-09-29 23:59', '2026-10-14'],
  ])('%s working days (%s from %s) end on %s', (_told, category, from, day) => {
    expect(clocksOf(recorded(category, { tier: 'vip' }), from)).toMatchObject({ rule: 'SLA-3', ownReplyDueAtMs: lastMsOf(day), calendarCovered: true });
  });

  test('SLA-8: 7 working days from 2026-02-13 end on 2026-03-02, day 17, and are clipped to the 15 days of the law', () => {
    expect(clocksOf(recorded('T12-02'), '2026-02-13 10:00')).toMatchObject({
      ownReplyDueAtMs: lastMsOf('2026-03-02'),
      statutoryDueAtMs: lastMsOf('2026-02-28'),
      replyDueAtMs: lastMsOf('2026-02-28'),
      calendarCovered: true,
    });
  });

  test('beyond the published calendar it counts weekends alone and says so', () => {
    expect(clocksOf(recorded('T12-02'), '2026-12-28 10:00')).toMatchObject({ ownReplyDueAtMs: lastMsOf('2027-01-06'), calendarCovered: false });
    expect(clocksOf(recorded('T12-01'), '2026-12-25 10:00')).toMatchObject({ ownReplyDueAtMs: lastMsOf('2026-12-31'), calendarCovered: true });
  });
});

describe('SLA-8: the clock of the law beside the operator’s own', () => {
  test.each([
    ['telecom: 15 natural days', telecom, recorded('T01-05'), '2026-12-05'],
    ['post: 30 days for an enquiry about a letter', post, recorded('P01-04', { mailService: 'letter' }), '2026-12-20'],
    ['express by category: 7 days', post, recorded('P01-03'), '2026-11-27'],
    ['express by service: 7 days', post, recorded('P01-04', { mailService: 'ems' }), '2026-11-27'],
    ['a money order: 20 days', post, recorded('P08-01', { mailService: 'remittance' }), '2026-12-10'],
    ['international mail: 60 days', post, recorded('P11-02'), '2027-01-19'],
    ['international express: the stricter of the two', post, recorded('P11-02', { mailService: 'ems' }), '2026-11-27'],
    ['REC-2: a service that nobody said: the strictest that it may be', post, recorded('P01-04'), '2026-11-27'],
    ['REC-2: no service, and an item of express', post, recorded('P02-01', { mailItem: 'EA123456785CS' }), '2026-11-27'],
    ['REC-2: no service, and an item that says none', post, recorded('P02-01', { mailItem: 'RA123456785CN' }), '2026-11-27'],
    ['REC-2: said to be a letter, and an item of express', post, recorded('P02-01', { mailService: 'letter', mailItem: 'EA123456785CS' }), '2026-11-27'],
    ['REC-2: a registered letter', post, recorded('P02-01', { mailService: 'letter', mailItem: 'RA123456785CN' }), '2026-12-20'],
    ['a money order by its matter, the service not said: 20 days', post, recorded('P10-01'), '2026-12-10'],
    ['a service that the pack does not know: the strictest', post, recorded('P01-04', { mailService: 'drone' }), '2026-11-27'],
  ])('%s', (_told, pack, recording, day) => {
    expect(clocksOf(recording, friday, pack).statutoryDueAtMs).toBe(lastMsOf(day));
  });

  test('it counts from the day after, wherever in the day it began', () => {
    expect(clocksOf(recorded('T01-05'), '2026-11-20 00:00').statutoryDueAtMs).toBe(lastMsOf('2026-12-05'));
    expect(clocksOf(recorded('T01-05'), '2026-11-20 23:59').statutoryDueAtMs).toBe(lastMsOf('2026-12-05'));
  });

  test('the promise is the own clock, out of quiet hours, and never later than the law wants it or before the start', () => {
    const categories = [...telecom.categories, ...post.categories].flatMap((group) => group.children.map(({ id }) => id));
    const property = fc.property(fc.constantFrom(...categories), fc.integer({ min: at('2024-01-01 00:00'), max: at('2028-12-31 00:00') }), (category, atMs) => {
      const clocks = startClocks(recorded(category), { atMs, trusted: true }, category.startsWith('T') ? telecom : post, calendar);
      const own = clocks.rule === 'SLA-3' ? clocks.ownReplyDueAtMs : nextAllowedMs(clocks.ownReplyDueAtMs, telecom.clocks.quietHours);
      // Telecom Regulations 32: of a line out of order, within 48 hours.
      const repairMs = ['T05-02', 'T05-04'].includes(category) ? atMs + 48 * hourMs : Number.MAX_SAFE_INTEGER;
      expect(clocks.replyDueAtMs).toBe(Math.min(own, clocks.statutoryDueAtMs, repairMs));
      expect(clocks.replyDueAtMs).toBeGreaterThan(atMs);
      expect(clocks.startAtMs).toBe(atMs);
    });
    fc.assert(property, randomRun(300));
  });
});

describe('SLA-4: a reply that falls due in quiet hours, as the pack says', () => {
  const lastMs = endOfDayMs('2026-11-26');
  test.each([
    ['defer', 'T01-05', 'ordinary', '2026-11-20 23:00', at('2026-11-23 08:00')],
    ['bringForward', 'T01-05', 'ordinary', '2026-11-20 23:00', at('2026-11-22 22:00')],
    ['ignore', 'T01-05', 'ordinary', '2026-11-20 23:00', at('2026-11-22 23:00')],
    ['defer', 'T01-05', 'ordinary', '2026-11-20 21:59', at('2026-11-22 21:59')],
    ['bringForward', 'T01-05', 'ordinary', '2026-11-20 21:59', at('2026-11-22 21:59')],
    ['defer', 'T01-05', 'vip', '2026-11-20 23:30', at('2026-11-21 08:00')],
    ['bringForward', 'T01-05', 'vip', '2026-11-20 23:30', at('2026-11-21 07:30')],
    ['defer', 'T12-01', 'vip', friday, lastMs],
    ['bringForward', 'T12-01', 'vip', friday, at('2026-11-26 22:00')],
    ['ignore', 'T12-01', 'vip', friday, lastMs],
  ] as const)('%s: %s of %s customers, recorded at %s', (replyDue, category, tier, from, dueAtMs) => {
    const pack = { ...telecom, clocks: { ...telecom.clocks, quietHours: { ...telecom.clocks.quietHours, replyDue } } };
    expect(clocksOf(recorded(category, { tier }), from, pack).replyDueAtMs).toBe(dueAtMs);
  });

  test('SLA-8: deferring does not go past the law', () => {
    const statutory = { ...telecom.clocks.statutory, days: 2 };
    const clocks = clocksOf(recorded('T01-05'), '2026-11-20 23:30', { ...telecom, clocks: { ...telecom.clocks, statutory } });
    expect(clocks).toMatchObject({ ownReplyDueAtMs: at('2026-11-22 23:30'), replyDueAtMs: lastMsOf('2026-11-22') });
  });
});

test('SLA-5: the time to accept runs around the clock, or in working hours where the pack says so', () => {
  const acceptedBy = (acceptCounts: 'elapsed' | 'workingTime', from: string) =>
    clocksOf(recorded('T01-05'), from, { ...telecom, clocks: { ...telecom.clocks, acceptCounts } });
  expect(acceptedBy('elapsed', '2026-11-20 17:00').acceptDueAtMs).toBe(at('2026-11-20 19:00'));
  expect(acceptedBy('workingTime', '2026-11-20 17:00').acceptDueAtMs).toBe(at('2026-11-23 10:00'));
  expect(acceptedBy('elapsed', '2026-12-31 17:00').calendarCovered).toBe(true);
  expect(acceptedBy('workingTime', '2026-12-31 17:00').calendarCovered).toBe(false);
});

test('SLA-5, OWN-4: to accept within two hours, to hand over within one', () => {
  expect(clocksOf(recorded('T01-05'))).toMatchObject({ acceptDueAtMs: at(friday) + 120 * minuteMs, handOverDueAtMs: at(friday) + 60 * minuteMs });
});

describe('TIME: the moment that counts', () => {
  const receivedAtMs = at(friday);
  const windowMs = 72 * hourMs;
  const moment = (capturedAtMs: number, clockOffsetMs = 0) => honestMoment({ capturedAtMs, clockOffsetMs, receivedAtMs }, telecom);

  test.each([
    ['recorded offline the evening before', -12 * hourMs, 0],
    ['at the far edge of the trust window', -windowMs, 0],
    ['at the moment of arrival', 0, 0],
    ['on a phone ten years ahead that knows by how much', 10 * 365 * dayMs - hourMs, -10 * 365 * dayMs],
    ['on a phone ten years behind that knows by how much', -10 * 365 * dayMs - hourMs, 10 * 365 * dayMs],
  ])('%s, it counts from when it was recorded', (_told, deltaMs, offsetMs) => {
    expect(moment(receivedAtMs + deltaMs, offsetMs)).toEqual({ atMs: receivedAtMs + deltaMs + offsetMs, trusted: true });
  });

  test.each([
    ['a millisecond after it arrived', 1, 0],
    ['two seconds after it, by a phone that is fast by so much and cannot know it', 2000, 0],
    ['as long after it as two right clocks may differ', clockToleranceMs, 0],
    ['after it by an offset measured a little wrong', -hourMs, hourMs + 4500],
  ])('%s, it counts from its arrival and is believed', (_told, deltaMs, offsetMs) => {
    expect(moment(receivedAtMs + deltaMs, offsetMs)).toEqual({ atMs: receivedAtMs, trusted: true });
  });

  test.each([
    ['a millisecond beyond the trust window', -windowMs - 1, 0],
    ['longer after it arrived than clocks differ', clockToleranceMs + 1, 0],
    ['ten years from now', 10 * 365 * dayMs, 0],
    ['ten years ago', -10 * 365 * dayMs, 0],
    ['at a good time that a wrong offset spoils', -hourMs, 2 * hourMs],
  ])('%s, it counts from its arrival, and is marked', (_told, deltaMs, offsetMs) => {
    expect(moment(receivedAtMs + deltaMs, offsetMs)).toEqual({ atMs: receivedAtMs, trusted: false });
  });

  test('an untrusted start is written on the clocks', () => {
    expect(startClocks(recorded('T01-05'), { atMs: receivedAtMs, trusted: false }, telecom, calendar).startTrusted).toBe(false);
    expect(clocksOf(recorded('T01-05')).startTrusted).toBe(true);
  });
});

describe('TIME: whatever the zone of the server or the phone', () => {
  afterEach(() => vi.unstubAllEnvs());

  const moments = [friday, '2026-02-13 23:59', '2026-12-28 00:01', '2026-03-08 15:30', '2026-11-01 14:30'];
  const everything = () =>
    moments.map((from) => [
      dayOf(at(from)),
      ...['T01-05', 'T04-01', 'T12-01', 'T12-02'].map((category) => clocksOf(recorded(category), from)),
      clocksOf(recorded('T01-05'), from, { ...telecom, clocks: { ...telecom.clocks, acceptCounts: 'workingTime' } }),
      reclock({ ...complaintIn('inProgress'), pauses: [{ sinceAtMs: at(from), untilAtMs: at(from) + 30 * hourMs }] }, at(from), telecom, calendar),
      nextAllowedMs(at(from), telecom.clocks.quietHours),
      withoutQuietMs(at(from), at(from) + 50 * hourMs, telecom.clocks.quietHours),
      clocksOf(recorded('P01-03'), from, post),
    ]);
  const inShanghai = JSON.stringify(everything());

  test.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/New_York', 300],
    ['Pacific/Apia', -780],
  ])('in %s the clocks are the same', (zone, offsetMinutes) => {
    vi.stubEnv('TZ', zone);
    expect(new Date(at(friday)).getTimezoneOffset()).toBe(offsetMinutes);
    expect(JSON.stringify(everything())).toBe(inShanghai);
  });
});
