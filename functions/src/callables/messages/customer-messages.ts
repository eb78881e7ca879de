import { onCall } from 'firebase-functions/https';
import { mayOpenContact } from '@shouwen/domain/complaint/relation';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { statusIdOf } from '@shouwen/domain/customer/contact-key';
import { mayPauseMessages } from '@shouwen/domain/outreach/centre-roles';
import { writtenDeviceId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import { callerOf } from '../../caller-address.ts';
import { isLivePage } from '../../complaint/live-page.ts';
import { readTicket } from '../../customer/ticket.ts';
import { takeTry } from '../../customer/throttle.ts';
import { productionEnvironment, productionHost } from '../../production-host.ts';
import { readContact, readNumberRecord } from '../../telling/number-of.ts';
import { optOutWrites } from '../../telling/opt-out.ts';
import { pauseWrite } from '../../telling/pause.ts';
import { sendAgain } from '../../telling/send-again.ts';
import { save } from '../../transaction/write.ts';
import { callableOptions, callError, readCaller } from '../answer-call.ts';

const secret = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const ofStaffSchema = z.strictObject({ complaintId: writtenDeviceId, isOut: z.boolean().nullable() });
const ofCustomerSchema = z.strictObject({
  by: z.union([z.strictObject({ token: secret }), z.strictObject({ ticket: secret })]),
  isOut: z.boolean().nullable(),
});
const againSchema = z.strictObject({ complaintId: writtenDeviceId, messageId: z.string().max(160) });
const pauseSchema = z.strictObject({ isPaused: z.boolean(), reason: z.string().trim().min(1).max(200) });

const allowance = { mostTries: 20, windowMs: 15 * 60_000 };

/** TEL-4: whether a customer wants no messages, asked or said for them by whoever works on their complaint; the number is not told. */
export const optOutForCustomer = onCall(callableOptions, async (request) => {
  const input = ofStaffSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const { complaintId, isOut } = input.data;
  const host = productionHost();
  return host.store.transaction(async (transaction) => {
    const caller = await readCaller(transaction, request.auth);
    const [stored, { phone }] = await Promise.all([transaction.get(`complaints/${complaintId}`), readContact(transaction, complaintId)]);
    const complaint = stored && complaintFromStored(stored.id, stored.data);
    const concerns = complaint?.people.includes(caller.uid) || complaint?.audience.includes(caller.unitId);
    if (!concerns || !mayOpenContact(caller.role)) throw callError('notAllowed');
    const canBeTold = phone?.kind === 'mobile' && !complaint?.isNumberWrong;
    const record = phone && (await readNumberRecord(transaction, await host.keys.of(caller.pack), caller.pack, phone.number));
    const writes = isOut !== null && record ? optOutWrites({ host }, record, { way: 'staff', byUid: caller.uid, isOut }) : [];
    save(transaction, writes);
    const known = record?.optOut ?? null;
    const isSaidByCustomer = known !== null && known.way !== 'staff';
    return { isSetUp: host.outreach !== null, canBeTold, isOut: writes.length > 0 ? isOut === true : known !== null, isSaidByCustomer };
  });
});

/** TEL-4: the same, said by the customer from their page. It takes the secret of the link, or the ticket of somebody who has just shown number and phone. */
export const optOut = onCall(callableOptions, async (request) => {
  const input = ofCustomerSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  if (callerOf(request.rawRequest, productionEnvironment().waysIn) === null) throw callError('notAllowed');
  const { by, isOut } = input.data;
  const host = productionHost();
  const statusId = 'token' in by ? statusIdOf(by.token) : (await readTicket(host, by.ticket))?.statusId;
  if (statusId === undefined) throw callError('notAllowed');
  if (!(await takeTry(host, [`optOut|${statusId}`], allowance))) throw callError('tooManyTries');
  return host.store.transaction(async (transaction) => {
    const page = await transaction.get(`status/${statusId}`);
    if (!page || !isLivePage(page.data, host.nowMs())) throw callError('notAllowed');
    const complaintId = String(page.data['complaintId']);
    const [stored, { phone }] = await Promise.all([transaction.get(`complaints/${complaintId}`), readContact(transaction, complaintId)]);
    if (!stored || !phone) throw callError('notSetUp');
    const { pack } = complaintFromStored(stored.id, stored.data);
    const record = await readNumberRecord(transaction, await host.keys.of(pack), pack, phone.number);
    if (!record) throw callError('notSetUp');
    if (isOut !== null) save(transaction, optOutWrites({ host }, record, { way: 'page', byUid: null, isOut }));
    return { isSetUp: host.outreach !== null, isOut: isOut ?? record.optOut !== null };
  });
});

/** A message that did not arrive, once more, at the word of whoever works on the complaint; all that speaks against it is looked at anew when it is sent. */
export const tellAgain = onCall(callableOptions, async (request) => {
  const input = againSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  if (host.outreach === null) throw callError('notSetUp');
  const { complaintId, messageId } = input.data;
  const outcome = await host.store.transaction(async (transaction) => {
    const caller = await readCaller(transaction, request.auth);
    const stored = await transaction.get(`complaints/${complaintId}`);
    const complaint = stored && complaintFromStored(stored.id, stored.data);
    const concerns = complaint?.people.includes(caller.uid) || complaint?.audience.includes(caller.unitId);
    if (!complaint || !concerns || !mayOpenContact(caller.role)) throw callError('notAllowed');
    return sendAgain({ host, reader: transaction }, transaction, { complaint, messageId, byUid: caller.uid });
  });
  if (outcome === 'impossible') throw callError('invalid');
  return {};
});

/** The duty leader of the centre stops all messages of the operator, or lets them go on, and says why. */
export const pauseMessages = onCall(callableOptions, async (request) => {
  const input = pauseSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  return host.store.transaction(async (transaction) => {
    const caller = await readCaller(transaction, request.auth);
    if (!mayPauseMessages(caller.role)) throw callError('notAllowed');
    save(transaction, [pauseWrite(host, caller, input.data)]);
    return {};
  });
});
