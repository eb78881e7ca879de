import { onCall } from 'firebase-functions/https';
import { z } from 'zod';
import { productionHost } from '../production-host.ts';
import { dropDevice as remove } from '../push/devices.ts';
import { callableOptions, callError } from './answer-call.ts';
import { deviceToken } from '../push/device-token.ts';

const inputSchema = z.strictObject({ token: deviceToken });

/** Forgets the caller's device, as when they sign out. Whoever is suspended may do it too: it only takes away. */
export const removeDevice = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  if (request.auth === undefined) throw callError('signInFirst');
  await remove(productionHost(), request.auth.uid, input.data.token);
  return {};
});
