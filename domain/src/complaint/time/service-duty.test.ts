import { describe, expect, test } from 'vitest';
import { hourMs } from '../../calendar/day.ts';
import { complaintIn, recordedAtMs } from '../../testing/complaints.ts';
import { actorOf, at, calendar, post, staff, telecom } from '../../testing/organisation.ts';
import { contextOf } from '../../testing/sample-commands.ts';
import type { Particulars } from '../particulars.ts';
import { decide } from '../decide.ts';
import { evolveAll } from '../evolve.ts';
import { startClocks } from './clocks.ts';
import { dutyDueMs, isBillAbnormal } from './service-duty.ts';

const nothing: Particulars = { place: null, paidAtMs: null, billsFen: null };
const startMs = at('2026-11-20 23:00');
const dueOf = (category: string, particulars: Partial<Particulars> | null, pack = telecom) =>
  dutyDueMs({ category, particulars: particulars && { ...nothing, ...particulars } }, startMs, pack);

describe('Telecom Regulations 32: a line out of order is mended in time', () => {
  test.each(['T05-02', 'T05-04'])('%s: within 48 hours in towns, 72 in the country, and 48 where nobody has said', (category) => {
    expect(dueOf(category, { place: 'urban' })).toBe(at('2026-11-22 23:00'));
    expect(dueOf(category, { place: 'rural' })).toBe(at('2026-11-23 23:00'));
    expect(dueOf(category, { place: null })).toBe(at('2026-11-22 23:00'));
    expect(dueOf(category, null)).toBe(at('2026-11-22 23:00'));
  });

  test('of nothing else, and of no other operator', () => {
    for (const category of ['T05-01', 'T05-03', 'T04-01', 'T01-07']) expect(dueOf(category, { place: 'urban' })).toBeNull();
    expect(dueOf('P01-03', { place: 'urban' }, post)).toBeNull();
  });

  test('what is promised is never later, not for the night and not by agreement; before it, the own clock holds', () => {
    const recorded = { category: 'T05-02', tier: 'ordinary', urgency: 'normal' as const, mailItem: null, mailService: null };
    const clocks = startClocks(recorded, { atMs: startMs, trusted: true }, telecom, calendar);
    expect(clocks).toMatchObject({ dutyDueAtMs: at('2026-11-22 23:00'), replyDueAtMs: at('2026-11-22 23:00') });
    const soonest = startClocks({ ...recorded, tier: 'vip' }, { atMs: at('2026-11-20 09:00'), trusted: true }, telecom, calendar);
    expect(soonest.replyDueAtMs).toBe(at('2026-11-20 17:00'));
  });
});

describe('Telecom Regulations 34: what was suspended is back within 48 hours of being paid', () => {
  test('from the moment of payment, whenever it was told; without it nothing can be said', () => {
    expect(dueOf('T10-01', { paidAtMs: at('2026-11-19 08:15') })).toBe(at('2026-11-21 08:15'));
    expect(dueOf('T10-01', { paidAtMs: null })).toBeNull();
    expect(dueOf('T10-02', { paidAtMs: at('2026-11-19 08:15') })).toBeNull();
  });
});

describe('Telecom Regulations 33: a bill of more than five times the mean of the three months before', () => {
  const isAbnormal = (...billsFen: number[]) => isBillAbnormal({ category: 'T01-07', particulars: { ...nothing, billsFen } }, telecom);

  test.each<[bills: number[], abnormal: boolean]>([
    [[50_001, 10_000, 10_000, 10_000], true],
    [[50_000, 10_000, 10_000, 10_000], false],
    [[50_000, 9_999, 10_000, 10_000], true],
    [[50_000, 0, 15_000, 15_000], false],
    [[1, 0, 0, 0], true],
    [[0, 0, 0, 0], false],
    [[2_000_000, 8_800, 9_900, 10_100], true],
  ])('%j: %s', (bills, abnormal) => {
    expect(isAbnormal(...bills)).toBe(abnormal);
  });

  test('is not judged without the bills, nor of another matter', () => {
    expect(isBillAbnormal({ category: 'T01-07', particulars: nothing }, telecom)).toBeNull();
    expect(isBillAbnormal({ category: 'T01-01', particulars: { ...nothing, billsFen: [50_001, 1, 1, 1] } }, telecom)).toBeNull();
  });
});

describe('what a duty depends on is told', () => {
  const complaint = { ...complaintIn('inProgress'), category: 'T05-02', urgency: 'normal' as const };
  const tells = (particulars: Partial<Particulars>, of = complaint) =>
    decide(of, { type: 'noteParticulars', ...nothing, ...particulars }, contextOf(actorOf(staff.handler), {}));

  test('and the clocks follow', () => {
    const decision = tells({ place: 'rural' });
    if (!decision.ok) throw new Error(decision.refusal.code);
    const after = evolveAll(complaint, decision.events);
    expect(after.particulars).toEqual({ ...nothing, place: 'rural' });
    expect(after.clocks?.dutyDueAtMs).toBe((after.clocks?.startAtMs ?? 0) + 72 * hourMs);
    expect(decide(after, { type: 'noteParticulars', ...nothing, place: 'rural' }, contextOf(actorOf(staff.handler), {}))).toEqual({ ok: true, events: [] });
  });

  test('a payment that is yet to come is none; one that has been is, and of a time before the recording, too', () => {
    const suspended = { ...complaint, category: 'T10-01' };
    expect(tells({ paidAtMs: recordedAtMs + 7 * hourMs }, suspended)).toMatchObject({ ok: false, refusal: { code: 'momentInTheFuture' } });
    expect(tells({ paidAtMs: recordedAtMs - 60 * hourMs }, suspended).ok).toBe(true);
  });

  test('a duty that was over before the run began promises nothing in the past', () => {
    const suspended = { ...complaint, category: 'T10-01', tier: 'ordinary' };
    const decision = tells({ paidAtMs: recordedAtMs - 60 * hourMs }, suspended);
    const clocks = decision.ok ? evolveAll(suspended, decision.events).clocks : null;
    expect(clocks?.dutyDueAtMs).toBe(recordedAtMs - 12 * hourMs);
    expect(clocks?.replyDueAtMs).toBeGreaterThan(recordedAtMs);
  });
});
