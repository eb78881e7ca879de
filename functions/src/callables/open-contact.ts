import { onCall } from 'firebase-functions/https';
import { dayOf } from '@shouwen/domain/calendar/day';
import { manyContactsOf } from '@shouwen/domain/customer/access-record';
import { type OpenedContact, openedContactSchema } from '@shouwen/domain/complaint/intake/recording';
import { mayOpenContact } from '@shouwen/domain/complaint/relation';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { writtenDeviceId } from '@shouwen/domain/kernel/written-id';
import { z } from 'zod';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import { productionHost } from '../production-host.ts';
import type { Transaction } from '../store.ts';
import { save, type Write } from '../transaction/write.ts';
import { callableOptions, callError, readCaller, type SignedIn } from './answer-call.ts';

const inputSchema = z.strictObject({ complaintId: writtenDeviceId });
const mostInspectors = 20;

/**
 * Opens a customer's contact (RET-2): that it was opened, and how many somebody has opened today in the operator's days, is written in the transaction that reads it,
 * and past the pack's number nothing is read any more. What was opened today already costs nothing.
 */
export const openContact = onCall(callableOptions, async (request) => {
  const input = inputSchema.safeParse(request.data);
  if (!input.success) throw callError('invalid');
  const host = productionHost();
  return { contact: await openOnRecord(host, request.auth, input.data.complaintId) };
});

function openOnRecord(host: Host, auth: SignedIn | undefined, complaintId: string): Promise<OpenedContact> {
  const path = `complaints/${complaintId}`;
  return host.store.transaction(async (transaction) => {
    const caller = await readCaller(transaction, auth);
    const view = `${path}/contactViews/${caller.uid}_${dayOf(host.nowMs())}`;
    const [stored, contact, seen] = await Promise.all([path, `${path}/private/contact`, view].map((each) => transaction.get(each)));
    const complaint = stored && complaintFromStored(stored.id, stored.data);
    const concerns = complaint?.people.includes(caller.uid) || complaint?.audience.includes(caller.unitId);
    // One that does not exist and one that is not theirs are told alike.
    if (!concerns || !mayOpenContact(caller.role)) throw callError('notAllowed');
    const opened = openedContactSchema.safeParse(contact?.data);
    if (!opened.success) throw callError('notSetUp');
    if (!seen) save(transaction, await writesOfOpening(host, transaction, caller, view));
    return opened.data;
  });
}

async function writesOfOpening(host: Host, transaction: Transaction, caller: Staff, view: string): Promise<Write[]> {
  const { contactsPerDay } = (await host.reference.packInForce(caller.pack, transaction)).limits;
  const day = dayOf(host.nowMs());
  const path = `contactCounts/${caller.uid}_${day}`;
  const count = Number((await transaction.get(path))?.data['count'] ?? 0);
  if (count >= contactsPerDay) throw callError('tooManyTries');
  const at = host.timestamp(host.nowMs());
  const isMany = count + 1 === manyContactsOf(contactsPerDay);
  return [
    { do: 'create', path: view, content: { uid: caller.uid, at } },
    { do: 'set', path, content: { pack: caller.pack, uid: caller.uid, unitId: caller.unitId, day, count: count + 1, at } },
    ...(isMany ? await tellInspectors(host, transaction, caller, day) : []),
  ];
}

/** Once for a person and day. */
async function tellInspectors(host: Host, transaction: Transaction, { uid, name, pack }: Staff, day: string): Promise<Write[]> {
  const inspectors = await transaction.query({
    collection: 'staff',
    where: [
      ['pack', '==', pack],
      ['role', '==', 'qualityInspector'],
    ],
    limit: mostInspectors,
  });
  return inspectors
    .filter(({ data }) => data['active'] === true)
    .map(({ id }): Write => ({
      do: 'set',
      path: `inbox/${id}/items/contacts_${uid}_${day}`,
      content: inboxItem(host, { kind: 'manyContacts', number: name }),
    }));
}
