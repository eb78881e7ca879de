import { shownPapers } from '@shouwen/domain/refund/cash-hand-over';
import { onCall } from 'firebase-functions/https';
import { writtenDeviceId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { closureLink, type EvidenceOutcome, fileEvidence, openEvidence } from '../closure/identity-evidence.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, refusalError } from './answer-call.ts';

const closureId = writtenDeviceId;
/** A photo of at most 700 KB, as it is sent. */
const photo = z.base64().max(960_000);
const filedSchema = z.strictObject({ closureId, paperKind: z.enum(shownPapers), paperNo: z.string().min(1).max(60), photo });
const namedSchema = z.strictObject({ closureId });

/** Files what shows who the customer of a closing was. */
export const fileClosureEvidence = onCall(callableOptions, async (request) => {
  const input = filedSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  const bytes = new Uint8Array(Buffer.from(input.data.photo, 'base64'));
  answer(await fileEvidence(host, caller, input.data.closureId, { ...input.data, photo: bytes }));
  return {};
});

/** Shows it to those whose word it is for; that they looked is on record. */
export const openClosureEvidence = onCall(callableOptions, async (request) => {
  const input = namedSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  const { paperKind, paperNo, photo: bytes } = answer(await openEvidence(host, caller, input.data.closureId));
  return { paperKind, paperNo, photo: Buffer.from(bytes).toString('base64') };
});

/** The link to the customer's page about a closing. */
export const showClosureLink = onCall(callableOptions, async (request) => {
  const input = namedSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  return answer(await closureLink(host, caller, input.data.closureId));
});

function answer<Done>(outcome: EvidenceOutcome<Done>): Done {
  if (outcome.ok) return outcome.done;
  throw typeof outcome.refusal === 'string' ? callError(outcome.refusal) : refusalError(outcome.refusal);
}
