import type { Staff } from '@shouwen/domain/organisation/staff';
import { dayOf } from '@shouwen/domain/calendar/day';
import { maskPhone } from '@shouwen/domain/customer/mask';
import { normalisePhone } from '@shouwen/domain/customer/phone-number';
import { nowMs } from '../../../platform/device/clock.ts';
import { withDatabase } from '../../../platform/storage/local-database.ts';
import { seal, unseal } from '../../../platform/storage/encryption.ts';
import { allRows } from '../../../platform/rows/row-store.ts';
import type { KnownCustomer } from '../recording-form.ts';

/** Whom a person has asked about today, by number. All of it is sealed, the numbers too: nothing beside it says whom it is about (RET-2). */
interface AskedToday {
  day: string;
  customers: [phone: string, customer: KnownCustomer][];
}

const mostKept = 200;

/** What this phone knows by itself: customers asked about today, and those of complaints that it has seen, as far as a masked number tells. */
export async function knownOnPhone(staff: Staff, phone: string): Promise<KnownCustomer | null> {
  const asked = await readAsked(staff.uid);
  return asked.find(([number]) => number === normalisePhone(phone))?.[1] ?? customerOfRows(maskPhone(normalisePhone(phone)));
}

/** Keeps a customer for the next time without a network, until midnight. A phone that cannot keep it loses only that. */
export async function keepCustomer(ownerUid: string, phone: string, customer: KnownCustomer): Promise<void> {
  const number = normalisePhone(phone);
  const others = (await readAsked(ownerUid)).filter(([other]) => other !== number);
  const asked: AskedToday = { day: dayOf(nowMs()), customers: [[number, customer] as [string, KnownCustomer], ...others].slice(0, mostKept) };
  const key = keyOf(ownerUid);
  const sealed = await seal(asked, { ownerUid, id: key });
  await withDatabase((database) => database.put('customers', { key, ownerUid, sealed })).catch(() => undefined);
}

async function readAsked(ownerUid: string): Promise<AskedToday['customers']> {
  const key = keyOf(ownerUid);
  try {
    const row = await withDatabase((database) => database.get('customers', key));
    if (!row) return [];
    const { day, customers } = (await unseal<AskedToday>(row.sealed, { ownerUid, id: key })).content;
    return day === dayOf(nowMs()) ? customers : [];
  } catch {
    // Not knowing a customer is an inconvenience; whether the phone can store anything shows when something is saved.
    return [];
  }
}

function keyOf(ownerUid: string): string {
  return `${ownerUid}|today`;
}

function customerOfRows(phoneMasked: string): KnownCustomer | null {
  const newest = allRows()
    .filter((row) => row.contactMasked.phone === phoneMasked)
    .sort((one, other) => other.capturedAtMs - one.capturedAtMs)[0];
  return newest ? { name: newest.contactMasked.name, tier: newest.tier, homeRegion: newest.homeRegion } : null;
}
