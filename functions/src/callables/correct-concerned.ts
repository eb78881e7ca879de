import { onCall } from 'firebase-functions/https';
import { concernedNumber } from '@shouwen/domain/customer/concerned-number';
import { writtenDeviceId } from '@shouwen/domain/kernel/written-id';
import { writtenMoment } from '@shouwen/domain/kernel/written-moment';
import { z } from 'zod';
import { applyCorrection } from '../complaint/apply-correction.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, readyKeys, refusalError } from './answer-call.ts';

const inputSchema = z.strictObject({
  complaintId: writtenDeviceId,
  entryId: writtenDeviceId,
  /** The number or account that it is about, as it was typed; null where that is the number to call. */
  concerned: z.string().max(60).nullable(),
  ownedUntilMs: writtenMoment.nullable(),
  reason: z.string().trim().min(1).max(500),
});

/** Corrects the number concerned (REC-2). It is no entry that a phone writes, because entries are read by everybody whom the complaint concerns (RET-2). */
export const correctConcerned = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  const host = productionHost();
  if (!input.success || (input.data.ownedUntilMs ?? 0) > host.nowMs()) throw callError('invalid');
  const { complaintId, entryId, reason } = input.data;
  const concerned = input.data.concerned === null ? '' : concernedNumber(input.data.concerned);
  if (concerned === null) throw callError('invalid');
  const correction = { complaintId, entryId, reason, concerned, ownedUntilMs: concerned === '' ? null : input.data.ownedUntilMs };
  const applied = await host.store.transaction(async (reader) => {
    const staff = await readCaller(reader, request.auth);
    return applyCorrection({ host, reader, keys: await readyKeys(host, staff.pack), staff }, correction);
  });
  if (applied.outcome === 'applied') return {};
  // One that does not exist and one that is not theirs are told alike.
  if (applied.outcome === 'unknown' || applied.reason.code === 'notYours') throw callError('notAllowed');
  throw refusalError(applied.reason);
});
