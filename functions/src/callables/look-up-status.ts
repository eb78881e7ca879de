import { onCall } from 'firebase-functions/https';
import { parseNumber } from '@shouwen/domain/kernel/number';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { z } from 'zod';
import { giveTicket } from '../customer/ticket.ts';
import { readKey } from '../customer/complaint-key.ts';
import type { Host } from '../host.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError } from './answer-call.ts';
import { takeTry } from './throttle.ts';

const inputSchema = z.strictObject({ number: z.string().max(40), phone: z.string().max(30) });

/** Every answer takes this long, found or not, so that time tells nothing. */
const answerAfterMs = 400;

/** Finds a customer's status page by complaint number and phone: the same answer in the same time whether the number does not exist or the phone is another's. */
export const lookUpStatus = onCall({ ...callableOptions, cors: true }, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  const startedAtMs = host.nowMs();
  const number = parseNumber(input.data.number) ?? 'none';
  if (!(await takeTry(host, [`number|${number}`, `caller|${request.rawRequest.ip ?? ''}`]))) throw callError('tooManyTries');
  const statusId = await findStatus(host, number, input.data.phone);
  const ticket = statusId === null ? null : await giveTicket(host, statusId);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, startedAtMs + answerAfterMs - host.nowMs())));
  return { statusId, ticket };
});

async function findStatus(host: Host, number: string, phone: string): Promise<string | null> {
  const [found] = await host.store.query({ collection: 'complaints', where: [['number', '==', number]], limit: 1 });
  if (!found) return null;
  const complaint = complaintFromStored(found.id, found.data);
  const [keys, contactKey] = await Promise.all([host.keys.of(complaint.pack), readKey(host.store, found.id)]);
  return keys !== null && contactKey === keys.ofPhone(phone) ? complaint.statusId : null;
}
