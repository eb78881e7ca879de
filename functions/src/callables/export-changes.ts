import { onCall } from 'firebase-functions/https';
import { changeFilterSchema } from '@shouwen/domain/change/change-filter';
import type { Role } from '@shouwen/domain/organisation/staff';
import { z } from 'zod';
import { exportRecord } from '../change/export-record.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, refusalError } from './answer-call.ts';

const roles: readonly Role[] = ['auditor', 'companyLeader', 'centreDirector'];

const inputSchema = z.strictObject({ filter: changeFilterSchema, reason: z.string().trim().min(1).max(500) });

/** The record of changes as a file, for those who audit or answer for all of it. */
export const exportChanges = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  if (!roles.includes(caller.role)) throw callError('notAllowed');
  const exported = await exportRecord(host, caller, input.data);
  if (!exported.ok) throw refusalError(exported.refusal);
  return { csv: exported.csv };
});
