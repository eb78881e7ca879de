import { onCall } from 'firebase-functions/https';
import { customerCommandSchema } from '@shouwen/domain/complaint/command';
import { statusIdOf } from '@shouwen/domain/customer/contact-key';
import { z } from 'zod';
import { noteSeenPage } from '../complaint/note-seen.ts';
import { applySaid } from '../complaint/apply-said.ts';
import { callerOf } from '../caller-address.ts';
import { statusIdOfTicket } from '../customer/ticket.ts';
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
export const sayAsCustomer = onCall({ ...callableOptions, cors: true }, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  if (callerOf(request.rawRequest, productionEnvironment().waysIn) === null) throw callError('notAllowed');
  const { by, id, command } = input.data;
  const host = productionHost();
  const statusId = await statusIdBy(host, by);
  if (statusId === null) throw callError('notAllowed');
  if (!(await takeTry(host, [`said|${statusId}`], allowance))) throw callError('tooManyTries');
  const said = await applySaid(host, { statusId, saidId: id, command });
  if (said.outcome === 'noPage') throw callError('notAllowed');
  if (said.outcome === 'refused') throw refusalError(said.reason);
  return {};
});

/** That the customer has opened their page, which tells them of an answer (TEL-1). Only who may speak for them may say so. */
export const noteSeen = onCall({ ...callableOptions, cors: true }, async (request) => {
  const input = seenSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  if (callerOf(request.rawRequest, productionEnvironment().waysIn) === null) throw callError('notAllowed');
  const host = productionHost();
  const statusId = await statusIdBy(host, input.data.by);
  if (statusId === null) throw callError('notAllowed');
  if (!(await takeTry(host, [`seen|${statusId}`], allowance))) throw callError('tooManyTries');
  if (!(await noteSeenPage(host, statusId))) throw callError('notAllowed');
  return {};
});

/** The page that a secret or a ticket speaks for. */
async function statusIdBy(host: Host, by: z.infer<typeof proof>): Promise<string | null> {
  return 'token' in by ? statusIdOf(by.token) : statusIdOfTicket(host, by.ticket);
}
