import { numberOf } from '@shouwen/domain/kernel/number';
import { type Role, roles, type Staff } from '@shouwen/domain/organisation/staff';
import type { UnitRecord } from '@shouwen/domain/organisation/unit';
import { buildUnits } from '@shouwen/domain/organisation/units';
import type { PackId } from '@shouwen/domain/kernel/brand';
import type { Asker } from '../support/rules-questions.ts';
import type { Fields } from '../support/rules-values.ts';

/** A city as small as the rules allow: one branch with an outlet, another branch, the offices above them, and another operator. */
const records: UnitRecord[] = [
  unit('t-city', 'telecom', null),
  { ...unit('t-service', 'telecom', 't-city'), oversight: true },
  unit('t-branch', 'telecom', 't-city'),
  unit('t-outlet', 'telecom', 't-branch'),
  unit('t-other', 'telecom', 't-city'),
  unit('p-city', 'post', null),
  unit('p-branch', 'post', 'p-city'),
];
export type UnitId = 't-city' | 't-service' | 't-branch' | 't-outlet' | 't-other' | 'p-city' | 'p-branch';
const units = buildUnits(records);

function unit(id: UnitId, pack: PackId, parentId: UnitId | null): UnitRecord {
  return { id, pack, kind: 'branch', name: { zh: id, en: id }, parentId, homeRegions: [], headUid: null, handlers: [], oversight: false };
}

export function audienceOf(unitId: UnitId): string[] {
  return units.get(unitId)?.audience ?? [];
}

export function unitsAbove(unitId: UnitId): string[] {
  return units.get(unitId)?.path ?? [];
}

const atWork = { onDuty: true, away: null, nextDutyAtMs: null, standsUntilMs: null, releaseDue: false };

/** Everybody whom the policy tells apart: all roles, each in the branch, and four who are not active staff of that operator. */
export const outsiders = ['anonymous', 'stranger', 'suspended', 'otherOperator'] as const;
export type Who = Role | (typeof outsiders)[number];
export const everybody: readonly Who[] = [...roles, ...outsiders];

/** The one who asks; `stranger` is signed in and no staff at all. */
export function askerOf(who: Who): Asker {
  return who === 'anonymous' ? 'anonymous' : { uid: who };
}

export const colleague = person('colleague', 'outletClerk', 't-branch');
export const outletClerk = person('clerk-of-outlet', 'outletClerk', 't-outlet');
export const otherHandler = person('handler-of-other', 'departmentHandler', 't-other');
export const overseer = person('overseer', 'complaintSupervisor', 't-service');
export const leader = person('leader', 'companyLeader', 't-city');
export const recorder = person('recorder', 'outletClerk', 't-branch');
export const postClerk = person('otherOperator', 'outletClerk', 'p-branch');

function person(uid: string, role: Role, unitId: UnitId): Staff {
  const pack = unitId.startsWith('t-') ? 'telecom' : 'post';
  const names = { name: `员工${uid}`.slice(0, 20), nameEn: uid, email: `${uid}@demo.shouwen.example`, staffNumber: uid };
  return { uid, pack, ...names, role, unitId, audience: audienceOf(unitId), active: true, ...atWork, deputy: null };
}

const staff: Staff[] = [
  ...roles.map((role) => person(role, role, 't-branch')),
  { ...person('suspended', 'unitHead', 't-branch'), active: false },
  colleague,
  outletClerk,
  otherHandler,
  overseer,
  leader,
  recorder,
  postClerk,
];

/** The staff document of someone of the city, for what a recorder has to copy from it. */
export function staffOf(uid: string): Staff {
  return staff.find((candidate) => candidate.uid === uid) ?? colleague;
}

/** What functions have stored before anybody asks for anything. */
export const organisation: Record<string, Fields> = {
  'policies/current': { telecom: 'telecom-2026.1', post: 'post-2026.1', sessionMs: { telecom: 7 * 24 * 3_600_000, post: 8 * 3_600_000 } },
  ...Object.fromEntries(staff.map((member) => [`staff/${member.uid}`, { ...member }])),
  ...Object.fromEntries([...units.values()].map((built) => [`units/${built.id}`, { ...built }])),
};

/** How a complaint stands to the branch in which all roles work. */
export const standings = ['own', 'subUnit', 'otherRegion', 'above', 'concerned'] as const;
export type Standing = (typeof standings)[number];

const receivers: Record<Standing, UnitId> = { own: 't-branch', subUnit: 't-outlet', otherRegion: 't-other', above: 't-city', concerned: 't-other' };

export function receivingUnitOf(standing: Standing): UnitId {
  return receivers[standing];
}

export function complaintIdOf(standing: Standing): string {
  return `complaint-that-is-${standing}`;
}

/**
 * Who sees something that stands to the branch in that way. `concerned` is another branch's and names everybody as if each had to do with it, but
 * for the other operator's people, whom functions never name.
 */
export function visibilityOf(standing: Standing): { people: string[]; audience: string[] } {
  const people = standing === 'concerned' ? everybody.filter((who) => who !== 'anonymous' && who !== 'otherOperator') : ['somebody-else'];
  return { people, audience: audienceOf(receivers[standing]) };
}

/** Complaints as they stand after intake. */
export const storedComplaints: Record<string, Fields> = Object.fromEntries(
  standings.map((standing) => {
    const id = complaintIdOf(standing);
    const fields = {
      number: numberOf(id),
      state: 'accepted',
      open: true,
      seq: 3,
      handlerUid: null,
      ownerUid: 'somebody-else',
      ...visibilityOf(standing),
    };
    return [`complaints/${id}`, fields];
  }),
);
