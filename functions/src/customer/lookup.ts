import { randomUUID } from 'node:crypto';
import { dayOf } from '@shouwen/domain/calendar/day';
import type { LookupRecord } from '@shouwen/domain/customer/access-record';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';

/** What somebody looked up: a number stands there masked, and as the key of this collection alone. */
export interface Lookup extends Pick<LookupRecord, 'by' | 'phoneMasked' | 'complaintId' | 'accountNo' | 'found'> {
  contactKey: string | null;
}

/** Puts on record who looked up what (RET-2), and how many they have looked up today in the operator's days, before it is told. */
export function recordLookup(host: Host, caller: Pick<Staff, 'uid' | 'unitId' | 'pack'>, lookup: Lookup): Promise<void> {
  const { uid, unitId, pack } = caller;
  const [at, day] = [host.timestamp(host.nowMs()), dayOf(host.nowMs())];
  const id = randomUUID();
  return host.store.transaction(async (transaction) => {
    const path = `lookupCounts/${uid}_${day}`;
    const count = Number((await transaction.get(path))?.data['count'] ?? 0) + 1;
    transaction.create(`lookups/${id}`, { pack, uid, unitId, at, ...lookup });
    transaction.set(path, { pack, uid, unitId, day, count, at });
  });
}
