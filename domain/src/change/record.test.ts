import { describe, expect, test } from 'vitest';
import { at, units } from '../testing/organisation.ts';
import { changeFromStored, type RecordedChange } from './change.ts';
import { type ChangeFilter, changeFilterSchema, isInFilter, spanOfMonth } from './change-filter.ts';
import { changeHeadings, rowsOfChange } from './change-rows.ts';
import { changesOfFormer, formerRecordOf } from './former-record.ts';
import { proposeCalendarYear } from './propose.ts';
import { calendarAfter } from './verdict.ts';

const stored = {
  pack: 'telecom',
  reason: '轮岗',
  byUid: 'admin',
  byName: '管理员',
  proposedAtMs: at('2026-11-30 23:59'),
  needs: 'second',
  state: 'applied',
  verdict: { byUid: 'auditor', byName: '审计', atMs: at('2026-12-01 00:10'), reason: '' },
  expiresAt: null,
  kind: 'job',
  targetUid: 'clerk',
  targetName: '营业员',
  before: { active: true, role: 'outletClerk', unitId: 'outlet' },
  after: { active: true, role: 'unitHead', unitId: 'branch' },
};
const job = changeFromStored('one', { ...stored, unitIds: ['outlet', 'branch', 'city'] });
const figures: RecordedChange = changeFromStored('two', {
  ...stored,
  kind: 'policy',
  needs: 'none',
  verdict: null,
  basedOn: 'telecom-2026.1',
  version: 'telecom-2026.2',
  differences: [
    { key: 'tiers.vip.replyHours', before: 8, after: 6 },
    { key: 'clocks.workingTime', before: [], after: [{ from: '08:00', to: '12:00' }] },
  ],
  applyToOpen: false,
});

describe('ADM-7: the record is narrowed', () => {
  const all: ChangeFilter = { kind: null, uid: null, unitId: null, month: null, isAlone: false };
  const isIn = (change: RecordedChange, filter: Partial<ChangeFilter>) => isInFilter(change, changeFilterSchema.parse({ ...all, ...filter }));

  test.each<[Partial<ChangeFilter>, isJobIn: boolean, areFiguresIn: boolean]>([
    [{}, true, true],
    [{ kind: 'job' }, true, false],
    [{ kind: 'policy' }, false, true],
    [{ uid: 'admin' }, true, true],
    [{ uid: 'auditor' }, true, false],
    [{ uid: 'clerk' }, true, false],
    [{ uid: 'somebody' }, false, false],
    [{ unitId: 'branch' }, true, false],
    [{ unitId: 'elsewhere' }, false, false],
    [{ month: '2026-11' }, true, true],
    [{ month: '2026-12' }, false, false],
    [{ isAlone: true }, false, true],
    [{ isAlone: true, kind: 'job' }, false, false],
  ])('%o', (filter, isJobIn, areFiguresIn) => {
    expect([isIn(job, filter), isIn(figures, filter)]).toEqual([isJobIn, areFiguresIn]);
  });

  test('what never came into force is nobody’s alone', () => {
    for (const state of ['awaitingConfirmation', 'expired', 'withdrawn', 'refused'] as const)
      expect(isIn({ ...figures, state }, { isAlone: true })).toBe(false);
  });

  test('TIME: a month begins and ends at midnight in the operator’s zone, whatever its length', () => {
    expect(spanOfMonth('2026-02')).toEqual({ fromMs: at('2026-02-01 00:00'), untilMs: at('2026-03-01 00:00') });
    expect(spanOfMonth('2026-12')).toEqual({ fromMs: at('2026-12-01 00:00'), untilMs: at('2027-01-01 00:00') });
    expect(changeFilterSchema.safeParse({ ...all, month: '2026-13' }).success).toBe(false);
  });
});

describe('ADM-7: the record as a table', () => {
  test('a change of job is one line, figures are one each, all as long as the headings', () => {
    const [line = []] = rowsOfChange(job, units);
    expect(line).toHaveLength(changeHeadings.length);
    expect(line).toContain('outletClerk · outlet单位 · active');
    expect(line).toContain('unitHead · branch单位 · active');
    expect(line.slice(12, 15)).toEqual(['审计', 'auditor', '2026-12-01 00:10:00']);
    expect(rowsOfChange(figures, units).map((row) => row.slice(4, 7))).toEqual([
      ['tiers.vip.replyHours', '8', '6'],
      ['clocks.workingTime', '[]', '[{"from":"08:00","to":"12:00"}]'],
    ]);
    expect([rowsOfChange(job, units)[0]?.[16], rowsOfChange(figures, units)[0]?.[16]]).toEqual(['no', 'yes']);
  });

  test('what was done to the work in hand stands in it, and duty and deputies are told', () => {
    const effects = { kept: 1, released: 4, declined: 0 };
    expect(rowsOfChange({ ...job, effects } as RecordedChange, units)[0]?.at(-1)).toBe('kept 1, released 4, declined 0');
    const about = { ...stored, needs: 'none', verdict: null };
    const duty = changeFromStored('three', { ...about, kind: 'duty', onDuty: false, nextDutyAtMs: at('2026-12-01 08:00') });
    expect(rowsOfChange(duty, units)[0]?.[6]).toBe('off duty · until 2026-12-01 08:00:00');
    const deputy = changeFromStored('four', { ...about, kind: 'deputy', deputy: null });
    expect(rowsOfChange(deputy, units)[0]?.[6]).toBeNull();
  });
});

test('a record of the first version says nothing of its readers and its effects', () => {
  expect(changeFromStored('one', stored)).toMatchObject({ unitIds: [], effects: null });
});

describe('what was noted beside a person, before there was one record of all acts', () => {
  const target = { uid: 'clerk', name: '营业员', pack: 'telecom', active: true, role: 'unitHead', unitId: 'branch' } as const;
  const about = { target, unitIds: ['branch', 'city'], nameOf: (uid: string) => `名${uid}` };
  const moment = (time: string) => ({ toMillis: () => at(time) });
  const records = [
    { id: '3', byUid: 'admin', at: moment('2026-10-03 09:00'), uid: 'clerk', role: 'unitHead', unitId: 'branch' },
    { id: '1', byUid: 'admin', at: moment('2026-10-01 09:00'), uid: 'clerk', role: 'outletManager', unitId: 'outlet' },
    { id: '2', byUid: 'head', at: moment('2026-10-02 09:00'), onDuty: false },
    { id: '4', byUid: 'clerk', at: moment('2026-10-04 09:00'), deputy: { uid: 'manager', fromMs: at('2026-10-05 00:00'), untilMs: at('2026-10-06 00:00') } },
    { id: '5', byUid: 'clerk', at: moment('2026-10-05 09:00'), deputy: null },
  ].flatMap(({ id, ...one }) => formerRecordOf(id, one) ?? []);

  test('becomes changes with before and after, as far as anybody can tell', () => {
    const changes = changesOfFormer(records, about);
    expect(changes.map(({ id, kind, byName }) => [id, kind, byName])).toEqual([
      ['former-clerk-1', 'job', '名admin'],
      ['former-clerk-2', 'duty', '名head'],
      ['former-clerk-3', 'job', '名admin'],
      ['former-clerk-4', 'deputy', '名clerk'],
      ['former-clerk-5', 'deputy', '名clerk'],
    ]);
    expect(changes[0]).toMatchObject({ before: null, after: { active: true, role: 'outletManager', unitId: 'outlet' } });
    expect(changes[2]).toMatchObject({ before: { active: true, role: 'outletManager', unitId: 'outlet' }, after: { role: 'unitHead', unitId: 'branch' } });
    expect(changes[3]).toMatchObject({ deputy: { uid: 'manager', name: '名manager' } });
    for (const { id, ...change } of changes) expect(changeFromStored(id, { ...change, expiresAt: null })).toMatchObject({ ...change });
  });

  test('a suspension and a return: what the one says is what was before the other', () => {
    const told = [
      { id: '1', byUid: 'admin', at: moment('2026-10-01 09:00'), active: false },
      { id: '2', byUid: 'admin', at: moment('2026-10-02 09:00'), active: true },
    ].flatMap(({ id, ...one }) => formerRecordOf(id, one) ?? []);
    const [suspended, returned] = changesOfFormer(told, about);
    expect(suspended).toMatchObject({ before: null, after: { active: false, role: 'unitHead' } });
    expect(returned).toMatchObject({ before: { active: false, role: 'unitHead' }, after: { active: true, role: 'unitHead' } });
  });

  test('what is none is left out', () => {
    expect([formerRecordOf('1', {}), formerRecordOf('1', { byUid: 'admin', at: 'yesterday' })]).toEqual([null, null]);
    expect(changesOfFormer([{ id: '1', byUid: 'admin', atMs: 0 }], about)).toEqual([]);
  });
});

describe('ADM-2, SLA-3: a year of the calendar', () => {
  const year = { year: 2027, holidays: ['2027-01-01'], makeUpWorkingDays: [] };
  const asked = { id: 'year', by: { uid: 'admin', name: '管理员', role: 'administrator', active: true, pack: 'telecom' }, reason: '', atMs: 0 } as const;
  const change = proposeCalendarYear(asked, year, { before: null, expireHours: 72 });

  test('with a working day off waits; without one more than there is it does not', () => {
    expect(change).toMatchObject({ kind: 'calendar', needs: 'second', state: 'awaitingConfirmation', unitIds: [] });
    expect(proposeCalendarYear(asked, year, { before: year, expireHours: 72 })).toMatchObject({ needs: 'none', state: 'applied', expiresAtMs: null });
  });

  test('comes into force where nobody has taken in another since', () => {
    expect(calendarAfter(change, null)).toEqual(year);
    expect(calendarAfter(change, { ...year, holidays: [] })).toBeNull();
  });

  test('is told in the record by its year', () => {
    const [line = []] = rowsOfChange(change, units);
    expect(line.slice(2, 7)).toEqual(['calendar', '2027', 'calendar.2027', null, 'off 2027-01-01; worked ']);
    expect(changeFromStored('year', { ...change, expiresAt: null })).toMatchObject({ after: year });
  });
});
