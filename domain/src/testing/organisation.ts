import calendarFile from '../../packs/calendar.json' with { type: 'json' };
import postFile from '../../packs/post.json' with { type: 'json' };
import telecomFile from '../../packs/telecom.json' with { type: 'json' };
import { calendarYearSchema } from '../calendar/working-days.ts';
import type { Role, Staff } from '../organisation/staff.ts';
import type { UnitRecord } from '../organisation/unit.ts';
import { buildUnits } from '../organisation/units.ts';
import { packSchema } from '../policy/pack.ts';
import type { Actor } from '../complaint/relation.ts';

export const telecom = packSchema.parse(telecomFile);
export const post = packSchema.parse(postFile);
export const calendar = calendarFile.map((year) => calendarYearSchema.parse(year));

/** Milliseconds of a wall-clock time in the operator's zone, `2026-11-20 09:00`. */
export function at(shanghaiTime: string): number {
  return Date.parse(`${shanghaiTime.replace(' ', 'T')}${shanghaiTime.length === 16 ? ':00' : ''}+08:00`);
}

export function unitRecord(id: string, kind: UnitRecord['kind'], parentId: string | null, more: Partial<UnitRecord> = {}): UnitRecord {
  return {
    id,
    kind,
    parentId,
    pack: 'telecom',
    name: { zh: `${id}单位`, en: `Unit ${id}` },
    homeRegions: [],
    headUid: null,
    handlers: [],
    oversight: false,
    ...more,
  };
}

/** A small operator: an outlet below its branch, the desks of the city beside it, another branch that has nothing to do with any of it. */
export const units = buildUnits([
  unitRecord('city', 'cityCompany', null, { headUid: 'leader' }),
  unitRecord('service', 'customerService', 'city', { oversight: true }),
  unitRecord('centre', 'complaintCentre', 'service', { oversight: true }),
  unitRecord('network', 'network', 'city'),
  unitRecord('billing', 'billing', 'city', { headUid: 'billing-head' }),
  unitRecord('branch', 'branch', 'city', { homeRegions: ['320812'], headUid: 'head' }),
  unitRecord('outlet', 'outlet', 'branch'),
  unitRecord('elsewhere', 'branch', 'city', { homeRegions: ['320826'] }),
]);

export function unitOf(id: string) {
  const unit = units.get(id);
  if (!unit) throw new Error(`the small operator has no unit ${id}`);
  return unit;
}

export function person(uid: string, role: Role, unitId: string, more: Partial<Staff> = {}): Staff {
  const audience = unitOf(unitId).audience;
  return {
    uid,
    role,
    unitId,
    audience,
    pack: 'telecom',
    staffNumber: uid,
    name: `员工${uid}`,
    nameEn: uid,
    email: `${uid}@example.com`,
    active: true,
    onDuty: true,
    away: null,
    nextDutyAtMs: null,
    standsUntilMs: null,
    releaseDue: false,
    deputy: null,
    ...more,
  };
}

/** One person for each way of standing to the complaints of `complaints.ts`, named after it. */
export const staff = {
  owner: person('owner', 'outletClerk', 'outlet'),
  manager: person('manager', 'outletManager', 'outlet'),
  handler: person('handler', 'departmentHandler', 'branch'),
  poolMember: person('pool-member', 'departmentHandler', 'branch'),
  head: person('head', 'unitHead', 'branch'),
  receiver: person('receiver', 'departmentHandler', 'billing'),
  billingColleague: person('billing-colleague', 'departmentHandler', 'billing'),
  bystander: person('bystander', 'qualityInspector', 'centre'),
  stranger: person('stranger', 'outletClerk', 'elsewhere'),
  auditor: person('auditor', 'auditor', 'billing'),
  offDuty: person('off-duty', 'departmentHandler', 'billing', { onDuty: false }),
  suspended: person('suspended', 'departmentHandler', 'branch', { active: false }),
} as const;

export function actorOf({ uid, name, role, unitId, active, away }: Staff): Actor {
  return { kind: 'staff', staff: { uid, name, role, unitId, active, away } };
}

export const customer: Actor = { kind: 'customer' };
export const systemActor: Actor = { kind: 'system' };
