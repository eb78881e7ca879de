import { type Fields, Moment } from '../support/rules-values.ts';
import { audienceOf, type UnitId } from './city.ts';

/** What functions store about the policy, about how units stand, and about how people want to be told. */

export function storedPolicyChange(pack: 'telecom' | 'post'): Fields {
  return {
    pack,
    version: `${pack}-2026.2`,
    basedOn: `${pack}-2026.1`,
    byUid: 'administrator',
    byName: '员工administrator',
    at: new Moment(0),
    reason: '按半年评审调整',
    changes: [{ key: 'tiers.vip.replyHours', before: 8, after: 6 }],
    applyToOpen: true,
    applying: 'running',
    afterId: '',
  };
}

export function storedChange(pack: 'telecom' | 'post', unitIds: readonly string[] = []): Fields {
  return {
    pack,
    unitIds: [...unitIds],
    kind: 'job',
    reason: '轮岗',
    byUid: 'administrator',
    byName: '员工administrator',
    proposedAtMs: 0,
    needs: 'second',
    state: 'awaitingConfirmation',
    verdict: null,
    expiresAt: new Moment(0),
    targetUid: 'unitHead',
    targetName: '员工unitHead',
    before: { active: true, role: 'unitHead', unitId: 't-branch' },
    after: { active: true, role: 'companyLeader', unitId: 't-city' },
  };
}

export function storedBoard(unitId: UnitId): Fields {
  return { pack: unitId.startsWith('t-') ? 'telecom' : 'post', unitId, audience: audienceOf(unitId), atMs: 0, counts: { overdue: 3 } };
}

export const storedPreferences: Fields = { push: true, kinds: { assigned: true } };

export const storedDevice: Fields = { uid: 'outletClerk', token: 'a-registration-token', language: 'zh-CN', at: new Moment(0) };
