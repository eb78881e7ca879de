import type { Uid } from '@shouwen/domain/kernel/brand';
import { getAuth } from 'firebase-admin/auth';
import { onCall } from 'firebase-functions/https';
import { roles, type Staff } from '@shouwen/domain/organisation/staff';
import { z } from 'zod';
import { readStaff } from '../organisation/read-staff.ts';
import { releaseWork } from '../schedules/release-work.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const inputSchema = z.strictObject({
  uid: z.string().regex(/^[A-Za-z0-9-]{3,40}$/),
  active: z.boolean().optional(),
  role: z.enum(roles).optional(),
  unitId: z.string().optional(),
});

/** Suspends, reinstates, moves or gives a new job to a member of staff; nobody changes themselves. Claims follow the document, and old tokens end. */
export const administerStaff = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const staff = await change(request.auth?.uid, input.data);
  await getAuth().setCustomUserClaims(staff.uid, { role: staff.role, unitId: staff.unitId, pack: staff.pack });
  await getAuth().revokeRefreshTokens(staff.uid);
  await releaseNow(staff.uid);
  return {};
});

/** Not left to the staff trigger alone: the sweep finds people who left, but cannot tell who moved. What fails here, the trigger tries again. */
async function releaseNow(uid: Uid): Promise<void> {
  const host = productionHost();
  try {
    await releaseWork(host, uid);
  } catch {
    host.log({ severity: 'WARNING', message: 'work not released', uid });
  }
}

function change(callerUid: Uid | undefined, input: z.infer<typeof inputSchema>): Promise<Staff> {
  const { store, reference, nowMs, timestamp } = productionHost();
  return store.transaction(async (transaction) => {
    const [caller, staff, units] = await Promise.all([readCaller(transaction, callerUid), readStaff(transaction, input.uid), reference.units()]);
    if (caller.role !== 'administrator' || caller.uid === input.uid) throw callError('notAllowed');
    const unit = units.get(input.unitId ?? staff?.unitId ?? '');
    if (!staff || !unit || staff.pack !== caller.pack || unit.pack !== caller.pack) throw callError('unknownStaff');
    const changed: Staff = { ...staff, active: input.active ?? staff.active, role: input.role ?? staff.role, unitId: unit.id, audience: unit.audience };
    transaction.set(`staff/${staff.uid}`, { ...changed });
    transaction.create(`staff/${staff.uid}/changes/${nowMs()}`, { byUid: caller.uid, at: timestamp(nowMs()), ...input });
    return changed;
  });
}
