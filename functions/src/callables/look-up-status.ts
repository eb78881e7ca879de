import { setTimeout as sleep } from 'node:timers/promises';
import { type CallableRequest, HttpsError, onCall } from 'firebase-functions/https';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { foldedText } from '@shouwen/domain/kernel/folded-text';
import { parseNumber } from '@shouwen/domain/kernel/number';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { z } from 'zod';
import { callerOf } from '../caller-address.ts';
import { readKeys } from '../customer/complaint-key.ts';
import { countWrongLookUp, giveChallenge, giveLookUpBack, takeLookUpTry } from '../customer/look-up-tries.ts';
import { giveTicket } from '../customer/ticket.ts';
import type { Host } from '../host.ts';
import { productionEnvironment, productionHost } from '../production-host.ts';
import { callableOptions, callError } from './answer-call.ts';

const proofSchema = z.strictObject({
  challenge: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  nonce: z
    .int()
    .min(0)
    .max(2 ** 40),
});
const inputSchema = z.strictObject({ number: z.string().max(200), phone: z.string().max(60), proof: proofSchema.optional() });

/** The page, what to speak by from it, and whether that is enough to rate and disagree; nulls where number and phone do not fit. */
interface Answer {
  statusId: string | null;
  ticket: string | null;
  ticketSpeaks: boolean | null;
}

/** Every answer comes at a multiple of this, whatever it says, so that time tells nothing. */
const answerEveryMs = 400;

/**
 * Finds a customer's status page by complaint number and phone: the same answer in the same time whether the number does not exist or the phone is another's. After
 * many wrong ones it asks for a proof of work, `proofNeeded` with its challenge.
 */
export const lookUpStatus = onCall(callableOptions, async (request) => {
  const startedAtMs = performance.now();
  try {
    return await answer(request);
  } finally {
    await sleep(answerEveryMs - ((performance.now() - startedAtMs) % answerEveryMs));
  }
});

async function answer({ data, rawRequest }: Pick<CallableRequest<unknown>, 'data' | 'rawRequest'>): Promise<Answer> {
  const input = inputSchema.safeParse(data);
  if (!input.success) throw callError('invalid');
  const caller = callerOf(rawRequest, productionEnvironment().waysIn);
  if (caller === null) throw callError('notAllowed');
  const host = productionHost();
  const number = parseNumber(input.data.number);
  const lookUp = { ...caller, number: number ?? `none|${foldedText(input.data.number).toUpperCase()}` };
  const taken = await takeLookUpTry(host, lookUp, input.data.proof ?? null);
  if (taken.kind === 'tooMany') throw callError('tooManyTries');
  if (taken.kind === 'prove') throw new HttpsError('resource-exhausted', 'proofNeeded', { challenge: await giveChallenge(host, taken.bits), bits: taken.bits });
  const found = number === null ? null : await findComplaint(host, number, input.data.phone);
  if (found === null) {
    await countWrongLookUp(host, lookUp);
    return { statusId: null, ticket: null, ticketSpeaks: null };
  }
  await giveLookUpBack(host, lookUp);
  const { limits } = await host.reference.packInForce(found.pack, host.store);
  return { statusId: found.statusId, ticket: await giveTicket(host, found.statusId), ticketSpeaks: limits.ticketsSpeak };
}

async function findComplaint(host: Host, number: string, phone: string): Promise<Pick<Complaint, 'pack' | 'statusId'> | null> {
  const [found] = await host.store.query({ collection: 'complaints', where: [['number', '==', number]], limit: 1 });
  if (!found) return null;
  const complaint = complaintFromStored(found.id, found.data);
  // What it is about is no proof of who complained: that number may be somebody else's (CLO-6).
  const [keys, { contactKey }] = await Promise.all([host.keys.of(complaint.pack), readKeys(host.store, found.id)]);
  const fits = keys !== null && contactKey !== null && [keys.ofPhone(phone), ...keys.formerlyOfPhone(phone)].includes(contactKey);
  return fits ? complaint : null;
}
