import { HttpsError, onCall } from 'firebase-functions/https';
import { customerRecordingSchema } from '@shouwen/domain/complaint/intake/customer-recording';
import { photoBytesMost } from '@shouwen/domain/attachment/photo-check';
import { statusIdOf } from '@shouwen/domain/customer/contact-key';
import { z } from 'zod';
import { callerOf } from '../../caller-address.ts';
import { addCustomerPhoto } from '../../intake/add-customer-photo.ts';
import { takeRecordingOfCustomer } from '../../intake/take-recording-of-customer.ts';
import { giveChallenge, leastBits } from '../../customer/look-up-tries.ts';
import { takeTry } from '../../customer/throttle.ts';
import { productionEnvironment, productionHost } from '../../production-host.ts';
import { callableOptions, callError } from '../answer-call.ts';

const proofSchema = z.strictObject({
  challenge: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  nonce: z
    .int()
    .min(0)
    .max(2 ** 40),
});
const inputSchema = z.strictObject({ recording: customerRecordingSchema, proof: proofSchema.nullable() });

/** A customer's complaint from the public page, without an account (REC-5). `proofNeeded` asks for work; the answer says nothing of what there is about that number. */
export const recordByCustomer = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const caller = callerOf(request.rawRequest, productionEnvironment().waysIn);
  if (caller === null) throw callError('notAllowed');
  const host = productionHost();
  const recorded = await takeRecordingOfCustomer(host, input.data.recording, caller, input.data.proof);
  if (recorded.outcome === 'recorded') return { number: recorded.number, promisedAtMs: recorded.promisedAtMs };
  if (recorded.outcome === 'prove')
    throw new HttpsError('resource-exhausted', 'proofNeeded', { challenge: await giveChallenge(host, leastBits), bits: leastBits });
  if (recorded.outcome === 'incomplete') throw new HttpsError('invalid-argument', 'incomplete', { missing: recorded.missing });
  throw callError(recorded.outcome === 'tooMany' ? 'tooManyTries' : 'invalid');
});

const pixels = z.int().min(1).max(20_000);
const photoSchema = z.strictObject({
  token: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  contentType: z.enum(['image/jpeg', 'image/webp']),
  base64: z.base64().max(Math.ceil(photoBytesMost / 3) * 4),
  width: pixels,
  height: pixels,
});

/** Enough for the photos that there may be, and for trying again. */
const allowance = { mostTries: 30, windowMs: 60 * 60_000 };

/** A photo that whoever has the link adds to their complaint. The page may not be there yet: then it is tried again. */
export const addPhotoAsCustomer = onCall(callableOptions, async (request) => {
  const input = photoSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  if (callerOf(request.rawRequest, productionEnvironment().waysIn) === null) throw callError('notAllowed');
  const { token, base64, ...about } = input.data;
  const host = productionHost();
  const statusId = statusIdOf(token);
  if (!(await takeTry(host, [`photo|${statusId}`], allowance))) throw callError('tooManyTries');
  const added = await addCustomerPhoto(host, statusId, { ...about, bytes: Buffer.from(base64, 'base64') });
  if (added.outcome === 'noPage') throw callError('notAllowed');
  if (added.outcome === 'full') throw new HttpsError('invalid-argument', 'photosFull');
  if (added.outcome === 'refused') throw new HttpsError('invalid-argument', 'photoRefused', { fault: added.fault });
  return {};
});
