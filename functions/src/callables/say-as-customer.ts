import { onCall } from 'firebase-functions/https';
import { customerCommandSchema } from '@shouwen/domain/complaint/command';
import { statusIdOf } from '@shouwen/domain/customer/contact-key';
import { z } from 'zod';
import { noteSeenPage } from '../complaint/note-seen.ts';
import { applySaid } from '../complaint/apply-said.ts';
import { callerOf } from '../caller-address.ts';
import { readTicket, type Shown } from '../customer/ticket.ts';
import type { Host } from '../host.ts';
import { productionEnvironment, productionHost } from '../production-host.ts';
import { callableOptions, callError, refusalError } from './answer-call.ts';
import { takeTry } from '../customer/throttle.ts';

const secret = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const proof = z.union([z.strictObject({ token: secret }), z.strictObject({ ticket: secret })]);
const seenSchema = z.strictObject({ by: proof });
const inputSchema = z.strictObject({
  by: proof,
  id: z.string().regex(/^[A-Za-z0-9-]{1,36}$/),
  command: customerCommandSchema,
});

/** More than anybody types, and too few to try a complaint's state out with. */
const allowance = { mostTries: 30, windowMs: 15 * 60_000 };

/**
 * What a customer says from their page. The id of the page is known to staff and opens nothing here: it takes the secret of the link, or the ticket of somebody who
 * has just shown number and phone. Neither is kept.
 */
export const sayAsCustomer = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  if (callerOf(request.rawRequest, productionEnvironment().waysIn) === null) throw callError('notAllowed');
  const { by, id, command } = input.data;
  const host = productionHost();
  const proved = await provedBy(host, by);
  if (proved === null) throw callError('notAllowed');
  if (!(await takeTry(host, [`said|${proved.statusId}`], allowance))) throw callError('tooManyTries');
  const said = await applySaid(host, { ...proved, saidId: id, command });
  if (said.outcome === 'noPage') throw callError('notAllowed');
  if (said.outcome === 'refused') throw refusalError(said.reason);
  return {};
});

/** That the customer has opened their page, which tells them of an answer (TEL-1). Only who may speak for them may say so. */
export const noteSeen = onCall(callableOptions, async (request) => {
  const input = seenSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  if (callerOf(request.rawRequest, productionEnvironment().waysIn) === null) throw callError('notAllowed');
  const host = productionHost();
  const proved = await provedBy(host, input.data.by);
  if (proved === null) throw callError('notAllowed');
  if (!(await takeTry(host, [`seen|${proved.statusId}`], allowance))) throw callError('tooManyTries');
  if (!(await noteSeenPage(host, proved))) throw callError('notAllowed');
  return {};
});

/** The page that a secret or a ticket speaks for, and which of the two it was: the record says so. */
async function provedBy(host: Host, by: z.infer<typeof proof>): Promise<{ statusId: string; shown: Shown } | null> {
  if ('token' in by) return { statusId: statusIdOf(by.token), shown: { way: 'link' } };
  const ticket = await readTicket(host, by.ticket);
  return ticket && { statusId: ticket.statusId, shown: { way: 'ticket', lookedUpAtMs: ticket.lookedUpAtMs } };
}
