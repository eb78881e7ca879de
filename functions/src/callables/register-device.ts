import { onCall } from 'firebase-functions/https';
import { pushLanguages } from '@shouwen/domain/notice/push-wording';
import { z } from 'zod';
import { productionHost } from '../production-host.ts';
import { dropDevice, keepDevice } from '../push/devices.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';
import { deviceToken } from '../push/device-token.ts';

const registerSchema = z.strictObject({ token: deviceToken, language: z.enum(pushLanguages) });
const removeSchema = z.strictObject({ token: deviceToken });

/** Lets the caller be told by push on this device, in this language; whoever registered it before them is not any more. */
export const registerDevice = onCall(callableOptions, async (request) => {
  const input = registerSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const { uid } = await readCaller(host.store, request.auth);
  if (host.push === null) throw callError('notSetUp');
  await keepDevice(host, uid, input.data);
  return {};
});

/** Forgets the caller's device, as when they sign out. Whoever is suspended may do it too: it only takes away. */
export const removeDevice = onCall(callableOptions, async (request) => {
  const input = removeSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  if (request.auth === undefined) throw callError('signInFirst');
  await dropDevice(productionHost(), request.auth.uid, input.data.token);
  return {};
});
