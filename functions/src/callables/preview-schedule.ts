import { onCall } from 'firebase-functions/https';
import type { Role } from '@shouwen/domain/organisation/staff';
import { writtenMoment } from '@shouwen/domain/kernel/written-moment';
import { z } from 'zod';
import { productionHost } from '../production-host.ts';
import { previewDue } from '../schedules/preview-due.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';

const roles: readonly Role[] = [
  'outletClerk',
  'outletManager',
  'refundClerk',
  'centreDirector',
  'unitHead',
  'departmentHead',
  'companyLeader',
  'auditor',
  'administrator',
];
const inputSchema = z.strictObject({ untilMs: writtenMoment });

/** The schedule's dry run: what it would do if it were that moment, and the named reason for what it would not. Changes nothing. */
export const previewSchedule = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  if (!roles.includes(caller.role)) throw callError('notAllowed');
  return { items: await previewDue(host, caller, input.data.untilMs) };
});
