import { onCall } from 'firebase-functions/https';
import { startOfDayMs } from '@shouwen/domain/calendar/day';
import { isMoment } from '@shouwen/domain/kernel/moment';
import { writtenUid } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { saveDeputy } from '../change/save-deputy.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, refusalError } from './answer-call.ts';

const day = z.iso.date().refine((typed) => isMoment(startOfDayMs(typed)));
const uid = writtenUid;

const inputSchema = z.strictObject({ deputyUid: uid.nullable(), forUid: uid.optional(), fromDay: day, untilDay: day });

/** Names who decides in the caller's name in these days (REF-6), or in that of somebody below them who is away; or nobody any more. */
export const nameDeputy = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const forUid = input.data.forUid ?? request.auth?.uid ?? '';
  const refusal = await saveDeputy(productionHost(), (reader) => readCaller(reader, request.auth), { ...input.data, forUid });
  if (refusal) throw refusalError(refusal);
  return {};
});
