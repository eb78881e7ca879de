import { onCall } from 'firebase-functions/https';
import { writtenUid } from '@shouwen/domain/kernel/written-id';
import { presenceCommandSchema } from '@shouwen/domain/organisation/presence';
import { z } from 'zod';
import { previewRelease } from '../complaint/preview-release.ts';
import { presenceWith, setPresence, type PresenceOutcome } from '../change/set-presence.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, refusalError } from './answer-call.ts';

const inputSchema = z.union([
  z.strictObject({ uid: writtenUid, presence: presenceCommandSchema, isPreview: z.boolean().default(false) }),
  /** As phones ask that have not been updated. */
  z.strictObject({ uid: writtenUid, onDuty: z.boolean() }).transform((input) => ({
    uid: input.uid,
    presence: input.onDuty ? ({ kind: 'onDuty' } as const) : ({ kind: 'offShift', nextDutyAtMs: null } as const),
    isPreview: false,
  })),
]);

/**
 * Goes on or off shift or away, or lets a superior say so of somebody below them (ORG-4, ADM-4), on record. A preview says what would become of what they hold,
 * and changes nothing (ADM-3).
 */
export const setAvailability = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const say = input.data.isPreview ? presenceWith : setPresence;
  const outcome = await say(host, (reader) => readCaller(reader, request.auth), input.data.uid, input.data.presence);
  if (!outcome.ok) throw errorOf(outcome);
  return input.data.isPreview ? previewRelease(host, outcome.staff) : {};
});

function errorOf({ refusal }: Extract<PresenceOutcome, { ok: false }>): Error {
  return typeof refusal === 'string' ? callError(refusal) : refusalError(refusal);
}
