import type { Role } from '../organisation/staff.ts';

/** Who looks after the operator's messages: the centre's duty leader, and whoever stands above them there. */
export const centreRoles: readonly Role[] = ['hotlineDutyLeader', 'complaintSupervisor', 'centreDirector'];

export function mayPauseMessages(role: Role): boolean {
  return centreRoles.includes(role);
}
