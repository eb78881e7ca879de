import type { ComplaintId, EpochMs, PackId } from '@shouwen/domain/kernel/brand';
import { isFormerKey } from '@shouwen/domain/customer/contact-key';
import { isPhone } from '@shouwen/domain/customer/phone-number';
import { z } from 'zod';
import type { Host, OperatorKeys } from '../host.ts';
import type { Reader, StoredDocument } from '../store.ts';
import type { Write } from '../transaction/write.ts';

/** Stands in the complaint while no key could be made, so that the sweep finds it. */
export const missingKey = 'missing';

const keySchema = z.object({ contactKey: z.string() });
/** More complaints than anybody makes in the time that is looked at. */
const mostOfCustomer = 50;

/** The key of whoever complains: by their number, or else by what a phone of the first version wrote; null where there is neither. */
export function keyOfContact(keys: OperatorKeys, phone: string | null, written: unknown): string | null {
  if (phone !== null && isPhone(phone)) return keys.ofPhone(phone);
  return typeof written === 'string' && isFormerKey(written) ? keys.ofFormer(written) : null;
}

/** Who complained, in a document that nobody reads but functions (RET-2). `concernsKey` is for the number concerned, where that is another. */
export function keyWrite(
  host: Host,
  complaint: { id: ComplaintId; pack: PackId; capturedAtMs: EpochMs },
  { contactKey, startedAtMs }: { contactKey: string; startedAtMs: EpochMs },
): Write {
  const { id, pack, capturedAtMs } = complaint;
  const content = { pack, contactKey, concernsKey: null, capturedAt: host.timestamp(capturedAtMs), startedAt: host.timestamp(startedAtMs) };
  return { do: 'set', path: `complaintKeys/${id}`, content };
}

/** Null where nobody knows who complained. */
export async function readKey(reader: Reader, complaintId: ComplaintId): Promise<string | null> {
  const stored = await reader.get(`complaintKeys/${complaintId}`);
  return stored ? keySchema.parse(stored.data).contactKey : null;
}

/** A customer's complaints that began since then, the latest first. */
export async function readComplaintsOf(
  host: Host,
  reader: Reader,
  { pack, contactKey, sinceMs }: { pack: PackId; contactKey: string; sinceMs: EpochMs },
): Promise<StoredDocument[]> {
  const found = await reader.query({
    collection: 'complaintKeys',
    where: [
      ['pack', '==', pack],
      ['contactKey', '==', contactKey],
      ['startedAt', '>=', host.timestamp(sinceMs)],
    ],
    orderBy: ['startedAt', 'desc'],
    limit: mostOfCustomer,
  });
  const read = await Promise.all(found.map(({ id }) => reader.get(`complaints/${id}`)));
  return read.filter((document) => document !== null);
}
