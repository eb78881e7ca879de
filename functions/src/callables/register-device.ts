import { onCall } from 'firebase-functions/https';
import { pushLanguages } from '@shouwen/domain/notice/push-wording';
import { z } from 'zod';
import { productionHost } from '../production-host.ts';
import { keepDevice as register } from '../push/devices.ts';
import { callableOptions, callError, readCaller } from './answer-call.ts';
import { deviceToken } from '../push/device-token.ts';

const inputSchema = z.strictObject({ token: deviceToken, language: z.enum(pushLanguages) });

/** Lets the caller be told by push on this device, in this language; whoever registered it before them is not any more. */
export const registerDevice = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const { uid } = await readCaller(host.store, request.auth);
  if (host.push === null) throw callError('notSetUp');
  await register(host, uid, input.data);
  return {};
});
