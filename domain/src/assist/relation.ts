import type { Complaint } from '../complaint/complaint.ts';
import { canHandle, directsHandling, relationsTo } from '../complaint/relation.ts';
import type { Role, Staff } from '../organisation/staff.ts';
import type { Assist } from './assist.ts';
import type { AssistRelation } from './transitions.ts';

export type AssistPerson = Pick<Staff, 'uid' | 'name' | 'role' | 'unitId' | 'active' | 'away'>;
export type AssistActor = { kind: 'staff'; staff: AssistPerson } | { kind: 'customer' } | { kind: 'system' };

/** Jobs of customer service that decide who answers where two units have refused (AST-3). */
export const arbiterRoles: readonly Role[] = ['complaintSupervisor', 'centreDirector'];

/**
 * All the ways in which an actor stands to an assist. The asking side is who stands so to the complaint now: its handler, its owner and the heads of the handling.
 *
 * @param complaint null where it is not to be had, as on the phone of whoever assists: then those count who asked when it was last looked at.
 */
export function relationsToAssist(assist: Assist, actor: AssistActor, complaint: Complaint | null): AssistRelation[] {
  if (actor.kind !== 'staff') return actor.kind === 'system' ? ['system'] : [];
  const { uid, role, unitId } = actor.staff;
  const relations: AssistRelation[] = [];
  if (complaint ? mayAsk(complaint, actor.staff) : assist.askerUids.includes(uid)) relations.push('asker');
  if (assist.toUnitId === unitId && canHandle(role)) relations.push('member');
  if (directsHandling(role) && assist.assistingPath.includes(unitId)) relations.push('assistingHead');
  if (arbiterRoles.includes(role) && assist.audience.includes(unitId)) relations.push('arbiter');
  return relations;
}

/** Whether somebody may ask others to assist with a complaint (AST-1): whoever has it, whoever owns it, and those who direct its handling. */
export function mayAsk(complaint: Complaint, staff: AssistPerson): boolean {
  const relations = relationsTo(complaint, { kind: 'staff', staff });
  return relations.some((relation) => relation === 'handler' || relation === 'owner' || relation === 'handlingHead');
}
