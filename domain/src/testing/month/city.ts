import type { Role, Staff } from '../../organisation/staff.ts';
import type { UnitRecord } from '../../organisation/unit.ts';
import { buildUnits } from '../../organisation/units.ts';
import { unitRecord } from '../organisation.ts';

const branches = ['east', 'west', 'north'] as const;
export const homeRegions = ['320812', '320826', '320830'] as const;

/** Everybody who works in the city, by job and unit: sixty people. */
const posts: readonly [count: number, role: Role, unitId: string][] = [
  [2, 'companyLeader', 'city'],
  [1, 'unitHead', 'service'],
  [1, 'departmentHandler', 'service'],
  [1, 'centreDirector', 'centre'],
  [2, 'hotlineDutyLeader', 'centre'],
  [1, 'complaintSupervisor', 'centre'],
  [12, 'hotlineAgent', 'centre'],
  [1, 'departmentHead', 'network'],
  [6, 'networkEngineer', 'network'],
  [1, 'departmentHead', 'billing'],
  [3, 'departmentHandler', 'billing'],
  ...branches.flatMap((branch): typeof posts => [
    [1, 'unitHead', branch],
    [3, 'departmentHandler', branch],
    [1, 'outletManager', `${branch}-outlet`],
    [4, 'outletClerk', `${branch}-outlet`],
  ]),
  [1, 'qualityInspector', 'service'],
  [1, 'administrator', 'city'],
];

/** Units whose people work in shifts: they go off duty when theirs ends. */
export const shiftUnits: readonly string[] = ['centre', 'network'];

function uidsOf(role: Role, unitId: string): string[] {
  const count = posts.find((post) => post[1] === role && post[2] === unitId)?.[0] ?? 0;
  return Array.from({ length: count }, (_, index) => `${unitId}-${role}-${index + 1}`);
}

function designated(role: Role, unitId: string): UnitRecord['handlers'] {
  return uidsOf(role, unitId).map((uid) => ({ uid, categories: [] }));
}

function headOf(role: Role, unitId: string): { headUid: string | null } {
  return { headUid: uidsOf(role, unitId)[0] ?? null };
}

/** At the network, two pre-handle and the others go out (NET-1). */
const networkHandlers = designated('networkEngineer', 'network').map((handler, index) => (index < 2 ? { ...handler, desk: true as const } : handler));

export const cityUnits = buildUnits([
  unitRecord('city', 'cityCompany', null, headOf('companyLeader', 'city')),
  unitRecord('service', 'customerService', 'city', { ...headOf('unitHead', 'service'), oversight: true, handlers: designated('departmentHandler', 'service') }),
  unitRecord('centre', 'complaintCentre', 'service', {
    ...headOf('centreDirector', 'centre'),
    oversight: true,
    handlers: designated('complaintSupervisor', 'centre'),
  }),
  unitRecord('network', 'network', 'city', { ...headOf('departmentHead', 'network'), handlers: networkHandlers }),
  unitRecord('billing', 'billing', 'city', { ...headOf('departmentHead', 'billing'), handlers: designated('departmentHandler', 'billing') }),
  ...branches.flatMap((branch, index) => [
    unitRecord(branch, 'branch', 'city', {
      ...headOf('unitHead', branch),
      homeRegions: homeRegions.slice(index, index + 1),
      handlers: designated('departmentHandler', branch),
    }),
    unitRecord(`${branch}-outlet`, 'outlet', branch, headOf('outletManager', `${branch}-outlet`)),
  ]),
]);

/** The staff as the month begins, everybody there. */
export function newStaff(): Staff[] {
  return posts.flatMap(([, role, unitId]) => uidsOf(role, unitId).map((uid) => staffMember(uid, role, unitId)));
}

function staffMember(uid: string, role: Role, unitId: string): Staff {
  return {
    uid,
    role,
    unitId,
    audience: cityUnits.get(unitId)?.audience ?? [],
    pack: 'telecom',
    staffNumber: uid,
    name: uid,
    nameEn: uid,
    email: `${uid}@example.com`,
    active: true,
    onDuty: true,
    away: null,
    nextDutyAtMs: null,
    standsUntilMs: null,
    releaseDue: false,
    deputy: null,
  };
}
