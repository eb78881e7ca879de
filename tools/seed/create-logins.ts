import { type Role, roles } from '@shouwen/domain/organisation/staff';
import { registeredPacks } from '@shouwen/domain/policy/pack-register';
import type { Auth } from 'firebase-admin/auth';
import type { StaffRecord } from './city-files.ts';

/** One password for everybody in the demonstration city, which no deployed project ever has. */
export const demoPassword = 'shouwen-demo-1';

/** Creates a login for each member of staff, with the claims that the rules and the app start from. */
export async function createLogins(auth: Auth, staff: readonly StaffRecord[]): Promise<void> {
  await Promise.all(staff.map((person) => createLogin(auth, person)));
}

async function createLogin(auth: Auth, { uid, email, name, active, role, unitId, pack }: StaffRecord): Promise<void> {
  await auth.createUser({ uid, email, password: demoPassword, displayName: name, emailVerified: true, disabled: !active });
  await auth.setCustomUserClaims(uid, { role, unitId, pack });
}

/** One person for each job, of the telecom operator where it has the job, for whoever wants to look around. */
export function onePersonPerJob(staff: readonly StaffRecord[]): StaffRecord[] {
  const inOrder = registeredPacks.flatMap((pack) => staff.filter((person) => person.pack === pack && person.active));
  const personWith = (role: Role): StaffRecord | undefined => inOrder.find((person) => person.role === role);
  return roles.map(personWith).filter((person) => person !== undefined);
}
