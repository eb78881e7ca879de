import type { Role } from './staff.ts';

/** Jobs at the hotline's desk: those who speak to customers there, and who leads the shift. */
const hotlineRoles: readonly Role[] = ['hotlineAgent', 'hotlineDutyLeader'];

export function isHotline(role: Role): boolean {
  return hotlineRoles.includes(role);
}
