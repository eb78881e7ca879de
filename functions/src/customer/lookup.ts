import { randomUUID } from 'node:crypto';
import type { AccountNo, ComplaintId } from '@shouwen/domain/kernel/brand';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';

/** What somebody looked up: a number stands there as the key of this collection alone. */
export interface Lookup {
  by: 'phone' | 'complaint' | 'account';
  contactKey: string | null;
  complaintId: ComplaintId | null;
  accountNo: AccountNo | null;
  /** How many complaints and accounts were told. */
  found: number;
}

/** Puts on record who looked up what (RET-2), before it is told. */
export function recordLookup(host: Host, caller: Pick<Staff, 'uid' | 'unitId' | 'pack'>, lookup: Lookup): Promise<void> {
  const { uid, unitId, pack } = caller;
  return host.store.transaction((transaction) =>
    Promise.resolve(transaction.create(`lookups/${randomUUID()}`, { pack, uid, unitId, at: host.timestamp(host.nowMs()), ...lookup })),
  );
}
