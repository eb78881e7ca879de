import { describe, expect, test } from 'vitest';
import { hourMs } from '../calendar/day.ts';
import { roles, type Role } from '../organisation/staff.ts';
import { at, person } from '../testing/organisation.ts';
import type { RecordedChange, Job } from './change.ts';
import { cautionOfJob, confirmingRoles, type ConfirmationFacts, needsOf, refusalToConfirm } from './second-person.ts';

const nowMs = at('2026-11-20 09:00');
const job = (role: Role, changes: Partial<Job> = {}): Job => ({ active: true, role, unitId: 'branch', ...changes });

describe('ADM-2: which jobs nobody gives or takes alone', () => {
  const sensitive: Role[] = ['companyLeader', 'unitHead', 'departmentHead', 'centreDirector', 'complaintSupervisor', 'auditor', 'refundClerk', 'administrator'];

  test.each(roles)('%s', (role) => {
    const expected = sensitive.includes(role) ? 'second' : 'none';
    const other = role === 'fieldStaff' ? 'outletClerk' : 'fieldStaff';
    expect(cautionOfJob(job(other), job(role))).toBe(expected);
    expect(cautionOfJob(job(role), job(other))).toBe(expected);
    expect(cautionOfJob(job(role), job(role, { unitId: 'elsewhere' }))).toBe(expected);
    expect(cautionOfJob(job(role, { active: false }), job(role))).toBe(expected);
    expect(cautionOfJob(job(role), job(role, { active: false }))).toBe('none');
  });

  test('a suspended person is not made company leader on the quiet', () => {
    expect(cautionOfJob(job('outletClerk', { active: false }), job('companyLeader', { active: false }))).toBe('second');
    expect(cautionOfJob(job('outletClerk', { active: false }), job('companyLeader'))).toBe('second');
  });
});

describe('ADM-2: who may say yes', () => {
  const change: RecordedChange = {
    id: 'one',
    schemaVersion: 1,
    kind: 'job',
    pack: 'telecom',
    reason: '',
    byUid: 'admin',
    byName: '管理员',
    proposedAtMs: nowMs - hourMs,
    needs: 'second',
    state: 'awaitingConfirmation',
    verdict: null,
    expiresAtMs: nowMs + hourMs,
    targetUid: 'target',
    targetName: '某人',
    unitIds: [],
    effects: null,
    before: job('outletClerk'),
    after: job('unitHead'),
  };
  const facts = (by: ConfirmationFacts['by'], changes: Partial<ConfirmationFacts> = {}): ConfirmationFacts => ({
    by,
    proposer: person('admin', 'administrator', 'city'),
    madeByProposerAtMs: null,
    isOverseen: true,
    signedInAtMs: nowMs - 60_000,
    nowMs,
    ...changes,
  });
  const told = (by: ConfirmationFacts['by'], what: Partial<RecordedChange> = {}, changes: Partial<ConfirmationFacts> = {}) =>
    refusalToConfirm({ ...change, ...what } as RecordedChange, facts(by, changes))?.code ?? 'confirmed';
  const leader = person('leader', 'companyLeader', 'city');

  test.each(roles)('%s', (role) => {
    const by = person('second', role, 'city');
    expect(told(by)).toBe(['administrator', 'auditor', 'companyLeader'].includes(role) ? 'confirmed' : 'changeNotYours');
    expect(told(by, { needs: 'money' })).toBe(['auditor', 'companyLeader'].includes(role) ? 'confirmed' : 'changeNotYours');
    expect(confirmingRoles('second').includes(role)).toBe(told(by) === 'confirmed');
  });

  test('figures of money of a first installation: another administrator, until there is or was a leader or an auditor', () => {
    const admin = person('other-admin', 'administrator', 'city');
    const opening = { needs: 'moneyAtOpening' } as const;
    expect([needsOf('money', false), needsOf('money', true), needsOf('second', false), needsOf('none', false)]).toEqual([
      'moneyAtOpening',
      'money',
      'second',
      'none',
    ]);
    expect(told(admin, opening, { isOverseen: false })).toBe('confirmed');
    expect(told({ ...admin, uid: 'admin' }, opening, { isOverseen: false })).toBe('changeIsOwn');
    expect(told(admin, opening, { isOverseen: true })).toBe('changeNotYours');
    expect(told(leader, opening, { isOverseen: true })).toBe('confirmed');
    expect(told(admin, { needs: 'money' }, { isOverseen: false })).toBe('changeNotYours');
  });

  test('never whoever proposed it, never whom it is about, nobody suspended, nobody of another operator', () => {
    expect(told(leader)).toBe('confirmed');
    expect(told({ ...leader, uid: 'admin' })).toBe('changeIsOwn');
    expect(told({ ...leader, uid: 'target' })).toBe('changeIsAboutYou');
    expect(told({ ...leader, active: false })).toBe('changeNotYours');
    expect(told({ ...leader, pack: 'post' })).toBe('changeNotYours');
  });

  test('nobody whom the proposer put where they are within seven days', () => {
    const days = (count: number) => ({ madeByProposerAtMs: nowMs - count * 24 * hourMs });
    expect(told(leader, {}, days(6.9))).toBe('changeByYourMaker');
    expect(told(leader, {}, days(7))).toBe('confirmed');
  });

  test('only what still waits, in time, of somebody who is an administrator still, and signed in less than ten minutes ago', () => {
    expect(told(leader, { state: 'applied' })).toBe('changeDecided');
    expect(told(leader, { expiresAtMs: nowMs })).toBe('changeExpired');
    expect(told(leader, {}, { proposer: person('admin', 'administrator', 'city', { active: false }) })).toBe('changeProposerGone');
    expect(told(leader, {}, { proposer: person('admin', 'outletClerk', 'outlet') })).toBe('changeProposerGone');
    expect(told(leader, {}, { proposer: null })).toBe('changeProposerGone');
    expect(told(leader, {}, { signedInAtMs: nowMs - 10 * 60_000 })).toBe('signInAgain');
    expect(told(leader, {}, { signedInAtMs: nowMs - 10 * 60_000 + 1 })).toBe('confirmed');
  });
});
