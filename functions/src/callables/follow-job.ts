import { getAuth } from 'firebase-admin/auth';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { readStaff } from '../organisation/read-staff.ts';
import { productionHost } from '../production-host.ts';
import { releaseWork } from '../schedules/release-work.ts';

/**
 * What follows a change of somebody's job outside the transaction: claims follow the document as it stands by now, the account of whoever is suspended is
 * disabled, old tokens end, and work is taken off their hands. May be repeated.
 */
export async function followJob({ uid }: Staff): Promise<void> {
  const host = productionHost();
  const staff = await readStaff(host.store, uid);
  if (staff === null) return;
  const { role, unitId, pack, active } = staff;
  await getAuth().setCustomUserClaims(uid, { role, unitId, pack });
  await getAuth().updateUser(uid, { disabled: !active });
  await getAuth().revokeRefreshTokens(uid);
  try {
    // Not left to the staff trigger alone, whose event may be late. What fails here, the trigger tries again, and then the sweep.
    await releaseWork(host, uid);
  } catch {
    host.log({ severity: 'WARNING', message: 'work not released', uid });
  }
}
