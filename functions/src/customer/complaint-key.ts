import type { ComplaintKeys } from '@shouwen/domain/complaint/command';
import type { Contact } from '@shouwen/domain/complaint/intake/recording';
import type { ComplaintId, EpochMs, PackId, Uid } from '@shouwen/domain/kernel/brand';
import { isFormerKey } from '@shouwen/domain/customer/contact-key';
import { isPhone } from '@shouwen/domain/customer/phone-number';
import { z } from 'zod';
import type { Host, OperatorKeys } from '../host.ts';
import type { Reader, StoredDocument } from '../store.ts';
import type { Write } from '../transaction/write.ts';

/** Stands in the complaint while no key could be made, so that the sweep finds it. */
export const missingKey = 'missing';

const keySchema = z.object({
  contactKey: z.string().nullable(),
  concernsKey: z.string().nullable().default(null),
  concernsByUid: z.string().nullable().default(null),
});

interface StoredKeys extends ComplaintKeys {
  /** Who has said that number, where that was not whoever recorded it. */
  concernsByUid: Uid | null;
}
/** More complaints than anybody makes in the time that is looked at. */
const mostOfCustomer = 50;

/** The key of whoever complains: by their number, or else by what a phone of the first version wrote; null where there is neither. */
export function keyOfContact(keys: OperatorKeys, phone: string | null, written: unknown): string | null {
  if (phone !== null && isPhone(phone)) return keys.ofPhone(phone);
  return typeof written === 'string' && isFormerKey(written) ? keys.ofFormer(written) : null;
}

/** What stands for the number concerned (REC-2); null where that is the number to call, or is none. */
export function keyOfConcerned(keys: OperatorKeys, { concerned, ownedUntilMs }: Pick<Contact, 'concerned' | 'ownedUntilMs'>): string | null {
  return concerned === '' ? null : keys.ofConcerned(concerned, ownedUntilMs !== null);
}

/** Who complained and about which number, in a document that nobody reads but functions (RET-2). */
export function keyWrite(
  host: Host,
  complaint: { id: ComplaintId; pack: PackId; capturedAtMs: EpochMs },
  { keys, startedAtMs, concernsByUid = null }: { keys: ComplaintKeys; startedAtMs: EpochMs; concernsByUid?: Uid | null },
): Write {
  const { id, pack, capturedAtMs } = complaint;
  const { contactKey, concernsKey } = keys;
  const content = { pack, contactKey, concernsKey, concernsByUid, capturedAt: host.timestamp(capturedAtMs), startedAt: host.timestamp(startedAtMs) };
  return { do: 'set', path: `complaintKeys/${id}`, content };
}

/** Nulls where nobody knows. */
export async function readKeys(reader: Reader, complaintId: ComplaintId): Promise<StoredKeys> {
  const stored = await reader.get(`complaintKeys/${complaintId}`);
  return stored ? keySchema.parse(stored.data) : { contactKey: null, concernsKey: null, concernsByUid: null };
}

/** The keys by which money may go to an account at somebody's request (REF-3): a number that they themselves put into a complaint afterwards is none. */
export function keysForMoney({ contactKey, concernsKey, concernsByUid }: StoredKeys, requesterUid: Uid): string[] {
  return keysIn({ contactKey, concernsKey: concernsByUid === requesterUid ? null : concernsKey });
}

export function keysIn({ contactKey, concernsKey }: ComplaintKeys): string[] {
  return [contactKey, concernsKey].filter((key) => key !== null);
}

/** Complaints of a customer or about a number, which began since then, the latest first. */
export async function readComplaintsOf(
  host: Host,
  reader: Reader,
  { pack, keys, sinceMs }: { pack: PackId; keys: readonly string[]; sinceMs: EpochMs },
): Promise<StoredDocument[]> {
  if (keys.length === 0) return [];
  const found = await reader.query({
    collection: 'complaintKeys',
    where: [
      ['pack', '==', pack],
      ['startedAt', '>=', host.timestamp(sinceMs)],
    ],
    anyOf: [
      ['contactKey', 'in', keys],
      ['concernsKey', 'in', keys],
    ],
    orderBy: ['startedAt', 'desc'],
    limit: mostOfCustomer,
  });
  const read = await Promise.all(found.map(({ id }) => reader.get(`complaints/${id}`)));
  return read.filter((document) => document !== null);
}
