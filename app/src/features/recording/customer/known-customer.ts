import '../../../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { withDatabase } from '../../../platform/storage/local-database.ts';
import { seal, unseal } from '../../../platform/storage/encryption.ts';
import { fetchDocument } from '../../../platform/outbox/rest-commit.ts';
import { allRows } from '../../../platform/rows/row-store.ts';
import { idToken } from '../../../platform/session/session.ts';
import type { KnownCustomer } from '../recording-form.ts';

const customerSchema = z.object({ tier: z.string(), homeRegion: z.string().nullable(), nameMasked: z.string() });
const timeoutMs = 6_000;

/** What this phone knows by itself: customers looked up before, and those of complaints that it has seen. */
export async function knownOnPhone(staff: Staff, contactKey: string): Promise<KnownCustomer | null> {
  return (await keptCustomer(staff.uid, contactKey)) ?? customerOfRows(contactKey);
}

/** What the operator knows; null for a number that it does not, undefined when it could not be asked. */
export async function knownToOperator(staff: Staff, contactKey: string): Promise<KnownCustomer | null | undefined> {
  const token = await idToken().catch(() => null);
  if (token === null) return undefined;
  const answer = await fetchDocument(`customers/${contactKey}`, token, timeoutMs);
  if (answer.kind === 'absent') return null;
  const parsed = answer.kind === 'done' ? customerSchema.safeParse(answer.body) : null;
  if (!parsed?.success) return undefined;
  const customer = { name: parsed.data.nameMasked, tier: parsed.data.tier, homeRegion: parsed.data.homeRegion };
  // Kept for the next time without a network; a phone that cannot keep it loses only that.
  await keepCustomer(staff.uid, contactKey, customer).catch(() => undefined);
  return customer;
}

function customerOfRows(contactKey: string): KnownCustomer | null {
  const newest = allRows()
    .filter((row) => row.contactKey === contactKey)
    .sort((one, other) => other.capturedAtMs - one.capturedAtMs)[0];
  return newest ? { name: newest.contactMasked.name, tier: newest.tier, homeRegion: newest.homeRegion } : null;
}

async function keptCustomer(ownerUid: string, contactKey: string): Promise<KnownCustomer | null> {
  const key = `${ownerUid}|${contactKey}`;
  try {
    const row = await withDatabase((database) => database.get('customers', key));
    return row ? (await unseal<KnownCustomer>(row.sealed, { ownerUid, id: key })).content : null;
  } catch {
    // Not knowing a customer is an inconvenience; whether the phone can store anything shows when something is saved.
    return null;
  }
}

async function keepCustomer(ownerUid: string, contactKey: string, customer: KnownCustomer): Promise<void> {
  const key = `${ownerUid}|${contactKey}`;
  const sealed = await seal(customer, { ownerUid, id: key });
  await withDatabase((database) => database.put('customers', { key, ownerUid, sealed }));
}
