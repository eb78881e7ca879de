import { getAuth } from 'firebase-admin/auth';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { productionHost } from '../production-host.ts';
import { releaseWork } from '../schedules/release-work.ts';

/** What follows a change of somebody's job outside the transaction: claims follow the document, old tokens end, and work is taken off their hands. May be repeated. */
export async function followJob(staff: Staff): Promise<void> {
  await getAuth().setCustomUserClaims(staff.uid, { role: staff.role, unitId: staff.unitId, pack: staff.pack });
  await getAuth().revokeRefreshTokens(staff.uid);
  const host = productionHost();
  try {
    // Not left to the staff trigger alone, whose event may be late. What fails here, the trigger tries again, and then the sweep.
    await releaseWork(host, staff.uid);
  } catch {
    host.log({ severity: 'WARNING', message: 'work not released', uid: staff.uid });
  }
}
