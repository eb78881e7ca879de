import type { Uid, UnitId } from '../kernel/brand.ts';
import type { Role, Staff } from '../organisation/staff.ts';
import type { Complaint } from './complaint.ts';
import type { Relation } from './transitions.ts';

/** Who acts: a member of staff as their staff document says now, a customer by their link, or the product itself. */
export type Actor = { kind: 'staff'; staff: Pick<Staff, 'uid' | 'name' | 'role' | 'unitId' | 'active' | 'away'> } | { kind: 'customer' } | { kind: 'system' };

const headRoles: readonly Role[] = [
  'outletManager',
  'hotlineDutyLeader',
  'complaintSupervisor',
  'centreDirector',
  'departmentHead',
  'unitHead',
  'companyLeader',
];
const rolesWithoutHandling: readonly Role[] = ['qualityInspector', 'knowledgeEditor', 'auditor', 'administrator', 'refundClerk'];

/** May direct who handles what, within the units that they head or oversee. */
export function directsHandling(role: Role): boolean {
  return headRoles.includes(role);
}

/** May take a complaint from a unit's pool or by hand-over. */
export function canHandle(role: Role): boolean {
  return !rolesWithoutHandling.includes(role);
}

/** May open a customer's unmasked contact: those who talk to customers or answer for those who do (RET-2). */
export function mayOpenContact(role: Role): boolean {
  return canHandle(role);
}

/** All the ways in which an actor stands to a complaint; empty means that it is none of their business. */
export function relationsTo(complaint: Complaint, actor: Actor): Relation[] {
  if (actor.kind !== 'staff') return [actor.kind];
  const { uid, role, unitId } = actor.staff;
  const relations: Relation[] = [];
  if (complaint.handlerUid === uid) relations.push('handler');
  if (complaint.handlerUid === null && complaint.handlingUnitId === unitId && canHandle(role)) relations.push('poolMember');
  if (complaint.ownerUid === uid) relations.push('owner');
  if (directsHandling(role) && complaint.handlingAudience.includes(unitId)) relations.push('handlingHead');
  if (complaint.handOver && canHandle(role) && isReceiver(complaint.handOver, uid, unitId)) relations.push('receiver');
  if (directsHandling(role) && complaint.ledToManager?.uids.includes(uid)) relations.push('presentManager');
  if (complaint.people.includes(uid) || complaint.audience.includes(unitId)) relations.push('audience');
  return relations;
}

function isReceiver(handOver: NonNullable<Complaint['handOver']>, uid: Uid, unitId: UnitId): boolean {
  return handOver.toUid === null ? handOver.toUnitId === unitId : handOver.toUid === uid;
}
