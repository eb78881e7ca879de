import { phoneOf, type PhoneNumber } from '@shouwen/domain/customer/phone-number';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { toStored } from '@shouwen/domain/kernel/stored';
import { type NumberRecord, numberRecordOf } from '@shouwen/domain/outreach/number-record';
import { z } from 'zod';
import type { Host, OperatorKeys } from '../host.ts';
import type { Reader } from '../store.ts';
import type { Write } from '../transaction/write.ts';

const contactSchema = z.object({ phone: z.string().catch(''), token: z.string().nullable().catch(null) });

/** How a customer can be written to. */
export interface ReadContact {
  /** Null where there is no number that can be called. */
  phone: PhoneNumber | null;
  /** The secret of the customer's link; null where there is none. */
  token: string | null;
}

/** Reads a contact for nothing but to write to it; the message says that it was read (RET-2). */
export async function readContact(reader: Reader, complaintId: string): Promise<ReadContact> {
  const stored = await reader.get(`complaints/${complaintId}/private/contact`);
  const { phone, token } = contactSchema.parse(stored?.data ?? {});
  return { phone: phoneOf(phone), token };
}

/** What is kept of a number, as it is for this reader; null where no key can be made for it. */
export async function readNumberRecord(reader: Reader, keys: OperatorKeys | null, pack: PackId, number: string): Promise<NumberRecord | null> {
  if (!keys) return null;
  const key = keys.within('outreach', keys.ofPhone(number));
  return numberRecordOf(key, pack, (await reader.get(`optOuts/${key}`))?.data ?? null);
}

export function numberRecordWrite(host: Host, { key, ...record }: NumberRecord): Write {
  return { do: 'set', path: `optOuts/${key}`, content: toStored(record, host.timestamp) };
}
