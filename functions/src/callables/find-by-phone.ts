import { onCall } from 'firebase-functions/https';
import { dayMs } from '@shouwen/domain/calendar/day';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { maskPhone } from '@shouwen/domain/customer/mask';
import { isPhone, normalisePhone } from '@shouwen/domain/customer/phone-number';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { z } from 'zod';
import { readComplaintsOf } from '../customer/complaint-key.ts';
import { recordLookup } from '../customer/lookup.ts';
import { readAccountsOf } from '../customer/read-accounts.ts';
import type { Host, OperatorKeys } from '../host.ts';
import { productionHost } from '../production-host.ts';
import { callableOptions, callError, readCaller, readyKeys, takeLookup } from './answer-call.ts';

const inputSchema = z.strictObject({ phone: z.string().max(60) });

/**
 * What the operator knows of a number: the customer, their complaints as far as they concern whoever asks, and their accounts. The number travels in the body and
 * is kept nowhere; who asked is on record, and nobody asks more often than the pack allows (ATT-2, RET-2).
 */
export const findByPhone = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success || !isPhone(input.data.phone)) throw callError('invalid');
  const host = productionHost();
  const caller = await readCaller(host.store, request.auth);
  await takeLookup(host, caller);
  return answerAbout(host, caller, await readyKeys(host, caller.pack), input.data.phone);
});

async function answerAbout(host: Host, caller: Staff, keys: OperatorKeys, phone: string): Promise<object> {
  const contactKey = keys.ofPhone(phone);
  const [customer, complaints, accounts] = await Promise.all([
    host.store.get(`customers/${contactKey}`),
    // What was recorded when such a number was read otherwise is told beside it: whoever asks sees the names, and decides.
    readConcerning(host, caller, [contactKey, ...keys.formerlyOfPhone(phone)]),
    readAccountsOf(host.store, caller, keys, [contactKey]),
  ]);
  const found = complaints.length + accounts.length;
  await recordLookup(host, caller, {
    by: 'phone',
    contactKey: keys.within('lookups', contactKey),
    phoneMasked: maskPhone(normalisePhone(phone)),
    complaintId: null,
    accountNo: null,
    found,
  });
  return { customer: customer && known(customer.data), complaints: complaints.map(line), accounts };
}

function known({ nameMasked, tier, homeRegion }: Record<string, unknown>): object {
  return { nameMasked, tier, homeRegion };
}

/** Of the time in which a complaint can be repeated; one that cannot be read must not hide the others. */
async function readConcerning(host: Host, caller: Staff, keys: readonly string[]): Promise<Complaint[]> {
  const pack = await host.reference.packInForce(caller.pack, host.store);
  const sinceMs = host.nowMs() - pack.windows.repeatDays * dayMs;
  const found = await readComplaintsOf(host, host.store, { pack: caller.pack, keys, sinceMs });
  const complaints = found.flatMap(({ id, data }) => readableOrNull(complaintFromStored, id, data) ?? []);
  return complaints.filter(({ people, audience }) => people.includes(caller.uid) || audience.includes(caller.unitId));
}

function line({ id, number, category, contactMasked, capturedAtMs, state, handlerName, ownerName }: Complaint): object {
  return { id, number, category, contactMasked, capturedAtMs, state, handlerName, ownerName };
}
